/// A cell of a table: its lines and the grid places it covers.
public struct TableCell: Hashable, Codable, Sendable {
  public var lines: [Line]
  /// 0-based grid place of its top left corner.
  public var row, column: Int
  /// How many grid rows and columns it covers; 1 for a plain cell.
  public var rowSpan, columnSpan: Int
  public var box: PixelBox?

  public init(lines: [Line], row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, box: PixelBox? = nil) {
    self.lines = lines
    self.row = row
    self.column = column
    self.rowSpan = rowSpan
    self.columnSpan = columnSpan
    self.box = box
  }

  /// The cell's lines joined by single spaces.
  public var text: String {
    lines.flatMap(\.words).map(\.text).joined(separator: " ")
  }
}

/// A table on one page: cells in reading order, each with its place in the grid.
public struct Table: Hashable, Codable, Sendable {
  public var page: Int
  public var rowCount, columnCount: Int
  public var cells: [TableCell]
  public var box: PixelBox?

  public init(page: Int, rowCount: Int, columnCount: Int, cells: [TableCell], box: PixelBox? = nil) {
    self.page = page
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.cells = cells
    self.box = box
  }

  /// The cells whose top left corner stands in a row, from left to right.
  public func cells(startingIn row: Int) -> [TableCell] {
    cells.filter { $0.row == row }.sorted { $0.column < $1.column }
  }

  /// The cell that covers a grid place, also where it begins in another row or column; nil where no cell does.
  public func cell(row: Int, column: Int) -> TableCell? {
    cells.first {
      ($0.row..<$0.row + $0.rowSpan).contains(row) && ($0.column..<$0.column + $0.columnSpan).contains(column)
    }
  }
}
