internal import DocumentModel
internal import Vietnamese

/// A table of goals: in each row what is to be reached, what it is counted in, and how much of it. What stands in the cells
/// says which column is which; headings say only what is asked of years and of what was reached before.
struct TargetTable {
  /// A row with an amount.
  struct Goal {
    /// What is to be reached.
    var text: Passage
    /// As printed: `95`, `≥ 95%`, `1.500`.
    var amount: Passage
    /// As printed; empty where the table has no column for it.
    var unit: Passage
    /// What stands over the amount; empty where the heading was not found.
    var heading: Passage
  }

  private let rows: [DataTable.Row]
  private let columns: [DataTable.Column]
  private let width: Int

  /// Nil for a table in which no column holds amounts beside one of words.
  init?(_ table: DataTable) {
    guard TaskTable(table) == nil else { return nil }
    rows = table.rows.filter { $0.kind == .data }
    columns = table.columns
    width = rows.map(\.cells.count).max() ?? 0
    guard width >= 2, !amountColumns.isEmpty, textColumn != nil else { return nil }
  }

  /// The rows that have an amount, once for each column of amounts.
  var goals: [Goal] {
    guard let text = textColumn else { return [] }
    return rows.flatMap { row in
      amountColumns.compactMap { column in
        let amount = cell(column, of: row), goal = cell(text, of: row)
        guard Self.isAmount(amount.text), !goal.isEmpty else { return nil }
        return Goal(
          text: goal, amount: amount, unit: unitColumn.map { cell($0, of: row) } ?? Passage(), heading: heading(column))
      }
    }
  }

  // MARK: Columns

  /// Columns with an amount in most rows, but for those that number the rows.
  private var amountColumns: [Int] {
    (0..<width).filter { column in
      let filled = cells(column)
      return !numbersRows(column) && filled.count(where: Self.isAmount) * 2 > rows.count
    }
  }

  /// Of the columns without amounts that of the longest text.
  private var textColumn: Int? {
    let length = { (column: Int) in cells(column).map(\.count).reduce(0, +) }
    return (0..<width).filter { !amountColumns.contains($0) && !numbersRows($0) && isOfWords($0) }
      .max { (length($0), $1) < (length($1), $0) }
  }

  /// A column of short words beside those of amounts: no cell is empty where an amount is.
  private var unitColumn: Int? {
    guard let text = textColumn, let first = amountColumns.first else { return nil }
    return (0..<width).first { column in
      guard column != text, !amountColumns.contains(column), !numbersRows(column) else { return false }
      let units = rows.filter { Self.isAmount(cell(first, of: $0).text) }.map { cell(column, of: $0).text }
      return units.allSatisfy { $0.count <= TargetTableLimits.longestUnit }
        && units.count { !$0.isEmpty && !$0.contains(where: \.isNumber) } * 2 > units.count
    }
  }

  private func isOfWords(_ column: Int) -> Bool {
    cells(column).count { $0.contains(" ") } * 2 > rows.count
  }

  /// 1, 2, 3 … from one row to the next; the first column where its heading says so.
  private func numbersRows(_ column: Int) -> Bool {
    if columns.indices.contains(column), columns[column].role == .index { return true }
    let numbers = cells(column).compactMap { Int($0.filter { $0 != "." }) }
    guard column == 0, numbers.count * 2 > rows.count else { return false }
    let steps = zip(numbers, numbers.dropFirst())
    return steps.count { $1 == $0 + 1 } * 2 > numbers.count - 1
  }

  // MARK: Cells

  private func cell(_ column: Int, of row: DataTable.Row) -> Passage {
    row.cells.indices.contains(column) ? row.cells[column] : Passage()
  }

  private func cells(_ column: Int) -> [String] { rows.map { cell(column, of: $0).text } }

  /// What stands over a column: its heading, or the first row where no header was found.
  private func heading(_ column: Int) -> Passage {
    if columns.indices.contains(column) { return columns[column].heading }
    return rows.first.map { cell(column, of: $0) }.flatMap { Self.isAmount($0.text) ? nil : $0 } ?? Passage()
  }

  /// Figures with few words beside them: `95`, `1.500`, `≥ 95%`, `trên 80%`.
  private static func isAmount(_ text: String) -> Bool {
    text.contains { $0.isASCII && $0.isNumber } && text.count <= TargetTableLimits.longestAmount
      && text.count(where: \.isLetter) <= TargetTableLimits.lettersOfAmount && !text.contains("/")
  }
}

/// How far a table of goals is asked, in characters.
enum TargetTableLimits {
  /// An amount with its bound; the letters in it (`Trên`, `Tối thiểu`).
  static let longestAmount = 18, lettersOfAmount = 12
  /// What amounts are counted in: `hồ sơ/năm`.
  static let longestUnit = 24
}
