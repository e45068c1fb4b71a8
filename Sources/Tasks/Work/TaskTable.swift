internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// A table whose columns say that its rows are tasks.
struct TaskTable {
  private let table: DataTable
  /// The first column numbers the rows though its heading does not say so (misread, empty).
  private let isNumbered: Bool

  /// Nil for a table that gives nobody anything to do: amounts of money, lists of names.
  init?(_ table: DataTable) {
    self.table = table
    let roles = table.columns.map(\.role)
    let numbers = table.rows.filter { $0.kind == .data && Int($0.cells.first?.text ?? "") != nil }.count
    isNumbered = !roles.contains(.index) && (roles.first ?? nil) == nil && numbers * 2 > table.rows.count
    guard roles.contains(.task), roles.contains(.lead) || roles.contains(.cooperating) else { return nil }
  }

  /// A row of work and the group rows above it.
  struct Entry {
    var number: String
    /// Label and title of the group row above.
    var group: (label: String, title: String)?
    var row: DataTable.Row
  }

  var entries: [Entry] {
    var group: (label: String, title: String)?
    var result: [Entry] = []
    for (index, row) in table.rows.enumerated() {
      if row.kind == .group {
        group = (row.cells[0].text, row.cells[1].text)
        continue
      }
      let number = number(of: row)
      if isHeading(row, number: number, next: table.rows.dropFirst(index + 1).first) {
        group = (number, cell(.task, of: row).text)
        continue
      }
      if !cell(.task, of: row).isEmpty, !repeats(row, number: number, last: result.last) {
        result.append(Entry(number: number, group: group, row: row))
      }
    }
    return result
  }

  /// A row over a page's end whose merged cell was given to both of its halves: the same number, the same work.
  private func repeats(_ row: DataTable.Row, number: String, last: Entry?) -> Bool {
    guard let last, !number.isEmpty, last.number == number else { return false }
    return cell(.task, of: last.row).text == cell(.task, of: row).text
  }

  /// All cells of the columns with a role, joined.
  func cell(_ role: ColumnRole, of row: DataTable.Row) -> Passage {
    Passage(joining: zip(table.columns, row.cells).filter { $0.0.role == role }.map(\.1))
  }

  /// The same as a part of an assignment, with the rule that knew the column. The cells of a row that was rebuilt were
  /// not read under a heading: `rebuilt` stands in the rule's place.
  func part(_ role: Vocabulary.Role, of row: DataTable.Row) -> AssignmentPart {
    let column = table.columns.first { $0.role?.rawValue == role.rawValue }
    let isRebuilt = row.notes.contains("rebuilt")
    return AssignmentPart(
      role: role, value: ColumnRole(rawValue: role.rawValue).map { cell($0, of: row) } ?? Passage(),
      rule: isRebuilt ? "rebuilt" : column?.rule ?? "", certainty: column?.certainty ?? 0)
  }

  private func number(of row: DataTable.Row) -> String {
    let text = LooseText((isNumbered ? row.cells.first ?? Passage() : cell(.index, of: row)).text)
    return text[text.trimmed(0..<text.count, of: .aroundNumber)]
  }

  /// `1` with no body of its own and `1.1` under it only heads the rows that follow.
  private func isHeading(_ row: DataTable.Row, number: String, next: DataTable.Row?) -> Bool {
    guard !number.isEmpty, cell(.lead, of: row).isEmpty, cell(.cooperating, of: row).isEmpty, let next else {
      return false
    }
    return self.number(of: next).hasPrefix(number + ".")
  }
}
