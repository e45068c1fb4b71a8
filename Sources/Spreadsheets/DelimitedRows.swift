/// The rows of a delimited text that are not read yet.
struct DelimitedRows {
  private let bytes: ArraySlice<UInt8>
  private let shape: DelimitedShape
  private var place: Int
  private var row: SheetRow
  private var cell: [UInt8] = []
  /// Quotation marks before this place are signs of their cell: the text has no closing one that could be meant.
  private var literalUntil: Int

  private static let quote: UInt8 = 0x22, lineFeed: UInt8 = 0x0A, carriageReturn: UInt8 = 0x0D
  /// A cell in quotation marks is not longer than this, in bytes.
  private static let longestCell = 1 << 16

  init(bytes: ArraySlice<UInt8>, shape: DelimitedShape, firstRow: Int) {
    (self.bytes, self.shape, place, literalUntil) = (bytes, shape, bytes.startIndex, bytes.startIndex)
    row = SheetRow(number: firstRow, cells: [])
  }

  mutating func next() -> SheetRow? {
    while place < bytes.endIndex {
      let byte = bytes[place]
      if byte == Self.quote, cell.isEmpty, place >= literalUntil, takeQuoted() { continue }
      place += 1
      if byte == shape.delimiter {
        endCell()
      } else if byte == Self.lineFeed || byte == Self.carriageReturn {
        if byte == Self.carriageReturn, place < bytes.endIndex, bytes[place] == Self.lineFeed { place += 1 }
        return endRow()
      } else {
        cell.append(byte)
      }
    }
    return cell.isEmpty && row.cells.isEmpty ? nil : endRow()
  }

  /// Takes a cell in quotation marks; false where they are signs of the cell itself, because none closes it or the line
  /// is whole without the lines that the closing one would add.
  private mutating func takeQuoted() -> Bool {
    guard let end = closing(after: place) else {
      literalUntil = place + 1
      return false
    }
    let inside = bytes[(place + 1)..<end]
    if let lineEnd = inside.firstIndex(of: Self.lineFeed), isWhole(upTo: lineEnd) {
      literalUntil = lineEnd
      return false
    }
    cell = Self.single(inside)
    // The delimiter, or the end of the line, follows.
    place = end + 1
    return true
  }

  /// The quotation mark that ends the cell: one before a delimiter or a line end. Others are signs of the cell, whether
  /// doubled or not.
  private func closing(after start: Int) -> Int? {
    var index = start + 1
    let limit = min(bytes.endIndex, start + Self.longestCell)
    while index < limit {
      defer { index += 1 }
      guard bytes[index] == Self.quote else { continue }
      let next = index + 1 < bytes.endIndex ? bytes[index + 1] : Self.lineFeed
      if next == shape.delimiter || next == Self.lineFeed || next == Self.carriageReturn { return index }
      if next == Self.quote { index += 1 }
    }
    return nil
  }

  /// Whether the line alone has all cells of a row.
  private func isWhole(upTo end: Int) -> Bool {
    guard shape.columns > 1 else { return false }
    return row.cells.count + bytes[place..<end].count { $0 == shape.delimiter } + 1 >= shape.columns
  }

  /// Two quotation marks are one of the cell's own.
  private static func single(_ inside: ArraySlice<UInt8>) -> [UInt8] {
    guard inside.contains(quote) else { return Array(inside) }
    var result: [UInt8] = [], isSecond = false
    for byte in inside {
      if byte == quote, result.last == quote, !isSecond {
        isSecond = true
        continue
      }
      isSecond = false
      result.append(byte)
    }
    return result
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
