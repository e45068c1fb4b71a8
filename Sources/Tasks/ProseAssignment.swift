internal import DocumentModel
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
  private let gives: PhraseTable<Bool>
  private let leads: PhraseTable<Bool>
  private let finishes: PhraseTable<Bool>
  private let heads: PhraseTable<Bool>
  private let sentences: BodySentence
  /// Lost marks too: to be sure that a sentence has none of them.
  private let plainVerbs: PhraseTable<Bool>
  private let orders = PhraseTable(["giao", "giao cho", "chỉ đạo", "yêu cầu", "phân công", "đề nghị"], marked: true)
  /// Hands work to a body; `đề nghị` and `yêu cầu` may only ask for heed.
  private let handsOver = PhraseTable(["Giao", "Giao cho", "Phân công"], marked: true)
  private let annexes = PhraseTable(["phụ lục"])
  private let watches = PhraseTable(["theo dõi", "đôn đốc", "kiểm tra, đôn đốc", "giám sát"])
  private let performs = PhraseTable(["thực hiện", "triển khai", "tổ chức thực hiện"])
  private let deadlines: DeadlineParser
  private let dates = DateFinder()
  /// What a clause that only dates the work begins with.
  private let clauses = PhraseTable([
    "hoàn thành", "xong", "thời hạn", "thời gian", "chậm nhất", "trước ngày", "trước", "trong tháng", "trong quý",
    "trong năm", "tiến độ", "đến hết",
  ])
  private let reports = PhraseTable(["trình", "báo cáo", "gửi", "tổng hợp", "ban hành", "công bố", "phê duyệt"])
  /// What a time that the work is to be done by has before it.
  private let limits = PhraseTable([
    "trong", "trước", "trước ngày", "chậm nhất", "chậm nhất ngày", "chậm nhất là ngày", "chậm nhất vào", "đến hết",
    "đến hết ngày", "muộn nhất ngày", "xong trước", "xong trước ngày",
  ])
  /// Letters within which the leading body must be named.
  private let reach = 160

  init(_ vocabulary: Vocabulary) {
    gives = PhraseTable(vocabulary.wordings(of: .give, .prose), marked: true)
    leads = PhraseTable(vocabulary.wordings(of: .lead, .prose))
    finishes = PhraseTable(vocabulary.wordings(of: .finish, .prose))
    heads = PhraseTable(vocabulary.names(.head))
    sentences = BodySentence(vocabulary)
    plainVerbs = PhraseTable(vocabulary.verbs)
    deadlines = DeadlineParser(vocabulary)
  }

  func read(_ passage: Passage) -> ProseAssignment? {
    let text = LooseText(passage.text)
    guard let names = nameStart(in: text) else { return nil }
    guard let lead = leads.first(in: text, from: names, upTo: names + reach),
      lead.range.lowerBound > names, isName(in: text, names..<lead.range.lowerBound, ordered: names > 0)
    else { return plainOrder(text, passage, names: names) }
    let (workEnd, deadline) = lastSentence(of: text)
    let work =
      isJoint(lead.range, in: text) ? sentences.workStart(in: text, from: lead.range.upperBound, upTo: workEnd) : nil
    let contentStart = work ?? lead.range.upperBound
    guard contentStart < workEnd, (contentStart..<workEnd).contains(where: text.isWord) else { return nil }
    let marks = Array(" .,:;".utf8)
    return ProseAssignment(
      lead: passage.slice(text.trimmed(names..<lead.range.lowerBound, of: marks)),
      cooperating: passage.slice(text.trimmed(lead.range.upperBound..<contentStart, of: marks)),
      content: passage.slice(text.trimmed(contentStart..<workEnd, of: marks)),
      deadline: passage.slice(text.trimmed(deadline, of: marks)))
  }

  /// `Giao Sở Nội vụ tham mưu …`: one body and its work, nobody beside it.
  private func plainOrder(_ text: LooseText, _ passage: Passage, names: Int) -> ProseAssignment? {
    guard handsOver.match(in: text, at: 0) != nil, heads.match(in: text, at: names) != nil,
      let work = sentences.workStart(in: text, from: names), work <= names + reach,
      isName(in: text, names..<work, ordered: true)
    else { return nil }
    let (workEnd, deadline) = lastSentence(of: text)
    // To watch over the whole, or to do what an annex lists, is no piece of work of its own.
    guard work < workEnd, watches.match(in: text, at: work) == nil, annexes.first(in: text) == nil else {
      return nil
    }
    let marks = Array(" .,:;".utf8)
    return ProseAssignment(
      lead: passage.slice(text.trimmed(names..<work, of: marks)), cooperating: Passage(),
      content: passage.slice(text.trimmed(work..<workEnd, of: marks)),
      deadline: passage.slice(text.trimmed(deadline, of: marks)))
  }

  /// What a bracket under a piece of work says: `(Ban Tuyên giáo chủ trì, phối hợp với … thực hiện; hoàn thành trong quý
  /// IV/2025)`.
  func bracketed(_ passage: Passage) -> [AssignmentPart] {
    let whole = LooseText(passage.text)
    guard whole.plain.first == 0x28, let close = whole.plain.lastIndex(of: 0x29) else { return [] }
    let inner = passage.slice(1..<close)
    let text = LooseText(inner.text)
    guard let names = nameStart(in: text), let lead = leads.first(in: text, from: names, upTo: names + reach),
      lead.range.lowerBound > names, isName(in: text, names..<lead.range.lowerBound, ordered: true)
    else { return [] }
    let end = text.plain.indices[lead.range.upperBound...].first { endsBodies(text, at: $0) } ?? text.count
    let does =
      isJoint(lead.range, in: text)
      ? performs.first(in: text, from: lead.range.upperBound, upTo: end)?.range.lowerBound ?? end
      : lead.range.upperBound
    let values: [(Vocabulary.Role, Range<Int>)] = [
      (.lead, names..<lead.range.lowerBound), (.cooperating, lead.range.upperBound..<does),
      (.deadline, end..<text.count),
    ]
    return values.map { role, range in
      AssignmentPart(role: role, value: inner.slice(text.trimmed(range, of: Array(" .,:;".utf8))))
    }
  }

  /// A semicolon or a point, or a comma that a time follows.
  private func endsBodies(_ text: LooseText, at offset: Int) -> Bool {
    let byte = text.plain[offset]
    return byte == 0x3B || byte == 0x2E
      || byte == 0x2C && clauses.match(in: text, at: text.skipping([0x20], from: offset + 1)) != nil
  }

  /// Who helps follows: `chủ trì, phối hợp với`.
  private func isJoint(_ range: Range<Int>, in text: LooseText) -> Bool {
    ["với", "cùng", "hợp"].contains { text[range].hasSuffix($0) }
  }

  /// A piece of work with such a bracket at its end.
  func trailingBracket(_ passage: Passage) -> (work: Passage, parts: [AssignmentPart])? {
    let text = LooseText(passage.text)
    guard let open = text.plain.lastIndex(of: 0x28), open > 8,
      text.trimmed(open..<text.count, of: Array(" .;,".utf8)).upperBound > open,
      text.plain[text.trimmed(open..<text.count, of: Array(" .;,".utf8)).upperBound - 1] == 0x29
    else { return nil }
    let parts = bracketed(passage.slice(open..<text.count))
    return parts.isEmpty ? nil : (passage.slice(text.trimmed(0..<open)), parts)
  }

  /// Names and nothing else. Without `Giao` before it, a verb shows a sentence that only tells who did what
  /// (`Ủy ban nhân dân xã đã chỉ đạo Phòng … chủ trì`).
  private func isName(in text: LooseText, _ range: Range<Int>, ordered: Bool) -> Bool {
    if text.plain[range].contains(where: { [0x2E, 0x28].contains($0) }) { return false }
    if !range.contains(where: text.isWord) { return false }
    if ordered { return true }
    let isBare = heads.match(in: text, at: range.lowerBound)?.range.upperBound ?? 0 >= text.trimmed(range).upperBound
    if isBare || saysMore(in: text, at: range.upperBound) { return false }
    let words = text[range].split(separator: " ").map(String.init)
    if words.contains(where: { ["đã", "da", "sẽ", "được", "do", "để", "là"].contains($0) }) { return false }
    return !plainVerbs.all(in: LooseText(text[range])).contains { match in
      text.scalars[range.lowerBound + match.range.lowerBound].properties.isLowercase
    }
  }

  /// `Cơ quan chủ trì cần …` speaks of whoever leads; it names nobody.
  private func saysMore(in text: LooseText, at lead: Int) -> Bool {
    let words = text[lead..<min(text.count, lead + 24)].split(separator: " ").prefix(3)
    return words.contains { ["cần", "phải", "có", "đã", "được", "là", "và", "của"].contains($0) }
  }

  /// After `Giao`, or at a body's name that opens the sentence.
  private func nameStart(in text: LooseText) -> Int? {
    if let give = gives.match(in: text, at: 0) {
      let start = text.skipping([0x20], from: give.range.upperBound)
      return start < text.count && (text.scalars[start].properties.isUppercase || text.begins(with: "giao cac"))
        ? start : nil
    }
    guard text.scalars.first?.properties.isUppercase ?? false, let head = heads.match(in: text, at: 0),
      // `Ban hành …` is no board.
      plainVerbs.match(in: text, at: 0)?.range.count ?? 0 <= head.range.count
    else { return nil }
    return orderedName(in: text) ?? 0
  }

  /// `Ủy ban nhân dân tỉnh giao Sở Nội vụ chủ trì …`: the one that orders stands before. What it *has* ordered
  /// (`đã giao`) is told, not ordered.
  private func orderedName(in text: LooseText) -> Int? {
    guard let order = orders.first(in: text, from: 0, upTo: min(text.count, 80)), order.range.lowerBound > 0 else {
      return nil
    }
    let before = text[0..<order.range.lowerBound]
    let start = text.skipping([0x20], from: order.range.upperBound)
    let tells = before.split(separator: " ").contains { ["đã", "da", "được", "do", "vừa", "sẽ"].contains($0) }
    guard !tells, !before.contains("."), start < text.count, text.scalars[start].properties.isUppercase,
      heads.match(in: text, at: start) != nil
    else { return nil }
    return start
  }

  /// The last sentence, where it tells a time; and where the sentence before it ends.
  private func lastSentence(of text: LooseText) -> (end: Int, deadline: Range<Int>) {
    var start = text.count
    for offset in stride(from: text.count - 3, to: 0, by: -1)
    where text.plain[offset] == 0x2E && text.plain[offset + 1] == 0x20
      && text.scalars[offset + 2].properties.isUppercase
    {
      start = offset + 2
      break
    }
    guard start < text.count, finishes.match(in: text, at: start) != nil else { return lastClause(of: text) }
    let deadline = deadlines.parse(text[start..<text.count])
    if deadline.due == nil, deadline.modes.isEmpty { return lastClause(of: text) }
    return (start, start..<text.count)
  }

  /// `…, hoàn thành trước ngày 30/9/2025`, `…; thời hạn: quý II/2026`: the last clause, where it only dates the work.
  private func lastClause(of text: LooseText) -> (end: Int, deadline: Range<Int>) {
    let none = endingTime(of: text)
    guard let mark = text.plain.lastIndex(where: { $0 == 0x2C || $0 == 0x3B }), text.count - mark <= 70 else {
      return none
    }
    let start = text.skipping([0x20], from: mark + 1)
    guard clauses.match(in: text, at: start) != nil,
      let time = dates.dates(in: LooseText(text[start..<text.count])).last,
      text.trimmed(start..<text.count, of: Array(" .;,".utf8)).upperBound == start + time.range.upperBound
    else { return none }
    return (mark, start..<text.count)
  }

  /// `… ban hành Đề án trong quý II/2026.` stays a part of the work and dates it.
  private func endingTime(of text: LooseText) -> (end: Int, deadline: Range<Int>) {
    let end = text.trimmed(0..<text.count, of: Array(" .;,".utf8)).upperBound
    guard let time = dates.dates(in: text).last, time.range.upperBound == end,
      let start = limitStart(in: text, before: time.range.lowerBound),
      text[start..<min(start + 5, end)] == "trong" || isReported(text, before: start)
    else { return (text.count, text.count..<text.count) }
    return (text.count, start..<end)
  }

  /// `…, trình Ủy ban nhân dân tỉnh trước ngày 05/11/2025`; in `tài liệu hình thành trước ngày 01/7/2025` the day is the
  /// papers'.
  private func isReported(_ text: LooseText, before limit: Int) -> Bool {
    guard let mark = text.plain[..<limit].lastIndex(where: { $0 == 0x2C || $0 == 0x3B }), limit - mark < 90 else {
      return false
    }
    return reports.match(in: text, at: text.skipping([0x20], from: mark + 1)) != nil
  }

  /// Where `trước ngày`, `trong`, `chậm nhất` begins that ends right before a time.
  private func limitStart(in text: LooseText, before time: Int) -> Int? {
    (max(1, time - 20)..<time).first { offset in
      text.plain[offset - 1] == 0x20
        && limits.match(in: text, at: offset).map { text.skipping([0x20], from: $0.range.upperBound) >= time } ?? false
    }
  }
}

extension LooseText {
  /// The plain letters stand at the start.
  func begins(with plain: String) -> Bool { self.plain.starts(with: plain.utf8) }
}
