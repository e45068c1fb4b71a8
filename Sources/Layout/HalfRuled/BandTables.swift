import DocumentModel
import Vietnamese

/// Tables with level rules alone: the rules say where the table begins and ends and where its heading does, the white
/// between the words where its columns part, and numbers, rules and white space where its rows do.
struct BandTables {
  let dpi: Int
  let page: Int
  let words: LayoutWords

  /// The table of a stack among the rows of print, and which of them it takes; nil where there is none.
  func table(_ stack: RuleStack, in rows: [VisualRow]) -> (table: Table, taken: Range<Int>)? {
    guard let start = rows.firstIndex(where: { stack.holds($0.box) }),
      let end = rows.lastIndex(where: { stack.holds($0.box) })
    else { return nil }
    var taken = start..<end + 1
    let header = taken.filter { rows[$0].box.midY < stack.rules[1] }
    var body = taken.filter { rows[$0].box.midY >= stack.rules[1] }
    let more = goingOn(after: end, of: rows, in: stack)
    if stack.rules.count == 2 {
      guard begins(rows[more], with: 1, stack) else { return nil }
      body += more
      taken = start..<more.upperBound
    }
    guard !header.isEmpty, body.count > 1 else { return nil }
    let edges = edges(header: header.map { rows[$0] }, body: columned(body.map { rows[$0] }, stack))
    guard edges.count >= 2 else { return nil }
    if stack.rules.count > 2, let cut = cutRow(rows[more], of: rows, edges) {
      body += more.prefix(cut)
      taken = start..<more.lowerBound + cut
    }
    let groups = grouped(body.map { rows[$0] }, edges, stack)
    let table = table(of: [header.map { rows[$0] }] + groups, edges)
    return table.isTable ? (table, taken) : nil
  }

  // MARK: Extent

  /// Rows below the last rule that are no farther apart than the lines of the table.
  private func goingOn(after end: Int, of rows: [VisualRow], in stack: RuleStack) -> Range<Int> {
    var next = end + 1
    var bottom = stack.box.bottom
    while next < rows.count, stack.isAcross(rows[next].box),
      rows[next].box.y - bottom <= rows[next].box.height * LayoutSizes.widestRowGapInHeights / 10
    {
      bottom = max(bottom, rows[next].box.bottom)
      next += 1
    }
    return end + 1..<next
  }

  /// How many rows of print below the last rule are the table's last row, which the page's end cuts: they go on to that end,
  /// and no word of them crosses a column's edge. Nil where that is not so.
  private func cutRow(_ more: ArraySlice<VisualRow>, of rows: [VisualRow], _ edges: [Int]) -> Int? {
    let print = more.prefix { row in !row.words.contains { word in edges.contains { $0 > word.x && $0 < word.right } } }
    let rest = rows[(more.startIndex + print.count)...]
    let isAtEnd = rest.allSatisfy { $0.segments.count == 1 && $0.words.count == 1 }
    let columns = Set(print.flatMap(\.words).map { word in edges.count { $0 < word.midX } })
    return isAtEnd && columns.count > 2 ? print.count : nil
  }

  /// Whether a number stands alone at the left of one of the first rows.
  private func begins(_ rows: some Sequence<VisualRow>, with number: Int, _ stack: RuleStack) -> Bool {
    rows.prefix(LayoutSizes.rowsOfOpening).contains { row in
      guard let first = row.segments.first?.line.words.first else { return false }
      return Int(first.text.filter { $0 != "." && $0 != ")" }) == number
    }
  }

  // MARK: Columns

  /// The rows of print whose words keep to columns. What stands alone between two rules, a title behind its number at most,
  /// is a group's and goes over them.
  private func columned(_ body: [VisualRow], _ stack: RuleStack) -> [VisualRow] {
    let bands = Dictionary(grouping: body) { row in stack.rules.count { $0 <= row.box.midY } }
    return body.filter { row in
      let band = bands[stack.rules.count { $0 <= row.box.midY }] ?? []
      return band.count > 1 || row.segments.count > 2
    }
  }

  /// Where the columns part: what no word of the body touches but lines that go over all columns.
  private func edges(header: [VisualRow], body: [VisualRow]) -> [Int] {
    let narrow = body.filter { row in row.segments.count > 1 || !isSpanning(row, in: body) }
    let boxes = narrow.flatMap(\.words).sorted { $0.x < $1.x }
    let narrowest = LayoutSizes.narrowestGutter.pixels(at: dpi)
    var found: [Int] = []
    var reached = boxes.first?.right ?? 0
    for box in boxes {
      if box.x - reached >= narrowest { found.append((reached + box.x) / 2) }
      reached = max(reached, box.right)
    }
    let rows = header.filter { row in row.segments.count > 1 } + narrow
    let kept = GutterEvidence(rows: rows, edges: rows.map { _ in found }, words: words).kept
    return zip(found, kept).filter(\.1).map(\.0)
  }

  /// A line of one piece that is wider than a column.
  private func isSpanning(_ row: VisualRow, in rows: [VisualRow]) -> Bool {
    guard let all = PixelBox.enclosing(rows.map(\.box)) else { return false }
    return row.box.width * 100 > all.width * LayoutSizes.spanningInHundredths
  }

  // MARK: Rows

  /// Lines of the body to rows of the table: those between two rules, and of these each that has a number of its own. Where
  /// no rules part the rows, what they begin with and the white between them does.
  private func grouped(_ body: [VisualRow], _ edges: [Int], _ stack: RuleStack) -> [[VisualRow]] {
    var bands = [[VisualRow]](repeating: [], count: stack.rules.count)
    for row in body { bands[stack.rules.count { $0 <= row.box.midY } - 1].append(row) }
    let filled = bands.filter { !$0.isEmpty }
    let labels = body.map { label(of: $0, edges) }.filter { !$0.isEmpty }
    let isLabelled = labels.count(where: Self.isLabel) * 4 >= max(labels.count, 1) * 3
    let areRuled = filled.count >= LayoutSizes.fewestRuledRows && !filled.contains { isOpen($0, edges) }
    let numbered = filled.map { band in band.count { Self.isLabel(label(of: $0, edges)) } }
    // Where no stretch between two rules has two numbers, each is a row, wherever in its height its number stands.
    let areRows = isLabelled && areRuled && numbered.allSatisfy { $0 < 2 }
    return areRows ? filled : filled.flatMap { rows(in: $0, edges, isLabelled: isLabelled, areRuled: areRuled) }
  }

  /// Most columns hold a figure on each line of the stretch: rules part groups of rows here.
  private func isOpen(_ band: [VisualRow], _ edges: [Int]) -> Bool {
    guard band.count >= LayoutSizes.fewestRuledRows else { return false }
    let lines = band.map { columns(of: $0, edges) }
    let cells = (0...edges.count).map { column in
      TableCell(
        lines: CellFilling.lines(of: lines.flatMap { $0[column] }, page: page), row: 0, column: column)
    }
    return OpenRow(cells) != nil
  }

  /// `areRuled`: rules part the rows; one of them may not have been found.
  private func rows(in band: [VisualRow], _ edges: [Int], isLabelled: Bool, areRuled: Bool) -> [[VisualRow]] {
    let labels = band.map { label(of: $0, edges) }
    let isNumbered = isLabelled && labels.count(where: Self.isLabel) > 1
    let lines = zip(band, labels).map { row, label in
      RowStarts.Line(columns: columns(of: row, edges), isTitle: false, label: Self.isLabel(label) ? label : nil)
    }
    return RowStarts(lines, isLabelled: isNumbered, areRuled: areRuled).rows.map { Array(band[$0]) }
  }

  /// What stands before the first edge.
  private func label(of row: VisualRow, _ edges: [Int]) -> String {
    columns(of: row, edges).first.map { $0.map(\.text).joined(separator: " ") } ?? ""
  }

  private func columns(of row: VisualRow, _ edges: [Int]) -> [[Word]] {
    let words = row.segments.flatMap(\.line.words)
    return words.columns(at: edges)
  }

  /// A number or a letter of its own, not words.
  private static func isLabel(_ text: String) -> Bool {
    text.count <= LayoutSizes.longestLabel && text.contains { $0.isLetter || $0.isNumber }
      && !text.contains(where: \.isLowercase)
  }

  // MARK: Cells

  private func table(of rows: [[VisualRow]], _ edges: [Int]) -> Table {
    let cells = rows.enumerated().flatMap { row, lines in
      let words = lines.flatMap { $0.segments.flatMap(\.line.words) }
      // A line over all columns is one cell.
      if row > 0, lines.count == 1, lines[0].segments.count == 1, let box = lines[0].segments.first?.box,
        edges.contains(where: { $0 > box.x && $0 < box.right })
      {
        return [cell(words, row: row, column: 0, span: edges.count + 1)]
      }
      if row > 0, lines.count == 1, let (label, title) = numberedTitle(lines[0], edges) {
        return [cell(label, row: row, column: 0), cell(title, row: row, column: 1, span: edges.count)]
      }
      return words.columns(at: edges).enumerated().map { column, words in cell(words, row: row, column: column) }
    }
    return Table(
      page: page, rowCount: rows.count, columnCount: edges.count + 1, cells: cells,
      box: PixelBox.enclosing(rows.joined().map(\.box)))
  }

  /// The number and the words of a group's title that goes over the columns behind its number: the words begin in the second
  /// column and cross its edge. Nil for any other line.
  private func numberedTitle(_ row: VisualRow, _ edges: [Int]) -> (label: [Word], title: [Word])? {
    guard row.segments.count == 2, edges.count > 1, let first = row.segments.first, let second = row.segments.last,
      first.box.right < edges[0], (edges[0]..<edges[1]).contains(second.box.x), second.box.right > edges[1]
    else { return nil }
    return (first.line.words, second.line.words)
  }

  private func cell(_ words: [Word], row: Int, column: Int, span: Int = 1) -> TableCell {
    TableCell(
      lines: CellFilling.lines(of: words, page: page), row: row, column: column, columnSpan: span,
      box: PixelBox.enclosing(words.compactMap(\.box)))
  }
}

extension RuleStack {
  /// The print stands between the first rule and the last, and in their width.
  fileprivate func holds(_ print: PixelBox) -> Bool {
    print.midY > box.y && print.midY < box.bottom && isAcross(print)
  }

  fileprivate func isAcross(_ print: PixelBox) -> Bool {
    print.midX > box.x && print.midX < box.right && print.x > box.x - print.height
      && print.right < box.right + print.height
  }
}

extension Table {
  /// Two rows below the heading at least, each with words in two columns, and a heading over most columns.
  fileprivate var isTable: Bool {
    let filled = (0..<rowCount).map { row in cells(startingIn: row).count { !$0.lines.isEmpty } }
    return rowCount >= 3 && (filled.first ?? 0) * 2 > columnCount && filled.dropFirst().count { $0 >= 2 } >= 2
  }
}
