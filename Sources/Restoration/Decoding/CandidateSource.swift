internal import Vietnamese

/// Finds the readings of a piece.
protocol CandidateSource {
  /// Appends the readings of `text`, at least one.
  mutating func append(for text: String, kind: Piece.Kind, into list: inout [Candidate])
  /// The word of the model that is written so, in this case or in small letters.
  func knownWord(_ text: String) -> UInt16?
  /// Learns the document's own ways from words that were read with certainty.
  mutating func adapt(to evidence: [(seen: String, meant: String, weight: Float)])
  /// Weighs the readings of units again by what was learned.
  func reweigh(_ list: inout [Candidate], of units: [UnitPlan])
  var vocabulary: WordList { get }
  var language: LanguageModel { get }
  /// Cost of a space that stands inside a word of so many letters, nats.
  func tornCost(letters: Int) -> Float
  /// Whether signs such as `¢` are parts of words in the text it reads.
  var signsAreLetters: Bool { get }
}

extension CandidateSource {
  /// A word of the user's own as the language model sees it.
  func word(for term: String) -> UInt16 { knownWord(term) ?? Symbol.unknown(CaseShape(of: term)) }
  mutating func adapt(to evidence: [(seen: String, meant: String, weight: Float)]) {}
  func reweigh(_ list: inout [Candidate], of units: [UnitPlan]) {}
}
