import DocumentModel
import Testing

@Suite struct PointsTests {
  @Test(arguments: [
    (72.0, 300, 300), (36, 300, 150), (1.08, 200, 3), (4.32, 300, 18), (10.286, 700, 100), (7.2, 99, 9),
  ])
  func lengthsInPixels(points: Double, dpi: Int, pixels: Int) {
    #expect(Points(points).pixels(at: dpi) == pixels)
  }

  /// The fraction of an inch that a length is, in whole pixels at every resolution that a page may have.
  @Test(arguments: [(3.0, 24), (4.5, 16), (3.6, 20), (6, 12), (10.286, 7), (12, 6), (9, 8), (1.44, 50), (2.88, 25)])
  func lengthsAreFractionsOfAnInch(points: Double, parts: Int) {
    #expect((70...1200).allSatisfy { Points(points).pixels(at: $0) == $0 / parts })
  }
}
