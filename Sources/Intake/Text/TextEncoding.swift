public import Vietnamese

/// How a text file's characters stand in its bytes.
public enum TextEncoding: Hashable, Sendable {
  case utf8
  case utf16(isLittleEndian: Bool)
  /// One byte a sign, as Vietnamese was written before Unicode.
  case legacy(LegacyEncoding)

  /// UTF-16 is known by its mark only; a UTF-8 mark says little, since editors put it before anything.
  static func marked(at start: some Collection<UInt8>) -> TextEncoding? {
    if start.starts(with: [0xFF, 0xFE]) { return .utf16(isLittleEndian: true) }
    if start.starts(with: [0xFE, 0xFF]) { return .utf16(isLittleEndian: false) }
    return nil
  }

  /// The encoding of bytes without a mark; nil for ASCII, which all encodings share.
  static func detected(in sample: ArraySlice<UInt8>) -> TextEncoding? {
    guard sample.contains(where: { $0 >= 0x80 }) else { return nil }
    let (letters, faults) = multibyteCounts(in: sample)
    // A damaged UTF-8 text has more whole letters than broken ones; a text of single bytes has next to none.
    if faults == 0 || letters > faults { return .utf8 }
    let seen = WesternEuropean.text(of: sample)
    return LegacyEncoding.detect(in: seen, isUnicode: false).map(TextEncoding.legacy) ?? .utf8
  }

  /// How many letters of two or more bytes are whole, and at how many places the bytes are not UTF-8.
  private static func multibyteCounts(in bytes: ArraySlice<UInt8>) -> (letters: Int, faults: Int) {
    var letters = 0, faults = 0
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let scalar): if scalar.count > 1 { letters += 1 }
      case .error: faults += 1
      case .emptyInput: return (letters, faults)
      }
    }
  }
}

/// Windows-1252: what single bytes look like to a program that knows nothing of Vietnamese, and so the form in which
/// the old encodings are described.
enum WesternEuropean {
  /// 0x80 to 0x9F; the five bytes that are no character stay controls.
  private static let upper = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  static func text(of bytes: some Collection<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in bytes { scalars.append((0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte)) }
    return String(scalars)
  }
}
