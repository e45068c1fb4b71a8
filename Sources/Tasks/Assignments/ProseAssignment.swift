internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// An order in prose: `Giao A chủ trì, phối hợp với B và C tổ chức …. Hoàn thành trước ngày 31/10/2025.`
struct ProseAssignment: Sendable {
  var lead: Passage
  var cooperating: Passage
  var content: Passage
  /// The last sentence, where it dates the work.
  var deadline: Passage
}

/// Reads orders in prose. A sentence is one only where it opens with `Giao` or with a body's name, and `chủ trì` follows
/// the names at once.
struct ProseReader: Sendable {
  private let names: ProseNames
  private let times: ClosingTime
  private let brackets: BracketReader
  private let sentences: BodySentence
  /// Hands work to a body; `đề nghị` and `yêu cầu` may only ask for heed.
  private let handsOver = PhraseTable(["Giao", "Giao cho", "Phân công"], marked: true)
  private let annexes = PhraseTable(["phụ lục"])
  private let watches = PhraseTable(["theo dõi", "đôn đốc", "kiểm tra, đôn đốc", "giám sát"])

  /// What parts one statement from the next.
  static let marks = Array(" .,:;".utf8)

  init(_ phrases: Phrases) {
    names = ProseNames(phrases)
    times = ClosingTime(phrases)
    brackets = BracketReader(names, times)
    sentences = BodySentence(phrases)
  }

  func read(_ passage: Passage) -> ProseAssignment? {
    let text = LooseText(passage.text)
    guard let start = names.start(in: text) else { return nil }
    guard let lead = names.lead(in: text, after: start),
      names.isName(in: text, start..<lead.lowerBound, ordered: start > 0)
    else { return plainOrder(text, passage, names: start) }
    let order = times.sentence(of: text), workEnd = order.end
    let work =
      names.isJoint(lead, in: text) ? sentences.workStart(in: text, from: lead.upperBound, upTo: workEnd) : nil
    let workStart = work ?? lead.upperBound
    guard workStart < workEnd, (workStart..<workEnd).contains(where: text.isWord) else { return nil }
    func part(_ range: Range<Int>) -> Passage { passage.slice(text.trimmed(range, of: Self.marks)) }
    return ProseAssignment(
      lead: part(start..<lead.lowerBound), cooperating: part(lead.upperBound..<workStart),
      content: part(workStart..<workEnd), deadline: part(order.deadline))
  }

  /// What a bracket under a piece of work says.
  func bracketed(_ passage: Passage) -> [AssignmentPart] { brackets.parts(of: passage) }

  /// A piece of work with such a bracket at its end.
  func trailingBracket(_ passage: Passage) -> (work: Passage, parts: [AssignmentPart])? {
    brackets.trailing(passage)
  }

  /// `Giao Sở Nội vụ tham mưu …`: one body and its work, nobody beside it.
  private func plainOrder(_ text: LooseText, _ passage: Passage, names start: Int) -> ProseAssignment? {
    guard handsOver.match(in: text, at: 0) != nil, names.isHead(in: text, at: start),
      let work = sentences.workStart(in: text, from: start), work <= start + names.reach,
      names.isName(in: text, start..<work, ordered: true)
    else { return nil }
    let order = times.sentence(of: text), workEnd = order.end
    // To watch over the whole, or to do what an annex lists, is no piece of work of its own.
    guard work < workEnd, watches.match(in: text, at: work) == nil, annexes.first(in: text) == nil else {
      return nil
    }
    func part(_ range: Range<Int>) -> Passage { passage.slice(text.trimmed(range, of: Self.marks)) }
    return ProseAssignment(
      lead: part(start..<work), cooperating: Passage(), content: part(work..<workEnd), deadline: part(order.deadline))
  }
}
