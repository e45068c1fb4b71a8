internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// The words that page numbers are known by.
struct PageWords: Sendable {
  /// What stands beside a page's number: `Trang`.
  let pageNumber: LooseWordings
  /// Words that go on with a sentence and that no quantity is followed by: a number before one is a page's.
  let continuing: Set<String>

  init(_ phrases: Phrases) {
    pageNumber = LooseWordings(phrases, .pageNumber, .page)
    continuing = phrases.words(.continuing, .sentence)
  }
}

/// Takes page numbers and footnotes out of the pages, so that a sentence that goes over a page is whole again.
struct PageFurniture {
  /// The lines and tables that are left, in reading order.
  private(set) var items: [FlowItem] = []
  private(set) var footnotes: [Passage] = []
  private let words: PageWords

  init(_ pages: [Page], _ words: PageWords) {
    self.words = words
    for page in pages { add(page) }
  }

  private mutating func add(_ page: Page) {
    var own = items(of: page)
    if page.origin != .text || own.count < LineLimits.linesOfUnpagedText { own = takingFootnotesAtEnd(of: own) }
    items += takingFootnotesInside(
      of: own.enumerated().map { index, item in
        guard case .line(let line) = item, index > 0, let before = own[index - 1].line, !before.endsSentence else {
          return item
        }
        return .line(line.withoutGluedPageNumber(words))
      })
  }

  /// The lines and tables of a page without blank lines and page numbers.
  private func items(of page: Page) -> [FlowItem] {
    let last = page.blocks.lastIndex { !$0.isBlank } ?? 0
    var result: [FlowItem] = []
    var hasGap = false
    for (index, block) in page.blocks.enumerated() {
      switch block {
      case .table(let table): result.append(.table(table))
      case .line(let line) where line.isEmpty:
        hasGap = true
        continue
      case .line(let line):
        // A number alone is a page number at an end of the page, or between blank lines of a text input.
        let isAlone = result.isEmpty || index >= last || (hasGap && page.origin == .text)
        if isAlone, line.isPageNumber(words) { continue }
        let flow = FlowLine(line, hasGapBefore: hasGap, startsPage: result.isEmpty)
        if flow.passage.isEmpty { continue }
        result.append(.line(flow))
      }
      hasGap = false
    }
    return Self.indented(result)
  }

  /// Measures each line against the edges of the page's text: where nine lines in ten begin and end.
  private static func indented(_ items: [FlowItem]) -> [FlowItem] {
    let boxes = items.compactMap { $0.line?.column == .full ? $0.line?.box : nil }
    guard boxes.count >= LineLimits.linesForEdges else { return items }
    let left = boxes.map(\.x).sorted()[boxes.count / 10], right = boxes.map(\.right).sorted()[boxes.count * 9 / 10]
    let height = Double(max(1, boxes.map(\.height).sorted()[boxes.count / 2]))
    return items.map { item in
      guard case .line(var line) = item, let box = line.box, line.column == .full else { return item }
      line.indent = (Double(box.x - left) / height, Double(right - box.right) / height)
      return .line(line)
    }
  }

  /// Footnotes are the last lines of a page. Each begins with its number, without the full stop that a heading's number
  /// has, and the number stands behind a word of the page, too.
  private mutating func takingFootnotesAtEnd(of own: [FlowItem]) -> [FlowItem] {
    let lower = max(0, own.count - LineLimits.linesOfFootnotes)
    guard
      let start = own[lower...].firstIndex(where: { item in
        guard let line = item.line, let mark = line.footnoteMark else { return false }
        return own[..<own.count].contains { $0.line?.carries(footnote: mark) ?? false }
      })
    else { return own }
    var rest = Array(own[..<start])
    var note = Passage()
    for case .line(let line) in own[start...] {
      if line.footnoteMark != nil, !note.isEmpty {
        footnotes.append(note)
        note = Passage()
      }
      note.append(line.passage)
    }
    footnotes.append(note)
    let marks = own[start...].compactMap { $0.line?.footnoteMark }
    for index in rest.indices {
      if case .line(let line) = rest[index] { rest[index] = .line(line.without(footnoteMarks: marks)) }
    }
    return rest
  }

  /// In a text without pages a footnote stands inside a sentence: the line before is unfinished, the line after goes on
  /// in small letters.
  private mutating func takingFootnotesInside(of own: [FlowItem]) -> [FlowItem] {
    var rest: [FlowItem] = []
    for (index, item) in own.enumerated() {
      if let line = item.line, line.footnoteMark != nil, line.text.plain.last == .period,
        let before = rest.last?.line, !before.endsSentence,
        own.indices.contains(index + 1), let after = own[index + 1].line, after.beginsSmall
      {
        footnotes.append(line.passage)
      } else {
        rest.append(item)
      }
    }
    return rest
  }
}

extension Block {
  fileprivate var isBlank: Bool { if case .line(let line) = self { line.isEmpty } else { false } }
}

extension Line {
  /// `3`, `- 3 -`, `3/5`, `Trang 3`, `Trang 3/5`: a number of three digits at most, or two with a stroke between them.
  fileprivate func isPageNumber(_ vocabulary: PageWords) -> Bool {
    let text = LooseText(words.map(\.text).joined())
    guard text.count <= 10 else { return false }
    let digits = text.plain.count(where: \.isDigit)
    let rest = text.plain.filter { !$0.isDigit }
    let isFraction = rest.last == .slash
    let word = isFraction ? Array(rest.dropLast()) : rest
    let isPlain = word.isEmpty || vocabulary.pageNumber.contains(word)
    let isBetweenSigns = rest == [.hyphen, .hyphen] || rest == [.period]
    return (isPlain || isBetweenSigns) && (isFraction ? 1...6 : 1...3).contains(digits)
  }
}

extension FlowLine {
  /// The number that a footnote's line begins with.
  fileprivate var footnoteMark: Int? {
    guard passage.words.count >= 3, let number = Int(passage.words[0].text),
      (1...LineLimits.highestFootnote).contains(number),
      let letter = passage.words[1].text.first, letter.isUppercase
    else { return nil }
    return number
  }

  /// The line without a page's number that came to stand before the rest of a sentence: `3 của lãnh đạo các cấp`.
  fileprivate func withoutGluedPageNumber(_ vocabulary: PageWords) -> FlowLine {
    let words = passage.words
    guard words.count > 2, words[0].text.count <= 3, Int(words[0].text) != nil,
      vocabulary.continuing.contains(words[1].text)
    else { return self }
    return replacing(Passage(words: Array(words.dropFirst())))
  }

  /// Whether the number is glued to the end of some word: `Công nghệ1,`.
  fileprivate func carries(footnote mark: Int) -> Bool {
    passage.words.contains { $0.text.withoutFootnote(mark) != nil }
  }

  fileprivate func without(footnoteMarks marks: [Int]) -> FlowLine {
    guard marks.contains(where: carries) else { return self }
    let words = passage.words.map { word in
      var word = word
      for mark in marks { word.text = word.text.withoutFootnote(mark) ?? word.text }
      return word
    }
    return replacing(Passage(words: words))
  }

  /// Whether the line ends with a sign that can end a paragraph, or holds no word at all.
  var endsSentence: Bool {
    guard let last = text.plain.last(where: { ![.quote, .closeBracket, .space].contains($0) }) else { return true }
    return [.period, .semicolon, .colon, UInt8(ascii: "!"), UInt8(ascii: "?")].contains(last)
  }

  /// Whether the first sign of the line is a small letter.
  var beginsSmall: Bool { text.scalars.first?.properties.isLowercase ?? false }
}

extension String {
  /// The word without a footnote's number after its last small letter; nil where it has none.
  fileprivate func withoutFootnote(_ mark: Int) -> String? {
    guard utf8.contains(where: \.isDigit) else { return nil }
    let core = self.prefix { $0.isLetter }
    let rest = self.dropFirst(core.count)
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard core.last?.isLowercase ?? false, digits == String(mark) else { return nil }
    return String(core) + String(rest.dropFirst(digits.count))
  }
}
