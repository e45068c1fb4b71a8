internal import Vietnamese

/// Makes text of a file's bytes in any encoding that Vietnamese files come in. Bytes that cannot be read become U+FFFD and
/// are never dropped, so that every line stays.
struct TextDecoder {
  private var encoding: TextEncoding?
  private var rows = RowDecoder()
  /// The byte that ends a line: a line feed, or a carriage return in files without line feeds.
  private(set) var lineEnd: UInt8 = 0x0A
  /// Bytes at the end of a stretch that are half a UTF-16 unit, or half a pair of units; they wait for the next stretch.
  private var half: [UInt8] = []
  private var hasStarted = false

  /// UTF-8 of bytes as they come, or the bytes of an older encoding unchanged: line ends are one byte in both.
  mutating func unmarked(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
    var bytes = bytes
    if !hasStarted {
      hasStarted = true
      encoding = TextEncoding.marked(at: bytes)
      if encoding != nil { bytes.removeFirst(2) }
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    }
    guard case .utf16(let isLittleEndian) = encoding else { return bytes }
    return utf8(ofUTF16: half + bytes, isLittleEndian, isLast)
  }

  private mutating func utf8(ofUTF16 bytes: [UInt8], _ isLittleEndian: Bool, _ isLast: Bool) -> [UInt8] {
    var units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittleEndian ? second << 8 | first : first << 8 | second
    }
    if !isLast, let last = units.last, UTF16.isLeadSurrogate(last) { units.removeLast() }
    half = Array(bytes[(units.count * 2)...])
    // Half a unit is left where a file was cut.
    let cut = isLast && bytes.count % 2 == 1 ? "\u{FFFD}" : ""
    return Array((String(decoding: units, as: UTF16.self) + cut).utf8)
  }

  /// Finds the line end from a stretch before it is cut into lines.
  mutating func look(at sample: ArraySlice<UInt8>) {
    if !sample.contains(0x0A), sample.contains(0x0D) { lineEnd = 0x0D }
  }

  /// The texts of lines that follow each other.
  mutating func texts(of lines: [ArraySlice<UInt8>]) -> [String] { rows.texts(of: lines).map(readable) }

  /// The old encodings that were met so far.
  var legacyEncodings: [LegacyEncoding] { rows.encodings }

  /// Whether most of the text is in an encoding that is not known.
  var isUnreadable: Bool { rows.isUnreadable }

  /// The text with U+FFFD for each NUL, which would end the text for programs written in C.
  private func readable(_ text: String) -> String {
    guard text.utf8.contains(0) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
  }
}
