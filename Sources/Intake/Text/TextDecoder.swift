internal import Vietnamese

/// Makes text of a file's bytes, whatever they stand for. What cannot be read becomes U+FFFD and is counted, never
/// dropped, so that every line stays.
struct TextDecoder {
  /// Nil while all that was seen is ASCII.
  private(set) var encoding: TextEncoding?
  /// What parts lines: a line feed, or the carriage return of files that have no line feed.
  private(set) var lineEnd: UInt8 = 0x0A
  /// Of the bytes that were not decoded yet: half a UTF-16 unit, or half a pair of them.
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

  /// Looks at a stretch before it is cut into lines; what was found once holds for the rest.
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

  /// A NUL is no text, and ends it for programs written in C.
  private func readable(_ text: String) -> String {
    guard text.utf8.contains(0) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
  }
}
