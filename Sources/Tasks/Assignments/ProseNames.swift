internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Finds the names of who leads in a sentence of prose: at its start, after `Giao` or the one that orders, before
/// `chủ trì`.
struct ProseNames: Sendable {
  private let gives: PhraseTable<Bool>
  private let givesSet: PhraseTable<Bool>
  private let leads: PhraseTable<Vocabulary.Role>
  private let heads: PhraseTable<Bool>
  /// Found even where their marks were lost, to be sure that a sentence has no verb.
  private let plainVerbs: PhraseTable<Bool>
  private let orders: PhraseTable<Bool>
  /// Words that show a sentence which only tells, or describes.
  private let reported, narrates, describes: Set<String>

  /// The words that give the lead, and whether they name who helps.
  typealias Lead = PhraseTable<Vocabulary.Role>.Match

  init(_ phrases: Phrases) {
    gives = phrases.markedTable(.give, .prose)
    givesSet = phrases.table(.givesSet, .order)
    orders = phrases.markedTable(.orders, .order)
    reported = phrases.words(.reported, .order)
    narrates = phrases.words(.narrates, .order)
    describes = phrases.words(.describes, .order)
    leads = phrases.table(of: [.lead, .leadWith], .prose)
    heads = phrases.names(.head)
    plainVerbs = phrases.verbs
  }

  /// The words that give the lead, near after the start of the names and never at it.
  func lead(in text: LooseText, after names: Int) -> Lead? {
    leads.first(in: text, from: names, upTo: names + AssignmentLimits.longestNames)
      .flatMap { $0.range.lowerBound > names ? $0 : nil }
  }

  /// Whether a body's name begins here.
  func isHead(in text: LooseText, at offset: Int) -> Bool { heads.match(in: text, at: offset) != nil }

  /// After `Giao`, or at a body's name that opens the sentence.
  func start(in text: LooseText) -> Int? {
    if let give = gives.match(in: text, at: 0) {
      let start = text.skipping([.space, .colon], from: give.range.upperBound)
      return start < text.count
        && (text.scalars[start].isCapital || givesSet.match(in: text, at: 0) != nil)
        ? start : nil
    }
    guard text.scalars.first?.isCapital ?? false, let head = heads.match(in: text, at: 0),
      // `Ban hành …` is no board.
      plainVerbs.match(in: text, at: 0)?.range.count ?? 0 <= head.range.count
    else { return nil }
    return orderedName(in: text) ?? 0
  }

  /// `Ủy ban nhân dân tỉnh giao Sở Nội vụ chủ trì …`: the one that orders stands before. What it *has* ordered
  /// (`đã giao`) is reported and is no order.
  private func orderedName(in text: LooseText) -> Int? {
    guard let order = orders.first(in: text, from: 0, upTo: min(text.count, AssignmentLimits.longestOrderer)),
      order.range.lowerBound > 0
    else {
      return nil
    }
    let before = text[0..<order.range.lowerBound]
    let start = text.skipping([.space], from: order.range.upperBound)
    let tells = before.split(separator: " ").contains { reported.contains(String($0)) }
    guard !tells, !before.contains("."), start < text.count, text.scalars[start].isCapital,
      heads.match(in: text, at: start) != nil
    else { return nil }
    return start
  }

  /// Names and nothing else. Without `Giao` before it, a verb shows a sentence that only tells who did what
  /// (`Ủy ban nhân dân xã đã chỉ đạo Phòng … chủ trì`).
  func isName(in text: LooseText, _ range: Range<Int>, ordered: Bool) -> Bool {
    if text.plain[range].contains(where: { $0 == .period || $0 == .openBracket }) { return false }
    if !range.contains(where: text.isWord) { return false }
    if ordered { return true }
    let isBare = heads.match(in: text, at: range.lowerBound)?.range.upperBound ?? 0 >= text.trimmed(range).upperBound
    if isBare || saysMore(in: text, at: range.upperBound) { return false }
    let words = text[range].split(separator: " ").map(String.init)
    if words.contains(where: narrates.contains) { return false }
    return !plainVerbs.all(in: LooseText(text[range])).contains { match in
      text.scalars[range.lowerBound + match.range.lowerBound].properties.isLowercase
    }
  }

  /// `Cơ quan chủ trì cần …` describes the leading body of any task; it names no body.
  private func saysMore(in text: LooseText, at lead: Int) -> Bool {
    let words = text[lead..<min(text.count, lead + AssignmentLimits.afterLead)].split(separator: " ").prefix(3)
    return words.contains { describes.contains(String($0)) }
  }
}
