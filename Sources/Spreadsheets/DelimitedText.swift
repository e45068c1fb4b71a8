/// Values parted by commas, semicolons, tabs or bars, after RFC 4180 and as programs and people really write them.
struct DelimitedText {
  private let bytes: [UInt8]
  private let shape: DelimitedShape
  /// Bytes and rows of a first line that only names the delimiter (`sep=;`), as Excel writes it.
  private let start: (place: Int, row: Int)

  init(_ text: String) {
    bytes = Array(text.utf8)
    let stated = DelimitedShape.stated(in: bytes)
    start = stated.map { ($0.end, 2) } ?? (0, 1)
    shape = DelimitedShape(of: bytes[start.place...], delimiter: stated?.delimiter)
  }

  /// Gives one row after another, until there are no more or `body` says false.
  func forEachRow(_ body: (SheetRow) -> Bool) {
    var rows = DelimitedRows(bytes: bytes[start.place...], shape: shape, firstRow: start.row)
    while let row = rows.next() {
      if !body(row) { return }
    }
  }
}

/// What parts the cells of a text, and how many cells its rows have.
struct DelimitedShape {
  var delimiter: UInt8
  /// Of most rows; 0 where it is not known.
  var columns = 0

  /// Rows that are looked at to tell.
  private static let sample = 200
  private static let candidates: [UInt8] = [0x3B, 0x2C, 0x09, 0x7C]

  /// The delimiter with which the most rows have the same number of cells, more than one. Titles are full of commas, but
  /// not every row has as many.
  init(of bytes: ArraySlice<UInt8>, delimiter: UInt8?) {
    let shapes = (delimiter.map { [$0] } ?? Self.candidates).map { delimiter in
      (delimiter: delimiter, count: Self.usualCount(delimiter, bytes))
    }
    let best = shapes.filter { $0.count.columns > 1 }.max { first, second in
      (first.count.rows, first.count.columns) < (second.count.rows, second.count.columns)
    }
    self.delimiter = best?.delimiter ?? delimiter ?? 0x2C
    columns = best?.count.columns ?? 0
  }

  private init(delimiter: UInt8) { self.delimiter = delimiter }

  private static func usualCount(_ delimiter: UInt8, _ bytes: ArraySlice<UInt8>) -> (columns: Int, rows: Int) {
    var rows = DelimitedRows(bytes: bytes, shape: DelimitedShape(delimiter: delimiter), firstRow: 1)
    var counts: [Int: Int] = [:]
    for _ in 0..<sample {
      guard let row = rows.next() else { break }
      if !row.isBlank { counts[row.cells.count, default: 0] += 1 }
    }
    let usual = counts.filter { $0.key > 1 }.max { ($0.value, $0.key) < ($1.value, $1.key) }
    return (usual?.key ?? 0, usual?.value ?? 0)
  }

  /// The delimiter of a first line `sep=;`, and where the line after it begins.
  static func stated(in bytes: [UInt8]) -> (delimiter: UInt8, end: Int)? {
    guard bytes.count > 5, bytes.starts(with: Array("sep=".utf8)) || bytes.starts(with: Array("SEP=".utf8)) else {
      return nil
    }
    guard let end = bytes[5...].firstIndex(of: 0x0A), bytes[5..<end].allSatisfy({ $0 == 0x0D }) else { return nil }
    return (bytes[4], end + 1)
  }
}
