internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Puts a table together from its parts on successive pages: one header, rows cut by a page's end joined, merged cells
/// repeated in every row they cover.
struct TableAssembler: Sendable {
  private let rules: ColumnRules
  private let contents: ColumnContents
  private let sectionLabels: SectionLabelReader

  init(_ phrases: Phrases) {
    rules = ColumnRules(phrases)
    contents = ColumnContents(phrases)
    sectionLabels = SectionLabelReader(phrases)
  }

  func assemble(_ tables: [Table], findings: inout [Finding]) -> [DataTable] {
    var result: [DataTable] = []
    var above: Table?
    for table in tables.map({ $0.withPartedHeader(rules) }) {
      let depth = headerDepth(of: table)
      let header = rules.columns(header(of: table, depth: depth))
      let rows = rows(of: table, from: depth)
      if let last = result.last, let before = above, continues(last, header: header, table: table) {
        let seam = PageSeam(above: before, below: table, first: depth)
        append(rows, at: seam, to: &result[result.count - 1], findings: &findings)
      } else {
        result.append(DataTable(columns: header, rows: rows.map(classified)))
      }
      above = table
    }
    return result.map { assembled in
      var table = contents.headed(assembled).withNumbersParted(rules)
      // A heading of it that is known all the same keeps its role.
      if assembled.columns.isEmpty { table.columns = rules.columns(table.columns.map(\.heading)) }
      table.columns = contents.columns(of: table)
      let numbering = RowNumbering(table)
      findings += numbering.findings
      return numbering.table
    }
  }

  // MARK: Header

  /// How many rows from the top are the header: those whose cells are wordings of columns, as deep as they reach.
  private func headerDepth(of table: Table) -> Int {
    guard table.rowCount > 1 else { return isHeader(table.cells(startingIn: 0)) ? table.rowCount : 0 }
    let top = table.cells(startingIn: 0)
    guard isHeader(top) || standsOverFirstRow(top, in: table) else { return 0 }
    var depth = top.filter { $0.columnSpan < table.columnCount }.map(\.rowSpan).max() ?? 1
    if top.contains(where: { $0.columnSpan > 1 && $0.columnSpan < table.columnCount }) { depth = max(depth, 2) }
    // A row that only numbers the columns, (1) (2) (3), belongs to the header.
    if depth < table.rowCount, isColumnNumbers(table.cells(startingIn: depth)) { depth += 1 }
    return min(depth, table.rowCount)
  }

  private func isHeader(_ cells: [TableCell]) -> Bool {
    let known = cells.count { rules.role(ofCell: $0.text) != nil }
    return known >= TableLimits.fewestKnownHeadings && known * 2 >= cells.count
  }

  /// One known heading is enough for a row of short texts right above the row with the number 1.
  private func standsOverFirstRow(_ top: [TableCell], in table: Table) -> Bool {
    let depth = top.map(\.rowSpan).min() ?? 1
    guard top.count == table.columnCount, top.contains(where: { rules.role(ofCell: $0.text) != nil }),
      top.allSatisfy({ !$0.text.isEmpty && $0.text.count <= TableLimits.longestHeading && Int($0.text) == nil }),
      let first = table.cell(row: depth, column: 0)?.text.filter(\.isNumber)
    else { return false }
    return Int(first) == 1
  }

  /// (1) (2) (3): some may be misread or lost, no cell holds more.
  private func isColumnNumbers(_ cells: [TableCell]) -> Bool {
    guard cells.count > 2, cells.allSatisfy({ $0.text.count <= TableLimits.longestNumber }) else { return false }
    let right = cells.enumerated().count { place, cell in
      Int(cell.text.filter { $0.isASCII && $0.isNumber }) == place + 1
    }
    return right >= TableLimits.fewestColumnNumbers && right * 3 >= cells.count * 2
  }

  private func header(of table: Table, depth: Int) -> [Passage] {
    guard depth > 0 else { return [] }
    return (0..<table.columnCount).map { column in
      var seen: [TableCell] = []
      for row in 0..<depth {
        guard let cell = table.cell(row: row, column: column), !seen.contains(cell) else { continue }
        if row == depth - 1, row > 0, isColumnNumbers(table.cells(startingIn: row)) { continue }
        seen.append(cell)
      }
      return Passage(joining: seen.flatMap(\.passages))
    }
  }

  // MARK: Rows

  private func rows(of table: Table, from depth: Int) -> [DataTable.Row] {
    guard depth < table.rowCount else { return [] }
    return (depth..<table.rowCount).map { row in
      if let title = table.spanningTitle(row: row) { return group(spanning: Passage(joining: title.passages)) }
      var notes: [String] = []
      let cells = (0..<table.columnCount).map { column -> Passage in
        guard let cell = table.cell(row: row, column: column) else { return Passage() }
        if cell.row < row, !cell.lines.isEmpty { notes.append("merged") }
        // A cell over several columns gives its text to the first alone: it is not the value of each.
        return cell.column == column || cell.columnSpan < table.columnCount - 1
          ? Passage(joining: cell.passages) : Passage()
      }
      return DataTable.Row(cells: cells, notes: notes.isEmpty ? [] : ["merged"])
    }
  }

  /// A group row has a capital letter or a Roman number and one text, or nothing but one text over all columns.
  private func classified(_ row: DataTable.Row) -> DataTable.Row {
    let filled = row.cells.filter { !$0.isEmpty }
    guard row.kind == .data, row.cells.count > 2, (1...2).contains(Set(filled.map(\.text)).count),
      let first = filled.first
    else {
      return row
    }
    if filled.count == 1 || Set(filled.map(\.text)).count == 1 {
      return row.cells[0].isEmpty || !isNumber(first) ? group(of: first) ?? row : row
    }
    let text = LooseText(first.text)
    guard text.count <= TableLimits.longestGroupLabel, isGroupLabel(first), row.cells[0] == first,
      let title = filled.first(where: { $0 != first })
    else { return row }
    var group = row
    group.kind = .group
    group.cells = [first.withoutClosingMark, title]
    return group
  }

  /// `I. Về thể chế` in one cell.
  private func group(of cell: Passage) -> DataTable.Row? {
    let text = LooseText(cell.text)
    guard let label = sectionLabels.read(text).first(where: { $0.kind == .roman || $0.kind == .capital }) else {
      return nil
    }
    return DataTable.Row(
      kind: .group, cells: [cell.slice(0..<label.end).withoutClosingMark, cell.slice(label.end..<text.count)])
  }

  /// A title over all columns, with its label if it has one.
  private func group(spanning title: Passage) -> DataTable.Row {
    group(of: title) ?? DataTable.Row(kind: .group, cells: [Passage(), title])
  }

  private func isGroupLabel(_ cell: Passage) -> Bool {
    let label = cell.withoutClosingMark.text
    return romanValue(label) != nil || (label.count == 1 && label.first.map { $0.isLetter && $0.isUppercase } ?? false)
  }

  private func isNumber(_ cell: Passage) -> Bool {
    let text = LooseText(cell.text)
    return text.plain.first?.isDigit ?? false
  }

  // MARK: Over pages

  private func continues(_ table: DataTable, header: [DataTable.Column], table next: Table) -> Bool {
    guard
      table.columns.isEmpty
        ? table.rows.first?.cells.count == next.columnCount : table.columns.count == next.columnCount
    else { return false }
    // A heading or two may be misread on one of the pages.
    let alike = zip(header, table.columns).count { $0.role == $1.role || looseKey($0.text) == looseKey($1.text) }
    return header.isEmpty || alike * 2 > header.count
  }

  private func append(
    _ rows: [DataTable.Row], at seam: PageSeam, to table: inout DataTable, findings: inout [Finding]
  ) {
    let count = rows.count
    var rows = rows[...]
    if let first = rows.first, let last = table.rows.last, last.kind == .data, isRest(first, of: last, in: table) {
      rows.removeFirst()
      var joined = last
      let kept = isNumber(first.cells[0]) || first.cells[0].isEmpty ? 0 : 1
      for (column, cell) in first.cells.enumerated().dropFirst(kept)
      where !cell.isEmpty && joined.cells.indices.contains(column) {
        joined.cells[column].append(cell)
      }
      joined.notes.append("page-break")
      table.rows[table.rows.count - 1] = joined
      findings.append(
        Finding(.note, .rowOverPages(joined.cells.first?.text ?? ""), at: first.cells.first { !$0.isEmpty }?.provenance)
      )
    }
    var below = rows.map(classified)
    seam.share(&table, &below, isRest: below.count < count, findings: &findings)
    table.rows += below
  }

  /// The first row after a page's end goes on with the last one before it when it has no number of its own.
  private func isRest(_ row: DataTable.Row, of last: DataTable.Row, in table: DataTable) -> Bool {
    guard row.kind == .data, row.cells.contains(where: { !$0.isEmpty }) else { return false }
    let isNumbered = table.rows.filter { $0.kind == .data && isNumber($0.cells[0]) }.count * 2 > table.rows.count
    if isNumbered, row.cells[0].isEmpty { return classified(row).kind == .data }
    if isNumbered, row.cells[0].text.contains(where: \.isNumber) { return false }
    let first = row.cells.dropFirst(isNumbered ? 1 : 0).first { !$0.isEmpty }?.text.first
    return first?.isLowercase ?? false
  }
}

extension TableCell {
  /// Its lines, with their words' places.
  fileprivate var passages: [Passage] {
    lines.map { line in
      let passage = Passage(line)
      return line.box == nil ? passage : passage.withoutSpecks
    }
  }
}
