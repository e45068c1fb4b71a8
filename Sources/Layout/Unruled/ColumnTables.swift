import DocumentModel
import Vietnamese

/// Finds tables that no rules draw: rows of print that keep the same white gutters between three columns or more.
struct ColumnTables {
  private let dpi: Int
  private let page: Int
  private let words: LayoutWords

  init(dpi: Int, page: Int, words: LayoutWords) {
    self.words = words
    self.dpi = dpi
    self.page = page
  }

  /// The tables among the rows, and the rows that belong to none.
  func parted(_ rows: [VisualRow]) -> (tables: [Table], rest: [VisualRow]) {
    var tables: [Table] = []
    var rest: [VisualRow] = []
    var next = 0
    while next < rows.count {
      if let found = candidate(in: rows[next...]), !isBetterBelow(next, found, in: rows) {
        tables.append(found.table)
        next += found.rows
      } else {
        rest.append(rows[next])
        next += 1
      }
    }
    return (tables, rest)
  }

  /// The table that the first row begins, if it begins one.
  func first(in rows: [VisualRow]) -> Table? { candidate(in: rows[...])?.table }

  /// A table, and how many rows of print it takes.
  private struct Candidate {
    var table: Table
    var rows: Int
    /// Rows times columns squared: a column more is worth more than some rows.
    var worth: Int { rows * table.columnCount * table.columnCount }
  }

  private func candidate(in rows: ArraySlice<VisualRow>) -> Candidate? {
    let edges = withoutHeadings(run(in: rows), of: rows)
    return table(of: Array(rows.prefix(edges.count)), edges).map { Candidate(table: $0, rows: edges.count) }
  }

  /// A title or note above the table has spaces where its columns part, by chance in some: the table that begins below it
  /// has more columns.
  private func isBetterBelow(_ start: Int, _ found: Candidate, in rows: [VisualRow]) -> Bool {
    let below = rows.indices.dropFirst(start + 1).prefix(min(LayoutSizes.rowsAboveTable, found.rows))
    return below.contains { start in
      candidate(in: rows[start...]).map {
        $0.worth * 4 > found.worth * 5 && $0.table.columnCount > found.table.columnCount
      }
        ?? false
    }
  }

  /// A label with a title at the very end of a table heads what follows it.
  private func withoutHeadings(_ edges: [[Int]], of rows: ArraySlice<VisualRow>) -> [[Int]] {
    var kept = edges
    while let last = kept.last {
      let columns = rows[rows.startIndex + kept.count - 1].parted(at: last)
      guard !columns[0].isEmpty, columns.dropFirst(2).allSatisfy(\.isEmpty) else { break }
      kept.removeLast()
    }
    return kept
  }

  /// For each row from the first that makes a table with it: where its columns part.
  ///
  /// With every row there are fewer gutters. The table ends where rows times columns squared is most: a heading below
  /// would cost it a column, its own last rows are worth keeping.
  private func run(in rows: ArraySlice<VisualRow>) -> [[Int]] {
    var gutters = Gutters(dpi: dpi)
    var best: [[Int]] = []
    var most = 0
    for (index, row) in rows.enumerated() {
      let next = rows.index(rows.startIndex, offsetBy: index + 1, limitedBy: rows.endIndex - 1)
      gutters.follow(row, next: next.map { rows[$0] })
      if gutters.count < 2 { break }
      let worth = (index + 1) * (gutters.count + 1) * (gutters.count + 1)
      // A heading below the table is odd in this way; the table's last row is not.
      if index >= 2, worth >= most, !gutters.isOdd[index] {
        best = gutters.edges(ofFirst: index + 1)
        most = worth
      }
    }
    return best
  }

  /// Three rows in three columns with short labels in the first, or under headings of tasks, or in so many columns that
  /// begin together: less could be chance.
  private func table(of rows: [VisualRow], _ found: [[Int]]) -> Table? {
    let kept = GutterEvidence(rows: rows, edges: found, words: words, isUnruled: true).kept
    guard kept.count(where: \.self) >= 2 else { return nil }
    let edges = found.map { row in zip(row, kept).filter(\.1).map(\.0) }
    let parted = zip(rows, edges).map { row, edges in row.parted(at: edges) }
    guard let columnCount = parted.first?.count, parted.count(where: { $0.count { !$0.isEmpty } >= 3 }) >= 3 else {
      return nil
    }
    let titles = zip(rows, edges).map { SpanningRow($0.words).isAnyTitle(over: $1) }
    let content = UnruledContent(lines: parted, titles: titles, words: words, page: page)
    guard content.isTable else { return nil }
    let groups = content.rows
    let cells = groups.indices.flatMap { row in
      (0..<columnCount).map { column in cell(of: groups[row].flatMap { $0[column] }, row: row, column: column) }
    }
    return Table(
      page: page, rowCount: groups.count, columnCount: columnCount, cells: cells,
      box: PixelBox.enclosing(rows.map(\.box)))
  }

  private func cell(of words: [Word], row: Int, column: Int) -> TableCell {
    TableCell(
      lines: CellFilling.lines(of: words, page: page), row: row, column: column,
      box: PixelBox.enclosing(words.compactMap(\.box)))
  }
}

extension String {
  fileprivate var isDash: Bool { ["-", "–", "—"].contains(self) }
}

extension VisualRow {
  /// The boxes of its words, from left to right.
  var words: [PixelBox] { segments.flatMap(\.line.words).compactMap(\.box).sorted { $0.x < $1.x } }

  /// Its words that have a place, from left to right.
  var orderedWords: [Word] {
    segments.flatMap(\.line.words).filter { $0.box != nil }.sorted { ($0.box?.x ?? 0) < ($1.box?.x ?? 0) }
  }

  /// Its words in the columns that the edges part, one more than there are edges. A title that runs over several stands in
  /// the first of them.
  fileprivate func parted(at edges: [Int]) -> [[Word]] {
    let row = SpanningRow(words), sorted = segments.flatMap(\.line.words).sorted { ($0.box?.x ?? 0) < ($1.box?.x ?? 0) }
    let numbers = row.isTitle(over: edges) ? 1 : row.isTitleWithoutNumber(over: edges) ? 0 : nil
    guard let numbers else { return inColumns(sorted, at: edges) }
    let empty = [[Word]](repeating: [], count: edges.count - 1)
    return [Array(sorted.prefix(numbers)), Array(sorted.dropFirst(numbers))] + empty
  }

  private func inColumns(_ words: [Word], at edges: [Int]) -> [[Word]] {
    var columns = [[Word]](repeating: [], count: edges.count + 1)
    for (index, word) in words.enumerated() {
      guard let box = word.box else { continue }
      let isLeftmost = words[..<index].allSatisfy { $0.box == nil }
      let before = isLeftmost ? nil : words[index - 1].box, after = index + 1 < words.count ? words[index + 1].box : nil
      var column = edges.count { $0 < box.midX }
      // `Phòng Văn hóa -`: a dash in the gutter goes with the word that it stands next to.
      if word.text.isDash, let before, let after, box.x - before.right < after.x - box.right {
        column = edges.count { $0 < before.midX }
      }
      columns[column].append(word)
    }
    return columns
  }
}
