internal import DocumentModel
internal import Grammar

extension Table {
  /// The table with its headings in cells of their own where the rules between them were not found: `STT`, and one cell
  /// over all the other columns. The rows below tell where the columns part.
  func withPartedHeader(_ rules: ColumnRules) -> Table {
    let top = cells(startingIn: 0)
    guard columnCount >= TableLimits.fewestPartedColumns, top.count == 2, rules.role(ofCell: top[0].text) == .index,
      top[1].columnSpan == columnCount - 1, let edges = columnEdges
    else { return self }
    let words = top[1].lines.flatMap(\.words)
    guard words.count >= columnCount - 1, words.allSatisfy({ $0.box != nil }) else { return self }
    var table = self
    table.cells.removeAll { $0.row == 0 && $0.column > 0 }
    for column in 1..<columnCount {
      let own = top[1].lines.compactMap { line -> Line? in
        var line = line
        line.words.removeAll { word in edges.count { $0 <= word.box?.midX ?? 0 } != column }
        return line.words.isEmpty ? nil : line
      }
      table.cells.append(TableCell(lines: own, row: 0, column: column, box: top[1].box))
    }
    return table
  }

  /// Where the second and each later column begins, by the first row below whose cells are all there.
  private var columnEdges: [Int]? {
    for row in 1..<max(1, rowCount) {
      let cells = cells(startingIn: row)
      guard cells.count == columnCount, cells.allSatisfy({ $0.columnSpan == 1 && $0.box != nil }) else { continue }
      return cells.dropFirst().compactMap { $0.box?.x }.sorted()
    }
    return nil
  }
}
