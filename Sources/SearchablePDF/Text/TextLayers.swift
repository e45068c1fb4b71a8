internal import PDFSyntax
internal import DocumentModel

/// Lays words over the pages of a document, in one font for all.
struct TextLayers {
  let font: PDFObject
  private let document: PDFDocument
  private var glyphs = GlyphlessFont()

  init(_ document: PDFDocument) {
    self.document = document
    font = document.emptyFont()
  }

  /// Leaves a page alone that shows its text or has no words. Unseen words that another program laid over a scan give
  /// way to the page's own; where the page itself shows words that can be read, none are laid over them.
  mutating func add(_ page: Page, to object: PDFObject) {
    let content = PageContent(of: object, in: document)
    if page.origin == .textLayer, content.hiddenTexts == 0 { return }
    guard let (toImage, size) = Placement.toImage(page) else { return }
    let placement = toImage.then(map(of: page, size, on: object, content))
    if page.origin == .scan { turn(object, toShow: placement) }
    let lines = WordPlaces(page, placement, content).lines
    let operators = TextLayer.operators(for: page, lines, placement, font: &glyphs)
    if operators.isEmpty && content.hiddenTexts == 0 { return }
    lay(operators, over: object, content)
  }

  /// Completes the font; to be called once all pages have their words.
  func finish() { if !glyphs.characters.isEmpty { document.complete(font, from: glyphs) } }

  private func map(
    of page: Page, _ size: PixelSize, on object: PDFObject, _ content: PageContent
  ) -> AffineMap {
    let box = document.mediaBox(of: object)
    if page.isDrawn {
      // By its own size: the resolution of the paper may be another than the PDF states.
      let rotation = rotation(of: object)
      let inches = (rotation % 180 == 0 ? box[2] - box[0] : box[3] - box[1]) / 72
      return Placement.ofDrawnPage(dpi: Double(size.width) / max(inches, 0.01), box: box, rotation: rotation)
    }
    let largest = content.images.max { abs($0.a * $0.d - $0.b * $0.c) < abs($1.a * $1.d - $1.b * $1.c) }
    let whole = AffineMap(box[2] - box[0], 0, 0, box[3] - box[1], box[0], box[1])
    // In strips, which only pages made here have, the images together are the page.
    return Placement.ofImage(size, in: content.images.count == 1 ? largest ?? whole : whole)
  }

  private func rotation(of object: PDFObject) -> Int {
    let degrees = document[object, "/Rotate"].flatMap(document.number).flatMap { Int(exactly: $0) } ?? 0
    return (degrees % 360 + 360) % 360
  }

  private func turn(_ object: PDFObject, toShow placement: AffineMap) {
    let rotation = Placement.rotation(showing: placement)
    if rotation != self.rotation(of: object) { document[object, "/Rotate"] = document.parsed(String(rotation)) }
  }

  /// Puts the operators behind the page's content, which is enclosed in `q` and `Q`, so that no colour, scale or mode of it
  /// reaches the words.
  private func lay(_ operators: String, over object: PDFObject, _ content: PageContent) {
    var parts: [PDFObject] = []
    for (owner, stream) in content.cleaned {
      if owner == object {
        parts = [document.stream(stream.bytes)]
      } else {
        document.replaceData(of: owner, with: stream.bytes)
      }
      keepFonts(stream.fonts, of: owner)
    }
    if parts.isEmpty, let there = document[object, "/Contents"] {
      parts = document.isArray(there) ? document.items(of: there) : [there]
    }
    let closing = String(repeating: "Q\n", count: content.openStates + 1)
    document[object, "/Contents"] = document.array(
      [document.stream(Array("q\n".utf8))] + parts + [document.stream(Array((closing + operators).utf8))])
    if operators.isEmpty { return }
    let fonts = document.dictionary("/Font", of: document.dictionary("/Resources", of: object))
    document[fonts, TextLayer.fontName] = font
  }

  /// Drops the fonts of words that were taken out. Pages may share their resources, so this one gets its own.
  private func keepFonts(_ names: Set<String>, of owner: PDFObject) {
    guard let shared = document[owner, "/Resources"] else { return }
    let own = document.parsed("<< >>")
    for key in document.keys(of: shared) where key != "/Font" { document[own, key] = document[shared, key] }
    let fonts = document.parsed("<< >>")
    for name in names { document[fonts, name] = document[shared, "/Font"].flatMap { document[$0, name] } }
    if !document.keys(of: fonts).isEmpty { document[own, "/Font"] = fonts }
    document[owner, "/Resources"] = own
  }
}
