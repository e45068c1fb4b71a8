/// Cells that are one, of a sheet whose rows come one after another: each of them shows what the first one holds.
struct MergedCells {
  /// By their first row.
  private var ranges: [Int: [MergedRange]]
  /// Of every column what it shows down to which row, while that is not reached.
  private var open: [Int: (last: Int, text: String)] = [:]

  init(_ ranges: [MergedRange]) { self.ranges = Dictionary(grouping: ranges) { $0.rows.lowerBound } }

  mutating func filled(_ row: SheetRow) -> SheetRow {
    var row = row
    for (column, above) in open {
      if above.last < row.number { open[column] = nil } else { row.set(above.text, at: column) }
    }
    for range in ranges.removeValue(forKey: row.number) ?? [] where row.cells.indices.contains(range.columns.lowerBound)
    {
      let text = row.cells[range.columns.lowerBound]
      for column in range.columns {
        row.set(text, at: column)
        if range.rows.count > 1, !text.isEmpty { open[column] = (range.rows.upperBound, text) }
      }
    }
    return row
  }
}

/// `<mergeCell ref="A1:C1"/>`, in zero-based columns and rows as they are numbered.
struct MergedRange {
  var columns: ClosedRange<Int>
  var rows: ClosedRange<Int>

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

/// Reads which cells are one. They stand after the rows that they are about, so that a sheet is gone through twice; the
/// first time tells whether it is whole, too, before any of its rows is taken.
final class MergedRangesReader: PartReader {
  private(set) var ranges: [MergedRange] = []

  /// More is not a sheet that people write.
  private static let most = 200_000

  /// Rows of this sheet and of those before it.
  private(set) var rows: Int

  init(after rows: Int = 0) { self.rows = rows }

  var ending: PartEnding? { ranges.count > Self.most ? .tooLarge : rows > SheetRow.most ? .tooManyRows : nil }

  func start(_ element: PartElement, _ attributes: PartAttributes) {
    if element == .row { rows += 1 }
    if element == .merged, let range = attributes["ref"].flatMap(MergedRange.init) { ranges.append(range) }
  }
}
