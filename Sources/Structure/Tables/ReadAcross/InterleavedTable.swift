internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Rebuilds a task table of a text input, where an engine read across the columns and no boxes tell them apart. Numbers
/// of rows, headings that repeat on every page, names of bodies and pieces of deadlines at the lines' ends are what is
/// left to go by. A cell that cannot be told stays empty; every row says that it was rebuilt.
struct InterleavedTable: Sendable {
  private let words: ReadAcrossWords
  private let weights: ReadAcrossWeights
  private let headers: InterleavedHeader
  private let columns: ColumnRules
  private let groups: InterleavedGroups
  private let finder: InterleavedRowFinder
  private let cutter: InterleavedRowCutter
  private let stacked: StackedTable

  init(_ phrases: Phrases, weights: ReadAcrossWeights = ReadAcrossWeights()) {
    let words = ReadAcrossWords(phrases)
    (self.words, self.weights) = (words, weights)
    headers = InterleavedHeader(phrases, words, weights: weights)
    columns = ColumnRules(phrases)
    stacked = StackedTable(phrases, words, sections: headers, certaintyOfKnown: weights.certaintyOfKnown)
    groups = InterleavedGroups(headers, words, bounds: weights.table)
    finder = InterleavedRowFinder(words, costs: weights.rows, starts: weights.starts)
    cutter = InterleavedRowCutter(words, names: phrases.vocabulary.names(.body), weights: weights)
  }

  /// The interleaved table of a body and the items it fills, if there is one: from its headings to the next heading of
  /// a section, or to the body's end.
  func table(in items: ArraySlice<FlowItem>, findings: inout [Finding]) -> (range: Range<Int>, table: DataTable)? {
    stackedTable(in: items, isSure: true, findings: &findings) ?? centredTable(in: items, findings: &findings)
      ?? stackedTable(in: items, isSure: false, findings: &findings)
  }

  /// A table whose headings stand on several lines, and whose rows begin with their numbers. `isSure`: only one that
  /// cannot be taken for a table whose rows have their numbers at half their height.
  private func stackedTable(
    in items: ArraySlice<FlowItem>, isSure: Bool, findings: inout [Finding]
  ) -> (range: Range<Int>, table: DataTable)? {
    let lines = items.compactMap(\.line)
    guard lines.count == items.count, let found = stacked.table(in: lines, isSure: isSure) else { return nil }
    let rows = found.table.rows.count { $0.kind == .data }
    let place = lines[found.range.lowerBound].passage.provenance
    findings.append(Finding(.warning, .tableRebuilt(rows: rows), at: place))
    let start = items.startIndex
    return (start + found.range.lowerBound..<start + found.range.upperBound, found.table)
  }

  private func centredTable(
    in items: ArraySlice<FlowItem>, findings: inout [Finding]
  ) -> (range: Range<Int>, table: DataTable)? {
    guard let start = items.indices.first(where: { items[$0].line.map { headers.opensTable($0) } ?? false }) else {
      return nil
    }
    let end =
      items.indices[(start + 1)...].first { items[$0].line.map { headers.endsTable($0) } ?? true } ?? items.endIndex
    let lines = items[start..<end].compactMap(\.line)
    guard lines.count == end - start, lines.allSatisfy({ $0.box == nil }) else { return nil }
    let groups = groups.groups(of: lines)
    guard groups.flatMap(\.lines).filter({ $0.number != nil }).count >= weights.table.fewestRows else { return nil }
    var rows = rows(of: groups, isProvincial: isProvincial(lines))
    guard rows.count >= weights.table.fewestRows else { return nil }
    let header = lines[0].passage
    findings.append(
      Finding(.warning, .tableRebuilt(rows: rows.filter { $0.kind == .data }.count), at: header.provenance))
    if isWard(lines) { raiseLevels(of: &rows, at: header.provenance, findings: &findings) }
    return (start..<end, DataTable(columns: columns.columns(headers.columns(of: lines[0])), rows: rows))
  }

  private func rows(of groups: [InterleavedGroup], isProvincial: Bool) -> [DataTable.Row] {
    var rows: [DataTable.Row] = []
    var last = 0, number = 0
    for group in groups {
      if let title = group.title {
        number += 1
        rows.append(groupRow(number, title))
      }
      for row in finder.rows(of: group.lines, first: last + 1, count: group.title?.count) {
        let lines = Array(group.lines[row.lines])
        rows.append(cutter.row(number: row.number, lines: lines, isProvincial: isProvincial))
        last = row.number
      }
    }
    return rows
  }

  // MARK: Whose table it is

  /// A province's table names bodies of the province, a commune's those of the commune.
  private func isProvincial(_ lines: [FlowLine]) -> Bool {
    lines.reduce(0) {
      $0 + (words.province.beginAWord(in: $1.text) ? 1 : 0) - (words.ward.beginAWord(in: $1.text) ? 1 : 0)
    } > 0
  }

  /// Names are known with `xã` at their end; where only wards are spoken of, they are a ward's.
  private func isWard(_ lines: [FlowLine]) -> Bool {
    let communes = lines.count { words.commune.areWord(within: $0.text) || words.commune.endWord(of: $0.text) }
    let wards = lines.count { words.ward.beginAWord(in: $0.text) }
    return wards > weights.table.wardLines && wards > weights.table.wardsPerCommune * communes
  }

  /// Names the bodies of a commune as those of a ward, and says how many.
  private func raiseLevels(of rows: inout [DataTable.Row], at place: Provenance?, findings: inout [Finding]) {
    guard let level = words.wardLevel else { return }
    var changed: [String] = []
    for row in rows.indices where rows[row].kind == .data {
      for cell in DataTable.Row.bodyCells {
        let before = rows[row].cells[cell]
        let after = Passage(words: before.words.map { raised($0, to: level) })
        guard after != before else { continue }
        rows[row].cells[cell] = after
        changed.append(before.text)
        rows[row].noteInferred(cell: cell)
      }
    }
    if !changed.isEmpty {
      findings.append(Finding(.warning, .bodyLevelVoted(to: level, cells: changed.count), at: place))
    }
  }

  private func raised(_ word: PlacedWord, to level: String) -> PlacedWord {
    guard words.communeLevels.contains(word.text.trimmingSigns) else { return word }
    var raised = word
    raised.text = word.text.replacing(word.text.trimmingSigns, with: level)
    raised.isInferred = true
    return raised
  }

  /// A group's label is the letter before its title, or a Roman number that is counted where it was not read.
  private func groupRow(_ number: Int, _ title: InterleavedGroup.Title) -> DataTable.Row {
    let text = romanNumeral(number)
    let place = title.passage.words.first
    let isPrinted = title.label.map { $0.text == text || title.isLettered } ?? false
    let label = PlacedWord(
      text: title.isLettered ? title.label?.text ?? text : text, page: place?.page ?? 1, line: place?.line ?? 0,
      confidence: Confidence(weights.certaintyOfKnown), isInferred: !isPrinted)
    return DataTable.Row(kind: .group, cells: [Passage(words: [label]), title.passage], notes: ["rebuilt"])
  }
}
