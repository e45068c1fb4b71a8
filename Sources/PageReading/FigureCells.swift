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
      let insides = lost.map { tables[table].cells[$0].box?.inset(by: 2) ?? PixelBox(x: 0, y: 0, width: 0, height: 0) }
      let hasPrint = try image.boxesWithPrint(among: insides)
      engine.begin(image)
      for (place, cell) in lost.enumerated() where hasPrint[place] {
        if let line = try figure(in: insides[place], with: &engine) { tables[table].cells[cell].lines = [line] }
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
    guard box.width > 0, box.height > 0, let read = try engine.lines(in: box, as: .figures).first else { return nil }
    var line = read
    line.page = page
    let isFigure = line.words.count == 1 && line.words[0].text.allSatisfy(\.isNumber)
    return isFigure && line.confidence >= Self.leastSure ? line : nil
  }
}
