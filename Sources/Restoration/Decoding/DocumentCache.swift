internal import Foundation

/// What a document says of itself: the words it uses and the pairs it repeats, counted from a first reading and weighed
/// by how sure that reading was.
struct DocumentCache {
  /// A word as the first reading had it, after the word before it.
  struct Entry {
    var previous: UInt16 = 0
    var word: UInt16 = 0
    var weight: Float = 0

    init() {}

    init(_ word: UInt16, after previous: UInt16, margin: Float) {
      (self.previous, self.word, weight) = (previous, word, 1 - exp(-margin))
    }
  }

  /// How far the document is believed: pairs, and words alone.
  private static let pairShare: Float = 0.1
  private static let wordShare: Float = 0.005

  private var words = [Float](repeating: 0, count: 1 << 16)
  private var contexts = [Float](repeating: 0, count: 1 << 16)
  private var pairKeys: [UInt32]
  private var pairCounts: [Float]
  private let mask: Int
  private var total: Float = 0
  /// What the first reading had at each unit of the part that is being decoded: not evidence for itself.
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

  /// Names what the first reading had in the part that comes next.
  mutating func enter(_ reading: [Entry]) { own = reading }

  /// The language model's cost mixed with the document's own evidence, its own place left out.
  @inline(__always)
  func mixed(_ cost: Float, word: UInt16, after previous: UInt16, unit: Int) -> Float {
    let place = unit < own.count ? own[unit] : Entry()
    let isOwnWord = place.word == word, isOwnContext = place.previous == previous
    let context = max(0, contexts[Int(previous)] - (isOwnContext ? place.weight : 0))
    let count = max(0, words[Int(word)] - (isOwnWord ? place.weight : 0))
    let share = Self.pairShare * context / (context + 4)
    if count <= 0 { return cost + share + Self.wordShare }
    var probability = exp(-cost) * (1 - Self.wordShare) * (1 - share) + Self.wordShare * count / (total + 100)
    if context > 0 {
      let pairs = pairCounts[slot(previous, word)] - (isOwnContext && isOwnWord ? place.weight : 0)
      probability += share * max(0, pairs) / context
    }
    return -log(max(probability, 1e-9))
  }

  @inline(__always)
  private static func key(_ a: UInt16, _ b: UInt16) -> UInt32 { UInt32(a) << 16 | UInt32(b) }

  /// Where a pair is counted, or would be.
  @inline(__always)
  private func slot(_ previous: UInt16, _ word: UInt16) -> Int {
    let key = Self.key(previous, word)
    var slot = Int((UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 33) & mask
    while pairKeys[slot] != 0, pairKeys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }
}
