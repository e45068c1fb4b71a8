import DocumentModel
import Grammar
import SampleDocuments
import Testing

@testable import Layout

/// The words of the repository's tables.
func words() throws -> LayoutWords { try shared.get() }

private let shared = Result { LayoutWords(Phrases(try .load(from: Repository.dictionaries))) }

/// Words at places, a line of print a line: `x:words|x:words`; letters are 10 pixels wide and 20 high, lines 30 apart.
private func lines(_ text: String) -> [Line] {
  text.split(separator: "\n").enumerated().flatMap { row, line in
    line.split(separator: "|").compactMap { part in
      let fields = part.split(separator: ":", maxSplits: 1)
      guard fields.count == 2, let start = Int(fields[0]) else { return nil }
      var x = start
      let words = fields[1].split(separator: " ").enumerated().map { index, word in
        defer { x += word.count * 10 + 10 }
        return Word(
          text: String(word), spaceBefore: index == 0 ? "" : " ",
          box: PixelBox(x: x, y: row * 30, width: word.count * 10, height: 20))
      }
      return Line(words: words, page: 1)
    }
  }
}

@Suite struct LayoutTests {
  private let size = PixelSize(width: 1000, height: 1400)

  @Test(arguments: [
    ("100:một hai ba", ["một hai ba"]), ("100:trái|600:phải", ["trái\tphải"]),
    // Read in another order, rows come out from top to bottom and from left to right.
    ("600:phải|100:trái", ["trái\tphải"]), ("100:trên\n100:dưới", ["trên", "dưới"]),
    ("100:một|200:gần\n100:hai", ["một\tgần", "hai"]),
  ])
  func rowsAreWhatStandsSideBySide(_ text: String, _ rows: [String]) throws {
    #expect(try VisualRows.of(lines(text), dpi: 150, words: words()).map(\.text) == rows)
    #expect(try VisualRows.of(lines(text).reversed(), dpi: 150, words: words()).map(\.text) == rows)
  }

  @Test func aLineIsCutAtAWideGapAndWhatHasNoBoxIsLeftOut() throws {
    var line = lines("100:số 05")[0]
    line.words += lines("500:ngày 11")[0].words
    #expect(try VisualRows.split(line, dpi: 150, words: words()).map(\.line.text) == ["số 05", "ngày 11"])
    #expect(try VisualRows.split(line, dpi: 1800, words: words()).count == 1, "the gap counts in inches")
    #expect(try VisualRows.of([Line(parsing: "không có chỗ")], dpi: 150, words: words()).isEmpty)
  }

  @Test(arguments: [
    ("60:dòng chạy dài hết cả trang giấy\n60:dòng thứ hai", [1, 1]),
    ("60:Nơi nhận:|600:CHỦ TỊCH\n60:- Như trên\n650:Trần Văn A", [3]),
    ("60:Nơi nhận:|600:CHỦ TỊCH\n60:một dòng văn bản chạy qua giữa trang giấy sang bên kia đến hết cả dòng", [1, 1]),
    ("600:KT. CHỦ TỊCH\n60:- Như trên|600:PHÓ CHỦ TỊCH", [2]),
    // The recipients always open a region of their own.
    ("600:KT. CHỦ TỊCH\n60:Nơi nhận:|600:PHÓ CHỦ TỊCH", [1, 1]),
  ])
  func regionsAreRunsOfTwoColumns(_ text: String, _ counts: [Int]) throws {
    let regions = try ColumnRegions(
      rows: VisualRows.of(lines(text), dpi: 150, words: words()), size: size, words: words()
    ).regions
    #expect(regions.map(\.count) == counts)
    #expect(try ColumnRegions(rows: [], size: size, words: words()).regions.isEmpty)
  }

  /// A grid of labels without rules: values that begin at their label's height, and values around it.
  @Test(arguments: [0, 15]) func labelsAreReadWithTheirValues(_ lower: Int) throws {
    let text = "100:Hạn:|500:Quý I\n100:Chủ trì:|500:Tổ công tác và\n500:Trường Mầm non\n100:Phối hợp:|500:Công an xã"
    var lines = lines(text)
    for index in lines[2].words.indices { lines[2].words[index].box?.y += lower }
    let blocks = PageLayout(page: 1, size: size, dpi: 150, words: try words()).blocks(lines: lines, tables: [])
    let read = blocks.compactMap { if case .line(let line) = $0 { line } else { nil } }
    #expect(
      read.map(\.text) == ["Hạn: Quý I", "Chủ trì: Tổ công tác và", "Trường Mầm non", "Phối hợp: Công an xã"])
    #expect(read.map(\.column) == [.label, .label, .value, .label])
  }

  /// The recipients and the signature beside them are no labels, nor is text in two columns.
  @Test func oneLabelBesideLinesIsNone() throws {
    let text = "100:Nơi nhận:|600:CHỦ TỊCH\n100:- Như trên|600:Lò Văn Pánh"
    let blocks = PageLayout(page: 1, size: size, dpi: 150, words: try words()).blocks(lines: lines(text), tables: [])
    let read = blocks.compactMap { if case .line(let line) = $0 { line } else { nil } }
    #expect(read.map(\.text) == ["Nơi nhận:", "- Như trên", "CHỦ TỊCH", "Lò Văn Pánh"])
  }

  @Test func theGutterIsBetweenTheColumns() throws {
    let rows = try VisualRows.of(lines("60:Nơi nhận:|600:CHỦ TỊCH\n60:- Lưu: VT|620:ký tên"), dpi: 150, words: words())
    let gutter = ColumnRegions.gutter(of: rows)
    #expect(gutter.map { $0 > 150 && $0 < 600 } == true)
    #expect(try ColumnRegions.gutter(of: VisualRows.of(lines("60:một"), dpi: 150, words: words())) == nil)
  }

  @Test func wordsGoToTheCellTheirMiddleStandsInAndTheRestStays() {
    let cells = [0, 1].map { column in
      TableCell(
        lines: [], row: 0, column: column, box: PixelBox(x: 100 + column * 300, y: 0, width: 300, height: 60))
    }
    var tables = [
      Table(
        page: 1, rowCount: 1, columnCount: 2, cells: cells, box: PixelBox(x: 100, y: 0, width: 600, height: 60))
    ]
    let read = lines("110:hai dòng|450:phải|800:ngoài\n110:một ô\n110:dưới bảng")
    let outside = CellFilling(page: 1).fill(&tables, from: read)
    #expect(tables[0].cells.map { $0.lines.map(\.text) } == [["hai dòng", "một ô"], ["phải"]])
    #expect(outside.map(\.text) == ["ngoài", "dưới bảng"])
  }

  @Test func aLineThatRunsThroughCellsIsPartedAndLosesNoWord() {
    var tables = [
      Table(
        page: 1, rowCount: 1, columnCount: 1,
        cells: [TableCell(lines: [], row: 0, column: 0, box: PixelBox(x: 0, y: 0, width: 145, height: 60))],
        box: PixelBox(x: 0, y: 0, width: 145, height: 60))
    ]
    let outside = CellFilling(page: 1).fill(&tables, from: lines("100:trong ngoài kia"))
    #expect(tables[0].cells[0].lines.map(\.text) == ["trong"] && outside.map(\.text) == ["ngoài kia"])
  }
}
