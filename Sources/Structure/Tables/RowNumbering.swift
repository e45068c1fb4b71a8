internal import DocumentModel
internal import Vietnamese

/// Puts the numbers of a table's rows and groups right by their sequence: a number that was misread is the one that
/// comes next; one that was read well stays, whatever it is.
struct RowNumbering {
  private(set) var table: DataTable
  private(set) var findings: [Finding] = []
  /// The column that numbers the rows: the one that says so, else the first.
  private let column: Int
  /// Rows with a title over all columns and no label: they are not numbered.
  private var titles: Set<Int>

  init(_ table: DataTable) {
    self.table = table
    column = table.columns.firstIndex { $0.role == .index } ?? 0
    titles = Set(
      table.rows.indices.filter { table.rows[$0].kind == .group && table.rows[$0].cells.first?.isEmpty == true })
    markUnlabelledGroups()
    repairGroups()
    if isNumbered { repairRows() } else if hasLostNumbers { numberRows() } else { repairLevels() }
  }

  private var isNumbered: Bool {
    let data = table.rows.filter { $0.kind == .data }
    return data.count > TableLimits.fewestNumberedRows && data.filter { number(of: $0) != nil }.count * 2 > data.count
  }

  /// A heading says that a column numbers the rows, and hardly a number of it was read; none of those contradicts the order
  /// of the rows.
  private var hasLostNumbers: Bool {
    guard table.columns.indices.contains(column), table.columns[column].role == .index,
      table.columns[column].rule != "column.cells"
    else { return false }
    let data = table.rows.filter { $0.kind == .data }
    let isInOrder = data.enumerated().allSatisfy { place, row in number(of: row).map { $0 == place + 1 } ?? true }
    return isInOrder && data.count > 1 && !data.contains(where: hasLevels)
      && data.allSatisfy { row in
        row.cells.indices.contains(column) && row.cells[column].text.count <= TableLimits.longestNumber
      }
  }

  /// `1.2` is no lost number.
  private func hasLevels(_ row: DataTable.Row) -> Bool { levels(of: row) != nil }

  /// The parts of `1.2`; nil for one number and for anything else.
  private func levels(of row: DataTable.Row) -> [Int]? {
    guard row.cells.indices.contains(column) else { return nil }
    let parts = row.cells[column].withoutClosingMark.text.split(separator: ".")
    let numbers = parts.compactMap { Int($0) }
    return parts.count > 1 && numbers.count == parts.count ? numbers : nil
  }

  /// What stands before `1.2` at the top of its level, or between `1.1` and `1.3`, is told by them where most rows are
  /// numbered so.
  private mutating func repairLevels() {
    let data = table.rows.indices.filter {
      table.rows[$0].kind == .data && table.rows[$0].cells.indices.contains(column)
    }
    let read = data.map { levels(of: table.rows[$0]) }
    guard read.count(where: { $0 != nil }) * 2 > data.count else { return }
    for (place, row) in data.enumerated().dropLast() where read[place] == nil {
      let printed = table.rows[row].cells[column].text
      guard printed.count <= TableLimits.longestNumber, let next = read[place + 1], let last = next.last, last > 1
      else { continue }
      let level = Array(next.dropLast()), before = place > 0 ? read[place - 1] : nil
      let fits = last == 2 ? before?.dropLast() != level[...] : before == level + [last - 2]
      guard fits else { continue }
      set((level + [last - 1]).map(String.init).joined(separator: "."), column: column, row: row, printed: printed)
    }
  }

  private mutating func numberRows() {
    let data = table.rows.indices.filter { table.rows[$0].kind == .data }
    for (place, row) in data.enumerated() where number(of: table.rows[row]) == nil {
      set(String(place + 1), column: column, row: row, printed: table.rows[row].cells[column].text)
    }
  }

  // MARK: Groups

  /// A row with nothing but a title is a group whose label was lost or misread where other groups are labelled, and one
  /// without a label where the rows of work around it say who does it and by when.
  private mutating func markUnlabelledGroups() {
    let hasLabels = table.rows.indices.contains { table.rows[$0].kind == .group && !titles.contains($0) }
    guard hasLabels || rowsAreFilled else { return }
    for (index, row) in table.rows.enumerated() where row.kind == .data {
      guard let title = loneTitle(of: row) else { continue }
      let label = hasNumberColumn && row.cells.indices.contains(column) ? row.cells[column] : Passage()
      if !hasLabels, !label.isEmpty { continue }
      table.rows[index].kind = .group
      table.rows[index].cells = [label, title]
      if !hasLabels { titles.insert(index) }
    }
  }

  /// The one text of a row, besides what may be its label.
  private func loneTitle(of row: DataTable.Row) -> Passage? {
    let filled = row.cells.indices.filter { !row.cells[$0].isEmpty && !(hasNumberColumn && $0 == column) }
    guard filled.count == 1, let title = filled.first.map({ row.cells[$0] }), number(of: row) == nil,
      LooseText(title.text).beginsWithCapital, title.text.count <= TableLimits.longestTitle
    else { return nil }
    let label = hasNumberColumn && row.cells.indices.contains(column) ? row.cells[column].text : ""
    return label.count <= TableLimits.longestNumber ? title : nil
  }

  /// Work with bodies, and most rows fill three cells or more.
  private var rowsAreFilled: Bool {
    let roles = table.columns.map(\.role), data = table.rows.filter { $0.kind == .data }
    guard roles.contains(.task), roles.contains(.lead) else { return false }
    return data.count { row in row.cells.count { !$0.isEmpty } >= 3 } * 5 >= data.count * 3
  }

  /// A column says that it numbers the rows, or the first one has figures.
  private var hasNumberColumn: Bool {
    let first = table.columns.first?.role
    return table.columns.contains { $0.role == .index } || first == nil || first == .other
  }

  private mutating func repairGroups() {
    let groups = table.rows.indices.filter { table.rows[$0].kind == .group && !titles.contains($0) }
    guard let first = groups.first else { return }
    let isRoman = romanValue(label(of: first)) != nil
    var expected = 1
    for index in groups {
      let printed = label(of: index)
      let read =
        isRoman
        ? romanValue(printed)
        : printed.count == 1 ? Self.capitals.firstIndex(of: printed.first ?? " ").map { $0 + 1 } : nil
      let value = read.flatMap { $0 >= expected && $0 <= expected + TableLimits.widestGroupGap ? $0 : nil } ?? expected
      let label = isRoman ? romanNumeral(value) : String(Self.capitals[min(value, Self.capitals.count) - 1])
      if label != printed { set(label, column: 0, row: index, printed: printed) }
      expected = value + 1
    }
  }

  private static let capitals: [Character] = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

  private func label(of row: Int) -> String { table.rows[row].cells.first?.withoutClosingMark.text ?? "" }

  // MARK: Rows

  private mutating func repairRows() {
    var expected = firstNumber
    for index in table.rows.indices {
      if table.rows[index].kind == .group { continue }
      let row = table.rows[index]
      let printed = row.cells[column].withoutClosingMark.text
      if printed.isEmpty, !isLostNumber(index, expected) { continue }
      if printed.contains("."), Double(printed) != nil { continue }
      if holdsWords(printed) { continue }
      let read = Int(printed)
      let repaired = read ?? Self.repaired(printed)
      guard let next = expected else {
        expected = repaired.map { $0 + 1 }
        continue
      }
      if read == nil || (read != next && follows(index, next + 1)) {
        set(String(next), column: column, row: index, printed: printed)
        expected = next + 1
      } else {
        expected = (read ?? next) + 1
      }
    }
  }

  /// A cell that holds words was no number: `Tổng cộng`.
  private func holdsWords(_ text: String) -> Bool {
    text.count(where: \.isLetter) >= TableLimits.fewestLettersOfWords
  }

  /// The number of the first row, as most of the rows that can be read tell it.
  private var firstNumber: Int? {
    var votes: [Int: Int] = [:]
    for (place, row) in table.rows.filter({ $0.kind == .data }).enumerated() {
      if let number = number(of: row), number > place { votes[number - place, default: 0] += 1 }
    }
    return votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// A row of its own without a number, before the row that goes on after it.
  private func isLostNumber(_ index: Int, _ expected: Int?) -> Bool {
    guard let expected else { return false }
    let cells = table.rows[index].cells
    let filled = cells.count { !$0.isEmpty }
    return (filled > 2 || filled > 1 && filled == cells.count - 1) && follows(index, expected + 1)
  }

  /// The row after is numbered so: the row between cannot be what it was read as.
  private func follows(_ index: Int, _ number: Int) -> Bool {
    let after = table.rows[(index + 1)...].first { $0.kind == .data }
    return after.flatMap { self.number(of: $0) } == number
  }

  private func number(of row: DataTable.Row) -> Int? {
    guard row.cells.indices.contains(column) else { return nil }
    return Int(row.cells[column].withoutClosingMark.text)
  }

  /// `3i` → 31, `S5` → 55.
  private static func repaired(_ text: String) -> Int? {
    let digits: [Character: Character] = [
      "l": "1", "i": "1", "I": "1", "|": "1", "O": "0", "o": "0", "S": "5", "B": "8", "Z": "2", "g": "9",
    ]
    return Int(String(text.compactMap { digits[$0] ?? ($0.isASCII && $0.isNumber ? $0 : nil) }))
  }

  private mutating func set(_ text: String, column: Int, row: Int, printed: String) {
    let place = table.rows[row].cells[column].words.first ?? table.rows[row].cells.first { !$0.isEmpty }?.words.first
    let word = PlacedWord(
      text: text, page: place?.page ?? 1, line: place?.line ?? 0, box: place?.box,
      confidence: Confidence(TableCertainties.inferredNumber), isInferred: text != printed)
    table.rows[row].cells[column] = Passage(words: [word])
    table.rows[row].notes.append("number-inferred")
    findings.append(
      Finding(.note, .labelRepaired(printed: printed, label: text), at: table.rows[row].cells[column].provenance))
  }
}
