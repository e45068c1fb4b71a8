internal import DocumentModel
internal import Imaging

/// A cell of a table with print in it, as it is shown to a recogniser.
struct PrintedCell {
  /// Into the table's cells.
  var index: Int
  /// The cell without what the rules around it may have left, in pixels of the page.
  var inside: PixelBox
}

extension PageImage {
  /// Pixels at the edges of a cell that may belong to its rules.
  private static let ruleRim = 2

  /// Of some cells of a table, those that hold print.
  func printedCells(of table: Table, among indices: some Sequence<Int>) throws(Failure) -> [PrintedCell] {
    let cells = indices.compactMap { index in
      table.cells[index].box.map { PrintedCell(index: index, inside: $0.inset(by: Self.ruleRim)) }
    }
    .filter { $0.inside.width > 0 && $0.inside.height > 0 }
    let hasPrint = try boxesWithPrint(among: cells.map(\.inside))
    return zip(cells, hasPrint).filter(\.1).map(\.0)
  }
}

extension Line {
  /// The line on a page of an input, 1-based.
  func on(page: Int) -> Line {
    var line = self
    line.page = page
    return line
  }
}
