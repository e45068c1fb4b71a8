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
    let lines = try engine.lines(in: nil, as: .page)
    let level = lines.filter { !Self.stands($0) }
    var columns: [Line] = []
    let places = try image.columnsOfPrint(outside: level.flatMap { $0.words.compactMap(\.box) })
    for place in places { columns += try readColumn(place, on: image, with: &engine) }
    if columns.isEmpty { return lines }
    let standing = lines.filter { line in Self.stands(line) && !columns.contains { Self.overlap($0, line) } }
    return level + standing + columns
  }

  /// A line that was read as one that runs up the page.
  private static func stands(_ line: Line) -> Bool {
    guard let box = line.box else { return false }
    return line.words.count > 1 && box.height > 2 * box.width
  }

  private static func overlap(_ line: Line, _ other: Line) -> Bool {
    guard let box = line.box, let second = other.box else { return false }
    return box.verticalOverlap(with: second) > 0 && box.horizontalOverlap(with: second) > 0
  }

  /// The rows of a narrow column; empty where they make no sense.
  private func readColumn(
    _ place: PixelBox, on image: borrowing PageImage, with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) -> [Line] {
    let size = image.size, rim = image.dpi / 20
    let left = max(0, place.x - rim), top = max(0, place.y - rim)
    let box = PixelBox(
      x: left, y: top, width: min(size.width, place.right + rim) - left,
      height: min(size.height, place.bottom + rim) - top)
    let rows = try engine.lines(in: box, as: .block).filter { !$0.isEmpty }
    let sure = Confidence.mean(of: rows.map(\.confidence))?.value ?? 0
    return sure >= ReadingBounds.sureColumn ? rows : []
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
