/// Values parted by commas, semicolons or tabs, after RFC 4180.
struct DelimitedText {
  private let bytes: [UInt8]
  private let delimiter: UInt8

  init(_ text: String) {
    bytes = Array(text.utf8)
    delimiter = Self.delimiter(in: bytes)
  }

  /// The one that the first lines have the most of, outside quotation marks.
  private static func delimiter(in bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [0x2C: 0, 0x3B: 0, 0x09: 0], isQuoted = false
    for byte in bytes.prefix(1 << 14) {
      if byte == 0x22 { isQuoted.toggle() }
      if !isQuoted { counts[byte]? += 1 }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0x2C
  }

  /// Gives one row after another, until there are no more or `body` says false.
  func forEachRow(_ body: (SheetRow) -> Bool) {
    var rows = Rows(bytes: bytes, delimiter: delimiter)
    while let row = rows.next() {
      if !body(row) { return }
    }
  }

  /// The rows that are not read yet.
  private struct Rows {
    let bytes: [UInt8]
    let delimiter: UInt8
    private var place = 0
    private var row = SheetRow(number: 1, cells: [])
    private var cell: [UInt8] = []
    private var isQuoted = false

    private static let quote: UInt8 = 0x22, lineFeed: UInt8 = 0x0A, carriageReturn: UInt8 = 0x0D

    init(bytes: [UInt8], delimiter: UInt8) { (self.bytes, self.delimiter) = (bytes, delimiter) }

    mutating func next() -> SheetRow? {
      while place < bytes.count {
        let byte = bytes[place]
        place += 1
        if isQuoted {
          takeQuoted(byte)
        } else if byte == Self.quote, cell.isEmpty {
          isQuoted = true
        } else if byte == delimiter {
          endCell()
        } else if byte == Self.lineFeed || byte == Self.carriageReturn {
          if byte == Self.carriageReturn, place < bytes.count, bytes[place] == Self.lineFeed { place += 1 }
          return endRow()
        } else {
          cell.append(byte)
        }
      }
      return cell.isEmpty && row.cells.isEmpty ? nil : endRow()
    }

    /// Two quotation marks are one of the cell's own.
    private mutating func takeQuoted(_ byte: UInt8) {
      if byte != Self.quote {
        cell.append(byte)
      } else if place < bytes.count, bytes[place] == Self.quote {
        cell.append(byte)
        place += 1
      } else {
        isQuoted = false
      }
    }

    private mutating func endCell() {
      if row.cells.count < SheetRow.mostColumns { row.cells.append(String(decoding: cell, as: UTF8.self)) }
      cell.removeAll(keepingCapacity: true)
    }

    private mutating func endRow() -> SheetRow {
      endCell()
      defer { row = SheetRow(number: row.number + 1, cells: []) }
      return row
    }
  }
}
