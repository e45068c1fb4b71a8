internal import DocumentModel
internal import Vietnamese

/// Finds the rows of an interleaved table: by their numbers at the lines' starts, and where these were lost by the verbs
/// that the work begins with.
struct InterleavedRowFinder: Sendable {
  private let verbs: PhraseTable<Bool>
  private let cutter: InterleavedRowCutter

  init(_ vocabulary: Vocabulary) {
    verbs = PhraseTable(vocabulary.verbs)
    cutter = InterleavedRowCutter(vocabulary)
  }

  /// A row's number at a line's start: the place of the line in its run.
  struct Anchor {
    var part: Int
    var line: Int
    var number: Int
  }

  /// The longest chain of numbers that grow down the table: what is left out of it was misread or is no row's number.
  func anchors(of parts: [InterleavedTable.Part]) -> [Anchor] {
    var candidates: [Anchor] = []
    for (part, content) in parts.enumerated() {
      guard case .lines(let lines) = content else { continue }
      for (index, line) in lines.enumerated() {
        if let number = rowNumber(of: line) { candidates.append(Anchor(part: part, line: index, number: number)) }
      }
    }
    return longestChain(candidates)
  }

  private func rowNumber(of line: FlowLine) -> Int? {
    guard let first = line.passage.words.first?.text else { return nil }
    let digits = first.prefix { $0.isASCII && $0.isNumber }
    let rest = first.dropFirst(digits.count)
    guard (1...2).contains(digits.count), rest.allSatisfy({ ".,|\"".contains($0) }), let number = Int(digits),
      number > 0
    else {
      return nil
    }
    return number
  }

  private func longestChain(_ candidates: [Anchor]) -> [Anchor] {
    guard !candidates.isEmpty else { return [] }
    var best = candidates.map { (length: 1, gaps: $0.number, previous: -1) }
    for (index, candidate) in candidates.enumerated() {
      for before in 0..<index where candidates[before].number < candidate.number {
        let gaps = best[before].gaps + candidate.number - candidates[before].number - 1
        let length = best[before].length + 1
        if length > best[index].length || (length == best[index].length && gaps < best[index].gaps) {
          best[index] = (length, gaps, before)
        }
      }
    }
    var chain: [Anchor] = []
    var index = best.indices.max { (best[$0].length, -best[$0].gaps) < (best[$1].length, -best[$1].gaps) } ?? 0
    while index >= 0 {
      chain.append(candidates[index])
      index = best[index].previous
    }
    return chain.reversed()
  }

  /// A row's lines before they are cut to cells; a group row has its cells already.
  private enum Draft {
    case row(number: Int, [FlowLine])
    case group(DataTable.Row)
  }

  func rows(of parts: [InterleavedTable.Part], anchors: [Anchor], isProvincial: Bool) -> [DataTable.Row] {
    var drafts: [Draft] = []
    var last = 0
    for (part, content) in parts.enumerated() {
      switch content {
      case .group(let number, let title): drafts.append(.group(groupRow(number, title)))
      case .lines(var lines):
        let rest = takeRest(from: &lines, after: &drafts)
        var own = anchors.filter { $0.part == part }
        for index in own.indices { own[index].line -= rest }
        let next = anchors.first { $0.part > part }?.number
        for (number, range) in segments(of: lines, own.filter { $0.line >= 0 }, after: last, before: next) {
          drafts.append(.row(number: number, Array(lines[range])))
          last = max(last, number)
        }
      }
    }
    return drafts.map { draft in
      switch draft {
      case .row(let number, let lines): cutter.row(number: number, lines: lines, isProvincial: isProvincial)
      case .group(let row): row
      }
    }
  }

  private func groupRow(_ number: Int, _ title: Passage) -> DataTable.Row {
    let place = title.words.first
    let label = PlacedWord(
      text: romanNumeral(number), page: place?.page ?? 1, line: place?.line ?? 0, confidence: 0.5)
    return DataTable.Row(kind: .group, cells: [Passage(words: [label]), title], notes: ["rebuilt"])
  }

  /// A page that begins in small letters goes on with the row of the page before, up to the next row's first words.
  private func takeRest(from lines: inout [FlowLine], after drafts: inout [Draft]) -> Int {
    guard lines.first?.beginsSmall ?? false, case .row(let number, let before)? = drafts.last,
      let begin = lines.firstIndex(where: beginsWork), !lines[..<begin].contains(where: { rowNumber(of: $0) != nil })
    else { return 0 }
    drafts[drafts.count - 1] = .row(number: number, before + lines[..<begin])
    lines.removeFirst(begin)
    return begin
  }

  /// Cuts a run of lines into rows. A row's number stands in the middle of its lines, so that with the row before it
  /// known its end is known; it is drawn to the nearest line that begins with a verb, as the work does.
  private func segments(
    of lines: [FlowLine], _ anchors: [Anchor], after last: Int, before next: Int?
  ) -> [(Int, Range<Int>)] {
    var result: [(Int, Range<Int>)] = []
    var start = 0, number = last
    for (index, anchor) in anchors.enumerated() {
      // Rows whose numbers were lost stand before this one: each begins with a verb.
      let skipped = max(0, anchor.number - number - 1)
      let begins = (start + 1..<max(start + 1, anchor.line + 1)).filter { beginsWork(lines[$0]) }
      for begin in begins.prefix(skipped) where begin - start >= 3 || beginsWork(lines[start]) {
        number += 1
        result.append((number, start..<begin))
        start = begin
      }
      let isLast = index + 1 == anchors.count
      let following = isLast ? lines.count : anchors[index + 1].line
      let end =
        isLast && next == anchor.number + 1
        ? lines.count
        : self.end(of: lines, near: anchor.line * 2 - start + 1, after: anchor.line, upTo: following, isLast: isLast)
      result.append((anchor.number, start..<end))
      number = anchor.number
      start = end
    }
    let rest = unnumbered(lines, from: start, after: number, before: next, rows: &result)
    return result + rest
  }

  /// What is left behind the last number: rows of their own where they begin with verbs, the last row's lines else.
  private func unnumbered(
    _ lines: [FlowLine], from start: Int, after last: Int, before next: Int?, rows: inout [(Int, Range<Int>)]
  ) -> [(Int, Range<Int>)] {
    var result: [(Int, Range<Int>)] = []
    var start = start, number = last
    while start < lines.count, beginsWork(lines[start]) || rows.isEmpty || (next != nil && lines.count - start >= 4),
      next.map({ number + 1 < $0 }) ?? true
    {
      let end = (start + 1..<max(start + 1, lines.count)).first { beginsWork(lines[$0]) } ?? lines.count
      number += 1
      result.append((number, start..<end))
      start = end
    }
    if start < lines.count, let open = rows.indices.last, result.isEmpty {
      rows[open].1 = rows[open].1.lowerBound..<lines.count
    }
    return result
  }

  private func end(of lines: [FlowLine], near middle: Int, after anchor: Int, upTo following: Int, isLast: Bool) -> Int
  {
    let upper = max(anchor + 1, following)
    let candidates = (anchor + 1..<max(anchor + 1, upper + (isLast ? 0 : 1))).filter {
      $0 < lines.count && beginsWork(lines[$0])
    }
    let target = min(max(middle, anchor + 1), upper)
    if let nearest = candidates.min(by: { abs($0 - target) < abs($1 - target) }), abs(nearest - target) <= 3 {
      return nearest
    }
    return min(target, lines.count)
  }

  /// The line begins with a verb in capitals, its row's number before it or not.
  private func beginsWork(_ line: FlowLine) -> Bool {
    let words = line.passage.words
    let skipped = rowNumber(of: line) == nil ? 0 : words[0].text.unicodeScalars.count + 1
    let start = line.text.skipping(Array(" |(".utf8), from: skipped)
    guard start < line.text.count, line.text.scalars[start].properties.isUppercase else { return false }
    return verbs.match(in: line.text, at: start) != nil
  }
}
