internal import Vietnamese

/// Decodes the text of a CSV file, which may be in UTF-8, UTF-16, Windows-1258, TCVN3 or VNI.
enum SheetText {
  static func decoded(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isLittleEndian: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isLittleEndian: false) }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    // Row by row: sheets are pasted together from files of several encodings.
    var decoder = RowDecoder()
    let rows = decoder.texts(of: body.split(separator: 0x0A, omittingEmptySubsequences: false))
    guard decoder.isInDoubt else { return rows.joined(separator: "\n") }
    // A few words in capitals do not tell; what Windows writes is the likeliest.
    return nfc(String(String.UnicodeScalarView(body.map { windows1258[Int($0)] })))
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool) -> String {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittleEndian ? second << 8 | first : first << 8 | second
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// Latin-1 but for the Vietnamese letters and the five tone marks, which follow their letter (Microsoft, code page
  /// 1258).
  private static let windows1258: [Unicode.Scalar] = {
    var table = (0..<256).map { Unicode.Scalar(UInt8($0)) }
    let changed: [UInt8: Unicode.Scalar] = [
      0x80: "€", 0x82: "‚", 0x84: "„", 0x85: "…", 0x8C: "Œ", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•",
      0x96: "–", 0x97: "—", 0x99: "™", 0x9C: "œ", 0xC3: "Ă", 0xCC: "\u{300}", 0xD0: "Đ", 0xD2: "\u{309}", 0xD5: "Ơ",
      0xDD: "Ư", 0xDE: "\u{303}", 0xE3: "ă", 0xEC: "\u{301}", 0xF0: "đ", 0xF2: "\u{323}", 0xF5: "ơ", 0xFD: "ư",
      0xFE: "₫",
    ]
    for (byte, scalar) in changed { table[Int(byte)] = scalar }
    return table
  }()
}
