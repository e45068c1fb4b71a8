internal import DocumentModel

extension Passage {
  /// The evidence of a value that a rule read in this passage; the rule's name is its source.
  func evidence(by rule: String, certainty: Double) -> Evidence {
    evidence(certainty: certainty)
  }
}

/// A value with the passage that it was read from, the rule that read it, and how sure the rule is, 0…1.
struct ReadValue<Value> {
  var value: Value
  var passage: Passage
  var rule: String
  var certainty: Double

  var evidence: Evidence { passage.evidence(by: rule, certainty: certainty) }
}
