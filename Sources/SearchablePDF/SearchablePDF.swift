internal import PDFSyntax
public import DocumentModel

/// Makes PDFs of two layers: a page's picture as it was scanned, and over it, unseen, its words.
///
/// The bytes of images are never changed. A file is marked as PDF/A-2b only where everything in it was checked.
public enum SearchablePDF {
  public struct Result: Sendable {
    public var bytes: [UInt8]
    public var findings: [Finding]
  }

  /// A copy of a PDF whose scanned pages carry the words of `pages`. A page whose own text shows stays as it is.
  ///
  /// - Throws: `badInput` where qpdf cannot read the PDF or write the copy, `internalError` where it has no memory.
  public static func copying(_ path: String, pages: [Page], title: String) throws(Failure) -> Result {
    let document = try PDFDocument(reading: path)
    var findings: [Finding] = []
    var layers = TextLayers(document)
    let objects = try document.pages()
    let known = Dictionary(pages.map { ($0.number, $0) }) { first, _ in first }
    for (index, object) in objects.enumerated() {
      if let page = known[index + 1] { layers.add(page, to: object) } else { layers.pass(object) }
    }
    layers.finish()
    if DigitalSignatures.remove(from: document) { findings.append(Finding(.warning, .signaturesRemoved)) }
    let active = ActiveContent(
      removedFrom: document, keepsAttachments: document.archivalClaim?.part == 3)
    findings += active.findings
    let check = ArchivalCheck(document, ourFont: layers.font, usesInks: layers.usesInks)
    if !check.obstacles.isEmpty { findings.append(Finding(.note, .notArchival(check.obstacles))) }
    DocumentMetadata(title: title, part: check.part).write(to: document)
    return Result(bytes: try document.written(), findings: findings)
  }

  /// A new PDF of page images. For an image that is nil the page is blank, so that pages keep their numbers.
  ///
  /// - Throws: `badInput` where qpdf cannot write the PDF, `internalError` where it has no memory.
  public static func making(_ scans: [PageScan?], pages: [Page], title: String) throws(Failure) -> Result {
    let document = try PDFDocument()
    var layers = TextLayers(document)
    let known = Dictionary(pages.map { ($0.number, $0) }) { first, _ in first }
    for (index, scan) in scans.enumerated() {
      let page = known[index + 1]
      let object = ScanPage.object(scan, dpi: page?.dpi ?? 200, in: document)
      try document.append(page: object)
      if let page, scan != nil { layers.add(page, to: object) }
    }
    layers.finish()
    DocumentMetadata(title: title, part: 2).write(to: document)
    return Result(bytes: try document.written(), findings: [])
  }
}
