internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// The words that part a title from the text after it on the same line.
struct HeadingWords: Sendable {
  /// Verbs that begin a sentence. `Quyết định`, `Báo cáo` in the middle of one name a document.
  let verbs: PhraseTable<Bool>
  /// How names of bodies begin.
  let heads: PhraseTable<Bool>
  /// Words that bind the next one to them: no sentence begins behind them.
  let binding: Set<String>
  /// What hands over work, which is no title: `Đề nghị: Phòng Nội vụ …`.
  let orders: PhraseTable<Bool>

  init(_ phrases: Phrases) {
    let types = Set(phrases.vocabulary.documentTypes.map { lowercased($0.name) })
    verbs = PhraseTable(phrases.vocabulary.verbs.filter { !types.contains($0) })
    heads = phrases.names(.head)
    binding = phrases.words(.binding, .sentence)
    orders = phrases.markedTable(.give, .prose)
  }
}

/// A heading's text, parted into the title and what follows it on the same line.
struct HeadingParts {
  let split: (title: String, rest: Passage)

  /// `hasText`: the section has more than the lines that assign it.
  init(_ heading: Passage, of node: SectionNode, hasText: Bool, _ words: HeadingWords) {
    let text = LooseText(heading.text)
    let isBodies = words.heads.match(in: text, at: 0) != nil && node.paragraphs.first?.bullet != nil
    if text.isCapitals || (node.label?.kind ?? .letter) < .section && !Self.isSentences(text, hasText: hasText) {
      split = (heading.withoutClosingMark.text, Passage())
    } else if let colon = Self.colon(in: text), words.orders.match(in: text, at: 0)?.range.upperBound != colon {
      let rest = text.skipping([.space], from: colon + 1)
      split = (heading.slice(0..<colon).withoutClosingMark.text, heading.slice(rest..<text.count))
    } else if let seam = Self.seam(in: text, words) {
      split = (heading.slice(0..<seam).text, heading.slice(seam..<text.count))
    } else if Self.isTitle(text, hasText: hasText, isBodies: isBodies) {
      split = (heading.withoutClosingMark.text, Passage())
    } else {
      split = ("", heading)
    }
  }

  /// Whether a text is more than a title: it ends like a sentence and has a second one in it, or is longer than a title
  /// (`I. Giao Sở Nội vụ chủ trì … . Xong trước ngày 30/6/2026.`).
  private static func isSentences(_ text: LooseText, hasText: Bool) -> Bool {
    guard text.plain.last == .period else { return false }
    let isTwo = text.plain.indices.dropLast(2).contains { offset in
      text.plain[offset] == .period && text.plain[offset + 1] == .space
        && text.scalars[offset + 2].properties.isUppercase
    }
    return isTwo || !hasText && text.wordCount > SectionLimits.wordsOfEndedTitle
  }

  /// The colon that sets a title off: early, outside brackets, not inside a time (`8:00`), before any sentence's end. Nil
  /// where there is none.
  private static func colon(in text: LooseText) -> Int? {
    var depth = 0
    for (offset, byte) in text.plain.enumerated() {
      switch byte {
      case .openBracket: depth += 1
      case .closeBracket: depth -= 1
      case .semicolon where depth == 0: return nil
      case .period where depth == 0 && offset + 1 < text.count && text.plain[offset + 1] == .space: return nil
      case .colon where depth <= 0: return setsTitleOff(text, at: offset) ? offset : nil
      default: break
      }
    }
    return nil
  }

  private static func setsTitleOff(_ text: LooseText, at colon: Int) -> Bool {
    let isTime = colon + 1 < text.count && text.plain[colon + 1].isDigit
    let words = text.plain[..<colon].split(separator: .space).count
    let isLast = colon >= text.count - 1
    return !isTime && words <= (isLast ? SectionLimits.wordsOfTitle : SectionLimits.wordsOfRunInTitle)
  }

  /// Where a title runs into its text without a mark (`Số hóa tài liệu lưu trữ Tiến hành số hóa …`): a verb with a
  /// capital in the middle of a sentence can only begin the text. Nil where no such verb stands.
  private static func seam(in text: LooseText, _ words: HeadingWords) -> Int? {
    var count = 0
    for offset in 1..<max(1, min(text.count, SectionLimits.lettersBeforeSeam)) where text.plain[offset - 1] == .space {
      count += 1
      if count >= SectionLimits.wordsBeforeSeam, beginsSentence(text, at: offset, words) { return offset }
    }
    return nil
  }

  /// Whether a verb of two words or more with a capital stands there, a small word after it, and a whole word in small
  /// letters before it.
  private static func beginsSentence(_ text: LooseText, at offset: Int, _ words: HeadingWords) -> Bool {
    guard text.scalars[offset].isCapital,
      ![.period, .colon, .quote].contains(text.plain[offset - 2]),
      let verb = words.verbs.match(in: text, at: offset), verb.range.upperBound < text.count,
      text[verb.range].contains(" ")
    else { return false }
    let next = text.skipping([.space], from: verb.range.upperBound)
    return next < text.count && text.scalars[next].properties.isLowercase
      && isSmallWord(before: offset, in: text, words)
  }

  /// The word before is in small letters and more than a joint: no name goes on over the seam.
  private static func isSmallWord(before offset: Int, in text: LooseText, _ words: HeadingWords) -> Bool {
    let start = text.plain[..<(offset - 1)].lastIndex(of: .space).map { $0 + 1 } ?? 0
    let word = text[start..<offset - 1]
    return word.first?.isLowercase ?? false && !words.binding.contains(word)
      && !endsBodyHead(before: offset, in: text, words)
  }

  /// `Chi cục Quản lý chất lượng`: what a body's head is followed by names the body, and is no verb.
  private static func endsBodyHead(before offset: Int, in text: LooseText, _ words: HeadingWords) -> Bool {
    let nearest = max(0, offset - SectionLimits.lettersOfBodyHead)
    return (nearest..<offset).contains { start in
      (start == 0 || text.plain[start - 1] == .space) && text.scalars[start].isCapital
        && words.heads.match(in: text, at: start)?.range.upperBound == offset - 1
    }
  }

  private static func isTitle(_ text: LooseText, hasText: Bool, isBodies: Bool) -> Bool {
    guard hasText else { return false }
    switch text.plain.last {
    case .semicolon: return false
    // A sentence, unless it is short or a list of bodies over their duties.
    case .period:
      return text.wordCount <= (isBodies ? SectionLimits.wordsOfEndedBodies : SectionLimits.wordsOfEndedTitle)
    default: return text.wordCount <= (isBodies ? SectionLimits.wordsOfBodies : SectionLimits.wordsOfTitle)
    }
  }
}
