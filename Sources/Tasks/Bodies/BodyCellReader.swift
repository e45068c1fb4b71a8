internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Parts those that lead from those that help where one value or cell names both: `Sở Nội vụ chủ trì, phối hợp với Sở Tài
/// chính`, `Chủ trì: Sở Nội vụ; phối hợp: Sở Tài chính`.
struct BodyCellReader: Sendable {
  /// What one value says: who leads and who helps.
  struct Bodies: Sendable {
    var lead: [Passage] = []
    var cooperating: [Passage] = []
  }

  /// The parts of a task's lead and of its help, each with the rule that gave it its role.
  struct Parts {
    var lead: [AssignmentPart] = []
    var cooperating: [AssignmentPart] = []
  }

  typealias Book = RuleBook<Statement, Bodies>

  /// Asked of a value that stands where the lead is named. Examples are written `lead / cooperating`.
  let rules: Book

  init(_ phrases: Phrases) {
    rules = Book(
      "Who leads and who helps, where one value names both?",
      [
        Self.labelled(phrases), Self.bracketed(phrases), Self.leadThenHelp(phrases), Self.leadWith(phrases),
        Self.leadAlone(phrases),
      ])
  }

  func bodies(lead: [AssignmentPart], cooperating: [AssignmentPart]) -> Parts {
    var result = Parts(cooperating: cooperating)
    for value in lead {
      guard let found = rules.answer(to: Statement(value.value)) else {
        result.lead.append(value)
        continue
      }
      func part(_ role: Vocabulary.Role, _ passage: Passage) -> AssignmentPart {
        AssignmentPart(role: role, value: passage, rule: found.rule, certainty: value.certainty)
      }
      result.lead += found.answer.lead.map { part(.lead, $0) }
      // Partners in the cell of those that lead stand before the others.
      result.cooperating = found.answer.cooperating.map { part(.cooperating, $0) } + result.cooperating
    }
    return result
  }

  private static func labelled(_ phrases: Phrases) -> Rule<Statement, Bodies> {
    let labels = AssignmentLabels(phrases)
    return Rule(
      "bodies.labelled", certainty: BodyCertainties.partedValue,
      examples: [
        RuleExample("Chủ trì: Sở Nội vụ; phối hợp: Sở Tài chính", "Sở Nội vụ / Sở Tài chính"),
        RuleExample("Phối hợp: Sở Tài chính", nil), RuleExample("Sở Nội vụ", nil),
      ]
    ) { statement in
      let parts = labels.parts(of: statement).filter {
        !$0.value.isEmpty && ($0.role == .lead || $0.role == .cooperating)
      }
      guard parts.first?.role == .lead else { return nil }
      return Bodies(
        lead: parts.filter { $0.role == .lead }.map(\.value),
        cooperating: parts.filter { $0.role == .cooperating }.map(\.value))
    }
  }

  /// `các đơn vị chủ trì quản lý …` describes a body: only what names a partner parts the two.
  private static func leadWith(_ phrases: Phrases) -> Rule<Statement, Bodies> {
    let joints = phrases.table(.leadWith, .prose)
    return Rule(
      "bodies.lead-with", certainty: BodyCertainties.partedValue,
      examples: [
        RuleExample("Sở Nội vụ chủ trì, phối hợp với Sở Tài chính", "Sở Nội vụ / Sở Tài chính"),
        RuleExample("Công an xã chủ trì, phối hợp cùng các thôn.", "Công an xã / các thôn"),
        RuleExample("Sở Y tế, Sở Nội vụ đồng chủ trì, phối hợp với Công an tỉnh", "Sở Y tế, Sở Nội vụ / Công an tỉnh"),
        RuleExample("Các đơn vị chủ trì quản lý hệ thống", nil),
      ]
    ) { statement in
      guard let joint = joints.first(in: statement.text)?.range, joint.lowerBound > BodyLimits.shortestName else {
        return nil
      }
      let help = statement.part(joint.upperBound..<statement.text.count, without: .aroundCell)
      return Bodies(
        lead: [statement.part(0..<joint.lowerBound, without: .aroundCell)], cooperating: help.isEmpty ? [] : [help])
    }
  }

  private static func leadAlone(_ phrases: Phrases) -> Rule<Statement, Bodies> {
    let words = phrases.table(.leadAlone, .order)
    return Rule(
      "bodies.lead-alone", certainty: BodyCertainties.partedValue,
      examples: [
        RuleExample("Sở Nội vụ chủ trì.", "Sở Nội vụ / "), RuleExample("Văn phòng làm đầu mối", "Văn phòng / "),
        RuleExample("Sở Nội vụ và Công an tỉnh đồng chủ trì", "Sở Nội vụ và Công an tỉnh / "),
        RuleExample("Đơn vị chủ trì nhiệm vụ", nil),
      ]
    ) { statement in
      let text = statement.text, all = text.trimmed(0..<text.count, of: .aroundCell)
      guard let end = words.all(in: text).last?.range, end.upperBound == all.upperBound,
        end.lowerBound > BodyLimits.shortestName
      else { return nil }
      return Bodies(lead: [statement.part(all.lowerBound..<end.lowerBound, without: .aroundCell)])
    }
  }
}

/// How often the rules of this folder are right, 0…1. By judgement, until corrections are counted by rule.
enum BodyCertainties {
  /// One value that names those that lead and those that help.
  static let partedValue = 0.95
  /// A sign or a word between two names of bodies.
  static let joint = 0.95
}

/// How far the grammars of this folder look, in scalars of the text.
enum BodyLimits {
  /// A text of no more than this before `chủ trì` is not the name of a body.
  static let shortestName = 3
  /// The stretch in which the word before a verb is looked for.
  static let beforeVerb = 12
}
