/// Weights of features together with words, two bytes each: 11 bits to know the pair by, 5 bits for the weight.
///
/// A pair lies in one bucket of eight; where more than eight fall into one, the smallest weights are left out. An absent
/// pair is taken for another once in 256 look-ups.
enum ContextTable {
  static let bucketEntries = 8
  /// The least weight that is kept, and the step from one to the next (a factor).
  static let least: Float = 0.2, step: Float = 1.2
  private static let weightBits: UInt16 = 5

  /// The index of the first entry of the bucket of a pair.
  @inline(__always)
  static func bucket(_ pair: UInt64, of count: Int) -> Int {
    Int(((pair >> 32) &* UInt64(count)) >> 32) * bucketEntries
  }

  /// What a pair is known by within its bucket, in the upper bits of an entry; never 0.
  @inline(__always)
  static func tag(_ pair: UInt64) -> UInt16 { (UInt16(truncatingIfNeeded: pair) | 1 << weightBits) & ~31 }

  @inline(__always)
  static func tag(ofEntry entry: UInt16) -> UInt16 { entry & ~31 }

  /// The weights of the 32 codes: the sign is the highest bit.
  static let weights: [Float] = (0..<32).map { code in
    var weight = least
    for _ in 0..<(code & 15) { weight *= step }
    return code & 16 == 0 ? weight : -weight
  }

  /// The code of the weight that is nearest.
  static func code(_ weight: Float) -> UInt16 {
    let magnitude = abs(weight)
    var code: UInt16 = 0, level = least * (1 + step) / 2
    while code < 15, magnitude > level {
      code += 1
      level *= step
    }
    return weight < 0 ? code | 16 : code
  }
}
