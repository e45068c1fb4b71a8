/// What stands around a word, as numbers: neighbours and pairs of neighbours up to three words away, none beyond the
/// sentence's ends.
struct ContextFeatures {
  /// How many features a place has: one that is always there, neighbours, and pairs and triples of them.
  static let count = 12

  private(set) var hashes: InlineArray<12, UInt64> = .init(repeating: 0)

  /// The features of a place in a text of the model's words and symbols.
  init(_ words: UnsafeBufferPointer<UInt16>, at place: Int) {
    let left = Self.neighbours(words, place, -1), right = Self.neighbours(words, place, 1)
    hashes[0] = Self.hash(1)
    hashes[1] = Self.hash(2, left.0)
    hashes[2] = Self.hash(3, right.0)
    hashes[3] = Self.hash(4, left.1)
    hashes[4] = Self.hash(5, right.1)
    hashes[5] = Self.hash(6, left.0, left.1)
    hashes[6] = Self.hash(7, right.0, right.1)
    hashes[7] = Self.hash(8, left.0, right.0)
    // Far neighbours count alike on both sides.
    hashes[8] = Self.hash(9, left.2)
    hashes[9] = Self.hash(9, right.2)
    hashes[10] = Self.hash(10, left.0, left.1, left.2)
    hashes[11] = Self.hash(11, right.0, right.1, right.2)
  }

  /// The number of a feature together with a word that may stand in its place.
  @inline(__always)
  static func pair(_ feature: UInt64, _ word: UInt16) -> UInt64 {
    mixed(feature ^ (UInt64(word) &* 0xD6E8_FEB8_6659_FD93))
  }

  /// Three neighbours on one side, the nearest first; the sentence's boundary repeats.
  @inline(__always)
  private static func neighbours(
    _ words: UnsafeBufferPointer<UInt16>, _ place: Int, _ step: Int
  ) -> (UInt16, UInt16, UInt16) {
    let first = word(words, place + step)
    let second = first == Symbol.boundary ? first : word(words, place + 2 * step)
    let third = second == Symbol.boundary ? second : word(words, place + 3 * step)
    return (first, second, third)
  }

  @inline(__always)
  private static func word(_ words: UnsafeBufferPointer<UInt16>, _ place: Int) -> UInt16 {
    place >= 0 && place < words.count ? words[place] : Symbol.boundary
  }

  @inline(__always)
  private static func hash(_ template: UInt64, _ a: UInt16 = 0, _ b: UInt16 = 0, _ c: UInt16 = 0) -> UInt64 {
    mixed(template | UInt64(a) << 8 | UInt64(b) << 24 | UInt64(c) << 40)
  }

  /// Spreads a number over all 64 bits.
  @inline(__always)
  static func mixed(_ number: UInt64) -> UInt64 {
    var mixed = number &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 29
    mixed = mixed &* 0xBF58_476D_1CE4_E5B9
    return mixed ^ mixed >> 32
  }
}
