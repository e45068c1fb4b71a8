import Export
import Testing

@Suite struct PrometheusTextTests {
  @Test func aMetricIsItsMeaningItsKindAndItsSamples() {
    var figures = PrometheusText()
    figures.add("pages", "Pages read.", [.init(3)])
    figures.add("answers", "Answers by status.", kind: .counter, [.init(2, labels: "status=\"200\"")])
    figures.add(
      "seconds", "Seconds.", kind: .histogram,
      [.init(1, labels: "le=\"0.5\"", suffix: "_bucket"), .init(0.25, suffix: "_sum"), .init(4.0, suffix: "_count")])
    #expect(
      figures.text == """
        # HELP pages Pages read.
        # TYPE pages gauge
        pages 3
        # HELP answers Answers by status.
        # TYPE answers counter
        answers{status="200"} 2
        # HELP seconds Seconds.
        # TYPE seconds histogram
        seconds_bucket{le="0.5"} 1
        seconds_sum 0.25
        seconds_count 4

        """)
  }
}
