internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Knows a line of an assignment whose label is in no table: a few words and a colon among lines whose labels are known.
/// What stands behind the colon says what it gives: names of bodies, or a day.
struct UnknownLabels: Sendable {
  private let kinds: ValueKinds
  private let deadlines: DeadlineParser

  init(_ phrases: Phrases) {
    kinds = ValueKinds(phrases)
    deadlines = DeadlineParser(phrases)
  }

  /// The part that such a line adds to a block; nil where it gives what the block has, or is a sentence. Bodies lead where
  /// nobody leads yet, and help otherwise.
  func part(of statement: Statement, beside block: AssignmentBlock) -> AssignmentPart? {
    guard !block.isEmpty, let value = value(of: statement) else { return nil }
    let role: Vocabulary.Role
    if kinds.isBody(value) {
      role = block.values(.lead).isEmpty ? .lead : .cooperating
    } else if deadlines.parse(value.text).due != nil {
      role = .deadline
    } else {
      return nil
    }
    guard block.values(role).isEmpty else { return nil }
    return AssignmentPart(
      role: role, value: value, rule: "label.by-value", certainty: AssignmentCertainties.unknownLabel)
  }

  /// What stands behind the colon of a line that begins with a short label.
  private func value(of statement: Statement) -> Passage? {
    let text = statement.text
    let start = text.skipping(.beforeLabel, from: 0)
    guard let colon = text.firstIndex(of: .colon, from: start), colon > start,
      colon - start <= AssignmentLimits.longestUnknownLabel, text.scalars[start].isCapital
    else { return nil }
    let label = text[start..<colon]
    let words = label.split(separator: " ").count
    guard (2...AssignmentLimits.wordsOfUnknownLabel).contains(words),
      !label.contains(where: { $0.isNumber || ".,;".contains($0) })
    else { return nil }
    let value = statement.part(colon + 1..<text.count, without: .behindValue)
    return value.isEmpty || value.text.count > AssignmentLimits.longestUnknownValue ? nil : value
  }
}
