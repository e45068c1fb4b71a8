internal import DocumentModel
internal import Imaging
internal import Recognition

/// Reads the parts of a page that is upright and clean: table cells one by one, the rest as a whole.
struct RegionReader {
  /// 1-based, in the input.
  let page: Int

  func readAll(_ image: borrowing PageImage, with engine: inout some PageRecogniser & ~Copyable) throws(Failure)
    -> [Line]
  {
    engine.begin(image)
    return try engine.lines(in: nil, as: .page)
  }

  /// Fills the cells that hold print.
  func readCells(
    of tables: inout [Table], on image: borrowing PageImage, with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) {
    guard !tables.isEmpty else { return }
    engine.begin(image)
    for table in tables.indices {
      let insides = tables[table].cells.map { $0.box?.inset(by: 2) ?? PixelBox(x: 0, y: 0, width: 0, height: 0) }
      let hasPrint = try image.boxesWithPrint(among: insides)
      for cell in tables[table].cells.indices where hasPrint[cell] {
        tables[table].cells[cell].lines = try readCell(insides[cell], with: &engine).map {
          var line = $0
          line.page = page
          return line
        }
      }
    }
  }

  /// A lone digit is no block of text to Tesseract, but it is a line.
  private func readCell(_ box: PixelBox, with engine: inout some PageRecogniser & ~Copyable) throws(Failure) -> [Line] {
    let lines = try engine.lines(in: box, as: .block)
    return lines.isEmpty ? try engine.lines(in: box, as: .line) : lines
  }
}
