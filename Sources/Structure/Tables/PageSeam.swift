internal import DocumentModel

/// Where a table goes over a page's end, and the merged cells that the end cuts: a lead or a deadline that holds for
/// rows on both pages is printed on one of them, and its other half is empty.
struct PageSeam {
  private let above, below: Table
  /// The first row of the lower part that is no heading.
  private let first: Int

  init(above: Table, below: Table, first: Int) {
    (self.above, self.below, self.first) = (above, below, first)
  }

  /// Gives the cells that the page's end cuts to all rows that they hold for.
  ///
  /// `isRest` says that the first lower row went on with the last upper one and is no longer among `lower`.
  func share(
    _ upper: inout DataTable, _ lower: inout [DataTable.Row], isRest: Bool, findings: inout [Finding]
  ) {
    guard let last = upper.rows.last, last.kind == .data, lower.first?.kind == .data else { return }
    for column in last.cells.indices where Self.isShared(role(column, in: upper)) {
      guard let half = half(column, upper, lower, isRest: isRest) else { continue }
      let rows = give(half, column, &upper, &lower, isRest: isRest)
      if rows.isEmpty { continue }
      findings.append(
        Finding(.note, .cellOverPages(half.value.text, rows: rows), at: half.value.provenance))
    }
  }

  /// What the cell says, and whether only the other rows of the table tell that it goes over the page's end.
  private struct Half {
    var value: Passage
    var isAbove: Bool
    var isInferred: Bool
  }

  /// Numbers and work belong to their own row.
  private static func isShared(_ role: ColumnRole?) -> Bool { role != .index && role != .task }

  private func role(_ column: Int, in table: DataTable) -> ColumnRole? {
    table.columns.indices.contains(column) ? table.columns[column].role : nil
  }

  private func half(_ column: Int, _ upper: DataTable, _ lower: [DataTable.Row], isRest: Bool) -> Half? {
    guard let above = above.cell(row: above.rowCount - 1, column: column),
      let below = below.cell(row: first, column: column), above.columnSpan == 1, below.columnSpan == 1,
      let top = upper.rows.last?.cells[column], let bottom = lower.first.flatMap({ $0.cells.cell(column) }),
      top.isEmpty != bottom.isEmpty
    else { return nil }
    if isRest { return below.rowSpan > 1 && bottom.isEmpty ? Half(value: top, isAbove: true, isInferred: false) : nil }
    let role = role(column, in: upper)
    let isMerged = above.rowSpan > 1 || below.rowSpan > 1, isFull = isFull(column, upper, lower)
    // A row may have nobody to help; somebody leads it, and it is due some day.
    guard isMerged && (role == .lead || role == .deadline) || isFull else { return nil }
    return Half(value: top.isEmpty ? bottom : top, isAbove: bottom.isEmpty, isInferred: !isMerged)
  }

  /// No other row of the table leaves the column empty.
  private func isFull(_ column: Int, _ upper: DataTable, _ lower: [DataTable.Row]) -> Bool {
    let others = (upper.rows.dropLast() + lower.dropFirst()).filter { $0.kind == .data }
    return others.count >= TableLimits.fewestFullRows && others.allSatisfy { !($0.cells.cell(column)?.isEmpty ?? true) }
  }

  /// The numbers of the rows that were given the half.
  private func give(
    _ half: Half, _ column: Int, _ upper: inout DataTable, _ lower: inout [DataTable.Row], isRest: Bool
  ) -> [String] {
    let span =
      half.isAbove
      ? below.cell(row: first, column: column).map { $0.row + $0.rowSpan - first - (isRest ? 1 : 0) }
      : above.cell(row: above.rowCount - 1, column: column).map { above.rowCount - $0.row }
    var rows = half.isAbove ? Array(lower.prefix(span ?? 0)) : Array(upper.rows.suffix(span ?? 0))
    let empty = rows.indices.filter { rows[$0].kind == .data && rows[$0].cells.cell(column)?.isEmpty == true }
    for row in empty {
      rows[row].cells[column] = half.isInferred ? half.value.inferred : half.value
      if !rows[row].notes.contains("merged") { rows[row].notes.append("merged") }
    }
    if half.isAbove { lower.replaceSubrange(..<rows.count, with: rows) }
    if !half.isAbove { upper.rows.replaceSubrange((upper.rows.count - rows.count)..., with: rows) }
    return empty.map { rows[$0].cells.first?.text ?? "" }
  }
}

extension [Passage] {
  fileprivate func cell(_ column: Int) -> Passage? { indices.contains(column) ? self[column] : nil }
}

extension Passage {
  /// The same words, none of which is printed in the place that they are given to.
  fileprivate var inferred: Passage {
    Passage(
      words: words.map {
        var word = $0
        word.isInferred = true
        word.confidence = min(word.confidence, Confidence(TableCertainties.inferredCell))
        return word
      })
  }
}
