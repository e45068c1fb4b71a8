import DocumentModel
import Testing

@Suite struct PageTests {
  /// A line, a table of two rows whose first cell is merged, a line.
  private let page = Page(
    number: 1, origin: .scan,
    blocks: [
      .line(Line(parsing: "trên")),
      .table(
        Table(
          page: 1, rowCount: 2, columnCount: 2,
          cells: [
            TableCell(lines: [Line(parsing: "gộp"), Line(parsing: "hai dòng")], row: 0, column: 0, rowSpan: 2),
            TableCell(lines: [Line(parsing: "b1")], row: 0, column: 1),
            TableCell(lines: [], row: 1, column: 1),
          ])),
      .line(Line(parsing: "dưới")),
    ])

  @Test func linesHoldThoseOfCells() {
    #expect(page.lines.map(\.text) == ["trên", "gộp", "hai dòng", "b1", "dưới"])
  }

  @Test func linesAreReplacedOneForOne() {
    let changed = page.replacingLines(with: page.lines.map { Line(parsing: $0.text + "!") })
    #expect(changed.lines.map(\.text) == ["trên!", "gộp!", "hai dòng!", "b1!", "dưới!"])
    #expect(page.replacingLines(with: page.lines) == page)
  }

  @Test func whatIsNotReplacedStays() {
    let changed = page.replacingLines(with: [Line(parsing: "1"), Line(parsing: "2")])
    #expect(changed.lines.map(\.text) == ["1", "2", "hai dòng", "b1", "dưới"])
  }

  @Test(arguments: [(0, 0, "gộp hai dòng"), (1, 0, "gộp hai dòng"), (0, 1, "b1"), (1, 1, "")])
  func aMergedCellCoversItsPlaces(_ row: Int, _ column: Int, _ text: String) throws {
    guard case .table(let table) = page.blocks[1] else { throw Missing.table }
    #expect(table.cell(row: row, column: column)?.text == text)
    #expect(table.cell(row: 2, column: 0) == nil)
  }

  private enum Missing: Error { case table }
}
