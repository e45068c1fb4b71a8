internal import DocumentModel
internal import Grammar

extension DataTable {
  /// The table with the numbers of its rows in a column of their own, where they stand before the work in its first column:
  /// the white between the two was too narrow to part them. Most rows have a number there, and the numbers rise.
  func withNumbersParted(_ rules: ColumnRules) -> DataTable {
    guard let first = columns.first, !columns.contains(where: { $0.role == .index }) else { return self }
    let numbers = rows.map { $0.kind == .data ? $0.cells.first.flatMap(Self.number) : nil }
    // Titles of groups have nothing beside them.
    let full = rows.count { row in row.isData && row.cells.count { !$0.isEmpty } > 1 }
    guard Self.rise(numbers.compactMap { $0 }), numbers.count(where: { $0 != nil }) * 2 > full else { return self }
    var table = self
    let isHeaded = first.heading.words.first.map { rules.role(ofCell: $0.text) == .index } ?? false
    let headings = [
      Passage(words: Array(first.heading.words.prefix(isHeaded ? 1 : 0))),
      Passage(words: Array(first.heading.words.dropFirst(isHeaded ? 1 : 0))),
    ]
    var own = rules.columns(headings)
    if !isHeaded { own[1] = first }
    own[0].role = .index
    table.columns.replaceSubrange(0..<1, with: own)
    for (index, number) in numbers.enumerated() where table.rows[index].isData {
      guard let cell = table.rows[index].cells.first else { continue }
      let words = cell.words, count = number == nil ? 0 : 1
      table.rows[index].cells.replaceSubrange(
        0..<1, with: [Passage(words: Array(words.prefix(count))), Passage(words: Array(words.dropFirst(count)))])
    }
    return table
  }

  /// The parts of the number that a cell begins with, before a word; nil for any other cell.
  private static func number(of cell: Passage) -> [Int]? {
    guard cell.words.count > 1, let text = cell.words.first?.text, text.count <= TableLimits.longestNumber + 1,
      cell.words[1].text.first?.isUppercase ?? false
    else { return nil }
    return text.numberParts
  }

  private static func rise(_ numbers: [[Int]]) -> Bool {
    let rising = zip(numbers, numbers.dropFirst()).count { $0.lexicographicallyPrecedes($1) }
    return rising > 0 && rising * 3 >= (numbers.count - 1) * 2
  }
}

extension DataTable.Row {
  fileprivate var isData: Bool { kind == .data }
}
