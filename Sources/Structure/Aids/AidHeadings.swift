internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Tells what the columns of a list hold: by their headings, and where these are misread or lost, by their cells.
struct AidHeadings: Sendable {
  private let headings: PhraseTable<Vocabulary.Role>

  init(_ phrases: Phrases) { headings = phrases.table(.aidColumn) }

  /// Nil for a heading that no list has.
  func role(of heading: String) -> Vocabulary.Role? {
    let text = LooseText(heading)
    let range = text.trimmed(0..<(text.firstIndex(of: .openBracket) ?? text.count))
    guard !range.isEmpty, range.count <= AidLimits.longestTitle else { return nil }
    if let near = headings.nearest(to: text, in: range) { return near }
    // Upper levels of the heading stand before the column's own words.
    for offset in range where text.isBoundary(at: offset) && text.isWord(at: offset) {
      if let match = headings.match(in: text, at: offset), match.range.upperBound == range.upperBound {
        return match.value
      }
    }
    return nil
  }

  /// The table's rows under what their columns hold; the columns of the table before serve one that goes on without a
  /// heading. Nil where too few columns are known.
  func list(in table: DataTable, after before: AidTable?) -> AidTable? {
    let data = table.rows.filter { $0.kind == .data }
    if !table.columns.isEmpty, let list = listed(table.columns.map(\.text), data) { return list }
    // A heading that no rule of tables knows is their first row, or below it.
    for depth in data.indices.prefix(2) where table.columns.isEmpty || depth == 0 {
      if let list = listed(data[depth].cells.map(\.text), Array(data[(depth + 1)...])) { return list }
    }
    guard let before, before.roles.count == data.first?.cells.count, table.columns.isEmpty else { return nil }
    return AidTable(roles: before.roles, headed: before.headed, rows: data)
  }

  private func listed(_ headings: [String], _ rows: [DataTable.Row]) -> AidTable? {
    var seen: Set<Vocabulary.Role> = []
    // A heading that comes twice is that of the first.
    let roles = headings.map { role(of: $0).flatMap { seen.insert($0).inserted ? $0 : nil } }
    guard seen.count >= AidLimits.fewestHeadings else { return nil }
    return AidTable(roles: roles, headed: seen, rows: rows.filter { !Self.isNumbering($0) }).completed
  }

  /// `(1) (2) (3)` under the heading.
  private static func isNumbering(_ row: DataTable.Row) -> Bool {
    row.cells.count > 2
      && row.cells.enumerated().allSatisfy { place, cell in Int(cell.text.filter(\.isFigure)) == place + 1 }
  }
}

/// The rows of a list and what their columns hold.
struct AidTable {
  /// One a column; nil for one that is not known.
  var roles: [Vocabulary.Role?]
  /// What headings say.
  var headed: Set<Vocabulary.Role>
  var rows: [DataTable.Row]

  func column(_ role: Vocabulary.Role) -> Int? { roles.firstIndex(of: role) }

  /// The filled cells of a column.
  func texts(_ column: Int) -> [String] {
    rows.compactMap { $0.cells.indices.contains(column) ? $0.cells[column].text : nil }.filter { !$0.isEmpty }
  }

  /// Whether most of the filled cells, and more than one, are so.
  func isMostly(_ column: Int, _ test: (String) -> Bool) -> Bool {
    let filled = texts(column)
    return filled.count > 1 && Double(filled.count(where: test)) >= AidLimits.share * Double(filled.count)
  }

  /// With what the cells of columns tell whose heading says nothing. Sheets that rise are numbers of sheets, whatever stands
  /// over them.
  fileprivate var completed: AidTable {
    var table = self
    for column in roles.indices where roles[column] == nil {
      if table.column(.day) == nil, isMostly(column, { AidDate($0)?.parts.date != nil }) {
        table.roles[column] = .day
      } else if table.column(.numberAndSymbol) == nil, table.column(.symbol) == nil, isMostly(column, \.isSymbol) {
        table.roles[column] = .numberAndSymbol
      }
    }
    if column(.dossierCode) == nil, column(.sheet) == nil, let count = column(.sheetCount),
      RisingFigures(texts(count)).isRising
    {
      table.roles[count] = .sheet
    }
    return table
  }
}

extension String {
  /// `131/QĐ-UBND`.
  var isSymbol: Bool { DocumentSymbol(self) != nil }
}
