import DocumentModel
import Testing

@testable import PageReading

@Suite struct ReadingScoreTests {
  private func lines(_ text: String, _ confidence: Confidence, times: Int = 1) -> [Line] {
    var line = Line(parsing: text)
    for index in line.words.indices { line.words[index].confidence = confidence }
    return Array(repeating: line, count: times)
  }

  private func score(_ lines: [Line], cost: Double? = 5) -> ReadingScore { ReadingScore(lines) { _ in cost } }

  @Test func sureWordsThatMakeSenseAreGood() {
    #expect(score(lines("kế hoạch cải cách hành chính", 0.95, times: 4)).isGood)
    #expect(!score(lines("kế hoạch cải cách hành chính", 0.5, times: 4)).isGood)
    #expect(!score(lines("kế hoạch cải cách hành chính", 0.95, times: 4), cost: 20).isGood)
    #expect(!score([]).isGood)
    // A page of figures is read well, too.
    #expect(score(lines("12.345 67.890 2025", 0.95, times: 10)).isGood)
  }

  /// Letters that stand on their heads make many words, none of them sure; figures read as well upside down.
  @Test func aTurnNeedsProof() {
    let figures = score(lines("91.225 72.071 65.332", 0.9, times: 30))
    let noise = score(lines("ưu ïu ổn nu", 0.55, times: 40), cost: 11)
    let text = score(lines("thực hiện nhiệm vụ được giao", 0.95, times: 20))
    #expect(!noise.isClearlyBetter(asItLies: figures) && !noise.isClearlyBetter(asItLies: score([])))
    #expect(text.isClearlyBetter(asItLies: noise) && !text.isClearlyBetter(asItLies: text))
    // Two words are no proof.
    #expect(!score(lines("kế hoạch", 0.95)).isClearlyBetter(asItLies: score([])))
  }
}
