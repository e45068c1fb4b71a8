public import DocumentModel

/// A page image that is no PDF's: its bytes as they stand in a PDF, in strips from top to bottom.
public struct PageScan: Sendable {
  public var width, height: Int
  public var strips: [ImageStrip]

  public init(width: Int, height: Int, strips: [ImageStrip]) {
    self.width = width
    self.height = height
    self.strips = strips
  }
}

/// A part of a page image as wide as the page.
public struct ImageStrip: Sendable {
  public var rows: Int
  public var bytes: [UInt8]
  /// The entries of its dictionary that say how to read the bytes, in PDF syntax.
  public var entries: String

  public init(rows: Int, bytes: [UInt8], entries: String) {
    self.rows = rows
    self.bytes = bytes
    self.entries = entries
  }
}

/// Makes PDFs of two layers: a page's picture as it was scanned, and over it, unseen, its words.
///
/// Bytes of images are never changed. Whatever is written as PDF/A-2b says so; what cannot be vouched for does not.
public enum SearchablePDF {
  public struct Result: Sendable {
    public var bytes: [UInt8]
    public var findings: [Finding]
  }

  /// A copy of a PDF whose scanned pages carry the words of `pages`. A page whose text shows is left as it is.
  public static func copying(_ path: String, pages: [Page], title: String) throws(Failure) -> Result {
    let document = try PDFDocument(reading: path)
    var findings: [Finding] = []
    var layers = TextLayers(document)
    let objects = try document.pages()
    for page in pages where objects.indices.contains(page.number - 1) {
      layers.add(page, to: objects[page.number - 1])
    }
    layers.finish()
    if DigitalSignatures.remove(from: document) { findings.append(Finding(.warning, .signaturesRemoved)) }
    let obstacles = ArchivalCheck(document, ourFont: layers.font, pages: objects).obstacles
    if !obstacles.isEmpty { findings.append(Finding(.note, .notArchival(obstacles))) }
    DocumentMetadata(title: title, isArchival: obstacles.isEmpty).write(to: document)
    return Result(bytes: try document.written(), findings: findings)
  }

  /// A new PDF of page images. Where one could not be had the page is blank, so that pages keep their numbers.
  public static func making(_ scans: [PageScan?], pages: [Page], title: String) throws(Failure) -> Result {
    let document = try PDFDocument()
    var layers = TextLayers(document)
    let known = Dictionary(pages.map { ($0.number, $0) }) { first, _ in first }
    for (index, scan) in scans.enumerated() {
      let page = known[index + 1]
      let object = document.page(of: scan, dpi: page?.dpi ?? 200)
      try document.append(page: object)
      if let page, scan != nil { layers.add(page, to: object) }
    }
    layers.finish()
    DocumentMetadata(title: title, isArchival: true).write(to: document)
    return Result(bytes: try document.written(), findings: [])
  }
}

extension PDFDocument {
  /// As large as the image at its resolution; a blank one is A4.
  fileprivate func page(of scan: PageScan?, dpi: Int) -> PDFObject {
    guard let scan else {
      return indirect(parsed("<< /Type /Page /MediaBox [0 0 595.276 841.89] /Resources << >> >>"))
    }
    let points = 72 / Double(max(dpi, 1))
    func decimal(_ pixels: Int) -> String { TextLayer.decimal(Double(pixels) * points, 4) }
    var content = ""
    let images = parsed("<< >>")
    var bottom = scan.height
    for (index, strip) in scan.strips.enumerated() {
      bottom -= strip.rows
      let image = stream(
        strip.bytes,
        dictionary: """
          << /Type /XObject /Subtype /Image /Width \(scan.width) /Height \(strip.rows) \(strip.entries) >>
          """)
      self[images, "/Im\(index)"] = image
      content += """
        q \(decimal(scan.width)) 0 0 \(decimal(strip.rows)) 0 \(decimal(bottom)) cm /Im\(index) Do Q

        """
    }
    let box = "[0 0 \(decimal(scan.width)) \(decimal(scan.height))]"
    let page = indirect(
      dictionary(
        "<< /Type /Page /MediaBox \(box) >>",
        ["/Resources": dictionary("<< >>", ["/XObject": images]), "/Contents": stream(Array(content.utf8))]))
    return page
  }
}
