import DocumentModel
import Imaging
import SampleDocuments
import Testing

@testable import PenFigures

/// Figures that are drawn here with strokes.
@Suite struct PenFigureReaderTests {
  private static func reader() throws -> PenFigureReader {
    PenFigureReader(try PenNet(try Repository.bytes(of: "dictionaries/" + PenNet.fileName), name: "net"))
  }

  /// The corners of the strokes of figures, 30 wide and 48 high.
  private static let strokes: [Character: [[(Double, Double)]]] = [
    "0": [[(15, 0), (4, 12), (3, 34), (14, 48), (26, 36), (27, 12), (15, 0)]],
    "1": [[(8, 14), (18, 0), (18, 48)]],
    "2": [[(4, 10), (9, 2), (18, 0), (26, 8), (24, 18), (14, 34), (3, 47), (29, 47)]],
    "3": [[(4, 5), (15, 0), (25, 8), (22, 18), (12, 22), (25, 28), (26, 40), (15, 48), (3, 43)]],
    "4": [[(22, 0), (3, 32), (30, 32)], [(23, 16), (22, 48)]],
    "5": [[(26, 1), (8, 1), (6, 20), (18, 18), (26, 26), (25, 40), (14, 48), (3, 44)]],
    "7": [[(3, 2), (27, 2), (12, 48)]],
    "8": [[(14, 22), (5, 11), (14, 0), (24, 10), (14, 22), (3, 36), (14, 48), (26, 36), (14, 22)]],
  ]

  /// The figures side by side, of a pen of this width, on grey paper.
  private static func picture(_ text: String, pen: Double = 2.2, scale: Double = 1) -> GreyPixels {
    let width = Int(scale * Double(20 + 38 * text.count)), height = Int(scale * 80)
    var picture = GreyPixels(width: width, height: height, values: [UInt8](repeating: 235, count: width * height))
    for (index, figure) in text.enumerated() {
      for stroke in strokes[figure] ?? [] {
        for (from, to) in zip(stroke, stroke.dropFirst()) {
          for step in 0...80 {
            let share = Double(step) / 80
            let x = scale * (14 + 38 * Double(index) + from.0 + share * (to.0 - from.0))
            let y = scale * (14 + from.1 + share * (to.1 - from.1))
            dot(at: x, y, pen * scale, on: &picture)
          }
        }
      }
    }
    return picture
  }

  private static func dot(at x: Double, _ y: Double, _ radius: Double, on picture: inout GreyPixels) {
    for row in Int(y - radius)...Int(y + radius + 1) {
      for column in Int(x - radius)...Int(x + radius + 1) {
        let (right, down) = (Double(column) - x, Double(row) - y)
        if right * right + down * down <= radius * radius { picture[column, row] = 40 }
      }
    }
  }

  @Test(arguments: ["12", "37", "405", "250", "1234", "18", "88"]) func readsNumbers(text: String) throws {
    let values = try Self.reader().values(in: Self.picture(text), as: .number)
    #expect(values.first?.text == text, "\(values)")
  }

  @Test(arguments: [0.5, 1, 2]) func readsFiguresOfAnySize(scale: Double) throws {
    let values = try Self.reader().values(in: Self.picture("205", scale: scale), as: .number)
    #expect(values.first?.text == "205", "\(values)")
  }

  @Test func aDayIsOneOfThirtyOneAndAMonthOneOfTwelve() throws {
    let reader = try Self.reader()
    #expect(reader.values(in: Self.picture("25"), as: .day).first?.text == "25")
    #expect(reader.values(in: Self.picture("03"), as: .day).first?.text == "03")
    #expect(reader.values(in: Self.picture("4"), as: .month).first?.text == "4")
    for field in [PenReading.Field.day, .month] {
      let most = field == .day ? 31 : 12
      let values = reader.values(in: Self.picture("85"), as: field)
      #expect(values.allSatisfy { (1...most).contains(Int($0.text) ?? 0) && $0.confidence < PenReading.sure })
    }
  }

  @Test func valuesComeBestFirstAndAreNoMoreThanCertain() throws {
    let values = try Self.reader().values(in: Self.picture("1850", pen: 3.4), as: .number)
    #expect(values.map(\.confidence) == values.map(\.confidence).sorted(by: >))
    #expect(values.reduce(0) { $0 + $1.confidence.value } <= 1.0001)
  }

  @Test func paperHasNoFigures() throws {
    let paper = GreyPixels(width: 90, height: 60, values: [UInt8](repeating: 235, count: 5400))
    #expect(try Self.reader().values(in: paper, as: .number).isEmpty)
    #expect(try Self.reader().values(in: GreyPixels(width: 0, height: 0, values: []), as: .day).isEmpty)
  }
}
