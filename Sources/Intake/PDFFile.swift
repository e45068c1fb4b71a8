internal import DocumentModel

/// What `pdfinfo` and `pdfimages` say of a PDF.
struct PDFFile: Sendable {
  struct PageFacts: Sendable {
    /// As displayed, in points (1/72 inch).
    var width = 595.0, height = 842.0
    /// Square inches of the page that images cover; some scanners cut a page into strips.
    var imageArea = 0.0
    /// Resolution of the largest image, in dots per inch.
    var imageDPI: Int?
    fileprivate var largestImage = 0
  }

  var path: String
  var pages: [PageFacts]

  static func open(_ path: String) async throws(Failure) -> PDFFile {
    let info = try await PopplerTool(name: "pdfinfo").run(["-f", "1", "-l", "100000", path], on: path)
    if info.errors.contains("Incorrect password") { throw Failure(.badInput, .encryptedPDF(path)) }
    guard info.succeeded else { throw Failure(.badInput, .damagedPDF(path, firstLine(of: info.errors))) }
    // Poppler rebuilds what it can of a file that was cut short. Pages are missing all the same: say so.
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
  private static func sizes(in info: String) -> [PageFacts] {
    var pages: [PageFacts] = []
    for line in info.split(separator: "\n") where line.hasPrefix("Page ") {
      let fields = line.split(separator: " ")
      if fields.count >= 6, fields[2] == "size:", let width = Double(fields[3]), let height = Double(fields[5]) {
        pages.append(PageFacts(width: width, height: height))
      } else if fields.count >= 4, fields[2] == "rot:", fields[3] == "90" || fields[3] == "270", !pages.isEmpty {
        let last = pages.count - 1
        (pages[last].width, pages[last].height) = (pages[last].height, pages[last].width)
      }
    }
    return pages
  }

  /// Columns: page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio.
  private static func addImages(listed text: String, to pages: inout [PageFacts]) {
    for line in text.split(separator: "\n").dropFirst(2) {
      let fields = line.split(separator: " ")
      guard fields.count >= 14, let page = Int(fields[0]), pages.indices.contains(page - 1),
        let width = Int(fields[3]), let height = Int(fields[4]), let dpi = Int(fields[12])
      else { continue }
      pages[page - 1].addImage(pixels: width * height, dpi: dpi)
    }
  }
}

extension PDFFile.PageFacts {
  /// Images as `pdfimages` lists them; one drawn at no size has no resolution.
  fileprivate mutating func addImage(pixels: Int, dpi: Int) {
    guard dpi > 0 else { return }
    imageArea += Double(pixels) / Double(dpi * dpi)
    if pixels > largestImage { (largestImage, imageDPI) = (pixels, dpi) }
  }

  /// Whether images cover the page: what a scanner makes.
  var isScan: Bool { imageArea > 0.6 * width * height / (72 * 72) }

  /// The resolution to draw the page at: the scan's own, within what recognition can use.
  var drawingDPI: Int {
    guard isScan, let imageDPI else { return 200 }
    return min(max(imageDPI, 150), 400)
  }
}
