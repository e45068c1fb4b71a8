internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Values that say the role of each body behind its name.
extension BodyCellReader {
  /// `Sở Nội vụ (chủ trì), Sở Tài chính, Công an tỉnh`: those without a bracket help the one that leads.
  static func bracketed(_ phrases: Phrases) -> Rule<Statement, Bodies> {
    let splitter = BodySplitter(phrases)
    let roles = phrases.table(of: [.lead, .cooperating], .block)
    return Rule(
      "bodies.bracketed", certainty: BodyCertainties.partedValue,
      examples: [
        RuleExample("Sở Nội vụ (chủ trì), Sở Tài chính, Công an tỉnh", "Sở Nội vụ / Sở Tài chính, Công an tỉnh"),
        RuleExample("Phòng Kinh tế (phối hợp); Công an xã (chủ trì)", "Công an xã / Phòng Kinh tế"),
        RuleExample("So Noi vu (chu tri) va cac so", "So Noi vu / cac so"),
        RuleExample("Sở Nội vụ (Phòng Tổ chức), Sở Tài chính", nil), RuleExample("Sở Nội vụ", nil),
      ]
    ) { statement in
      let text = statement.text
      var bodies = Bodies()
      for range in splitter.ranges(in: text) {
        let (name, role) = parted(text, range, roles)
        let part = statement.part(name, without: .aroundCell)
        if role == .lead { bodies.lead.append(part) } else if !part.isEmpty { bodies.cooperating.append(part) }
      }
      return bodies.lead.isEmpty ? nil : bodies
    }
  }

  /// The name, and what the bracket behind it says.
  private static func parted(_ text: LooseText, _ range: Range<Int>, _ roles: PhraseTable<Vocabulary.Role>)
    -> (name: Range<Int>, role: Vocabulary.Role?)
  {
    guard let open = text.plain[range].lastIndex(of: .openBracket), open > range.lowerBound,
      let found = roles.match(in: text, at: text.skipping([.space], from: open + 1)),
      text.skipping([.space, .closeBracket], from: found.range.upperBound) >= range.upperBound
    else { return (range, nil) }
    return (range.lowerBound..<open, found.value)
  }

  /// `Sở Nội vụ và Công an tỉnh đồng chủ trì; phối hợp: Sở Tài chính`.
  static func leadThenHelp(_ phrases: Phrases) -> Rule<Statement, Bodies> {
    let words = phrases.table(.leadAlone, .order)
    let labels = AssignmentLabels(phrases)
    return Rule(
      "bodies.lead-then-help", certainty: BodyCertainties.partedValue,
      examples: [
        RuleExample("Sở Y tế và Sở Nội vụ đồng chủ trì; phối hợp: Công an tỉnh", "Sở Y tế và Sở Nội vụ / Công an tỉnh"),
        RuleExample("Công an xã chủ trì. Đơn vị phối hợp: các thôn", "Công an xã / các thôn"),
        RuleExample("Công an xã chủ trì; các thôn", nil), RuleExample("Chủ trì; phối hợp: các thôn", nil),
      ]
    ) { statement in
      let text = statement.text
      guard let lead = words.first(in: text)?.range, lead.lowerBound > BodyLimits.shortestName,
        lead.upperBound < text.count, [UInt8].clauseEnds.contains(text.plain[lead.upperBound])
      else { return nil }
      let rest = statement.passage.slice(text.skipping(.closingSigns, from: lead.upperBound)..<text.count)
      let help = labels.parts(of: Statement(rest)).filter { !$0.value.isEmpty }
      guard help.first?.role == .cooperating else { return nil }
      return Bodies(
        lead: [statement.part(0..<lead.lowerBound, without: .aroundCell)],
        cooperating: help.filter { $0.role == .cooperating }.map(\.value))
    }
  }
}
