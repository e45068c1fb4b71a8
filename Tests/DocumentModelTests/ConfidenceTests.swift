import DocumentModel
import Foundation
import Testing

@Suite struct ConfidenceTests {
  @Test(arguments: [
    (-1.0, 0.0), (0, 0), (0.25, 0.25), (1, 1), (7, 1), (.infinity, 1), (-.infinity, 0), (.nan, 0),
  ])
  func staysBetweenZeroAndOne(_ given: Double, _ kept: Double) {
    #expect(Confidence(given).value == kept)
  }

  @Test func meanAndLowestOfNothingAreNothing() {
    #expect(Confidence.mean(of: []) == nil)
    #expect(Confidence.lowest(of: []) == nil)
    #expect(Confidence.mean(of: [0, 1]) == 0.5)
    #expect(Confidence.lowest(of: [0.7, 0.2, 1]) == 0.2)
  }

  @Test(arguments: [(0.12349, "0.123"), (0.1235, "0.124"), (1, "1"), (0, "0")])
  func isWrittenWithThreeDecimals(_ value: Double, _ json: String) throws {
    #expect(String(decoding: try JSONEncoder().encode([Confidence(value)]), as: UTF8.self) == "[\(json)]")
  }

  @Test func jsonOutsideIsDrawnIn() throws {
    #expect(try JSONDecoder().decode([Confidence].self, from: Data("[1.5, -2]".utf8)) == [1, 0])
  }
}
