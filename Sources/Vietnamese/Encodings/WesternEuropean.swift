/// Windows-1252: what single bytes look like to a program that knows nothing of Vietnamese, and so the form in which
/// the old encodings are described.
public enum WesternEuropean {
  /// 0x80 to 0x9F; the five bytes that are no character stay controls.
  private static let upper = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  private static let bytes: [Unicode.Scalar: UInt8] = Dictionary(
    zip(upper, UInt8(0x80)...0x9F)
  ) { first, _ in first }

  static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }

  /// What such a program shows.
  public static func text(of bytes: some Collection<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in bytes { scalars.append(scalar(byte)) }
    return String(scalars)
  }

  /// Whether all bytes beyond ASCII are quotation marks, dashes and the like: a text of English letters that is whole in
  /// Windows-1252.
  static func isPunctuation(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.allSatisfy { $0 < 0x80 || (0x91...0x97).contains($0) || [0x85, 0xA0, 0xA7, 0xAB, 0xB0, 0xBB].contains($0) }
  }

  /// UTF-8 that such a program showed sign by sign, read as UTF-8; the text itself where it is none.
  static func halved(_ text: String) -> String {
    var result: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let byte = bytes[scalar] ?? UInt8(exactly: scalar.value) else { return text }
      result.append(byte)
    }
    return String(validating: result, as: UTF8.self).map(nfc) ?? text
  }
}
