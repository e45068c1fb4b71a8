internal import DocumentModel

/// Which words of a page are to be laid over it: not those that it shows itself, nor what lies under paint.
struct WordPlaces {
  private let page: Page
  /// From the level page to the PDF page.
  private let map: AffineMap
  private let shown: [Area], blackedOut: [Area]

  init(_ page: Page, _ placement: AffineMap, _ content: PageContent) {
    self.page = page
    map = page.inverseDeskew.then(placement)
    shown = content.shownWords.map { $0.grown() }
    // What was read on the picture of the page was seen there; an older layer may know what nobody sees.
    blackedOut = page.origin == .textLayer ? content.blackedOut : []
  }

  var lines: [Line] {
    if shown.isEmpty && blackedOut.isEmpty { return page.lines }
    return page.lines.map { line in
      var line = line
      line.words = line.words.filter { !isTaken($0) }
      return line
    }
  }

  private func isTaken(_ word: Word) -> Bool {
    guard let box = word.box else { return false }
    let middle = map.applied(x: Double(box.x) + Double(box.width) / 2, y: Double(box.y) + Double(box.height) / 2)
    return shown.contains { $0.contains(middle) } || blackedOut.contains { $0.contains(middle) }
  }
}

extension Area {
  /// A half of its lesser side larger at each side: marks stand over the core of letters, and words are boxed roughly.
  fileprivate func grown() -> Area {
    var area = self
    let margin = min(right - left, top - bottom) / 2
    area.left -= margin
    area.right += margin
    area.bottom -= margin
    area.top += margin
    return area
  }
}
