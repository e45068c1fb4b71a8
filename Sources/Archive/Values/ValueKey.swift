internal import Vietnamese

/// What values are compared by.
struct ValueKey: Hashable {
  /// The words without marks, capitals and signs, each once, in the order of the alphabet (the fingerprint of OpenRefine).
  let fingerprint: String
  /// All letters and figures without marks and capitals, in their own order and without spaces.
  let letters: [UInt8]
  /// The figures of `letters`: two values that differ in one are never misreadings of each other.
  let figures: [UInt8]
  /// A bit for each letter that is there, and another for each that is there twice.
  let bag: UInt64

  init(_ value: String) {
    let text = LooseText(Lookalikes.mended(value))
    let words = text.plain.split { !$0.isPlainLetter && !$0.isDigit }
    fingerprint = Set(words.map { String(decoding: $0, as: UTF8.self) }).sorted().joined(separator: " ")
    letters = text.glued()
    figures = letters.filter(\.isDigit)
    bag = Self.bag(of: letters)
  }

  private static func bag(of letters: [UInt8]) -> UInt64 {
    letters.reduce(into: UInt64(0)) { bag, byte in
      guard (0x61...0x7A).contains(byte) else { return }
      let bit = UInt64(1) << (UInt64(byte) - 0x61)
      bag |= bag & bit == 0 ? bit : bit << 26
    }
  }

  /// How many letters may differ, by the length of the shorter value: short codes are never near each other.
  static func mostEdits(_ length: Int) -> Int {
    switch length {
    case ..<4: 0
    case ..<10: 1
    case ..<20: 2
    default: 3
    }
  }

  /// Whether few letters differ. An edit changes at most two bits of the bag, so that nearly all pairs are told apart by
  /// counting bits.
  func isNear(_ other: ValueKey) -> Bool {
    let most = Self.mostEdits(min(letters.count, other.letters.count))
    guard most > 0, abs(letters.count - other.letters.count) <= most, (bag ^ other.bag).nonzeroBitCount <= 2 * most,
      figures == other.figures
    else { return false }
    return editDistance(letters, other.letters, atMost: most) != nil
  }
}
