internal import DocumentModel
internal import Vietnamese

/// Finds tables without rules in a scan: under a line of column headings, words stand in the columns that the headings
/// begin. Lines there are not to be trusted, since cells of several lines share them; the words' boxes are.
struct UnruledTable: Sendable {
  private let columns: PhraseTable<Vocabulary.Role>

  init(_ vocabulary: Vocabulary) {
    columns = PhraseTable(vocabulary.wordings(.column))
  }

  /// The blocks of a page with every unruled table made a table.
  func finding(in page: Page) -> [Block] {
    var blocks: [Block] = []
    var index = 0
    while index < page.blocks.count {
      if case .line(let line) = page.blocks[index], let header = header(line) {
        let end = self.end(of: page.blocks, from: index + 1, header: header)
        let lines = page.blocks[(index + 1)..<end].compactMap { block in
          if case .line(let line) = block { line } else { nil }
        }
        if let table = table(header, lines, page: page.number) {
          blocks.append(.table(table))
          index = end
          continue
        }
      }
      blocks.append(page.blocks[index])
      index += 1
    }
    return blocks
  }

  // MARK: Header

  /// A column: its heading's words and where it begins and ends.
  private struct Column {
    var words: [Word]
    var left, right: Int
  }

  /// Three column headings or more, each in its place across the page.
  private func header(_ line: Line) -> [Column]? {
    guard line.words.count <= 24, line.words.allSatisfy({ $0.box != nil }) else { return nil }
    let text = LooseText(Passage(line).text)
    var found: [Range<Int>] = []
    var offset = 0
    while let match = columns.first(in: text, from: offset) {
      if text.scalars[match.range.lowerBound].properties.isUppercase { found.append(match.range) }
      offset = match.range.upperBound
    }
    guard found.count >= 3, found.reduce(0, { $0 + $1.count }) * 10 >= text.count * 6 else { return nil }
    let starts = Set(found.map(\.lowerBound))
    var groups: [[Word]] = []
    var place = 0
    for word in line.words {
      if starts.contains(place) || groups.isEmpty { groups.append([]) }
      groups[groups.count - 1].append(word)
      place += word.text.unicodeScalars.count + 1
    }
    let boxes = groups.compactMap { PixelBox.enclosing($0.compactMap(\.box)) }
    guard boxes.count == groups.count, boxes.count >= 3 else { return nil }
    return zip(groups, boxes).map { Column(words: $0, left: $1.x, right: $1.right) }
  }

  // MARK: Rows

  /// The table ends before a section's heading or a line of running text from edge to edge.
  private func end(of blocks: [Block], from start: Int, header: [Column]) -> Int {
    for index in start..<blocks.count {
      guard case .line(let line) = blocks[index] else { return index }
      let text = LooseText(Passage(line).text)
      if text.begins(with: "noi nhan") { return index }
      let isHeading = SectionLabelReader.read(text).contains { $0.kind == .roman && $0.isClean || $0.kind == .annex }
      if isHeading, LooseText(text.text).isCapitals { return index }
    }
    return blocks.count
  }

  private func table(_ header: [Column], _ lines: [Line], page: Int) -> Table? {
    let words = lines.flatMap(\.words).filter { $0.box != nil && !Passage(Line(words: [$0])).withoutSpecks.isEmpty }
    guard let height = Self.median(words.compactMap { $0.box?.height }), words.count >= header.count else { return nil }
    let edges = edges(of: header, words)
    let starts = rowStarts(in: words, firstColumn: edges.first ?? 0, height: height)
    guard starts.count >= 1 else { return nil }
    var cells = header.enumerated().map { column, heading in
      TableCell(lines: [Line(words: heading.words, page: page)], row: 0, column: column)
    }
    let hasRest = words.contains { ($0.box?.midY ?? 0) < (starts.first ?? 0) }
    let tops = (hasRest ? [Int.min] : []) + starts
    for (row, top) in tops.enumerated() {
      let bottom = row + 1 < tops.count ? tops[row + 1] : Int.max
      let own = words.filter { (top..<bottom).contains($0.box?.midY ?? 0) }
      for column in header.indices {
        let inside = own.filter { self.column(of: $0, edges: edges) == column }
        cells.append(
          TableCell(lines: CellFilling.lines(of: inside, page: page), row: row + 1, column: column))
      }
    }
    return Table(page: page, rowCount: tops.count + 1, columnCount: header.count, cells: cells)
  }

  /// Where each column but the first begins. Headings are centred over their columns: the text may begin left of them,
  /// at a gap that no word crosses.
  private func edges(of header: [Column], _ words: [Word]) -> [Int] {
    zip(header, header.dropFirst()).map { left, right in
      let spans = words.compactMap(\.box)
      let candidates = stride(from: left.right, through: max(left.right, right.left), by: 4)
      let clear = candidates.map { x in (x: x, crossings: spans.filter { $0.x < x && $0.right > x }.count) }
      let fewest = clear.map(\.crossings).min() ?? 0
      // Of the clear places the middle of the widest run.
      let places = clear.filter { $0.crossings == fewest }.map(\.x)
      return places.isEmpty ? (left.right + right.left) / 2 : places[places.count / 2]
    }
  }

  private func column(of word: Word, edges: [Int]) -> Int {
    let middle = word.box?.midX ?? 0
    return edges.firstIndex { middle < $0 } ?? edges.count
  }

  /// The top of every row: half a line above each number in the first column.
  private func rowStarts(in words: [Word], firstColumn edge: Int, height: Int) -> [Int] {
    var tops: [Int] = []
    for word in words.sorted(by: { ($0.box?.y ?? 0) < ($1.box?.y ?? 0) }) {
      guard let box = word.box, box.midX < edge, word.text.count <= 4, box.height * 2 > height else { continue }
      let top = box.midY - height
      if let last = tops.last, top - last < height { continue }
      tops.append(top)
    }
    return tops
  }

  private static func median(_ numbers: [Int]) -> Int? {
    numbers.isEmpty ? nil : numbers.sorted()[numbers.count / 2]
  }
}
