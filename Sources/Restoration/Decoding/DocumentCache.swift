internal import Foundation

/// What a document says of itself: the words it uses and the pairs it repeats, counted from a first reading and weighed
/// by how sure that reading was.
struct DocumentCache {
  private var pairs: [UInt32: Float] = [:]
  private var words: [UInt16: Float] = [:]
  private var contexts: [UInt16: Float] = [:]
  private var total: Float = 0
  /// What the first reading had at each unit of the paragraph that is being decoded: not evidence for itself.
  private var own: [(previous: UInt16, word: UInt16, weight: Float)] = []

  /// Counts a word after another.
  mutating func add(_ word: UInt16, after previous: UInt16, margin: Float) {
    let weight = Self.weight(margin)
    pairs[Self.key(previous, word), default: 0] += weight
    contexts[previous, default: 0] += weight
    words[word, default: 0] += weight
    total += weight
  }

  private static func key(_ a: UInt16, _ b: UInt16) -> UInt32 { UInt32(a) << 16 | UInt32(b) }
  private static func weight(_ margin: Float) -> Float { 1 - exp(-margin) }

  /// Names what the first reading had in the paragraph that comes next.
  mutating func enter(_ reading: [(previous: UInt16, word: UInt16, margin: Float)]) {
    own = reading.map { ($0.previous, $0.word, Self.weight($0.margin)) }
  }

  /// The language model's cost mixed with the document's own evidence, its own place left out.
  func mixed(_ cost: Float, word: UInt16, after previous: UInt16, unit: Int) -> Float {
    if word < Symbol.firstWord { return cost }
    let place = unit < own.count ? own[unit] : (0, 0, 0)
    let contextCount = max(0, (contexts[previous] ?? 0) - (place.0 == previous ? place.2 : 0))
    let wordCount = max(0, (words[word] ?? 0) - (place.1 == word ? place.2 : 0))
    let pairShare = Tune.a * contextCount / (contextCount + 4)
    let wordShare: Float = Tune.b
    var probability = exp(-cost) * (1 - wordShare) * (1 - pairShare) + wordShare * wordCount / (total + 100)
    if contextCount > 0 {
      let pairCount = max(
        0, (pairs[Self.key(previous, word)] ?? 0) - (place.0 == previous && place.1 == word ? place.2 : 0))
      probability += pairShare * pairCount / contextCount
    }
    return -log(max(probability, 1e-9))
  }
}

enum Tune {
  static func get(_ name: String, _ value: Float) -> Float {
    getenv(name).flatMap { Float(String(cString: $0)) } ?? value
  }
  static let a = get("TA", 0.1)
  static let b = get("TB", 0.005)
  static let c = get("TC", 0.7)
  static let d = get("TD", 1)
  static let e = get("TE", 1)
  static let f = get("TF", 1)
  static let g = get("TG", 1)
  static let h = get("TH", 1)
}
