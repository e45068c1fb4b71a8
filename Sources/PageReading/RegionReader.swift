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

  /// White that a narrow column is read with on all sides.
  private static let columnRim = Points(3.6)

  /// The rows of a narrow column; empty where they make no sense.
  private func readColumn(
    _ place: PixelBox, on image: borrowing PageImage, with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) -> [Line] {
    let size = image.size, rim = Self.columnRim.pixels(at: image.dpi)
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
      for cell in try image.printedCells(of: tables[table], among: tables[table].cells.indices) {
        tables[table].cells[cell.index].lines = try readCell(cell.inside, with: &engine).map { $0.on(page: page) }
      }
    }
  }

  /// A lone digit is no block of text to Tesseract, but it is a line.
  private func readCell(_ box: PixelBox, with engine: inout some PageRecogniser & ~Copyable) throws(Failure) -> [Line] {
    let lines = try engine.lines(in: box, as: .block)
    return lines.isEmpty ? try engine.lines(in: box, as: .line) : lines
  }
}
