internal import DocumentModel
internal import Grammar

extension Table {
  /// The table with its headings in cells of their own where the rules between them were not found, in a dark heading for
  /// example: one cell stands over several columns. The rows below tell where the columns part, and what comes of it must
  /// be headings; `STT` beside one cell over all the other columns is a heading in any case.
  func withPartedHeader(_ rules: ColumnRules) -> Table {
    let top = cells(startingIn: 0)
    guard columnCount >= TableLimits.fewestPartedColumns, rowCount > 1, let edges = columnEdges else { return self }
    let isNumbered = top.count == 2 && rules.role(ofCell: top[0].text) == .index && top[1].columnSpan == columnCount - 1
    var table = self
    for wide in top where wide.columnSpan > 1 && wide.rowSpan == 1 {
      let words = wide.lines.flatMap(\.words)
      guard words.count >= wide.columnSpan, words.allSatisfy({ $0.box != nil }) else { continue }
      let parts = parts(of: wide, edges: edges)
      let known = parts.count { rules.role(ofCell: $0.text) != nil }
      guard isNumbered || known >= TableLimits.fewestKnownHeadings && known * 2 >= parts.count else { continue }
      table.cells.removeAll { $0 == wide }
      table.cells += parts
    }
    return table
  }

  /// A cell cut where the columns below part.
  private func parts(of wide: TableCell, edges: [Int]) -> [TableCell] {
    (wide.column..<wide.column + wide.columnSpan).map { column in
      let own = wide.lines.compactMap { line -> Line? in
        var line = line
        line.words.removeAll { word in
          let place = edges.count { $0 <= word.box?.midX ?? 0 }
          return min(max(place, wide.column), wide.column + wide.columnSpan - 1) != column
        }
        return line.words.isEmpty ? nil : line
      }
      return TableCell(lines: own, row: 0, column: column, box: wide.box)
    }
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
