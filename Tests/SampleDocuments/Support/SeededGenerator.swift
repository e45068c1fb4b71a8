/// Random numbers that are the same in every run (SplitMix64): a property that fails once fails again.
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Texts to hold a property against.
public enum RandomText {
  /// What real inputs hold and parsers stumble over: marks as scalars of their own, all white space, signs of several
  /// scalars, the sign for what could not be read.
  public static let awkward: [Unicode.Scalar] =
    Array("abcĐđẾếựƯ019.,;:-–/\"“”()[]=+@".unicodeScalars)
    + [
      " ", "\t", "\r", "\u{0C}", "\u{0B}", "\u{A0}", "\u{2003}", "\u{3000}", "\u{301}", "\u{323}", "\u{302}", "\u{0}",
      "\u{200B}", "\u{200D}", "\u{202E}", "\u{FEFF}", "\u{FFFD}", "👩", "\u{1F3FD}", "ﬁ", "ß", "İ",
    ]

  /// Texts of up to `length` scalars out of an alphabet.
  public static func texts(
    _ count: Int, upTo length: Int = 40, of alphabet: [Unicode.Scalar] = awkward, seed: UInt64 = 1
  ) -> [String] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...length, using: &generator) {
        if let scalar = alphabet.randomElement(using: &generator) { text.append(scalar) }
      }
      return String(text)
    }
  }
}
