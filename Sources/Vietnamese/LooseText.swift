/// A text beside its plain form: one byte for one scalar, without marks, in small letters. Grammars look for words in
/// the plain form, which survives lost marks and capitals, and take what they find from the text itself.
public struct LooseText: Sendable {
  public let scalars: [Unicode.Scalar]
  /// ASCII as it is (small letters, one dash for all, one space for all); 1 for another letter, 2 for another sign.
  public let plain: [UInt8]

  public init(_ text: String) {
    let table = plainBytes
    var scalars: [Unicode.Scalar] = [], plain: [UInt8] = []
    // There are as many bytes at least: nobody has to count the scalars first.
    scalars.reserveCapacity(text.utf8.count)
    plain.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      scalars.append(scalar)
      plain.append(scalar.value < 0x2000 ? table[Int(scalar.value)] : plainByte(scalar))
    }
    (self.scalars, self.plain) = (scalars, plain)
  }

  public var count: Int { plain.count }
  public var text: String { self[0..<count] }

  /// The text of a range of scalars; ends beyond the text are drawn in.
  public subscript(range: Range<Int>) -> String {
    String(scalars: scalars[range.clamped(to: 0..<count)], 3 * range.count)
  }

  /// Whether a letter or a digit stands there; false outside the text.
  public func isWord(at offset: Int) -> Bool {
    plain.indices.contains(offset) && isWordByte(plain[offset])
  }

  /// Whether a word may begin or end there: not both of its neighbours are letters or digits.
  public func isBoundary(at offset: Int) -> Bool {
    !(isWord(at: offset - 1) && isWord(at: offset))
  }

  /// Whether the text begins with these plain letters.
  public func begins(with plain: String) -> Bool { self.plain.starts(with: plain.utf8) }

  /// The first offset from `start` on at which none of `bytes` stands; `count` where they fill the rest.
  public func skipping(_ bytes: [UInt8], from start: Int) -> Int {
    var offset = start
    while offset < count, bytes.contains(plain[offset]) { offset += 1 }
    return offset
  }

  /// The range without the bytes at its ends, which are spaces where nothing else is asked for.
  public func trimmed(_ range: Range<Int>, of bytes: [UInt8] = [0x20]) -> Range<Int> {
    var lower = range.lowerBound, upper = range.upperBound
    while lower < upper, bytes.contains(plain[lower]) { lower += 1 }
    while upper > lower, bytes.contains(plain[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  /// The plain bytes of letters and digits only, without the spaces and signs between them.
  public func glued(in range: Range<Int>? = nil) -> [UInt8] { plain[range ?? 0..<count].filter(isWordByte) }

  /// Where the byte stands first from `start` on; nil where it does not.
  public func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    start < count ? plain[max(0, start)...].firstIndex(of: byte) : nil
  }
}

/// The plain forms of all scalars that Vietnamese is written with, by their value, computed once.
private let plainBytes: [UInt8] = (0..<0x2000).map { value in Unicode.Scalar(UInt32(value)).map(plainByte) ?? 2 }

/// The plain form of one scalar.
private func plainByte(_ scalar: Unicode.Scalar) -> UInt8 {
  let plain = canonicalPunctuation(folded(scalar))
  switch plain.value {
  case 0x41...0x5A: return UInt8(plain.value) + 0x20
  case 0x09...0x0D, 0xA0, 0x2000...0x200B, 0x3000: return 0x20
  case 0...0x7E: return UInt8(plain.value)
  default: return plain.properties.isAlphabetic ? 1 : 2
  }
}

/// Whether a plain byte is part of a word.
func isWordByte(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 1
}

extension UInt8 {
  /// A plain byte that is a digit.
  public var isDigit: Bool { (0x30...0x39).contains(self) }
}

extension UInt8 {
  /// A plain byte that is a letter, with or without marks, of whatever alphabet.
  public var isPlainLetter: Bool { (0x61...0x7A).contains(self) || self == Self.otherLetter }
  /// The plain byte of every letter that is not of the Latin or the Vietnamese alphabet.
  public static let otherLetter: UInt8 = 1
  /// The plain byte of every sign beyond ASCII.
  public static let otherSign: UInt8 = 2
}
