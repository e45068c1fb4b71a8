internal import DocumentModel

/// What `pdfinfo` and `pdfimages` say of a PDF.
struct PDFFile: Sendable {
  var path: String
  var pages: [PDFPageFacts]

  static func open(_ path: String) async throws(Failure) -> PDFFile {
    let info = try await PopplerTool(name: "pdfinfo").run(["-f", "1", "-l", "100000", path], on: path)
    if info.errors.contains("Incorrect password") { throw Failure(.badInput, .encryptedPDF(path)) }
    if info.wasEnded { throw Failure(.badInput, .tooCostly("pdfinfo", path)) }
    if info.errors.contains("Wrong page range") { throw Failure(.badInput, .noPages(path)) }
    guard info.succeeded else { throw Failure(.badInput, .damagedPDF(path, firstLine(of: info.errors))) }
    // Poppler mends a file that was cut short without a word about the pages that are missing, so it is refused.
    if !info.errors.isEmpty, try !endsProperly(path) {
      throw Failure(.badInput, .damagedPDF(path, firstLine(of: info.errors)))
    }
    var pages = sizes(in: info.text)
    if pages.isEmpty { throw Failure(.badInput, .noPages(path)) }
    let images = try await PopplerTool(name: "pdfimages").run(["-list", path], on: path)
    addImages(listed: images.text, to: &pages)
    return PDFFile(path: path, pages: pages)
  }

  private static func endsProperly(_ path: String) throws(Failure) -> Bool {
    String(decoding: try ReadOnlyFile.end(of: path, count: 2048), as: UTF8.self).contains("%%EOF")
  }

  private static func firstLine(of errors: String) -> String {
    errors.split(whereSeparator: \.isNewline).first.map(String.init) ?? "?"
  }

  /// Lines such as `Page    1 size:  595.32 x 841.92 pts (A4)` and `Page    1 rot:   90`.
  private static func sizes(in info: String) -> [PDFPageFacts] {
    var pages: [PDFPageFacts] = []
    for line in info.split(separator: "\n") where line.hasPrefix("Page ") {
      let fields = line.split(separator: " ")
      if fields.count >= 6, fields[2] == "size:", let width = Double(fields[3]), let height = Double(fields[5]) {
        pages.append(PDFPageFacts(width: width, height: height))
      } else if fields.count >= 4, fields[2] == "rot:", fields[3] == "90" || fields[3] == "270", !pages.isEmpty {
        let last = pages.count - 1
        (pages[last].width, pages[last].height) = (pages[last].height, pages[last].width)
      }
    }
    return pages
  }

  /// Columns: page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio.
  private static func addImages(listed text: String, to pages: inout [PDFPageFacts]) {
    for line in text.split(separator: "\n").dropFirst(2) {
      let fields = line.split(separator: " ")
      guard fields.count >= 14, let page = Int(fields[0]), pages.indices.contains(page - 1),
        let image = PDFPageFacts.Image(fields)
      else { continue }
      pages[page - 1].images.append(image)
    }
  }
}

/// One page of a PDF, before it is drawn.
struct PDFPageFacts: Sendable {
  /// An image as it is drawn on the page.
  struct Image: Sendable, Hashable {
    var width, height: Int
    /// Dots per inch across and down.
    var xDPI, yDPI: Int
    /// Bits of a pixel, all its colours together.
    var bits: Int
    /// Whether it is a picture, and not a stencil or the mask of another.
    var isPicture: Bool
    /// Whether its bytes alone say what it looks like: grey, RGB or black and white, without palette or inks.
    var isPlain: Bool

    /// From the columns of `pdfimages -list`; nil where a column is not a number, or the image is drawn at no size and so
    /// has no resolution.
    init?(_ fields: [Substring]) {
      guard let width = Int(fields[3]), let height = Int(fields[4]), let x = Int(fields[12]), let y = Int(fields[13]),
        x > 0, y > 0
      else { return nil }
      (self.width, self.height, xDPI, yDPI) = (width, height, x, y)
      bits = (Int(fields[6]) ?? 1) * (Int(fields[7]) ?? 8)
      isPicture = fields[2] == "image"
      isPlain = ["gray", "rgb", "icc"].contains(fields[5]) && (fields[6] == "1" || fields[6] == "3")
    }

    /// Square inches of the page that it covers.
    var area: Double { Double(width * height) / Double(xDPI * yDPI) }
  }

  /// Of the page as it is shown, in points (1/72 inch).
  var width = 595.0, height = 842.0
  var images: [Image] = []

  /// In square inches.
  private var area: Double { width * height / (72 * 72) }

  /// Share of the page that images cover; more than 1 where they lie over each other.
  var pictures: Double { images.reduce(0) { $0 + $1.area } / max(area, 0.001) }

  /// Whether images cover most of the page, as a scanner makes it. Some scanners cut a page into strips.
  var isScan: Bool { pictures > 0.6 }

  var largestImage: Image? { images.max { $0.width * $0.height < $1.width * $1.height } }

  /// The one image that is the page and whose bytes can be taken as they are; nil where several make it up.
  var wholeImage: Image? {
    guard let only = images.first, images.count == 1, only.isPicture, only.isPlain,
      abs(only.xDPI - only.yDPI) * 50 <= only.xDPI, (0.9...1.1).contains(only.area / area)
    else { return nil }
    return only
  }

  /// Dots per inch. A finer picture takes longer and is not read better.
  private static let mostDPI = 400

  /// How many pixels of three bytes `pdftoppm` may print (`PopplerTool.outputLimit`): an A0 sheet at 220 dpi.
  private static let mostDrawnPixels = 80_000_000

  /// The resolution to draw the page at: the scan's own, within what recognition can use; less where the page would
  /// have more than `mostPixels`.
  func drawingDPI(mostPixels: Int) -> Int {
    let wanted = isScan ? min(max(largestImage?.xDPI ?? 200, 150), Self.mostDPI) : 200
    let most = (Double(min(mostPixels, Self.mostDrawnPixels)) / max(area, 0.001)).squareRoot()
    return max(1, min(wanted, Int(most)))
  }

  /// A picture on the page that has more pixels than this; nil where there is none. Drawing the page smaller would not
  /// help: the program that decodes the picture needs the memory first.
  func largerPicture(than mostPixels: Int) -> Image? {
    images.first { $0.width.multipliedReportingOverflow(by: $0.height).overflow || $0.width * $0.height > mostPixels }
  }
}
