/// The rows of a delimited text that are not read yet.
struct DelimitedRows {
  private var text: SheetText
  private let shape: DelimitedShape
  /// What of the text is held: the rest of a stretch and the next one.
  private var bytes: [UInt8] = []
  private var place = 0
  private var isAtEnd = false
  private var row: SheetRow
  private var cell: [UInt8] = []
  /// Quotation marks before this place are signs of their cell: the text has no closing one that could be meant.
  private var literalUntil = 0
  private var closings = ClosingMarks()

  private static let quote: UInt8 = 0x22, lineFeed: UInt8 = 0x0A, carriageReturn: UInt8 = 0x0D
  /// A cell in quotation marks is not longer than this, in bytes, and none at all than the second.
  private static let longestQuoted = 1 << 16, longestCell = 1 << 20

  init(_ text: SheetText, shape: DelimitedShape) {
    (self.text, self.shape) = (text, shape)
    row = SheetRow(number: shape.start.row, cells: [])
    fill()
    place = min(bytes.count, shape.start.place)
  }

  mutating func next() -> SheetRow? {
    while hasMore() {
      let byte = bytes[place]
      if byte == Self.quote, cell.isEmpty, place >= literalUntil, takeQuoted() { continue }
      place += 1
      if byte == shape.delimiter {
        endCell()
      } else if byte == Self.lineFeed || byte == Self.carriageReturn {
        if byte == Self.carriageReturn, place < bytes.count, bytes[place] == Self.lineFeed { place += 1 }
        return endRow()
      } else if cell.count < Self.longestCell {
        cell.append(byte)
      } else {
        row.isCut = true
      }
    }
    return cell.isEmpty && row.cells.isEmpty ? nil : endRow()
  }

  /// Sees to it that the longest cell in quotation marks can be looked at whole.
  private mutating func hasMore() -> Bool {
    while place + Self.longestQuoted + 2 > bytes.count, !isAtEnd { fill() }
    return place < bytes.count
  }

  private mutating func fill() {
    bytes.removeFirst(place)
    literalUntil = max(0, literalUntil - place)
    closings.move(by: place)
    place = 0
    guard let more = text.next() else { return isAtEnd = true }
    bytes += more
  }

  /// Takes a cell in quotation marks; false where they are signs of the cell itself, because none closes it or the line
  /// is whole without the lines that the closing one would add.
  private mutating func takeQuoted() -> Bool {
    let limit = min(bytes.count, place + Self.longestQuoted)
    guard let end = closings.next(after: place, in: bytes, before: limit, delimiter: shape.delimiter) else {
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

/// Finds the quotation mark that ends a cell: one before a delimiter or a line end. Others are signs of the cell,
/// whether doubled or not. What was looked through is not looked through again: every mark of a text may be open.
struct ClosingMarks {
  /// From where to where no closing mark stands, but one at the end where `isFound`.
  private var start = 0, end = 0
  private var isFound = false

  mutating func move(by count: Int) { (start, end) = (max(0, start - count), max(0, end - count)) }

  mutating func next(after opening: Int, in bytes: [UInt8], before limit: Int, delimiter: UInt8) -> Int? {
    // Marks right behind the opening one are paired with it only, and are not known from before.
    var index = opening + 1
    if index < start || index >= end || bytes[index] == 0x22 { (start, end, isFound) = (index, index, false) }
    if isFound { return end < limit ? end : nil }
    index = end
    while index < limit {
      guard bytes[index] == 0x22 else {
        index += 1
        continue
      }
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0x0A
      if next == delimiter || next == 0x0A || next == 0x0D {
        (end, isFound) = (index, true)
        return index
      }
      index += next == 0x22 ? 2 : 1
    }
    end = index
    return nil
  }
}
