/// Text of a file as a string: UTF-8 with or without a mark, or UTF-16 with one. What is not valid is replaced, never
/// dropped, so that every line stays.
struct DecodedText {
  var text: String
  /// How many places were replaced by U+FFFD.
  var replacements: Int

  init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      text = Self.utf16(bytes.dropFirst(2), isLittleEndian: bytes[0] == 0xFF)
    } else {
      text = String(decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
    }
    replacements = text.unicodeScalars.count { $0 == "\u{FFFD}" }
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool) -> String {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittleEndian ? second << 8 | first : first << 8 | second
    }
    // Half a unit is left where a file was cut.
    return String(decoding: units, as: UTF16.self) + (bytes.count % 2 == 0 ? "" : "\u{FFFD}")
  }
}
