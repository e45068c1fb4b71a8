internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// A table whose columns say that its rows are tasks.
struct TaskTable {
  private let table: DataTable
  private let roles: [Vocabulary.Role?]
  /// The first column numbers the rows though its heading does not say so (misread, empty).
  private let isNumbered: Bool

  /// Nil for a table that gives nobody anything to do: amounts of money, lists of names.
  init?(_ table: DataTable, reader: ColumnReader) {
    self.table = table
    roles = table.columns.map { reader.role(of: $0.text) }
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
  func cell(_ role: Vocabulary.Role, of row: DataTable.Row) -> Passage {
    Passage(joining: zip(roles, row.cells).filter { $0.0 == role }.map(\.1))
  }

  private func number(of row: DataTable.Row) -> String {
    let text = LooseText((isNumbered ? row.cells.first ?? Passage() : cell(.index, of: row)).text)
    return text[text.trimmed(0..<text.count, of: Array(" .,;:)-_".utf8))]
  }

  /// `1` with no body of its own and `1.1` under it only heads the rows that follow.
  private func isHeading(_ row: DataTable.Row, number: String, next: DataTable.Row?) -> Bool {
    guard !number.isEmpty, cell(.lead, of: row).isEmpty, cell(.cooperating, of: row).isEmpty, let next else {
      return false
    }
    return self.number(of: next).hasPrefix(number + ".")
  }
}

/// Tells what a column holds by its heading.
struct ColumnReader: Sendable {
  private let columns: PhraseTable<Vocabulary.Role>
  /// By their letters alone: headings in narrow columns lose their spaces.
  private let glued: [[UInt8]: Vocabulary.Role]

  init(_ phrases: Phrases) {
    let wordings = phrases.vocabulary.wordings(.column)
    columns = PhraseTable(wordings)
    glued = Dictionary(wordings.map { (LooseText($0.0).glued(), $0.1) }, uniquingKeysWith: { first, _ in first })
  }

  /// The whole heading, or its last words where upper levels stand before them, or one misread, or the core word in it.
  func role(of heading: String) -> Vocabulary.Role? {
    let text = LooseText(heading)
    let range = text.trimmed(0..<(text.firstIndex(of: 0x28) ?? text.count))
    for offset in range where text.isBoundary(at: offset) && text.isWord(at: offset) {
      if let match = columns.match(in: text, at: offset), match.range.upperBound == range.upperBound {
        return match.value
      }
    }
    if let near = columns.nearest(to: text, in: range) ?? glued[text.glued(in: range)] { return near }
    return columns.all(in: text).last?.value
  }
}
