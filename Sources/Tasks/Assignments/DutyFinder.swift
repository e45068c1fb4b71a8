internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Reads the part “TỔ CHỨC THỰC HIỆN”: under each body's name what it has to do.
struct DutyFinder: Sendable {
  private let headings: PhraseTable<Bool>
  private let closings: PhraseTable<Bool>
  private let heads: PhraseTable<Bool>
  private let verbs: PhraseTable<Bool>
  private let sentences: BodySentence
  private let leads: PhraseTable<Vocabulary.Role>
  /// What may stand before the body's name: `trách nhiệm của`, `đề nghị`.
  private let prefixes: PhraseTable<Bool>

  init(_ phrases: Phrases) {
    headings = phrases.table(.duties, .heading)
    closings = phrases.table(.closing, .heading)
    verbs = phrases.verbs
    sentences = BodySentence(phrases)
    leads = phrases.table(of: [.lead, .leadWith], .prose)
    prefixes = phrases.table(.introduces, .order)
    heads = PhraseTable(phrases.vocabulary.names(.head) + phrases.vocabulary.names(.generic))
  }

  /// A part of the document, not a numbered task of that name (`4.6. Về tổ chức thực hiện`), and no table of tasks.
  func isDutySection(_ node: SectionNode) -> Bool {
    guard let kind = node.label?.kind, kind < .decimal || node.level == 1, node.tables.isEmpty else { return false }
    let text = LooseText(node.title)
    return headings.match(in: text, at: 0) != nil || headings.nearest(to: text, in: 0..<text.count) != nil
  }

  /// A directive has no such part: its own sections are the bodies' then.
  func assignments(of tree: DocumentTree) -> [Assignment] {
    let found = visit(tree.root)
    return found.isEmpty ? tree.root.children.filter(isBodies).compactMap(assignment) : found
  }

  private func isBodies(_ node: SectionNode) -> Bool {
    let text = LooseText(node.title)
    return node.level == 1 && heads.match(in: text, at: 0) != nil && verbs.match(in: text, at: 0) == nil
  }

  private func visit(_ node: SectionNode) -> [Assignment] {
    isDutySection(node) ? node.children.compactMap(assignment) : node.children.flatMap(visit)
  }

  private func assignment(_ node: SectionNode) -> Assignment? {
    if node.title.isEmpty { return runIn(node) }
    guard let body = body(node.title), let evidence = node.evidence else { return nil }
    let duties = texts(of: node)
    return duties.isEmpty ? nil : Assignment(body: body, duties: duties, evidence: evidence)
  }

  /// `3. Công an xã có trách nhiệm bảo đảm …`: the body opens the sentence that says what it does.
  private func runIn(_ node: SectionNode) -> Assignment? {
    guard let first = node.paragraphs.first, first.bullet == nil, let evidence = node.evidence else { return nil }
    let text = LooseText(first.text)
    let start = prefixes.match(in: text, at: 0).map { text.skipping([.space], from: $0.range.upperBound) } ?? 0
    guard heads.match(in: text, at: start) != nil, let verb = sentences.workStart(in: text, from: start) else {
      return nil
    }
    let lead = leads.first(in: text, from: start, upTo: verb)?.range.lowerBound ?? verb
    let work = min(lead, verb)
    let body = text[text.trimmed(start..<work, of: .aroundDutyBody)]
    let duties = [text[work..<text.count]] + texts(of: node).dropFirst()
    return body.count > AssignmentLimits.longestBody ? nil : Assignment(body: body, duties: duties, evidence: evidence)
  }

  /// The body that a title names; nil for one about money or reports.
  private func body(_ title: String) -> String? {
    let text = LooseText(title)
    let start = prefixes.match(in: text, at: 0).map { text.skipping([.space], from: $0.range.upperBound) } ?? 0
    return heads.match(in: text, at: start) == nil ? nil : text[start..<text.count]
  }

  /// A sentence that speaks of the whole document; or one after a list that carries the document's closing mark, `./.`.
  private func isClosing(_ text: String, ofListed isListed: Bool) -> Bool {
    closings.match(in: LooseText(text), at: 0) != nil || isListed && text.hasSuffix("./.")
  }

  /// The section's paragraphs up to the one that closes the document.
  private func texts(of node: SectionNode) -> [String] {
    var result: [String] = []
    for part in node.content {
      switch part {
      case .paragraph(let paragraph):
        if paragraph.bullet == nil, isClosing(paragraph.text, ofListed: node.paragraphs.first?.bullet != nil) {
          return result
        }
        result.append(paragraph.text)
      case .section(let child):
        let head = [child.label?.printed ?? "", child.title].filter { !$0.isEmpty }.joined(separator: " ")
        result.append(([head] + texts(of: child)).joined(separator: " "))
      case .table: break
      }
    }
    return result
  }
}
