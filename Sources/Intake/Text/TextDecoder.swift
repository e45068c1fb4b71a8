internal import Vietnamese

/// Makes text of a file's bytes in any encoding that Vietnamese files come in. Bytes that cannot be read become U+FFFD and
/// are never dropped, so that every line stays.
struct TextDecoder {
  /// Nil as long as only ASCII was seen.
  private(set) var encoding: TextEncoding?
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

  /// Finds line end and encoding from a stretch before it is cut into lines; an encoding once found holds for the rest.
  mutating func look(at sample: ArraySlice<UInt8>, isFirst: Bool) {
    if isFirst, !sample.contains(0x0A), sample.contains(0x0D) { lineEnd = 0x0D }
    if encoding == nil { encoding = TextEncoding.detected(in: sample) }
  }

  /// The text of one line.
  func text(of row: ArraySlice<UInt8>) -> String {
    if case .legacy(let legacy) = encoding { return readable(legacy.decoded(WesternEuropean.text(of: row))) }
    if !row.contains(0), let text = String(validating: row, as: UTF8.self) { return text }
    return readable(String(decoding: row, as: UTF8.self))
  }

  /// The text with U+FFFD for each NUL, which would end the text for programs written in C.
  private func readable(_ text: String) -> String {
    guard text.utf8.contains(0) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
  }
}
