internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Puts the pieces of a body into their sections and gives each section its title.
struct SectionTreeBuilder {
  private let labels: PhraseTable<Vocabulary.Role>
  private let verbs: PhraseTable<Bool>
  private let heads: PhraseTable<Bool>

  init(_ phrases: Phrases) {
    labels = phrases.table(.block)
    // `Quyết định`, `Báo cáo` in the middle of a sentence name a document.
    let types = Set(phrases.vocabulary.documentTypes.map { lowercased($0.name) })
    verbs = PhraseTable(phrases.vocabulary.verbs.filter { !types.contains($0) })
    heads = phrases.names(.head)
  }

  func tree(of pieces: [BodyPiece]) -> SectionNode {
    var open = [SectionNode()]
    var headings = [Passage()]
    func close() {
      let node = titled(open.removeLast(), heading: headings.removeLast())
      open[open.count - 1].content.append(.section(node))
    }
    for piece in pieces {
      switch piece {
      case .heading(let label, let heading, let evidence):
        while let innermost = open.last?.label, innermost.kind >= label.kind || label.kind == .annex { close() }
        open.append(SectionNode(label: label, level: open.count, evidence: evidence))
        headings.append(heading)
      case .paragraph(let paragraph): open[open.count - 1].content.append(.paragraph(paragraph))
      case .table(let table): open[open.count - 1].content.append(.table(table))
      }
    }
    while open.count > 1 { close() }
    return open[0]
  }

  /// Parts the text after a section's number into its title and the first sentence of its text.
  private func titled(_ node: SectionNode, heading: Passage) -> SectionNode {
    var node = node
    if node.label?.kind == .annex { return titledAnnex(node, heading: heading) }
    let (title, rest) = HeadingParts(heading, of: node, hasText: hasText(node), verbs: verbs, heads: heads).split
    node.title = title
    if !rest.isEmpty { node.content.insert(.paragraph(Paragraph(passage: rest)), at: 0) }
    return node
  }

  /// The section has more than the lines that assign it.
  private func hasText(_ node: SectionNode) -> Bool {
    node.content.contains { content in
      guard case .paragraph(let paragraph) = content else { return true }
      return !isAssignment(paragraph.passage)
    }
  }

  private func isAssignment(_ passage: Passage) -> Bool {
    let text = LooseText(passage.text)
    guard let colon = text.firstIndex(of: 0x3A) else { return false }
    let range = text.trimmed(0..<colon, of: [0x20, 0x28])
    return labels.match(in: text, at: range.lowerBound)?.range.upperBound == range.upperBound
      || labels.nearest(to: text, in: range) != nil
  }

  /// An annex is titled by the line under its number; what is in brackets says what it belongs to.
  private func titledAnnex(_ node: SectionNode, heading: Passage) -> SectionNode {
    var node = node
    var parts = heading.isEmpty ? [] : [heading]
    if heading.isEmpty, case .paragraph(let first)? = node.content.first {
      node.content.removeFirst()
      parts = [first.passage]
    }
    node.title = parts.map { $0.withoutClosingMark.text }.joined(separator: " ")
    return node
  }
}

/// A heading's text, parted into the title and what follows it on the same line.
struct HeadingParts {
  let split: (title: String, rest: Passage)

  /// Words that a title may have at most: longer ones are sentences.
  private static let longestTitle = 30
  private static let longestRunIn = 16

  init(_ heading: Passage, of node: SectionNode, hasText: Bool, verbs: PhraseTable<Bool>, heads: PhraseTable<Bool>) {
    let text = LooseText(heading.text)
    let isBodies = heads.match(in: text, at: 0) != nil && node.paragraphs.first?.bullet != nil
    if text.isCapitals || (node.label?.kind ?? .letter) < .section {
      split = (heading.withoutClosingMark.text, Passage())
    } else if let colon = Self.colon(in: text) {
      split = (
        heading.slice(0..<colon).withoutClosingMark.text,
        heading.slice(text.skipping([0x20], from: colon + 1)..<text.count)
      )
    } else if let seam = Self.seam(in: text, verbs: verbs) {
      split = (heading.slice(0..<seam).text, heading.slice(seam..<text.count))
    } else if Self.isTitle(text, hasText: hasText, isBodies: isBodies) {
      split = (heading.withoutClosingMark.text, Passage())
    } else {
      split = ("", heading)
    }
  }

  /// The colon that sets a title off: early, outside brackets, not inside a time (`8:00`), before any sentence's end.
  private static func colon(in text: LooseText) -> Int? {
    var depth = 0
    for (offset, byte) in text.plain.enumerated() {
      switch byte {
      case 0x28: depth += 1
      case 0x29: depth -= 1
      case 0x3B where depth == 0: return nil
      case 0x2E where depth == 0 && offset + 1 < text.count && text.plain[offset + 1] == 0x20: return nil
      case 0x3A where depth <= 0:
        let isTime = offset + 1 < text.count && text.plain[offset + 1].isDigit
        let words = text.plain[..<offset].split(separator: 0x20).count
        let isLast = offset >= text.count - 1
        return !isTime && words <= (isLast ? longestTitle : longestRunIn) ? offset : nil
      default: break
      }
    }
    return nil
  }

  /// A title and its text run together without a mark (`Số hóa tài liệu lưu trữ Tiến hành số hóa …`): a verb with a
  /// capital in the middle of a sentence can only begin the text.
  private static func seam(in text: LooseText, verbs: PhraseTable<Bool>) -> Int? {
    var words = 0
    for offset in 1..<max(1, min(text.count, 120)) where text.plain[offset - 1] == 0x20 {
      words += 1
      guard words >= 3, text.scalars[offset].properties.isUppercase,
        [0x2E, 0x3A, 0x22].contains(text.plain[offset - 2]) == false,
        let verb = verbs.match(in: text, at: offset), verb.range.upperBound < text.count,
        text[verb.range].contains(" "),
        text.scalars[text.skipping([0x20], from: verb.range.upperBound)].properties.isLowercase,
        isSmallWord(before: offset, in: text)
      else { continue }
      return offset
    }
    return nil
  }

  /// The word before is in small letters and more than a joint: no name goes on over the seam.
  private static func isSmallWord(before offset: Int, in text: LooseText) -> Bool {
    let start = text.plain[..<(offset - 1)].lastIndex(of: 0x20).map { $0 + 1 } ?? 0
    let word = text[start..<offset - 1]
    return word.first?.isLowercase ?? false
      && !["và", "của", "về", "với", "theo", "là", "do", "tại", "ban", "tổ", "phòng", "đội"].contains(word)
  }

  private static func isTitle(_ text: LooseText, hasText: Bool, isBodies: Bool) -> Bool {
    let ends = text.plain.last.map { [0x2E, 0x3B].contains($0) } ?? false
    if !hasText { return false }
    // A sentence, unless it is a list of bodies over their duties.
    if ends { return text.plain.last == 0x2E && text.wordCount <= (isBodies ? 40 : 8) }
    return text.wordCount <= (isBodies ? 60 : longestTitle)
  }
}
