internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Finds the time of a piece of work where its sentence closes with it.
struct ClosingTime: Sendable {
  private let finishes: PhraseTable<Bool>
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

  init(_ phrases: Phrases) {
    finishes = phrases.table(.finish, .prose)
    deadlines = DeadlineParser(phrases)
  }

  /// Whether words that date the work follow, spaces aside.
  func follows(in text: LooseText, from offset: Int) -> Bool {
    clauses.match(in: text, at: text.skipping([0x20], from: offset)) != nil
  }

  /// The last sentence, where it tells a time; and where the sentence before it ends.
  func sentence(of text: LooseText) -> (end: Int, deadline: Range<Int>) {
    var start = text.count
    for offset in stride(from: text.count - 3, to: 0, by: -1)
    where text.plain[offset] == 0x2E && text.plain[offset + 1] == 0x20
      && text.scalars[offset + 2].properties.isUppercase
    {
      start = offset + 2
      break
    }
    guard start < text.count, finishes.match(in: text, at: start) != nil else { return clause(of: text) }
    let deadline = deadlines.parse(text[start..<text.count])
    if deadline.due == nil, deadline.modes.isEmpty { return clause(of: text) }
    return (start, start..<text.count)
  }

  /// `…, hoàn thành trước ngày 30/9/2025`, `…; thời hạn: quý II/2026`: the last clause, where it only dates the work.
  private func clause(of text: LooseText) -> (end: Int, deadline: Range<Int>) {
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
