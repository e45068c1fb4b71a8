internal import DocumentModel
internal import Vietnamese

/// The shape of a table of `dictionaries/`: one row a line, cells parted by tabs. A line that begins with `#` is a comment.
struct TableShape: Sendable {
  enum Content: Sendable {
    /// Any text that is not empty.
    case text
    /// Any text, or none.
    case anything
    /// A whole number from 1 on.
    case count
    /// A decimal number from 0 on.
    case cost
    /// One of a list of words.
    case oneOf(Set<String>)
  }

  struct Cell: Sendable {
    var name: String
    var content: Content
  }

  struct Row: Sendable {
    /// 1-based.
    var line: Int
    var cells: [String]
  }

  let file: String
  /// Whether the first line names the cells.
  var hasHeader = false
  /// What every row must have; further cells may follow.
  let cells: [Cell]
  /// The cells that make two rows the same.
  let key: [Int]
  /// Whether capitals make another row: they do in a table of single letters.
  var keepsCapitals = false

  /// All rows, those with faults included.
  func rows(of text: String) -> [Row] {
    var rows: [Row] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") && !(hasHeader && index == 0) {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      rows.append(Row(line: index + 1, cells: cells))
    }
    return rows
  }

  /// Why the program cannot use a row; nil where it can.
  func fault(of row: Row) -> Message? {
    guard row.cells.count >= cells.count else { return .tooFewCells(row.cells.count, of: cells.count) }
    return zip(cells, row.cells).lazy.compactMap(fault).first
  }

  private func fault(of cell: Cell, _ value: String) -> Message? {
    switch cell.content {
    case .anything: nil
    case .text: value.isEmpty ? .emptyCell(cell.name) : nil
    case .count: Int(value).map { $0 > 0 } ?? false ? nil : .notANumber(cell.name, value)
    case .cost: Double(value).map { $0 >= 0 && $0.isFinite } ?? false ? nil : .notANumber(cell.name, value)
    case .oneOf(let words): words.contains(value) ? nil : .unknownWord(cell.name, value)
    }
  }

  /// Rows that say what an earlier one says.
  func doubles(in rows: [Row]) -> [Vocabulary.Fault] {
    var seen: [[String]: Int] = [:]
    return rows.compactMap { row in
      let key = self.key.map { keepsCapitals ? row.cells[$0] : lowercased(row.cells[$0]) }
      guard let first = seen[key] else {
        seen[key] = row.line
        return nil
      }
      return Vocabulary.Fault(file: file, line: row.line, message: .doubleRow(of: first))
    }
  }
}

extension TableShape {
  static let labels = TableShape(
    file: "labels.tsv",
    cells: [
      Cell(name: "role", content: .oneOf(Set(Vocabulary.Role.allCases.map(\.rawValue)))),
      Cell(name: "place", content: .oneOf(Set(Vocabulary.Place.allCases.map(\.rawValue)))),
      Cell(name: "wording", content: .text),
    ], key: [0, 1, 2])

  static let documentTypes = TableShape(
    file: "document-types.tsv", cells: [Cell(name: "code", content: .text), Cell(name: "name", content: .text)],
    key: [1])

  static let bodies = TableShape(
    file: "bodies.tsv",
    cells: [
      Cell(name: "kind", content: .oneOf(Set(Vocabulary.NameKind.allCases.map(\.rawValue)))),
      Cell(name: "wording", content: .text),
    ], key: [0, 1])

  static let verbs = TableShape(file: "verbs.tsv", cells: [Cell(name: "verb", content: .text)], key: [0])

  static let personNames = TableShape(
    file: "person-names.tsv",
    cells: [
      Cell(name: "part", content: .oneOf(Set(PersonNames.Part.allCases.map(\.rawValue)))),
      Cell(name: "word", content: .text), Cell(name: "people", content: .count),
    ], key: [0, 1], keepsCapitals: true)

  /// The tables that the grammars are made of.
  static let vocabulary = [labels, documentTypes, bodies, verbs, personNames]

  /// The tables of restoration (dictionaries/README.md says what makes them).
  static let restoration = [
    TableShape(
      file: "abbreviations.tsv", hasHeader: true,
      cells: [
        Cell(name: "abbr", content: .text), Cell(name: "expansion", content: .text), Cell(name: "kind", content: .text),
      ], key: [0, 1], keepsCapitals: true),
    TableShape(
      file: "symbols.tsv", hasHeader: true,
      cells: [Cell(name: "part", content: .text), Cell(name: "count", content: .count)], key: [0], keepsCapitals: true),
    TableShape(
      file: "places.tsv", hasHeader: true, cells: [Cell(name: "name", content: .text)], key: [0], keepsCapitals: true),
    confusions("confusions-english.tsv"), confusions("confusions-vietnamese.tsv"),
  ]

  private static func confusions(_ file: String) -> TableShape {
    TableShape(
      file: file, hasHeader: true,
      cells: [
        Cell(name: "meant", content: .anything), Cell(name: "seen", content: .anything),
        Cell(name: "cost", content: .cost),
      ], key: [0, 1], keepsCapitals: true)
  }
}
