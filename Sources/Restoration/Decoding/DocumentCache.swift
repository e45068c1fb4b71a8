internal import Foundation

/// The words and pairs of words that a document uses, counted from a first reading; each counts as much as that reading
/// was certain of it (a cache language model).
struct DocumentCache {
  /// A word as the first reading had it, after the word before it.
  struct Entry {
    var previous: UInt16 = 0
    var word: UInt16 = 0
    var weight: Float = 0

    init() {}

    /// The margin says how sure the first reading was, nats: 0 gives a weight of 0, a wide margin one of 1.
    init(_ word: UInt16, after previous: UInt16, margin: Float) {
      (self.previous, self.word, weight) = (previous, word, 1 - exp(-margin))
    }
  }

  private typealias Weights = DecoderWeights.Document

  /// The least probability that a mixture can give, so that its cost stays finite.
  private static let floor: Float = 1e-9

  /// By number of a word: how often it stands, and how often another word stands after it.
  private var words = [Float](repeating: 0, count: 1 << 16)
  private var contexts = [Float](repeating: 0, count: 1 << 16)
  private var pairKeys: [UInt32]
  private var pairCounts: [Float]
  private let mask: Int
  private var total: Float = 0
  /// What the first reading had at each unit of the part that is being decoded. It is no evidence for itself, so that
  /// its counts are taken off where the same place is asked about.
  private var own: [Entry] = []

  /// Counts the words of a first reading.
  init(_ entries: [Entry]) {
    var capacity = 1024
    while capacity < entries.count * 2 { capacity *= 2 }
    mask = capacity - 1
    pairKeys = Array(repeating: 0, count: capacity)
    pairCounts = Array(repeating: 0, count: capacity)
    for entry in entries where entry.word >= Symbol.firstWord {
      let slot = slot(entry.previous, entry.word)
      pairKeys[slot] = Self.key(entry.previous, entry.word)
      pairCounts[slot] += entry.weight
      contexts[Int(entry.previous)] += entry.weight
      words[Int(entry.word)] += entry.weight
      total += entry.weight
    }
  }

  /// Tells the cache which part is decoded next, by what the first reading had there.
  mutating func enter(_ reading: [Entry]) { own = reading }

  /// The language model's cost of a word mixed with the document's own evidence, nats. `unit` is the place in the part
  /// that is being decoded; the count of the place itself is left out.
  @inline(__always)
  func mixed(_ cost: Float, word: UInt16, after previous: UInt16, unit: Int) -> Float {
    let place = unit < own.count ? own[unit] : Entry()
    let isOwnWord = place.word == word, isOwnContext = place.previous == previous
    let context = max(0, contexts[Int(previous)] - (isOwnContext ? place.weight : 0))
    let count = max(0, words[Int(word)] - (isOwnWord ? place.weight : 0))
    let share = Weights.pairShare * context / (context + Weights.pairPrior)
    // For shares this small −log(1 − share) is the share itself.
    if count <= 0 { return cost + share + Weights.wordShare }
    var probability =
      exp(-cost) * (1 - Weights.wordShare) * (1 - share) + Weights.wordShare * count / (total + Weights.wordPrior)
    if context > 0 {
      let pairs = pairCounts[slot(previous, word)] - (isOwnContext && isOwnWord ? place.weight : 0)
      probability += share * max(0, pairs) / context
    }
    return -log(max(probability, Self.floor))
  }

  @inline(__always)
  private static func key(_ a: UInt16, _ b: UInt16) -> UInt32 { UInt32(a) << 16 | UInt32(b) }

  /// The slot in which a pair is counted, or the free one in which it would be (open addressing).
  @inline(__always)
  private func slot(_ previous: UInt16, _ word: UInt16) -> Int {
    let key = Self.key(previous, word)
    var slot = Int((UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 33) & mask
    while pairKeys[slot] != 0, pairKeys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }
}
