import DocumentModel
import Testing

@testable import Layout

/// Ruled tables whose upright rules stand in the heading alone.
@Suite struct HeadedRowsTests {
  private static let width = 300

  /// Words by where they begin, ten pixels a letter.
  private func line(_ words: [(x: Int, text: String)], row: Int) -> Line {
    Line(
      words: words.enumerated().map { place, word in
        Word(
          text: word.text, spaceBefore: place == 0 ? "" : " ",
          box: PixelBox(x: word.x, y: row * 50 + 10, width: 10 * word.text.count, height: 20))
      })
  }

  /// A heading of three columns, and rows of one cell each.
  private func table(_ rows: [[(x: Int, text: String)]]) -> Table {
    let heading = ["Nước", "Số", "Tỷ lệ"].enumerated().map { column, text in
      TableCell(
        lines: [line([(column * Self.width + 20, text)], row: 0)], row: 0, column: column,
        box: PixelBox(x: column * Self.width, y: 0, width: Self.width, height: 50))
    }
    let body = rows.enumerated().map { index, words in
      TableCell(
        lines: [line(words, row: index + 1)], row: index + 1, column: 0, columnSpan: 3,
        box: PixelBox(x: 0, y: (index + 1) * 50, width: 3 * Self.width, height: 50))
    }
    return Table(
      page: 1, rowCount: rows.count + 1, columnCount: 3, cells: heading + body,
      box: PixelBox(x: 0, y: 0, width: 3 * Self.width, height: 50 * (rows.count + 1)))
  }

  private func texts(_ table: Table) -> [[String]] {
    (1..<table.rowCount).map { row in table.cells(startingIn: row).map { $0.lines.map(\.text).joined(separator: " ") } }
  }

  private static let figures: [[(x: Int, text: String)]] = [
    [(20, "Áo"), (400, "109"), (700, "0,9")], [(20, "Hà"), (60, "Lan"), (400, "269"), (700, "1,1")],
    [(20, "Ý"), (400, "-")],
  ]

  @Test func wordsStandUnderTheHeadings() {
    let parted = HeadedRows.parted(table(Self.figures))
    #expect(texts(parted) == [["Áo", "109", "0,9"], ["Hà Lan", "269", "1,1"], ["Ý", "-", ""]])
  }

  @Test func aTitleOverAllColumnsStaysWhole() {
    let title = [(x: 20, text: "Nhóm các nước có báo cáo đầy đủ trong năm")]
    #expect(texts(HeadedRows.parted(table([title] + Self.figures))).first?.count == 1)
  }

  /// Two rows of groups are no columns, nor are sentences.
  @Test(arguments: [
    Array(figures.prefix(2)),
    [[(20, "Rà soát toàn bộ hồ sơ của phòng đang lưu giữ")], [(20, "Số hóa")], [(20, "Bàn giao")], [(20, "Lưu")]],
  ])
  func fewRowsAndSentencesStayAsTheyAre(_ rows: [[(x: Int, text: String)]]) {
    let table = table(rows)
    #expect(HeadedRows.parted(table) == table)
  }
}
