internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Duties in prose under the name of a body: a duty that closes with a time is work of that body.
struct BodyHeading: Sendable {
  typealias Orders = ProseReader.Orders

  private let heads, verbs, prefixes: PhraseTable<Bool>
  private let times: ClosingTime

  init(_ phrases: Phrases) {
    heads = PhraseTable(phrases.vocabulary.names(.head) + phrases.vocabulary.names(.generic))
    verbs = phrases.verbs
    prefixes = phrases.table(.introduces, .order)
    times = ClosingTime(phrases)
  }

  /// The body that a section's title is the name of; nil for any other title. A head of one syllable stands before a capital:
  /// `Phòng Kinh tế`, but `Phòng cháy, chữa cháy`, which in capitals cannot be told.
  func body(of node: SectionNode) -> Passage? {
    let text = LooseText(node.title)
    let start = prefixes.match(in: text, at: 0).map { text.skipping([.space], from: $0.range.upperBound) } ?? 0
    guard start < text.count, let head = heads.match(in: text, at: start)?.range,
      verbs.match(in: text, at: start)?.range.count ?? 0 <= head.count, node.title.count <= AssignmentLimits.longestBody
    else { return nil }
    let next = text.skipping([.space], from: head.upperBound)
    let isOneSyllable = !text.plain[head].contains(.space)
    if isOneSyllable, node.title == node.title.uppercased() { return nil }
    if isOneSyllable, text.scalars[start].isCapital, next < text.count,
      !text.scalars[next].isCapital
    {
      return nil
    }
    let title = Statement(Passage(text: node.title, at: node.evidence))
    return title.part(start..<text.count, without: .aroundDutyBody)
  }

  /// A duty with its time; nil for one without.
  func duty(_ statement: Statement, of body: Passage) -> Orders.Finding? {
    let text = statement.text
    let dated = times.sentence(of: text)
    let content = statement.part(0..<dated.end, without: .aroundStatement)
    guard !dated.deadline.isEmpty, content.words.count >= AssignmentLimits.wordsOfDuty else { return nil }
    let order = ProseAssignment(
      lead: body, cooperating: Passage(), content: content,
      deadline: statement.part(dated.deadline, without: .aroundStatement))
    return Orders.Finding(answer: order, rule: "order.under-body", certainty: AssignmentCertainties.order)
  }
}
