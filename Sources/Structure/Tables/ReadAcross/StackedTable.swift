internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Rebuilds a task table of a text input whose headings stand over several lines and whose rows begin with their
/// numbers: each line is cut where the columns' widths, rules and the words themselves say. Every row says that it was
/// rebuilt.
struct StackedTable: Sendable {
  private let header: StackedHeader
  private let rows: StackedRows
  private let columns: ColumnRules
  private let marks: FitMarks
  private let bonds: FitBonds
  private let certaintyOfKnown: Confidence

  /// Rows in all: fewer are a list.
  private static let fewestRows = 2

  init(_ phrases: Phrases, _ words: ReadAcrossWords, sections: InterleavedHeader, certaintyOfKnown: Double) {
    let header = StackedHeader(phrases)
    self.header = header
    rows = StackedRows(phrases, header: header, sections: sections)
    columns = ColumnRules(phrases)
    marks = FitMarks(phrases, words)
    bonds = FitBonds(phrases)
    self.certaintyOfKnown = Confidence(certaintyOfKnown)
  }

  /// The first such table in the lines, and which of them it takes; nil where there is none.
  func table(in lines: [FlowLine], isSure: Bool) -> (range: Range<Int>, table: DataTable)? {
    guard let head = header.first(in: lines), lines.allSatisfy({ $0.box == nil }) else { return nil }
    let found = rows.rows(of: Array(lines[head.lines.upperBound...]), below: Array(lines[head.lines]))
    let numbered = found.pieces.compactMap { if case .row(_, let lines, _) = $0 { lines } else { nil } }
    guard numbered.count >= Self.fewestRows, !isSure || head.lines.count > 1 && beginAtTheirTop(numbered) else {
      return nil
    }
    let fitted = numbered.map { lines in
      lines.enumerated().map { FitLine($1, skipping: $0 == 0 ? 1 : 0, marks: marks) }
    }
    let roles = roles(of: head, over: fitted)
    let cuts = ColumnFitter(roles: roles, isTopAligned: true, bonds: bonds).cuts(of: fitted)
    guard nameBodies(zip(fitted, cuts).map { ($0, $1) }, roles) else { return nil }
    var data = zip(fitted, cuts).map { cells(of: $0, $1, roles) }[...]
    let result = found.pieces.compactMap { piece -> DataTable.Row? in
      switch piece {
      case .group(let label, let title):
        DataTable.Row(kind: .group, cells: [Passage(words: [label]), title], notes: ["rebuilt"])
      case .row(let number, let lines, let spans):
        data.popFirst().map { row(number, $0, roles, lines: lines, spansPages: spans) }
      }
    }
    let headings = [.index] + roles
    let passages = headings.map { role in
      heading(head.columns.first { $0.role == role }, at: lines[head.lines.lowerBound])
    }
    return (
      head.lines.lowerBound..<head.lines.upperBound + found.end,
      DataTable(columns: columns.columns(passages), rows: result)
    )
  }

  /// Half of the rows at least have a body in the column of those who lead: numbered goals below words that could be headings
  /// have none.
  private func nameBodies(_ rows: [(lines: [FitLine], cuts: [ColumnFit.Cuts])], _ roles: [Vocabulary.Role]) -> Bool {
    guard let lead = roles.firstIndex(of: .lead) else { return false }
    let named = rows.count { row in
      zip(row.lines, row.cuts).contains { line, cut in line.tokens[cut[lead]..<cut[lead + 1]].first?.opensBody ?? false
      }
    }
    return named * 2 >= rows.count
  }

  /// Nearly every row has several lines and does not go on, after its number's line, as a new row would: with a capital.
  private func beginAtTheirTop(_ rows: [[FlowLine]]) -> Bool {
    let tall = rows.count { $0.count > 1 }
    return tall * 5 >= rows.count * 4
      && rows.allSatisfy { $0.last?.string.unicodeScalars.first?.isCapital == false || $0.count < 2 || isShort($0) }
  }

  /// The row's last line holds the end of a cell only.
  private func isShort(_ row: [FlowLine]) -> Bool {
    let widest = row.map(\.text.count).max() ?? 0
    return (row.last?.text.count ?? 0) * 2 <= widest
  }

  /// What the columns hold, from left to right: those of bodies stand first where nearly every row begins with a body.
  private func roles(of head: StackedHeader.Found, over rows: [[FitLine]]) -> [Vocabulary.Role] {
    let roles = head.columns.map(\.role).filter { $0 != .index }
    let opened = rows.count { $0.first?.tokens.first?.opensBody ?? false }
    guard opened * 5 >= rows.count * 4 else { return roles }
    let bodies = roles.filter { $0 == .lead || $0 == .cooperating }
    return bodies + roles.filter { !bodies.contains($0) }
  }

  private func heading(_ column: StackedHeader.Column?, at line: FlowLine) -> Passage {
    let place = line.passage.words.first
    return Passage(
      words: (column?.heading ?? []).map {
        PlacedWord(
          text: $0, page: place?.page ?? 1, line: place?.line ?? 0, confidence: certaintyOfKnown, isInferred: true)
      })
  }

  private func cells(of lines: [FitLine], _ cuts: [ColumnFit.Cuts], _ roles: [Vocabulary.Role]) -> [Passage] {
    roles.indices.map { column in
      let words = zip(lines, cuts).flatMap { line, cut in line.tokens[cut[column]..<cut[column + 1]].map(\.word) }
      return Passage(words: words)
    }
  }

  private func row(
    _ number: PlacedWord, _ cells: [Passage], _ roles: [Vocabulary.Role], lines: [FlowLine], spansPages: Bool
  ) -> DataTable.Row {
    var label = number
    label.text = number.text.trimmingSigns
    var notes = ["rebuilt"]
    if spansPages { notes.append("page-break") }
    for (role, note) in [(Vocabulary.Role.lead, "lead-lost"), (.deadline, "deadline-lost")] {
      if let column = roles.firstIndex(of: role), cells[column].isEmpty { notes.append(note) }
    }
    return DataTable.Row(cells: [Passage(words: [label])] + cells, notes: notes, raw: lines.map(\.string))
  }
}
