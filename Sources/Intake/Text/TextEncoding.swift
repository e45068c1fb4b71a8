/// Whether a text file is in UTF-16, which is known by its mark only. The encoding of any other file is asked for row by
/// row; a UTF-8 mark says little, since editors put it before anything.
enum TextEncoding {
  case utf16(isLittleEndian: Bool)

  static func marked(at start: some Collection<UInt8>) -> TextEncoding? {
    if start.starts(with: [0xFF, 0xFE]) { return .utf16(isLittleEndian: true) }
    if start.starts(with: [0xFE, 0xFF]) { return .utf16(isLittleEndian: false) }
    return nil
  }
}
