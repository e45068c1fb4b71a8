internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// How a sentence orders: the two rules of `ProseReader`, and the parts that they share.
struct OrderGrammar: Sendable {
  let names: ProseNames
  let times: ClosingTime
  private let sentences: BodySentence
  /// Hands work to a body; `đề nghị` and `yêu cầu` may only ask for heed.
  private let handsOver: PhraseTable<Bool>
  private let annexes: PhraseTable<Bool>
  private let watches: PhraseTable<Bool>

  /// `own`: the names that the document has elsewhere.
  init(_ phrases: Phrases, own: OwnNames) {
    names = ProseNames(phrases)
    times = ClosingTime(phrases)
    sentences = BodySentence(phrases, own: own)
    handsOver = phrases.markedTable(.handsOver, .order)
    annexes = phrases.table(.annex, .order)
    watches = phrases.table(.watches, .order)
  }

  /// One leads, others may help. Examples are written `lead / cooperating / content / deadline`.
  var led: Rule<Statement, ProseAssignment> {
    Rule("order.led", certainty: AssignmentCertainties.order, examples: Self.ledExamples) { [self] in ledOrder($0) }
  }

  /// `Giao Sở Nội vụ tham mưu …`: one body and its work, without a body that helps.
  var plain: Rule<Statement, ProseAssignment> {
    Rule("order.plain", certainty: AssignmentCertainties.order, examples: Self.plainExamples) { [self] in plainOrder($0)
    }
  }

  private func ledOrder(_ statement: Statement) -> ProseAssignment? {
    let text = statement.text
    guard let start = names.start(in: text), let lead = lead(in: text, after: start) else { return nil }
    let dated = times.sentence(of: text), workEnd = dated.end
    let work =
      lead.value == .leadWith ? sentences.workStart(in: text, from: lead.range.upperBound, upTo: workEnd) : nil
    let workStart = work ?? lead.range.upperBound
    guard workStart < workEnd, (workStart..<workEnd).contains(where: text.isWord) else { return nil }
    return assignment(
      statement, lead: start..<lead.range.lowerBound, cooperating: lead.range.upperBound..<workStart,
      content: workStart..<workEnd, deadline: dated.deadline)
  }

  private func plainOrder(_ statement: Statement) -> ProseAssignment? {
    let text = statement.text
    guard let start = names.start(in: text), lead(in: text, after: start) == nil,
      handsOver.match(in: text, at: 0) != nil, names.isHead(in: text, at: start),
      let work = sentences.workStart(in: text, from: start), work <= start + AssignmentLimits.longestNames,
      names.isName(in: text, start..<work, ordered: true)
    else { return nil }
    let dated = times.sentence(of: text), workEnd = dated.end
    // To watch over the whole, or to do what an annex lists, is no piece of work of its own.
    guard work < workEnd, watches.match(in: text, at: work) == nil, annexes.first(in: text) == nil else {
      return nil
    }
    return assignment(
      statement, lead: start..<work, cooperating: work..<work, content: work..<workEnd, deadline: dated.deadline)
  }

  /// The words that give the lead, right behind names.
  private func lead(in text: LooseText, after start: Int) -> ProseNames.Lead? {
    guard let lead = names.lead(in: text, after: start),
      names.isName(in: text, start..<lead.range.lowerBound, ordered: start > 0)
    else { return nil }
    return lead
  }

  private func assignment(
    _ statement: Statement, lead: Range<Int>, cooperating: Range<Int>, content: Range<Int>, deadline: Range<Int>
  ) -> ProseAssignment {
    func part(_ range: Range<Int>) -> Passage { statement.part(range, without: .aroundStatement) }
    return ProseAssignment(
      lead: part(lead), cooperating: part(cooperating), content: part(content), deadline: part(deadline))
  }
}
