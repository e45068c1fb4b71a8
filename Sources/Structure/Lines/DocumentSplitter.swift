internal import DocumentModel
internal import Vietnamese

/// Finds where each document of a dossier begins: at a letterhead of its own.
struct DocumentSplitter: Sendable {
  /// The lines and tables of one document, in reading order.
  struct Part {
    var items: ArraySlice<FlowItem>
    /// Heads of the next sheet that the scanner caught at the foot of a page; they are no part of the document.
    var feet: [Passage] = []
    /// The page that it begins on.
    var page: Int
  }

  /// Where a document begins: before the item of this index, on this page.
  private struct Start {
    var index, page: Int
  }

  private let words: LetterheadWords
  private let pieces: HeadPieceReader

  init(_ words: LetterheadWords, _ pieces: HeadPieceReader) {
    (self.words, self.pieces) = (words, pieces)
  }

  /// The documents of all items of an input, whose first page has the number `firstPage`; none for an input without any.
  /// Where `count` is `one`, letterheads part nothing. `decided` tells whether a document begins at a page, where a person
  /// has said so: that goes before any letterhead.
  func split(
    _ items: [FlowItem], firstPage: Int = 1, documents count: DocumentsOfFile = .auto, decided: [Int: Bool] = [:]
  ) -> [Part] {
    guard !items.isEmpty else { return [] }
    let heads = count == .one ? [] : heads(in: items)
    let found = heads.filter { !$0.isFoot }.map {
      Start(index: $0.lines.lowerBound, page: items[$0.lines.lowerBound].page)
    }
    let starts = Self.decided(decided, among: [Start(index: 0, page: firstPage)] + found, in: items)
    return zip(starts, starts.dropFirst().map(\.index) + [items.count]).map { begin, end in
      let start = begin.index
      let feet = heads.filter { $0.isFoot && (start..<end).contains($0.lines.lowerBound) }.map(\.lines)
      if feet.isEmpty { return Part(items: items[start..<end], page: begin.page) }
      let kept = (start..<end).filter { index in !feet.contains { $0.contains(index) } }.map { items[$0] }
      return Part(
        items: kept[...], feet: feet.map { Passage(joining: items[$0].compactMap(\.line?.passage)) }, page: begin.page)
    }
  }

  /// The starts as people decided on them. A document that is said to begin at a page begins at its top, unless it was
  /// found to begin further down the page; a page without print begins one, too.
  private static func decided(_ decided: [Int: Bool], among found: [Start], in items: [FlowItem]) -> [Start] {
    var starts = found.prefix(1) + found.dropFirst().filter { decided[$0.page] != false }
    for page in decided.filter(\.value).keys where !starts.contains(where: { $0.page == page }) {
      starts.append(Start(index: items.firstIndex { $0.page >= page } ?? items.count, page: page))
    }
    return starts.sorted { ($0.index, $0.page) < ($1.index, $1.page) }
  }

  /// A letterhead that does not open the input.
  private struct Head {
    /// From its first line to the end of its page.
    var lines: Range<Int>
    /// It is that of the next sheet.
    var isFoot: Bool
  }

  private func heads(in items: [FlowItem]) -> [Head] {
    var heads: [Head] = []
    var page = 0..<0
    for index in items.indices {
      if index == page.upperBound { page = index..<Self.endOfPage(in: items, from: index) }
      let last = heads.last { !$0.isFoot }?.lines.lowerBound ?? 0
      guard let line = items[index].line, words.holdsNationalName(line),
        index - last > LineLimits.linesAboveLetterhead, isLetterhead(items, at: index, of: page)
      else { continue }
      let start = begin(of: items, nationalNameAt: index, sincePage: index - page.lowerBound)
      if start <= last { continue }
      let isFoot = start > page.lowerBound && isFoot(items, from: index, to: page.upperBound)
      heads.append(Head(lines: start..<page.upperBound, isFoot: isFoot))
    }
    return heads
  }

  private static func endOfPage(in items: [FlowItem], from index: Int) -> Int {
    items[(index + 1)...].firstIndex { $0.page != items[index].page } ?? items.count
  }

  private func isLetterhead(_ items: [FlowItem], at index: Int, of page: Range<Int>) -> Bool {
    let below = items[index..<page.upperBound].compactMap(\.line)
    let above = items[page.lowerBound..<index].compactMap(\.line)
    return LetterheadWeight(below, above: above, pieces, words).isLetterhead
  }

  /// Whether what stands from a national name to the end of its page is the head of the next sheet. A sheet begins with
  /// its letterhead; only a text without sheets may go on where such a head ends.
  private func isFoot(_ items: [FlowItem], from index: Int, to end: Int) -> Bool {
    guard isHeadOnly(items[index..<end]) else { return false }
    if end == items.count || items[index].line?.box != nil { return true }
    let top = items[end...].prefix(LineLimits.linesAboveLetterhead + 1).compactMap(\.line)
    return top.contains(where: words.holdsNationalName)
  }

  /// Whether the lines are a head and nothing more: few, and none ends a sentence.
  private func isHeadOnly(_ rest: ArraySlice<FlowItem>) -> Bool {
    rest.count <= LineLimits.linesOfHeadAtFoot
      && rest.allSatisfy { item in
        guard let line = item.line, let last = line.string.last else { return false }
        return !".;:".contains(last) || words.endOfAddressing(in: line.text) != nil || words.date(in: line.text) != nil
      }
  }

  /// The first line of the letterhead: lines above the national name belong to it.
  private func begin(of items: [FlowItem], nationalNameAt index: Int, sincePage: Int) -> Int {
    if sincePage <= LineLimits.linesAboveLetterhead { return index - sincePage }
    var start = index
    while start > 0, index - start < LineLimits.linesOfBodiesAboveName, let above = items[start - 1].line,
      above.text.isCapitals, !above.hasGapBefore || start == index
    {
      start -= 1
    }
    return start
  }
}
