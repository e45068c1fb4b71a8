import DocumentModel

/// Parts the rows of a ruled table whose body is one place of the grid: rules stand around its heading and its foot alone, and
/// between them each line of print is a row.
struct OpenRows {
  private let table: Table
  /// By row of the grid: its lines as rows of their own; one where it stays.
  private let parts: [[[TableCell]]]
  /// By row of the grid: the row that it begins at, with the number of rows at the end.
  private let starts: [Int]

  /// The table with a row for each line of its open rows.
  static func parted(_ table: Table) -> Table { OpenRows(table).parted }

  private init(_ table: Table) {
    self.table = table
    var tall: Set<Int> = []
    for cell in table.cells where cell.rowSpan > 1 { tall.formUnion(cell.row..<cell.row + cell.rowSpan) }
    parts = (0..<table.rowCount).map { row in
      let cells = table.cells(startingIn: row)
      return tall.contains(row) ? [cells] : OpenRow(cells)?.rows ?? [cells]
    }
    starts = parts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
  }

  private var parted: Table {
    guard parts.contains(where: { $0.count > 1 }) else { return table }
    var result = table
    result.rowCount = starts[parts.count]
    result.cells = parts.enumerated().flatMap { row, lines in
      lines.enumerated().flatMap { line, cells in cells.map { moved($0, to: starts[row] + line) } }
    }
    return result
  }

  private func moved(_ cell: TableCell, to row: Int) -> TableCell {
    var cell = cell
    if cell.rowSpan > 1 { cell.rowSpan = starts[cell.row + cell.rowSpan] - starts[cell.row] }
    cell.row = row
    return cell
  }
}

/// A row of a grid that holds many rows of print.
///
/// Most columns hold short figures whose lines stand at the same heights. Text that wraps forbids it, but in the first
/// column: there a line without figures goes on in small letters.
struct OpenRow {
  private let cells: [TableCell]
  private let tolerance: Int
  /// Heights at which most columns of figures have a line, ascending.
  private var heights: [Int] = []

  /// Nil where the row is one row.
  init?(_ cells: [TableCell]) {
    let filled = cells.filter { !$0.lines.isEmpty }
    let figures = filled.filter(\.isOfFigures)
    guard figures.count >= 2, figures.count * 2 >= filled.count else { return nil }
    self.cells = cells
    let boxes = figures.flatMap(\.lines).compactMap(\.box)
    tolerance = max(1, (boxes.map(\.height).sorted().dropFirst(boxes.count / 2).first ?? 2) / 2)
    let groups = Self.grouped(boxes.map(\.midY), within: tolerance)
    let shared = groups.filter { $0.count * 2 > figures.count }
    heights = shared.map { $0[$0.count / 2] }
    guard heights.count >= 3, shared.joined().count * 5 >= boxes.count * 4 else { return nil }
    let others = filled.filter { !$0.isOfFigures }
    guard others.allSatisfy({ isBeside($0, mayWrap: $0.column == filled.first?.column) }) else { return nil }
  }

  /// Whether the lines of a column of words stand beside the figures.
  private func isBeside(_ cell: TableCell, mayWrap: Bool) -> Bool {
    let beside = cell.lines.count { line in line.box.map { isShared($0.midY) } ?? false }
    return mayWrap ? beside * 2 >= cell.lines.count : beside == cell.lines.count
  }

  private func isShared(_ height: Int) -> Bool { heights.contains { abs($0 - height) <= tolerance } }

  /// The cells of each row of print, from top to bottom.
  var rows: [[TableCell]] {
    let lines = cells.flatMap { cell in cell.lines.compactMap { line in line.box.map { ($0.midY, cell.column, line) } }
    }
    let places = Self.grouped(lines.map(\.0), within: tolerance)
    let groups = places.map { place in lines.filter { place.first ?? 0 <= $0.0 && $0.0 <= place.last ?? 0 } }
    return joined(groups.map { group in group.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map { ($0.1, $0.2) } })
      .map(row)
  }

  /// A line of the first column alone that goes on in small letters, or that the next one goes on with, is no row.
  private func joined(_ groups: [[(column: Int, line: Line)]]) -> [[(column: Int, line: Line)]] {
    var rows: [[(column: Int, line: Line)]] = []
    var isOpen = false
    for group in groups {
      let goesOn = group.first?.line.text.first { $0.isLetter || $0.isNumber }?.isLowercase ?? false
      let isAlone = group.count == 1
      if goesOn, isAlone || isOpen, !rows.isEmpty {
        rows[rows.count - 1] += group
      } else {
        rows.append(group)
      }
      isOpen = isAlone
    }
    return rows
  }

  private func row(_ group: [(column: Int, line: Line)]) -> [TableCell] {
    let box = PixelBox.enclosing(group.compactMap(\.line.box))
    return cells.map { cell in
      var cell = cell
      cell.lines = group.filter { $0.column == cell.column }.map(\.line)
      if let own = cell.box, let box { cell.box = PixelBox(x: own.x, y: box.y, width: own.width, height: box.height) }
      return cell
    }
  }

  /// Numbers in groups whose neighbours are no farther apart, each ascending.
  private static func grouped(_ numbers: [Int], within tolerance: Int) -> [[Int]] {
    var groups: [[Int]] = []
    for number in numbers.sorted() {
      if let last = groups.last?.last, number - last <= tolerance / 2 {
        groups[groups.count - 1].append(number)
      } else {
        groups.append([number])
      }
    }
    return groups
  }
}

extension TableCell {
  /// Three lines or more, most of them figures alone.
  fileprivate var isOfFigures: Bool { lines.count >= 3 && lines.count(where: \.isOfFigures) * 4 >= lines.count * 3 }
}

extension Line {
  /// Few short words without letters but a unit's or a note's: `18.7`, `(X)`, `–`, `*****`.
  var isOfFigures: Bool {
    !words.isEmpty && words.count <= 4 && words.allSatisfy { $0.text.count { $0.isLetter } <= 1 }
  }
}
