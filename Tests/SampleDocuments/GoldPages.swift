internal import DocumentModel

/// Builds pages from a sample's gold text: `\f` parts pages, rows of a task table become the grid that their ruling
/// lines would give, every other line stays a line.
///
/// A row of fewer cells than columns fills them from the left, unless the gold says which ones it stands in.
struct GoldPages {
  private(set) var pages: [Page] = []
  private var blocks: [Block] = []
  private var rows: [(cells: [String], line: Int)] = []
  private var width = 0
  /// The columns, from 0, that the cells of a line stand in.
  private let columns: [Int: [Int]]

  /// `cells` is the table beside the text that gives the columns of rows which lack a cell: a line's number, a tab, and
  /// its columns parted by commas.
  init(_ text: String, cells: String = "") {
    columns = Self.columns(cells)
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      add(String(line), number: index + 1)
    }
    endPage()
  }

  private mutating func add(_ line: String, number: Int) {
    if line == "\u{c}" { return endPage() }
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    if cells.count > 1, ["TT", "STT"].contains(cells[0]) { width = cells.count }
    if cells.count > 1, width > 0 {
      rows.append((cells, number))
    } else {
      endTable()
      blocks.append(.line(Line(parsing: line, page: pages.count + 1, number: number)))
    }
  }

  private mutating func endPage() {
    endTable()
    pages.append(Page(number: pages.count + 1, origin: .scan, blocks: blocks))
    blocks = []
  }

  private mutating func endTable() {
    if !rows.isEmpty { blocks.append(.table(table())) }
    rows = []
    width = 0
  }

  private func table() -> Table {
    var cells: [TableCell] = []
    for (row, (texts, line)) in rows.enumerated() {
      let columns = columns(of: texts, at: line)
      for (text, column) in zip(texts, columns) {
        let span = texts.count == 2 && column == 1 && columns == [0, 1] ? width - 1 : 1
        let words = Line(parsing: text, page: pages.count + 1, number: line)
        cells.append(TableCell(lines: [words], row: row, column: column, columnSpan: span))
      }
      // A numbered row that lacks a cell shares the merged one above it.
      for column in 0..<width where columns.first == 0 && columns.count > 2 && !columns.contains(column) {
        guard let above = cells.lastIndex(where: { $0.column == column && $0.row < row }) else { continue }
        cells[above].rowSpan = row - cells[above].row + 1
      }
    }
    return Table(page: pages.count + 1, rowCount: rows.count, columnCount: width, cells: cells)
  }

  /// The columns that a row's cells stand in.
  private func columns(of texts: [String], at line: Int) -> [Int] { columns[line] ?? Array(0..<texts.count) }

  private static func columns(_ table: String) -> [Int: [Int]] {
    var result: [Int: [Int]] = [:]
    for row in table.split(separator: "\n") where !row.hasPrefix("#") {
      let cells = row.split(separator: "\t")
      guard cells.count == 2, let line = Int(cells[0]) else { continue }
      result[line] = cells[1].split(separator: ",").compactMap { Int($0) }
    }
    return result
  }
}
