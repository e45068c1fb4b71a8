internal import DocumentModel
internal import Vietnamese

/// Finds where each document of a dossier begins: at a letterhead that heads a page.
struct DocumentSplitter: Sendable {
  private let words: LetterheadWords

  init(_ words: LetterheadWords) {
    self.words = words
  }

  /// The lines and tables of each document, in reading order; none for an input without any.
  func split(_ items: [FlowItem]) -> [ArraySlice<FlowItem>] {
    guard !items.isEmpty else { return [] }
    var starts = [0]
    var sincePage = 0
    for (index, item) in items.enumerated() {
      guard let line = item.line else {
        sincePage += 1
        continue
      }
      sincePage = line.startsPage ? 0 : sincePage + 1
      guard words.holdsNationalName(line), index - (starts.last ?? 0) > LineLimits.linesAboveLetterhead,
        isHead(items, at: index)
      else { continue }
      let start = begin(of: items, nationalNameAt: index, sincePage: sincePage)
      if start > starts[starts.count - 1] { starts.append(start) }
    }
    return zip(starts, starts.dropFirst() + [items.count]).map { items[$0..<$1] }
  }

  /// Whether the national name stands in a letterhead: a number or a place and date must follow, or it is a form printed
  /// in an annex.
  private func isHead(_ items: [FlowItem], at index: Int) -> Bool {
    items[index..<min(items.count, index + LineLimits.linesFromNameToNumber)].contains { item in
      guard let line = item.line else { return false }
      return words.beginsWithNumberWord(line.text) || words.date(in: line.text) != nil
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
