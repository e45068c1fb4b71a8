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

  func forEachRow(_ body: (SheetRow) -> Bool) {
    var row = SheetRow(number: 1, cells: []), cell: [UInt8] = [], isQuoted = false, place = 0
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if isQuoted {
        if byte != 0x22 {
          cell.append(byte)
        } else if place < bytes.count, bytes[place] == 0x22 {
          cell.append(byte)
          place += 1
        } else {
          isQuoted = false
        }
      } else if byte == 0x22, cell.isEmpty {
        isQuoted = true
      } else if byte == delimiter {
        end(&cell, of: &row)
      } else if byte == 0x0A || byte == 0x0D {
        if byte == 0x0D, place < bytes.count, bytes[place] == 0x0A { place += 1 }
        end(&cell, of: &row)
        if !body(row) { return }
        row = SheetRow(number: row.number + 1, cells: [])
      } else {
        cell.append(byte)
      }
    }
    if !cell.isEmpty || !row.cells.isEmpty {
      end(&cell, of: &row)
      _ = body(row)
    }
  }

  private func end(_ cell: inout [UInt8], of row: inout SheetRow) {
    if row.cells.count < SheetRow.mostColumns { row.cells.append(String(decoding: cell, as: UTF8.self)) }
    cell.removeAll(keepingCapacity: true)
  }
}
