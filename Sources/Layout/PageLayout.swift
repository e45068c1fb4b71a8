public import DocumentModel
internal import Vietnamese

/// Puts what was recognised on a page into reading order.
///
/// A body page reads from top to bottom. Two places of Vietnamese documents stand in two columns (Nghị định
/// 30/2020/NĐ-CP, Phụ lục I): the head, where issuer and motto stand side by side and are read row by row, and the
/// end, where recipients (left) and signature (right) are read one after the other.
public struct PageLayout: Sendable {
  /// Dots per inch of the boxes.
  public let dpi: Int
  let size: PixelSize
  let page: Int
  private let words: LayoutWords

  public init(page: Int, size: PixelSize, dpi: Int, words: LayoutWords) {
    self.words = words
    self.page = page
    self.size = size
    self.dpi = dpi
  }

  /// The page's lines and tables from top to bottom; of a sheet with two pages, the left page and then the right. `lines`
  /// is what was read outside the tables, in any order; `tables` have their cells read; `rules` are all the rules of the
  /// page.
  public func blocks(
    lines: [Line], tables: [Table], rules: PageRules = PageRules(horizontal: [], vertical: [])
  ) -> [Block] {
    guard let fold = SheetFold(lines: lines, tables: tables, size: size) else { return ordered(lines, tables, rules) }
    let (left, right) = fold.parted(lines)
    let isLeft = { (table: Table) in (table.box?.midX ?? 0) < fold.middle }
    // Tables between level rules alone are not looked for on such sheets: their rules may run over the fold.
    let none = PageRules(horizontal: [], vertical: [])
    return half(width: fold.middle).ordered(left, tables.filter(isLeft), none)
      + half(width: size.width - fold.middle).ordered(
        right.map { $0.moved(by: -fold.middle) }, tables.filter { !isLeft($0) }.map { $0.moved(by: -fold.middle) }, none
      ).moved(by: fold.middle)
  }

  /// The layout of one of two pages on a sheet.
  private func half(width: Int) -> PageLayout {
    PageLayout(page: page, size: PixelSize(width: width, height: size.height), dpi: dpi, words: words)
  }

  private func ordered(_ lines: [Line], _ grids: [Table], _ rules: PageRules) -> [Block] {
    let ruled = grids.map { OpenRows.parted(HeadedRows.parted($0)) }
    let (banded, others) = banded(VisualRows.of(lines, dpi: dpi, words: words), rules: rules, outside: ruled)
    let tables = ruled + banded
    let (unruled, rows) = unruled(others, between: tables)
    var placed: [(y: Int, block: Block)] = (tables + unruled).map { ($0.box?.y ?? 0, .table($0)) }
    for region in ColumnRegions(rows: rows, size: size, words: words).regions {
      let y = region.first?.box.y ?? 0
      let ordered = region.count > 1 && !isHead(region) ? byColumn(region) : region.map(joined)
      placed += ordered.map { (y, .line($0)) }
    }
    // A stable sort: the lines of a region keep their order.
    return placed.enumerated().sorted { ($0.element.y, $0.offset) < ($1.element.y, $1.offset) }.map(\.element.block)
  }

  /// Parts the tables between level rules from the other rows.
  private func banded(
    _ rows: [VisualRow], rules: PageRules, outside tables: [Table]
  ) -> (tables: [Table], rest: [VisualRow]) {
    let finder = BandTables(dpi: dpi, page: page, words: words)
    var found: [Table] = []
    var rest = rows
    for stack in RuleStack.all(in: rules, outside: tables, dpi: dpi) {
      guard let (table, taken) = finder.table(stack, in: rest) else { continue }
      found.append(table)
      rest.removeSubrange(taken)
    }
    return (found, rest)
  }

  /// Parts the tables without rules from the other rows. What stands above a ruled table and what stands below
  /// it are never one table.
  private func unruled(_ rows: [VisualRow], between tables: [Table]) -> (tables: [Table], rest: [VisualRow]) {
    let finder = ColumnTables(dpi: dpi, page: page, words: words)
    var found: [Table] = []
    var rest: [VisualRow] = []
    var next = rows.startIndex
    for end in tables.compactMap({ $0.box?.midY }).sorted() + [Int.max] {
      let part = rows[next...].prefix { $0.box.midY < end }
      let parted = finder.parted(Array(part))
      found += parted.tables
      rest += parted.rest
      next = part.endIndex
    }
    return (found, rest)
  }

  /// The region is a letterhead: it carries the motto of the State or the name of the Party.
  private func isHead(_ region: [VisualRow]) -> Bool {
    let text = looseKey(region.map(\.text).joined(separator: " "))
    return words.mottos.contains { text.contains($0) }
  }

  /// One line of a row, tabs where its parts stand apart.
  private func joined(_ row: VisualRow) -> Line {
    var line = Line(words: [], page: page)
    for (index, segment) in row.segments.enumerated() {
      var words = segment.line.words
      words[0].spaceBefore = index == 0 ? "" : "\t"
      line.words += words
    }
    return line
  }

  private func byColumn(_ region: [VisualRow]) -> [Line] {
    let gutter = ColumnRegions.gutter(of: region) ?? size.width / 2
    if let labelled = LabelledRows(region, gutter: gutter) { return labelled.pairs.flatMap(lines) }
    let segments = region.flatMap(\.segments)
    let left = segments.filter { $0.box.midX < gutter }, right = segments.filter { $0.box.midX >= gutter }
    return left.map { placed($0, .left) } + right.map { placed($0, .right) }
  }

  /// The label and the first line of its value on one line, the others below.
  private func lines(of pair: LabelledRows.Pair) -> [Line] {
    var first = Line(words: [], page: page, column: .label)
    for segment in pair.label + pair.value.prefix(1) {
      var words = segment.line.words
      words[0].spaceBefore = first.words.isEmpty ? "" : " "
      first.words += words
    }
    return [first] + pair.value.dropFirst().map { placed($0, .value) }
  }

  private func placed(_ segment: Segment, _ column: Line.Column) -> Line {
    var line = segment.line
    line.page = page
    line.column = column
    return line
  }
}
