internal import DocumentModel
internal import Vietnamese

/// Takes page numbers and footnotes out of the pages, so that a sentence that goes over a page is whole again.
struct PageFurniture {
  private(set) var items: [FlowItem] = []
  private(set) var footnotes: [Passage] = []

  init(_ pages: [Page]) {
    for page in pages { add(page) }
  }

  private mutating func add(_ page: Page) {
    var own = Self.items(of: page)
    if page.origin != .text || own.count < 80 { own = takingFootnotesAtEnd(of: own) }
    items += takingFootnotesInside(
      of: own.enumerated().map { index, item in
        guard case .line(let line) = item, index > 0, let before = own[index - 1].line, !before.endsSentence else {
          return item
        }
        return .line(line.withoutGluedPageNumber)
      })
  }

  /// The lines and tables of a page without blank lines and page numbers.
  private static func items(of page: Page) -> [FlowItem] {
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
        if isAlone, line.isPageNumber { continue }
        let flow = FlowLine(line, hasGapBefore: hasGap, startsPage: result.isEmpty)
        if flow.passage.isEmpty { continue }
        result.append(.line(flow))
      }
      hasGap = false
    }
    return indented(result)
  }

  /// Measures each line against the edges of the page's text: where nine lines in ten begin and end.
  private static func indented(_ items: [FlowItem]) -> [FlowItem] {
    let boxes = items.compactMap { $0.line?.column == .full ? $0.line?.box : nil }
    guard boxes.count >= 5 else { return items }
    let left = boxes.map(\.x).sorted()[boxes.count / 10], right = boxes.map(\.right).sorted()[boxes.count * 9 / 10]
    let height = Double(max(1, boxes.map(\.height).sorted()[boxes.count / 2]))
    return items.map { item in
      guard case .line(var line) = item, let box = line.box, line.column == .full else { return item }
      line.indent = (Double(box.x - left) / height, Double(right - box.right) / height)
      return .line(line)
    }
  }

  /// Footnotes are the last lines of a page: a number, then a sentence, without the full stop of a heading's number.
  private mutating func takingFootnotesAtEnd(of own: [FlowItem]) -> [FlowItem] {
    let lower = max(0, own.count - 8)
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
      if let line = item.line, line.footnoteMark != nil, line.text.plain.last == 0x2E,
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
  /// `3`, `- 3 -`, `3/5`, `Trang 3`.
  fileprivate var isPageNumber: Bool {
    let text = LooseText(words.map(\.text).joined())
    let digits = text.plain.filter(\.isDigit)
    let rest = String(decoding: text.plain.filter { !$0.isDigit }, as: UTF8.self)
    return (1...6).contains(digits.count) && ["", "--", "/", "trang", "trang/", "."].contains(rest) && text.count <= 10
      && (rest == "/" || rest == "trang/" || digits.count <= 3)
  }
}

extension FlowLine {
  /// The number that a footnote's line begins with.
  fileprivate var footnoteMark: Int? {
    guard passage.words.count >= 3, let number = Int(passage.words[0].text), (1...99).contains(number),
      let letter = passage.words[1].text.first, letter.isUppercase
    else { return nil }
    return number
  }

  /// Without a page's number that came to stand before the rest of a sentence: `3 của lãnh đạo các cấp`. No quantity
  /// is followed by such a word.
  fileprivate var withoutGluedPageNumber: FlowLine {
    let words = passage.words
    guard words.count > 2, words[0].text.count <= 3, Int(words[0].text) != nil,
      ["của", "với", "để", "cho", "theo", "tại", "về", "là"].contains(words[1].text)
    else { return self }
    return replacing(Passage(words: Array(words.dropFirst())))
  }

  /// Some word has the number glued to its end: `Công nghệ1,`.
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

  /// Ends with a mark that can end a paragraph.
  var endsSentence: Bool {
    guard let last = text.plain.last(where: { $0 != 0x22 && $0 != 0x29 && $0 != 0x20 }) else { return true }
    return [0x2E, 0x3B, 0x3A, 0x21, 0x3F].contains(last)
  }

  var beginsSmall: Bool { text.scalars.first?.properties.isLowercase ?? false }
}

extension String {
  /// The word without a footnote's number after its last small letter; nil where it has none.
  fileprivate func withoutFootnote(_ mark: Int) -> String? {
    let core = self.prefix { $0.isLetter }
    let rest = self.dropFirst(core.count)
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard core.last?.isLowercase ?? false, digits == String(mark) else { return nil }
    return String(core) + String(rest.dropFirst(digits.count))
  }
}
