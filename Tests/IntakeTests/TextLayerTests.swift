import DocumentModel
import Testing

@testable import Intake

@Suite struct TextLayerTests {
  private let header = "level\tpage_num\tpar_num\tblock_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"

  private func parse(_ rows: String..., page: Int = 3, dpi: Int = 72) -> [Line] {
    let pages = LayerReader.parse(Array(([header] + rows).joined(separator: "\n").utf8))
    return LayerReader.scaled(pages[page] ?? [], toDPI: dpi)
  }

  @Test func wordsOfOnePlaceAreALine() {
    let lines = parse(
      "1\t3\t0\t0\t0\t0\t0\t0\t595\t842\t-1\t###PAGE###", "5\t3\t0\t1\t0\t0\t72.0\t36.0\t10.5\t12.0\t100\tSố:",
      "5\t3\t0\t1\t0\t1\t90\t36\t10\t12\t100\t05", "5\t3\t0\t1\t1\t0\t72\t60\t10\t12\t100\tKế\thoạch")
    #expect(lines.map(\.text) == ["Số: 05", "Kế\thoạch"])
    #expect(lines.allSatisfy { $0.page == 3 })
  }

  @Test func pagesAreToldApart() {
    let rows = ["5\t2\t0\t0\t0\t0\t1\t1\t5\t5\t100\ttwo", "5\t4\t0\t0\t0\t0\t1\t1\t5\t5\t100\tfour"]
    #expect(parse(rows[0], rows[1], page: 2).map(\.text) == ["two"])
    #expect(parse(rows[0], rows[1], page: 4).map(\.text) == ["four"])
    #expect(parse(rows[0], rows[1], page: 3).isEmpty)
  }

  @Test func wordsAreComposed() {
    #expect(parse("5\t3\t0\t0\t0\t0\t1\t1\t5\t5\t100\thoa\u{0323}ch").map(\.text) == ["hoạch"])
  }

  @Test func boxesAreScaledToPixels() {
    let lines = parse("5\t3\t0\t0\t0\t0\t72.0\t36.1\t10.5\t12.0\t100\tx", dpi: 200)
    #expect(lines.first?.box == PixelBox(x: 200, y: 100, width: 29, height: 34))
  }

  @Test(arguments: [
    "", "5\t1", "5\t3\t0\t0\t0\t0\tx\t36\t10\t12\t100\ttext", "4\t3\t0\t0\t0\t0\t1\t1\t1\t1\t-1\t###LINE###",
  ])
  func otherRowsArePassedOver(_ row: String) {
    #expect(parse(row).isEmpty)
  }

  /// A PDF may place a word anywhere, at infinity too.
  @Test(arguments: ["nan", "inf", "-inf", "1e300"]) func placesThatAreNoNumberAreSurvived(_ number: String) {
    #expect(parse("5\t3\t0\t0\t0\t0\t\(number)\t36\t10\t12\t100\tx").isEmpty)
  }
}
