internal import DocumentModel
internal import Imaging
internal import Intake
internal import Recognition
internal import Structure

/// Reads one page: upright, clean, its tables cell by cell and the rest around them.
struct PageReader: Sendable {
  /// Named in errors.
  let name: String
  let number: Int

  /// A scan: everything is recognised.
  func read(_ encoded: EncodedImage, with engine: inout TesseractEngine) throws(Failure) -> Page {
    let raw = try PageImage.decode(encoded.bytes, frame: encoded.frame, dpi: encoded.dpi, name: name)
    let clean = try enlarged(try raw.cleaned())
    let turn = try UprightTurn.decide(for: clean, with: &engine)
    let turned = try clean.turned(by: turn)
    let level = try levelled(turned)
    var (page, tables) = try layOut(level)
    page.rotation = turn

    let layout = PageLayout(page: number, size: level.size, dpi: level.dpi)
    var image = level
    if !tables.isEmpty { try image.eraseRules(in: tables.compactMap(\.box)) }
    try image.whitenDirt()
    try readCells(of: &tables, on: image, with: &engine)
    for table in tables { if let box = table.box { try image.erase(box) } }
    let lines = try readAll(image, with: &engine)
    page.blocks = layout.blocks(lines: lines, tables: tables)
    return page.scaled(by: Double(raw.dpi) / Double(layout.dpi), dpi: raw.dpi)
  }

  /// A born-digital page: the words are known, only the tables' rules are looked for.
  func place(_ layer: [Line], on encoded: EncodedImage) throws(Failure) -> Page {
    let image = try PageImage.decode(encoded.bytes, frame: encoded.frame, dpi: encoded.dpi, name: name)
    var (page, tables) = try layOut(try image.cleaned())
    page.origin = .textLayer
    let outside = CellFilling(page: number).fill(&tables, from: layer)
    page.blocks = PageLayout(page: number, size: image.size, dpi: image.dpi).blocks(lines: outside, tables: tables)
    return page
  }

  /// Tesseract reads letters of 30 pixels best: what body text has at 300 dpi.
  private func enlarged(_ image: consuming PageImage) throws(Failure) -> PageImage {
    image.dpi < 250 ? try image.scaled(by: 300 / Double(image.dpi)) : image
  }

  private func levelled(_ image: borrowing PageImage) throws(Failure) -> PageImage {
    let skew = try image.skew()
    // Less than a tenth of a degree is a pixel over half a line: turning would only blur.
    return abs(skew) < 0.1 ? try image.turned(by: 0) : try image.rotated(by: skew)
  }

  private func layOut(_ image: borrowing PageImage) throws(Failure) -> (Page, [Table]) {
    let page = Page(number: number, origin: .scan, size: image.size, dpi: image.dpi, blocks: [])
    return (page, TableGrid(dpi: image.dpi).tables(from: try image.rules(), page: number))
  }

  private func readAll(
    _ image: borrowing PageImage, with engine: inout TesseractEngine
  ) throws(Failure) -> [Line] {
    engine.begin(image)
    return try engine.lines(in: nil, as: .page)
  }

  private func readCells(
    of tables: inout [Table], on image: borrowing PageImage, with engine: inout TesseractEngine
  ) throws(Failure) {
    guard !tables.isEmpty else { return }
    engine.begin(image)
    for table in tables.indices {
      let insides = tables[table].cells.map { $0.box?.inset(by: 2) ?? PixelBox(x: 0, y: 0, width: 0, height: 0) }
      let hasPrint = try image.boxesWithPrint(among: insides)
      for cell in tables[table].cells.indices where hasPrint[cell] {
        tables[table].cells[cell].lines = try readCell(insides[cell], with: &engine).map {
          var line = $0
          line.page = number
          return line
        }
      }
    }
  }

  /// A lone digit is no block of text to Tesseract, but it is a line.
  private func readCell(_ box: PixelBox, with engine: inout TesseractEngine) throws(Failure) -> [Line] {
    let lines = try engine.lines(in: box, as: .block)
    return lines.isEmpty ? try engine.lines(in: box, as: .line) : lines
  }
}
