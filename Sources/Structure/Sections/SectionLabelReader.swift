internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Reads the numbers of sections as Nghị định 30/2020/NĐ-CP, Phụ lục I, and usage have them: `PHẦN I`, `Chương II`,
/// `Điều 3.`, `A.`, `I.`, `I-`, `1.`, `1.1.`, `a)`, `(1)`.
struct SectionLabelReader: Sendable {
  /// Of the first rules, those for named labels, one at most applies, and then no rule of `numbers` is asked.
  let named: RuleBook<LabelOpening, LabelCandidate>
  /// Each of these may apply to the same damaged number.
  let numbers: RuleBook<LabelOpening, LabelCandidate>

  private let names: NamedLabelRules

  init(_ phrases: Phrases) {
    names = NamedLabelRules(phrases)
    named = RuleBook("what named label opens this line", names.rules)
    numbers = RuleBook(
      "what number opens this line", NumberLabelRules.rules + RomanLabelRules.rules + LetterLabelRules.rules)
  }

  /// The readings of a line's start as a section's number; none where no number opens the line.
  func read(_ text: LooseText) -> [LabelCandidate] {
    guard let opening = LabelOpening(text) else { return [] }
    if names.mayApply(to: opening) {
      for rule in named.rules { if let label = rule.label(of: opening) { return [label] } }
    }
    return opening.mayBeNumber ? numbers.rules.compactMap { $0.label(of: opening) } : []
  }
}

extension LabelRule {
  /// The label that the rule reads, which bears the rule's name.
  fileprivate func label(of opening: LabelOpening) -> LabelCandidate? {
    guard var label = match(opening) else { return nil }
    label.rule = name
    return label
  }
}
