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

  /// A copy of a PDF whose scanned pages carry the words of `pages`. A page whose own text shows stays as it is. With
  /// `isStrict`, a PDF that cannot be marked as PDF/A is none at all.
  ///
  /// - Throws: `badInput` where qpdf cannot read the PDF or write the copy, or where it cannot be marked and has to be (the
  ///   message names pages and obstacles), `internalError` where it has no memory.
  public static func copying(
    _ path: String, pages: [Page], title: String, isStrict: Bool = false
  ) throws(Failure) -> Result {
    let document = try PDFDocument(reading: path)
    var findings: [Finding] = []
    var layers = TextLayers(document)
    let objects = try document.pages()
    let known = Dictionary(pages.map { ($0.number, $0) }) { first, _ in first }
    for (index, object) in objects.enumerated() {
      if let page = known[index + 1] { layers.add(page, to: object) }
    }
    layers.finish()
    if DigitalSignatures.remove(from: document) { findings.append(Finding(.warning, .signaturesRemoved)) }
    let active = ActiveContent(
      removedFrom: document, keepsAttachments: document.archivalClaim?.part == 3)
    findings += active.findings
    let check = ArchivalCheck(document, pages: objects, ourFont: layers.font)
    findings += try told(check, isStrict)
    DocumentMetadata(title: title, part: check.part).write(to: document)
    return Result(bytes: try document.written(), findings: findings)
  }

  /// A new PDF of page images. For an image that is nil the page is blank, so that pages keep their numbers.
  /// With `isStrict`, a PDF that cannot be marked as PDF/A is none at all.
  ///
  /// - Throws: `badInput` where qpdf cannot write the PDF, or where it cannot be marked and has to be, `internalError` where
  ///   it has no memory.
  public static func making(
    _ scans: [PageScan?], pages: [Page], title: String, isStrict: Bool = false
  ) throws(Failure) -> Result {
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
    let check = ArchivalCheck(document, pages: try document.pages(), ourFont: layers.font)
    let findings = try told(check, isStrict)
    DocumentMetadata(title: title, part: check.part).write(to: document)
    return Result(bytes: try document.written(), findings: findings)
  }

  /// - Throws: `badInput` where something stands against a mark that is asked for.
  private static func told(_ check: ArchivalCheck, _ isStrict: Bool) throws(Failure) -> [Finding] {
    if check.obstacles.isEmpty { return [] }
    if isStrict { throw Failure(.badInput, .archivalRefused(check.obstacles)) }
    return [Finding(.note, .notArchival(check.obstacles))]
  }
}
