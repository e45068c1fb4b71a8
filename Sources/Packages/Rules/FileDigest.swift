internal import DocumentModel

/// A SHA-256 in the thirty-two bytes that it has, since the text of one takes three times as many.
struct FileDigest: Hashable {
  private var words: SIMD4<UInt64>

  /// Nil for other than thirty-two bytes.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    words = .zero
    for (place, byte) in bytes.enumerated() { words[place / 8] = words[place / 8] << 8 | UInt64(byte) }
  }

  /// Nil for what is not sixty-four hexadecimal digits, in capitals or small letters.
  init?(hexadecimal text: some StringProtocol) {
    let digits = text.utf8
    guard digits.count == 64 else { return nil }
    words = .zero
    for (place, digit) in digits.enumerated() {
      guard let value = Self.value(digit) else { return nil }
      words[place / 16] = words[place / 16] << 4 | UInt64(value)
    }
  }

  /// Sixty-four digits in small letters.
  var hexadecimal: String {
    (0..<4).flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: words[word] >> (56 - 8 * $0)) } }.hexadecimal
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
