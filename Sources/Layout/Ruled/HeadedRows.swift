import DocumentModel

/// Parts the rows of a ruled table whose upright rules stand in its heading alone: below it each row is one place of the grid, and
/// its words stand under the headings.
///
/// One row alone may be the title of a group, which runs over all columns. Only where most rows are such, and no word lies across
/// the place where the heading is parted, are they rows of cells.
struct HeadedRows {
  private let table: Table
  /// Between the columns, ascending, as the heading has them.
  private let bounds: [Int]

  /// The table with the cells of those rows.
  static func parted(_ table: Table) -> Table { HeadedRows(table)?.parted ?? table }

  /// Nil where the heading is not parted into all columns.
  private init?(_ table: Table) {
    self.table = table
    guard table.columnCount >= Self.fewestColumns else { return nil }
    let single = table.cells.filter { $0.columnSpan == 1 }.compactMap { cell in cell.box.map { (cell.column, $0.x) } }
    let edges = Dictionary(single) { first, _ in first }
    guard edges.count == table.columnCount else { return nil }
    bounds = (1..<table.columnCount).compactMap { edges[$0] }
  }

  private static let fewestColumns = 3, fewestRows = 3

  private var parted: Table {
    let whole = table.cells.filter { $0.columnSpan == table.columnCount && $0.rowSpan == 1 && !$0.lines.isEmpty }
    let rows = whole.reduce(into: [Int: [TableCell]]()) { $0[$1.row] = cells(of: $1) }
    let body = table.rowCount - (whole.first?.row ?? 0)
    guard rows.count >= Self.fewestRows, rows.count * 3 >= body * 2 else { return table }
    var result = table
    result.cells = table.cells.flatMap { $0.columnSpan == table.columnCount ? rows[$0.row] ?? [$0] : [$0] }
    return result
  }

  /// The row's cells; nil where a word lies across a bound, or few columns have any.
  private func cells(of row: TableCell) -> [TableCell]? {
    guard let box = row.box, !row.lines.flatMap(\.words).contains(where: isAcross) else { return nil }
    let edges = [box.x] + bounds + [box.right]
    let cells = zip(edges, edges.dropFirst()).enumerated().map { column, edge in
      TableCell(
        lines: row.lines.compactMap { $0.part(from: edge.0, to: edge.1) }, row: row.row, column: column, rowSpan: 1,
        columnSpan: 1, box: PixelBox(x: edge.0, y: box.y, width: edge.1 - edge.0, height: box.height))
    }
    let filled = cells.count { !$0.lines.isEmpty }
    return filled * 2 > cells.count && filled > 1 ? cells : nil
  }

  /// A letter's width may hang over.
  private func isAcross(_ word: Word) -> Bool {
    guard let box = word.box else { return true }
    let slack = box.height / 2
    return bounds.contains { box.x + slack < $0 && $0 < box.right - slack }
  }
}

extension Line {
  /// Its words whose middles stand there; nil where none does.
  fileprivate func part(from start: Int, to end: Int) -> Line? {
    var part = self
    part.words = words.filter { word in word.box.map { start <= $0.midX && $0.midX < end } ?? false }
    if let first = part.words.indices.first { part.words[first].spaceBefore = "" }
    return part.isEmpty ? nil : part
  }
}
