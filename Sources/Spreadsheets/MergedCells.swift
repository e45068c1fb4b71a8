/// Cells that are one, of a sheet whose rows come one after another: each of them shows what the first one holds.
struct MergedCells {
  /// By their first row.
  private var ranges: [Int: [MergedRange]]
  /// Those that reach beyond the row in which they began, and what they show.
  private var open: [(range: MergedRange, text: String)] = []

  init(_ ranges: [MergedRange]) { self.ranges = Dictionary(grouping: ranges) { $0.rows.lowerBound } }

  mutating func filled(_ row: SheetRow) -> SheetRow {
    var row = row
    open.removeAll { $0.range.rows.upperBound < row.number }
    for (range, text) in open where !text.isEmpty {
      for column in range.columns { row.set(text, at: column) }
    }
    for range in ranges[row.number] ?? [] where row.cells.indices.contains(range.columns.lowerBound) {
      let text = row.cells[range.columns.lowerBound]
      for column in range.columns { row.set(text, at: column) }
      if range.rows.count > 1 { open.append((range, text)) }
    }
    return row
  }
}

/// `<mergeCell ref="A1:C1"/>`, in zero-based columns and rows as they are numbered.
struct MergedRange {
  var columns: ClosedRange<Int>
  var rows: ClosedRange<Int>

  /// They stand after the rows, so only what follows these is read.
  static func all(in sheet: [UInt8]) -> [MergedRange] {
    let end = Array("</sheetData>".utf8)
    let tail = sheet.suffix(4 << 20)
    guard let start = tail.indices.last(where: { tail[$0...].starts(with: end) }) else { return [] }
    var scanner = XMLScanner(Array(tail[start...])), ranges: [MergedRange] = []
    while let event = scanner.next() {
      guard case .start("mergeCell", let attributes, _) = event,
        let range = XMLScanner.attribute("ref", in: attributes).flatMap(MergedRange.init)
      else { continue }
      ranges.append(range)
    }
    return ranges
  }

  init?(_ text: String) {
    let ends = text.split(separator: ":").map(String.init)
    guard ends.count == 2, let left = SheetRow.column(of: ends[0]), let right = SheetRow.column(of: ends[1]),
      let top = Int(ends[0].drop { $0.isLetter }), let bottom = Int(ends[1].drop { $0.isLetter }),
      left <= right, top <= bottom, right < SheetRow.mostColumns
    else { return nil }
    columns = left...right
    rows = top...bottom
  }
}
