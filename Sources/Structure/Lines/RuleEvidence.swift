internal import DocumentModel

/// Sources of values that are not simply what is printed where they belong. None holds a dot, which names of rules do.
enum EvidenceSource {
  /// The value, or a part of it, is not printed; its passage is what it was concluded from.
  static let inferred = "inferred"
  /// A body that says in the text that it issues.
  static let body = "body"
  /// The document's own annex says it.
  static let annex = "annex"
  /// Another document of the dossier says it.
  static let cited = "cited"
  /// The letter that encloses the document lists it.
  static let cover = "cover"
  /// The document says itself what it was issued with.
  static let belonging = "belonging"
  /// The number of a section by its place among the others, where another one was read.
  static let labelRepaired = "label-repaired"
}

extension Passage {
  /// The evidence of a value that a rule read in this passage; the rule's name is its source.
  func evidence(by rule: String, certainty: Double) -> Evidence {
    evidence(certainty: certainty, source: rule)
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
