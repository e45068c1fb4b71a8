import DocumentModel
import Testing

@testable import Intake

@Suite struct TextLayerTests {
  private let header = "level\tpage_num\tpar_num\tblock_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"

  private func parse(_ rows: String..., scale: Double = 1) -> [Line] {
    TextLayer.parse(([header] + rows).joined(separator: "\n"), page: 3, scale: scale)
  }

  @Test func wordsOfOnePlaceAreALine() {
    let lines = parse(
      "1\t1\t0\t0\t0\t0\t0\t0\t595\t842\t-1\t###PAGE###", "5\t1\t0\t1\t0\t0\t72.0\t36.0\t10.5\t12.0\t100\tSố:",
      "5\t1\t0\t1\t0\t1\t90\t36\t10\t12\t100\t05", "5\t1\t0\t1\t1\t0\t72\t60\t10\t12\t100\tKế\thoạch")
    #expect(lines.map(\.text) == ["Số: 05", "Kế\thoạch"])
    #expect(lines.allSatisfy { $0.page == 3 })
  }

  @Test func boxesAreScaledToPixels() {
    let lines = parse("5\t1\t0\t0\t0\t0\t72.0\t36.1\t10.5\t12.0\t100\tx", scale: 200.0 / 72)
    #expect(lines.first?.box == PixelBox(x: 200, y: 100, width: 29, height: 33))
  }

  @Test(arguments: [
    "", "5\t1", "5\t1\t0\t0\t0\t0\tx\t36\t10\t12\t100\ttext", "4\t1\t0\t0\t0\t0\t1\t1\t1\t1\t-1\t###LINE###",
  ])
  func otherRowsArePassedOver(_ row: String) {
    #expect(parse(row).isEmpty)
  }

  /// A PDF may place a word anywhere, at infinity too.
  @Test(arguments: ["nan", "inf", "-inf", "1e300"]) func placesThatAreNoNumberAreSurvived(_ number: String) {
    #expect(parse("5\t1\t0\t0\t0\t0\t\(number)\t36\t10\t12\t100\tx").isEmpty)
  }
}
