internal import DocumentModel
internal import Vietnamese

/// Finds where each document of a dossier begins: at a letterhead that heads a page.
struct DocumentSplitter {
  /// How far down a page a letterhead may begin: stamps and signature lines can stand above it.
  private let bandHeight = 5
  /// Within how many lines of it the number or the date must follow.
  private let reach = 10

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
      guard line.isNationalName, index - (starts.last ?? 0) > bandHeight, isHead(items, at: index) else { continue }
      let start = begin(of: items, nationalNameAt: index, sincePage: sincePage)
      if start > starts[starts.count - 1] { starts.append(start) }
    }
    return zip(starts, starts.dropFirst() + [items.count]).map { items[$0..<$1] }
  }

  /// A number or a place and date must follow, or it is a form printed in an annex.
  private func isHead(_ items: [FlowItem], at index: Int) -> Bool {
    items[index..<min(items.count, index + reach)].contains { item in
      guard let line = item.line else { return false }
      return line.text.begins(with: "so:") || line.text.begins(with: "so ") || LetterheadDate(in: line.text) != nil
    }
  }

  /// The lines above the national name that belong to the same letterhead.
  private func begin(of items: [FlowItem], nationalNameAt index: Int, sincePage: Int) -> Int {
    if sincePage <= bandHeight { return index - sincePage }
    var start = index
    while start > 0, index - start < 2, let above = items[start - 1].line, above.text.isCapitals,
      !above.hasGapBefore || start == index
    {
      start -= 1
    }
    return start
  }
}

extension LooseText {
  /// Where the name of the State or the Party stands, a letter in six misread. It is in capitals: most lines are ruled
  /// out by that alone.
  var nationalName: Range<Int>? {
    guard count >= 18, hasCapitals(12) else { return nil }
    return range(near: "cong hoa xa hoi chu nghia", atMost: 4) ?? range(near: "dang cong san viet nam", atMost: 3)
  }

  /// Where the motto stands: a short line with dashes.
  var motto: Range<Int>? {
    guard (12...90).contains(count), plain.contains(0x2D) || plain.contains(2) else { return nil }
    return range(near: "doc lap - tu do", atMost: 3)
  }
}

extension FlowLine {
  /// Holds the name of the State or the Party as a letterhead prints it.
  var isNationalName: Bool {
    guard let range = text.nationalName else { return false }
    return LooseText(text[range]).isCapitals
  }
}
