internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Puts the pieces of a body into their sections and gives each section its title.
struct SectionTreeBuilder: Sendable {
  private let labels: PhraseTable<Vocabulary.Role>
  private let words: HeadingWords

  init(_ phrases: Phrases) {
    labels = phrases.table(.block)
    words = HeadingWords(phrases)
  }

  /// The root, whose content is what stands before the first heading, and every heading.
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
    let (title, rest) = HeadingParts(heading, of: node, hasText: hasText(node), words).split
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
    guard let colon = text.firstIndex(of: .colon) else { return false }
    let range = text.trimmed(0..<colon, of: [.space, .openBracket])
    return labels.match(in: text, at: range.lowerBound)?.range.upperBound == range.upperBound
      || labels.nearest(to: text, in: range) != nil
  }

  /// An annex is titled by the line under its number.
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
