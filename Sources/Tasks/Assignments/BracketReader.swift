internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Reads who does a piece of work out of a bracket at its end or under it.
struct BracketReader: Sendable {
  /// `(Ban Tuyên giáo chủ trì, phối hợp với … thực hiện; hoàn thành trong quý IV/2025)`.
  let rule: Rule<Statement, [AssignmentPart]>

  init(_ names: ProseNames, _ times: ClosingTime, _ phrases: Phrases) {
    let grammar = BracketGrammar(names: names, times: times, performs: phrases.table(.performs, .order))
    rule = Rule(
      BracketGrammar.name, certainty: AssignmentCertainties.bracket,
      examples: [
        RuleExample(
          "(Phòng Kinh tế chủ trì, hoàn thành trước 31/3/2026)", "Phòng Kinh tế /  / hoàn thành trước 31/3/2026"),
        RuleExample(
          "(Sở Nội vụ chủ trì, phối hợp với Công an tỉnh thực hiện; quý IV/2025)",
          "Sở Nội vụ / Công an tỉnh / quý IV/2025"),
        RuleExample("(theo Quyết định số 108/QĐ-BCĐ)", nil), RuleExample("Phòng Kinh tế chủ trì", nil),
      ]
    ) { grammar.parts(of: $0) }
  }

  /// What a bracket says; empty for one that names nobody.
  func parts(of statement: Statement) -> [AssignmentPart] { rule.match(statement) ?? [] }

  /// A piece of work with such a bracket at its end.
  func trailing(_ statement: Statement) -> (work: Passage, parts: [AssignmentPart])? {
    let text = statement.text
    guard let open = text.plain.lastIndex(of: .openBracket), open > AssignmentLimits.shortestBracketedWork else {
      return nil
    }
    let close = text.trimmed(open..<text.count, of: .closingSigns).upperBound
    guard close > open, text.plain[close - 1] == .closeBracket else { return nil }
    let parts = parts(of: Statement(statement.passage.slice(open..<text.count)))
    return parts.isEmpty ? nil : (statement.part(0..<open, without: [.space]), parts)
  }
}

/// How such a bracket is written: the body that leads, those that help, the time.
private struct BracketGrammar: Sendable {
  static let name = "order.bracket"

  let names: ProseNames
  let times: ClosingTime
  let performs: PhraseTable<Bool>

  func parts(of statement: Statement) -> [AssignmentPart]? {
    guard statement.text.plain.first == .openBracket, let close = statement.text.plain.lastIndex(of: .closeBracket)
    else { return nil }
    let inner = Statement(statement.passage.slice(1..<close))
    let text = inner.text
    guard let start = names.start(in: text), let lead = names.lead(in: text, after: start),
      names.isName(in: text, start..<lead.range.lowerBound, ordered: true)
    else { return nil }
    let end = text.plain.indices[lead.range.upperBound...].first { endsBodies(text, at: $0) } ?? text.count
    let helpers = lead.range.upperBound..<helpersEnd(text, after: lead, upTo: end)
    let values: [(Vocabulary.Role, Range<Int>)] = [
      (.lead, start..<lead.range.lowerBound), (.cooperating, helpers), (.deadline, end..<text.count),
    ]
    return values.map { role, range in
      AssignmentPart(
        role: role, value: inner.part(range, without: .aroundStatement), rule: Self.name,
        certainty: AssignmentCertainties.bracket)
    }
  }

  /// Those who help stand between the lead and what they do; there are none where the lead stands alone.
  private func helpersEnd(_ text: LooseText, after lead: ProseNames.Lead, upTo end: Int) -> Int {
    guard lead.value == .leadWith else { return lead.range.upperBound }
    return performs.first(in: text, from: lead.range.upperBound, upTo: end)?.range.lowerBound ?? end
  }

  /// A semicolon or a point, or a comma that a time follows.
  private func endsBodies(_ text: LooseText, at offset: Int) -> Bool {
    switch text.plain[offset] {
    case .semicolon, .period: true
    case .comma: times.follows(in: text, from: offset + 1)
    default: false
    }
  }
}
