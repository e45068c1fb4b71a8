import PDFSyntax
import DocumentModel
import SampleDocuments
import Testing

@testable import SearchablePDF

@Suite struct SearchablePDFTests {
  private let folder: TemporaryFolder
  private let scan = Repository.root + "corpus/scans/dev01_kh_xa_bullets.pdf"

  init() throws { folder = try TemporaryFolder() }

  private func text(of path: String) throws -> String {
    String(decoding: try output(of: "pdftotext", ["-raw", path, "-"]), as: UTF8.self)
  }

  private func images(of path: String) throws -> [[UInt8]] {
    let name = "images-\(path.hashValue)"
    try folder.write("", to: name + "/x")
    _ = try output(of: "pdfimages", ["-all", path, folder[name] + "/i"])
    return try folder.files().filter { $0.hasPrefix(name + "/i") }.map { try bytes(at: folder[$0]) }
  }

  @Test func imagesKeepTheirBytesAndTheCopySaysWhatItIs() throws {
    let made = try SearchablePDF.copying(scan, pages: [Sheet.page()], title: "Kế hoạch <A & B>\u{07}")
    let copy = try folder.write(made.bytes, to: "copy.pdf")
    #expect(try images(of: copy) == images(of: scan))
    #expect(try text(of: copy).hasPrefix("ỦY BAN NHÂN DÂN\nCăn cứ Nghị định số 69/2024/NĐ-CP\nhết.\n"))
    let information = String(decoding: try output(of: "pdfinfo", [copy]), as: UTF8.self)
    #expect(information.contains("Kế hoạch <A & B>"))
    let metadata = String(decoding: try output(of: "pdfinfo", ["-meta", copy]), as: UTF8.self)
    #expect(metadata.contains("<pdfaid:part>2</pdfaid:part>") && metadata.contains("Kế hoạch &lt;A &amp; B&gt; "))
    #expect(made.findings.isEmpty)
    #expect(String(decoding: try output(of: "qpdf", ["--check", copy]), as: UTF8.self).contains("No syntax"))
  }

  @Test func twiceIsTheSame() throws {
    let made = try (0..<2).map { _ in try SearchablePDF.copying(scan, pages: [Sheet.page()], title: "a").bytes }
    #expect(made[0] == made[1])
  }

  @Test func aPageWhoseTextShowsStaysAsItIs() throws {
    let born = Repository.root + "corpus/scans/dev06_joint_born.pdf"
    var page = Sheet.page()
    page.origin = .textLayer
    let made = try SearchablePDF.copying(born, pages: [page], title: "a")
    let copy = try folder.write(made.bytes, to: "born.pdf")
    #expect(try text(of: copy) == text(of: born))
    // Its fonts were not looked into, so nothing is claimed.
    #expect(made.findings.map(\.message.code) == ["not-archival"])
    #expect(!String(decoding: try output(of: "pdfinfo", ["-meta", copy]), as: UTF8.self).contains("<pdfaid:part>"))
  }

  /// Another program's unseen words, in the page and in a form, give way to the page's own.
  @Test(arguments: [Page.Origin.scan, .textLayer]) func unseenWordsAreReplaced(_ origin: Page.Origin) throws {
    let first = try SearchablePDF.copying(scan, pages: [Sheet.page()], title: "a")
    let once = try folder.write(first.bytes, to: "once.pdf")
    var page = Sheet.page()
    page.origin = origin
    page = page.replacingLines(with: [
      Line(words: [Word(text: "mới", box: PixelBox(x: 50, y: 50, width: 60, height: 30))])
    ])
    let twice = try folder.write(
      try SearchablePDF.copying(once, pages: [page], title: "a").bytes, to: "twice.pdf")
    let words = try text(of: twice)
    #expect(words.hasPrefix("mới") && !words.contains("NHÂN"))
    #expect(try images(of: twice) == images(of: scan))
  }

  @Test func aPageWithoutWordsIsItsImageOnly() throws {
    let blank = Page(number: 1, origin: .scan, size: PixelSize(width: 10, height: 10), dpi: 72, blocks: [])
    let made = try SearchablePDF.copying(scan, pages: [blank], title: "a")
    #expect(try FoundWord.all(in: folder.write(made.bytes, to: "blank.pdf")).isEmpty)
  }

  @Test func pagesThatCannotBeReadKeepTheirPlace() throws {
    let made = try SearchablePDF.making([nil, nil], pages: [], title: "a")
    let path = try folder.write(made.bytes, to: "none.pdf")
    let information = String(decoding: try output(of: "pdfinfo", [path]), as: UTF8.self)
    #expect(information.contains("Pages:           2"))
  }

  @Test(arguments: ["", "%PDF-1.4\nnothing", "<html>"]) func whatIsNoPDFIsAFailure(_ text: String) throws {
    let path = try folder.write(text, to: "bad.pdf")
    let failure = #expect(throws: Failure.self) { try SearchablePDF.copying(path, pages: [], title: "a") }
    #expect(failure?.code == .badInput && failure?.message.code == "cannot-make-pdf")
  }

  @Test func aSignatureIsTakenOutAndSaidToBe() throws {
    let document = try PDFDocument()
    let page = document.indirect(document.parsed("<< /Type /Page /MediaBox [0 0 100 100] >>"))
    try document.append(page: page)
    let field = document.indirect(
      document.parsed("<< /FT /Sig /T (Chu ky) /V << /Type /Sig /Contents <00> /ByteRange [0 1 2 3] >> >>"))
    document[document.root, "/AcroForm"] = document.dictionary(
      "<< /SigFlags 3 >>", ["/Fields": document.array([field])])
    let path = try folder.write(try document.written(), to: "signed.pdf")
    let made = try SearchablePDF.copying(path, pages: [], title: "a")
    #expect(made.findings.map(\.message.code) == ["signatures-removed"])
    let copy = try PDFDocument(reading: folder.write(made.bytes, to: "copy.pdf"))
    #expect(!DigitalSignatures.remove(from: copy))
  }

  @Test(
    arguments: [
      ("<< /OpenAction << /S /JavaScript /JS (app.alert) >> >>", [.javaScript, .actions]),
      ("<< /AcroForm << /XFA [] >> >>", [.xfa]), ("<< /Names << /EF << >> >> >>", [.attachments]), ("<< >>", []),
    ] as [(String, [ArchivalObstacle.Kind])])
  func whatPDFADoesNotAllowIsSeen(catalogue: String, obstacles: [ArchivalObstacle.Kind]) throws {
    let document = try PDFDocument()
    let entries = document.parsed(catalogue)
    for key in document.keys(of: entries) { document[document.root, key] = document[entries, key] }
    let check = try ArchivalCheck(document, pages: document.pages())
    #expect(Set(check.obstacles.map(\.kind)) == Set(obstacles))
  }
}
