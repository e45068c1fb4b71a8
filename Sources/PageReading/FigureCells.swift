internal import DocumentModel
internal import Imaging
internal import Recognition

/// Reads single figures that were lost in a column of numbers: alone in its cell, a figure is too little for the engine
/// to tell a line by, or it is taken for a sign. The other cells of the column tell what it must be.
struct FigureCells {
  /// 1-based, in the input.
  let page: Int

  /// Of the cells below the first row that were read, so many hold a number before the column is one of numbers.
  private static let fewestNumbers = 2
  /// Characters of a cell that may be a misread number.
  private static let longest = 3
  /// A reading less sure is none.
  private static let leastSure: Confidence = 0.5

  func read(
    _ tables: inout [Table], on image: borrowing PageImage, with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) {
    for table in tables.indices {
      let lost = lostCells(of: tables[table])
      if lost.isEmpty { continue }
      engine.begin(image)
      for cell in try image.printedCells(of: tables[table], among: lost) {
        if let line = try figure(in: cell.inside, with: &engine) { tables[table].cells[cell.index].lines = [line] }
      }
    }
  }

  /// The cells of columns of numbers in which no number was read.
  private func lostCells(of table: Table) -> [Int] {
    (0..<table.columnCount).flatMap { column -> [Int] in
      let cells = table.cells.indices.filter {
        table.cells[$0].column == column && table.cells[$0].columnSpan == 1 && table.cells[$0].row > 0
      }
      let read = cells.filter { !table.cells[$0].lines.isEmpty }
      let numbers = read.count { Self.isNumber(table.cells[$0].text) }
      guard numbers >= Self.fewestNumbers, numbers * 2 > read.count else { return [] }
      return cells.filter { cell in
        let text = table.cells[cell].text
        return text.count <= Self.longest && !text.contains(where: \.isNumber)
      }
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    text.contains(where: \.isNumber) && text.count <= longest && text.allSatisfy { $0.isNumber || ".)-".contains($0) }
  }

  private func figure(
    in box: PixelBox, with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) -> Line? {
    guard let line = try engine.lines(in: box, as: .figures).first?.on(page: page) else { return nil }
    let isFigure = line.words.count == 1 && line.words[0].text.allSatisfy(\.isNumber)
    return isFigure && line.confidence >= Self.leastSure ? line : nil
  }
}
