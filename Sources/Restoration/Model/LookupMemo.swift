/// The states before a unit as the decoder asks the language model about them, and the nodes that it found for one word
/// after them. Each decoder has one of its own.
final class LookupMemo {
  /// A state before the unit.
  struct Origin {
    /// Index of the state.
    var state: Int
    /// The cost of the cheapest path to it, nats.
    var score: Float
    /// Numbers of its last word and of its last two: states with equal ones share what was found.
    var wordSlot, pairSlot: Int
    var scope: LanguageModel.Scope
  }

  /// Not looked up yet; −1 is "looked up and not there".
  static let unknown: Int32 = -2
  /// More states than a beam keeps.
  private static let slots = 256
  private let pairs = UnsafeMutablePointer<Int32>.allocate(capacity: LookupMemo.slots)
  private let triples = UnsafeMutablePointer<Int32>.allocate(capacity: LookupMemo.slots)
  /// The states, the cheapest first.
  var origins: [Origin] = []

  deinit {
    pairs.deallocate()
    triples.deallocate()
  }

  /// Forgets what was found for the word before.
  @inline(__always)
  func reset() {
    pairs.update(repeating: Self.unknown, count: min(origins.count, Self.slots))
    triples.update(repeating: Self.unknown, count: min(origins.count, Self.slots))
  }

  /// The cost of a word after a state, nats, and the context after it. States with the same last words share the search.
  @inline(__always)
  func cost(
    of word: UInt16, alone: Int32, after origin: Origin, _ language: LanguageModel
  ) -> (cost: Float, next: LanguageModel.Context) {
    if pairs[origin.wordSlot] == Self.unknown { pairs[origin.wordSlot] = language.pair(word, in: origin.scope) }
    if triples[origin.pairSlot] == Self.unknown { triples[origin.pairSlot] = language.triple(word, in: origin.scope) }
    return language.cost(
      of: word, alone: alone, after: origin.scope, pair: pairs[origin.wordSlot], triple: triples[origin.pairSlot])
  }
}
