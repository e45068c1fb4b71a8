internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Question: which words at an order's end date its work? The input is the order.
enum ClosingRules {
  typealias ClosingRule = Rule<LooseText, DatedOrder>

  /// In letters: the longest clause that only dates the work, and how far before a time an act of handing in may begin.
  private static let longestClause = 70, handingInReach = 90
  /// In letters: how far before a time the words that limit the work begin.
  private static let limitReach = 20

  static func book(_ words: ClosingWords) -> RuleBook<LooseText, DatedOrder> {
    RuleBook("which words at the end date the work", [ownSentence(words), lastClause(words), limit(words)])
  }

  private static func ownSentence(_ words: ClosingWords) -> ClosingRule {
    ClosingRule(
      "closing.own-sentence", certainty: TimeCertainty.read,
      examples: [
        RuleExample(
          "Giao Công an xã chủ trì rà soát thủ tục. Hoàn thành trước ngày 31/10/2025.",
          "Hoàn thành trước ngày 31/10/2025."),
        RuleExample("Giao Công an xã rà soát. Thực hiện thường xuyên.", "Thực hiện thường xuyên."),
        RuleExample("Giao Công an xã rà soát. Báo cáo kết quả.", nil, whole: ""),
      ]
    ) { text in
      guard let start = lastSentence(of: text), words.finishes.match(in: text, at: start) != nil else { return nil }
      let deadline = words.deadlines.parse(text[start..<text.count])
      guard deadline.due != nil || !deadline.modes.isEmpty else { return nil }
      return DatedOrder(end: start, deadline: start..<text.count)
    }
  }

  private static func lastClause(_ words: ClosingWords) -> ClosingRule {
    ClosingRule(
      "closing.last-clause", certainty: TimeCertainty.read,
      examples: [
        RuleExample("rà soát thủ tục, hoàn thành trước ngày 30/9/2025", "hoàn thành trước ngày 30/9/2025"),
        RuleExample("rà soát thủ tục; thời hạn: quý II/2026.", "thời hạn: quý II/2026."),
        RuleExample("rà soát thủ tục, hoàn thành 30/9/2025 việc số hóa", nil, whole: ""),
      ]
    ) { text in
      guard let mark = text.plain.lastIndex(where: partsClauses), text.count - mark <= longestClause else { return nil }
      let start = text.skipping([.space], from: mark + 1)
      guard words.clauses.match(in: text, at: start) != nil,
        let time = words.dates.dates(in: LooseText(text[start..<text.count])).last,
        text.trimmed(start..<text.count, of: .closingSigns).upperBound == start + time.range.upperBound
      else { return nil }
      return DatedOrder(end: mark, deadline: start..<text.count)
    }
  }

  /// The words stay a part of the work and date it.
  private static func limit(_ words: ClosingWords) -> ClosingRule {
    ClosingRule(
      "closing.limit", certainty: TimeCertainty.read,
      examples: [
        RuleExample("tham mưu ban hành Đề án trong quý II/2026.", "trong quý II/2026"),
        RuleExample(
          "xây dựng Đề án, trình Ủy ban nhân dân tỉnh trước ngày 05/11/2025", "trước ngày 05/11/2025"),
        // The day is the papers', not the work's.
        RuleExample("chỉnh lý tài liệu hình thành trước ngày 01/7/2025", nil, whole: ""),
      ]
    ) { text in
      let end = text.trimmed(0..<text.count, of: .closingSigns).upperBound
      guard let time = words.dates.dates(in: text).last, time.range.upperBound == end,
        let limit = limit(in: text, before: time.range.lowerBound, words),
        words.withins.contains(text[limit]) || isHandedIn(text, before: limit.lowerBound, words)
      else { return nil }
      return DatedOrder(end: text.count, deadline: limit.lowerBound..<end)
    }
  }

  // MARK: Parts

  private static func partsClauses(_ sign: UInt8) -> Bool { sign == .comma || sign == .semicolon }

  /// Behind the last point that a capital follows: the space before the sentence.
  private static func lastSentence(of text: LooseText) -> Int? {
    (0..<max(0, text.count - 2)).dropFirst().last { offset in
      text.plain[offset] == .period && text.plain[offset + 1] == .space
        && text.scalars[offset + 2].isCapital
    }.map { $0 + 2 }
  }

  /// The words before a time that limit the work: `trước ngày`, `trong`, `chậm nhất`.
  private static func limit(in text: LooseText, before time: Int, _ words: ClosingWords) -> Range<Int>? {
    (max(1, time - limitReach)..<max(1, time)).lazy.filter { text.plain[$0 - 1] == .space }
      .compactMap { words.limits.match(in: text, at: $0)?.range }
      .first { text.skipping([.space], from: $0.upperBound) >= time }
  }

  /// Whether the clause with the time hands the work in: `…, trình Ủy ban nhân dân tỉnh trước ngày 05/11/2025`.
  private static func isHandedIn(_ text: LooseText, before limit: Int, _ words: ClosingWords) -> Bool {
    guard let mark = text.plain[..<limit].lastIndex(where: partsClauses), limit - mark < handingInReach else {
      return false
    }
    return words.handingIn.match(in: text, at: text.skipping([.space], from: mark + 1)) != nil
  }
}
