import DocumentModel

/// Which grid places a rule parts, and so which cells there are.
struct Separators {
  /// Boundaries in pixels, ascending; n + 1 of them for n rows or columns.
  let rows: [Int], columns: [Int]
  private var left: [[Bool]]
  private var above: [[Bool]]

  init(rules: PageRules, rows: [Int], columns: [Int], tolerance: Int) {
    self.rows = rows
    self.columns = columns
    let rowRanges = Array(zip(rows, rows.dropFirst())), columnRanges = Array(zip(columns, columns.dropFirst()))
    left = rowRanges.map { range in
      columns.dropLast().map { x in
        let near = rules.vertical.filter { abs($0.midX - x) <= tolerance }
        return Self.isCovered(from: range.0, to: range.1, by: near.map { ($0.y, $0.bottom) })
      }
    }
    above = rows.dropLast().map { y in
      columnRanges.map { range in
        let near = rules.horizontal.filter { abs($0.midY - y) <= tolerance }
        return Self.isCovered(from: range.0, to: range.1, by: near.map { ($0.x, $0.right) })
      }
    }
  }

  /// Whether strokes cover more than half of a stretch: a broken line still parts two cells.
  private static func isCovered(from start: Int, to end: Int, by strokes: [(Int, Int)]) -> Bool {
    var covered = 0, reached = start
    for stroke in strokes.sorted(by: { $0.0 < $1.0 }) {
      let from = max(stroke.0, reached), to = min(stroke.1, end)
      if to > from {
        covered += to - from
        reached = to
      }
    }
    return covered * 2 > end - start
  }

  /// Cells in reading order. From each place not yet taken, a cell grows to the right and then down as far as no
  /// rule stops it.
  func cells() -> [TableCell] {
    let rowCount = rows.count - 1, columnCount = columns.count - 1
    var taken = Array(repeating: Array(repeating: false, count: columnCount), count: rowCount)
    var cells: [TableCell] = []
    for row in 0..<rowCount {
      for column in 0..<columnCount where !taken[row][column] {
        let width = span(from: column, to: columnCount) { !taken[row][$0] && !left[row][$0] }
        let height = span(from: row, to: rowCount) { next in
          (column..<column + width).allSatisfy { !taken[next][$0] && !above[next][$0] }
            && (column + 1..<column + width).allSatisfy { !left[next][$0] }
        }
        for r in row..<row + height { for c in column..<column + width { taken[r][c] = true } }
        cells.append(cell(row: row, column: column, height: height, width: width))
      }
    }
    return cells
  }

  private func span(from start: Int, to end: Int, while continues: (Int) -> Bool) -> Int {
    var next = start + 1
    while next < end, continues(next) { next += 1 }
    return next - start
  }

  private func cell(row: Int, column: Int, height: Int, width: Int) -> TableCell {
    let box = PixelBox(
      x: columns[column], y: rows[row], width: columns[column + width] - columns[column],
      height: rows[row + height] - rows[row])
    return TableCell(lines: [], row: row, column: column, rowSpan: height, columnSpan: width, box: box)
  }
}
