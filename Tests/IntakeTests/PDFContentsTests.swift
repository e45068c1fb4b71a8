import DocumentModel
import SampleDocuments
import Testing

@testable import Intake

/// What a PDF carries besides its pages is named, and what poppler's programs print is data.
@Suite struct PDFContentsTests {
  private func opened(_ root: String) async throws -> PDFFile {
    var file = PDFBuilder()
    file.add("<< /Type /Catalog /Pages 2 0 R \(root) >>")
    file.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
    file.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>")
    file.add("<< /Type /Filespec /F (bang-luong.pdf) /UF (bang-luong.pdf) >>")
    let folder = try TemporaryFolder()
    return try await PDFFile.open(try folder.write(file.file(), to: "carrier.pdf"))
  }

  @Test func attachedFilesAreNamed() async throws {
    let file = try await opened("/Names << /EmbeddedFiles << /Kids [<< /Names [(x) 4 0 R] >>] >> >>")
    #expect(file.findings.map(\.message.code) == ["attachments"])
    #expect(file.findings.first?.message.en.contains("bang-luong.pdf") == true)
    #expect(try await opened("").findings.isEmpty)
  }

  @Test(arguments: [
    "/AcroForm << /XFA [] /Fields [] >>", "/NeedsRendering true /AcroForm << /XFA [] /Fields [4 0 R] >>",
  ])
  func aDynamicFormIsRefused(_ root: String) async throws {
    do {
      _ = try await opened(root)
      Issue.record("was opened")
    } catch {
      #expect((error as? Failure)?.message.code == "dynamic-form" && (error as? Failure)?.code == .badInput)
    }
  }

  @Test func aFormWithFieldsOnItsPagesIsRead() async throws {
    #expect(try await opened("/AcroForm << /XFA [] /Fields [4 0 R] >>").pages.count == 1)
  }

  @Test func aTitleIsNoListOfPages() {
    let listed = """
      Title:           Sơ kết
      Pages:           3
      Page    1 size:  10 x 10 pts
      Page    2 size:  10 x 10 pts
      Producer:        x
      Pages:           2
      Encrypted:       no
      Page    1 size:  595 x 842 pts (A4)
      Page    1 rot:   0
      Page    2 size:  595 x 842 pts (A4)
      Page    2 rot:   90
      File size:       9 bytes
      """
    let pages = PDFFile.sizes(in: listed)
    #expect(pages.map(\.width) == [595, 842] && pages.map(\.height) == [842, 595])
  }

  @Test func aNameIsNoSignature() {
    let listed = """
      Signature #1:
        - Signature Field Name: Ký
      Signature #7:
      Signature Field Name: giả
        - Signer Certificate Common Name: A
      """
    #expect(SignatureFields.parse(listed) == [Signature(source: .field, field: "Ký", signer: "A")])
  }

  /// A page of a point to a pixel is paper of A4; a large sheet that was scanned finely is a large sheet.
  @Test(
    arguments: [(1700.0, 2400.0, 72, 205), (2384, 3370, 150, nil), (595, 842, 72, nil)] as [(Double, Double, Int, Int?)]
  )
  func aPointForEachPixelIsNoPaper(_ width: Double, _ height: Double, _ dpi: Int, _ onPaper: Int?) throws {
    let pixels = (Int(width) * dpi / 72, Int(height) * dpi / 72)
    let row = "1 0 image \(pixels.0) \(pixels.1) gray 1 8 jpeg no 5 0 \(dpi) \(dpi) 9K 5%"
    let image = try #require(PDFPageFacts.Image(row.split(separator: " ")))
    let facts = PDFPageFacts(width: width, height: height, images: [image])
    #expect(facts.dpiOnPaper == onPaper)
    #expect(facts.drawingDPI(mostPixels: 100_000_000) == (onPaper == nil ? max(dpi, 150) : dpi))
  }

  @Test(
    arguments: [
      ("Mã số ABC-0O1l 12.500 KH/2025 ", 12, .program, .trusted), ("Nơi nhận: Lưu VT ", 1, .programAlone, .trusted),
      ("Nơi nhận: Lưu VT ", 1, .program, .overlay), ("Code list of the office item ", 6, .unknown, .unreadable),
      ("Code list of the office item ", 6, .program, .trusted), ("KÕ ho¹ch triÓn khai sè ", 8, .program, .unreadable),
      ("Keá hoaïch trieån khai soá lieäu ", 8, .program, .unreadable), ("125.000 7.200 ", 20, .programAlone, .trusted),
      ("\u{F0B7}\u{F041} \u{1}\u{2} ", 20, .program, .overlay),
      ("\u{F0B7}\u{F041} \u{1}\u{2} ", 20, .programAlone, .overlay),
    ] as [(String, Int, TextLayerWriter, TextLayerVerdict)])
  func whatAProgramWroteIsCertain(
    _ text: String, _ times: Int, _ writer: TextLayerWriter, _ verdict: TextLayerVerdict
  ) {
    let line = Line(parsing: String(repeating: text, count: times))
    #expect(TextLayerReport([line], writer: writer).verdict == verdict)
  }
}
