internal import DocumentModel
internal import Vietnamese

extension Table {
  /// The cell that alone makes a row of the table, over all its columns, and that heads the rows below it; nil for any
  /// other row. A number in front is a row whose rules were not found.
  func spanningTitle(row: Int) -> TableCell? {
    guard columnCount > 2, let cell = cell(row: row, column: 0), cell.columnSpan == columnCount, cell.row == row,
      cell.rowSpan == 1
    else { return nil }
    let text = cell.text
    guard let first = text.first(where: { $0.isLetter || $0.isNumber }), first.isLetter,
      text.count <= TableLimits.longestTitle, text.count(where: \.isLetter) >= TableLimits.fewestTitleLetters
    else { return nil }
    return LooseText(text).beginsWithCapital ? cell : nil
  }
}
