internal import Foundation

/// Values parted by commas, semicolons, tabs, bars or other signs, after RFC 4180 and as programs and people really
/// write them. The text is read as it is needed.
struct DelimitedText {
  private let data: Data
  private let encoding: SheetText.Encoding
  private let shape: DelimitedShape

  init(_ data: Data) {
    self.data = data
    encoding = SheetText.Encoding(of: data)
    var start = SheetText(data, encoding)
    shape = DelimitedShape(of: start.first(DelimitedShape.sample))
  }

  /// Gives one row after another, until there are no more or `body` says false; false where there are more rows than
  /// any inventory has. Lines are counted first, so that of such a text no row is given.
  func forEachRow(_ body: (SheetRow) -> Bool) -> Bool {
    guard !hasTooManyLines else { return false }
    var rows = DelimitedRows(SheetText(data, encoding), shape: shape)
    while let row = rows.next() {
      // Rows that end in carriage returns alone, or in units of two bytes.
      if row.number > SheetRow.most { return false }
      if !body(row) { return true }
    }
    return true
  }

  private var hasTooManyLines: Bool {
    if case .utf16 = encoding { return false }
    return data.withUnsafeBytes { bytes in
      var count = 0, place = 0
      while count <= SheetRow.most, place < bytes.count, let start = bytes.baseAddress,
        let found = memchr(start + place, 0x0A, bytes.count - place)
      {
        count += 1
        place = UnsafeRawPointer(found) - start + 1
      }
      return count > SheetRow.most
    }
  }
}

/// What parts the cells of a text, and how many cells its rows have.
struct DelimitedShape {
  var delimiter: UInt8
  /// Of most rows; 0 where it is not known.
  var columns = 0
  /// Bytes and rows of a first line that only names the delimiter (`sep=;`), as Excel writes it.
  private(set) var start: (place: Int, row: Int) = (0, 1)

  /// Bytes that are looked at to tell, and rows in them.
  static let sample = 1 << 18
  private static let sampleRows = 200
  private static let usual: [UInt8] = [0x3B, 0x2C, 0x09, 0x7C]
  /// Signs that some program parts cells with. Not those that stand in dates, numbers, codes and names.
  private static let unusual: [UInt8] = Array("^~:!#$%*=@\u{1F}\u{1E}\u{1}".utf8)

  /// The delimiter with which the most rows have the same number of cells, more than one. Titles are full of commas, but
  /// not every row has as many. A sign that is rarely a delimiter is one only where the usual ones part next to nothing.
  init(of bytes: [UInt8]) {
    let stated = Self.stated(in: bytes)
    start = stated.map { ($0.end, 2) } ?? (0, 1)
    delimiter = stated?.delimiter ?? 0x2C
    let text = Array(bytes[start.place...])
    let best = Self.best(of: stated.map { [$0.delimiter] } ?? Self.usual, text)
    let other = best.isClear || stated != nil ? best : Self.best(of: Self.unusual, text)
    let chosen = other.isClear ? other : best
    if chosen.columns > 1 { (delimiter, columns) = (chosen.delimiter, chosen.columns) }
  }

  private init(delimiter: UInt8) { self.delimiter = delimiter }

  private struct Count {
    var delimiter: UInt8
    var columns = 0, rows = 0, allRows = 0

    /// Most rows have three cells or more.
    var isClear: Bool { columns > 2 && rows * 2 > allRows }
  }

  private static func best(of delimiters: [UInt8], _ bytes: [UInt8]) -> Count {
    let counts = delimiters.map { usualCount($0, bytes) }
    return counts.max { ($0.rows, $0.columns) < ($1.rows, $1.columns) } ?? Count(delimiter: 0x2C)
  }

  private static func usualCount(_ delimiter: UInt8, _ bytes: [UInt8]) -> Count {
    var rows = DelimitedRows(SheetText(whole: bytes), shape: DelimitedShape(delimiter: delimiter))
    var counts: [Int: Int] = [:]
    for _ in 0..<sampleRows {
      guard let row = rows.next() else { break }
      if !row.isBlank { counts[row.cells.count, default: 0] += 1 }
    }
    let usual = counts.filter { $0.key > 1 }.max { ($0.value, $0.key) < ($1.value, $1.key) }
    let all = counts.values.reduce(0, +)
    return Count(delimiter: delimiter, columns: usual?.key ?? 0, rows: usual?.value ?? 0, allRows: all)
  }

  /// The delimiter of a first line `sep=;`, and where the line after it begins.
  private static func stated(in bytes: [UInt8]) -> (delimiter: UInt8, end: Int)? {
    guard bytes.count > 5, bytes.starts(with: Array("sep=".utf8)) || bytes.starts(with: Array("SEP=".utf8)) else {
      return nil
    }
    guard let end = bytes[5...].firstIndex(of: 0x0A), bytes[5..<end].allSatisfy({ $0 == 0x0D }) else { return nil }
    return (bytes[4], end + 1)
  }
}
