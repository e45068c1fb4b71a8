internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// What stands behind a label, by itself: names of bodies, or a time.
struct ValueKinds: Sendable {
  enum Kind: Sendable { case body, time }

  private let heads, sets, verbs: PhraseTable<Bool>
  private let deadlines: DeadlineParser

  init(_ phrases: Phrases) {
    heads = phrases.names(.head)
    sets = phrases.table(.set, .body)
    verbs = phrases.verbs
    deadlines = DeadlineParser(phrases)
  }

  /// Nil for a value that looks like neither.
  func kind(of value: Passage) -> Kind? {
    if value.isEmpty || value.text.count > AssignmentLimits.longestUnknownValue { return nil }
    if isBody(value) { return .body }
    let deadline = deadlines.parse(value.text)
    return deadline.due != nil || !deadline.modes.isEmpty ? .time : nil
  }

  /// A name, and no verb that begins alike.
  func isBody(_ value: Passage) -> Bool {
    let text = LooseText(value.text)
    let name = (heads.match(in: text, at: 0) ?? sets.match(in: text, at: 0))?.range.count ?? 0
    return name > verbs.match(in: text, at: 0)?.range.count ?? 0
  }
}
