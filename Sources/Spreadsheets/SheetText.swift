internal import Foundation
internal import Vietnamese

/// The text of a CSV file in UTF-8, UTF-16, Windows-1258, TCVN3 or VNI, as UTF-8 and a stretch after another.
struct SheetText {
  enum Encoding {
    case rows, utf8, utf16(isLittleEndian: Bool), windows1258

    init(of data: Data) {
      if data.starts(with: [0xFF, 0xFE]) {
        self = .utf16(isLittleEndian: true)
      } else if data.starts(with: [0xFE, 0xFF]) {
        self = .utf16(isLittleEndian: false)
      } else {
        self = SheetText.isInDoubt(data) ? .windows1258 : .rows
      }
    }
  }

  private let data: Data
  private let encoding: Encoding
  private var place: Int
  private var decoder = RowDecoder()

  /// Bytes that are taken at a time, those of a whole number of rows where there are so many rows.
  private static let stretch = 1 << 20
  /// Bytes by whose rows the encoding is told, where no single row tells.
  private static let telling = 4 << 20

  init(_ data: Data, _ encoding: Encoding) {
    (self.data, self.encoding) = (data, encoding)
    switch encoding {
    case .utf16: place = 2
    case .utf8: place = 0
    case .rows, .windows1258: place = data.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }
  }

  /// A text that is UTF-8.
  init(whole bytes: [UInt8]) { self.init(Data(bytes), .utf8) }

  /// The text of about so many bytes from here.
  mutating func first(_ count: Int) -> [UInt8] {
    var result: [UInt8] = []
    while result.count < count, let next = next() { result += next }
    return result
  }

  /// The next stretch; nil at the end.
  mutating func next() -> [UInt8]? {
    guard place < data.count else { return nil }
    let end = end(from: place)
    defer { place = end }
    let bytes = [UInt8](data[place..<end])
    switch encoding {
    case .utf8: return bytes
    case .rows: return decoded(bytes)
    case .utf16(let isLittleEndian): return Array(Self.utf16(bytes, isLittleEndian: isLittleEndian).utf8)
    // A few words in capitals do not tell; what Windows writes is the likeliest.
    case .windows1258:
      return Array(nfc(String(String.UnicodeScalarView(bytes.map { Self.windows1258[Int($0)] }))).utf8)
    }
  }

  /// Row by row: sheets are pasted together from files of several encodings.
  private mutating func decoded(_ bytes: [UInt8]) -> [UInt8] {
    let rows = decoder.texts(of: bytes.split(separator: 0x0A, omittingEmptySubsequences: false))
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for (index, row) in rows.enumerated() {
      if index > 0 { result.append(0x0A) }
      result.append(contentsOf: row.utf8)
    }
    return result
  }

  /// Behind the last line end of the stretch, or between two letters.
  private func end(from start: Int) -> Int {
    let limit = start + Self.stretch
    guard limit < data.count else { return data.count }
    if case .utf16(let isLittleEndian) = encoding {
      // The first of two units that are one letter.
      return data[limit - (isLittleEndian ? 1 : 2)] & 0xFC == 0xD8 ? limit - 2 : limit
    }
    if let line = data[start..<limit].lastIndex(of: 0x0A) { return line + 1 }
    return data[(limit - 4)..<limit].lastIndex { $0 & 0xC0 != 0x80 } ?? limit
  }

  private static func isInDoubt(_ data: Data) -> Bool {
    var decoder = RowDecoder()
    let body = [UInt8](data.prefix(telling))
    let rows = body.split(separator: 0x0A, omittingEmptySubsequences: false)
    // The last one may be cut within a letter.
    _ = decoder.texts(of: body.count < data.count && rows.count > 1 ? Array(rows.dropLast()) : rows)
    return decoder.isInDoubt
  }

  private static func utf16(_ bytes: [UInt8], isLittleEndian: Bool) -> String {
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
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
