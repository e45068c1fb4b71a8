internal import Vietnamese

/// Finds the readings of a piece.
protocol CandidateSource {
  /// Appends the readings of `text`, at least one.
  mutating func append(for text: String, kind: Piece.Kind, into list: inout [Candidate])
  /// The word of the model with these letters, as they are cased or in small letters; nil where the model has none.
  func knownWord(_ text: String) -> UInt16?
  /// Learns how this document is garbled from words that a first reading was sure of; `weight` counts their places,
  /// each by its certainty.
  mutating func adapt(to evidence: [(seen: String, meant: String, weight: Float)])
  /// Corrects the costs of the readings of units by what was learned.
  func reweigh(_ list: inout [Candidate], of units: [UnitPlan])
  var vocabulary: WordList { get }
  var language: LanguageModel { get }
  /// Cost of a space inside a word that has this many letters, nats.
  func tornCost(letters: Int) -> Float
  /// Whether signs such as `¢` are parts of words in the text it reads.
  var signsAreLetters: Bool { get }
}

extension CandidateSource {
  /// The word of the language model for a word of the user's own list.
  func word(for term: String) -> UInt16 { knownWord(term) ?? Symbol.unknown(CaseShape(of: term)) }
  mutating func adapt(to evidence: [(seen: String, meant: String, weight: Float)]) {}
  func reweigh(_ list: inout [Candidate], of units: [UnitPlan]) {}
}
