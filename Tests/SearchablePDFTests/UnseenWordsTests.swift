import PDFSyntax
import DocumentModel
import SampleDocuments
import Testing

@testable import SearchablePDF

/// What other programs laid under and over a page before, and what of it is left in the copy.
@Suite struct UnseenWordsTests {
  struct Example: CustomTestStringConvertible {
    var testDescription: String
    var content: String
    /// The words of the copy, in whatever order; `mới` is what was recognised.
    var words: [String]
    var fonts: [String] = ["SohoaGlyphless"]
    var origin: Page.Origin = .scan

    init(_ name: String, _ content: String, _ words: [String], fonts: [String] = ["SohoaGlyphless"]) {
      (testDescription, self.content, self.words, self.fonts) = (name, content, words, fonts)
    }
  }

  static let old = "/F 20 Tf 50 700 Td (cu) Tj ET\n"
  static let both = ["Courier", "SohoaGlyphless"]
  static let examples = [
    Example("mode 3", DrawnPage.scan + "BT 3 Tr \(old)", ["mới"]),
    Example("mode 3 in a form", DrawnPage.scan + "/Old Do", ["mới"]),
    Example("clip mode with nothing after it", DrawnPage.scan + "BT 7 Tr \(old)", ["mới"]),
    Example("clip mode whose state ends", "q BT 7 Tr \(old)Q " + DrawnPage.scan, ["mới"]),
    Example("under the image", "BT \(old)" + DrawnPage.scan, ["mới"]),
    Example(
      "under the image in two strips", "BT \(old)q 600 0 0 400 0 400 cm /I Do Q q 600 0 0 400 0 0 cm /I Do Q", ["mới"]),
    Example("without colour", DrawnPage.scan + "/None gs BT \(old)", ["mới"]),
    Example("an image cut out by letters", "BT 7 Tr \(old)" + DrawnPage.scan, ["cu", "mới"], fonts: both),
    Example("beside the image", "q 10 0 0 10 0 0 cm /I Do Q BT \(old)", ["cu", "mới"], fonts: both),
    Example(
      "under an image that lets through", "BT \(old)q /None gs " + DrawnPage.scan + "Q", ["cu", "mới"], fonts: both),
    Example(
      "seen after unseen", DrawnPage.scan + "BT /F 20 Tf 50 700 Td 3 Tr (cu) Tj 0 Tr (hien) Tj ET", ["hien", "mới"],
      fonts: both),
    Example(
      "unseen lines before seen ones",
      DrawnPage.scan + "BT /F 20 Tf 24 TL 50 700 Td 3 Tr (cu) ' 1 2 (cu) \" 0 Tr (hien) Tj ET",
      ["hien", "mới"], fonts: both),
    Example(
      "under a filled box", "BT /F 20 Tf 50 700 Td (ong ten mau) Tj ET 0 g 97 690 38 30 re f", ["ong", "mau", "mới"],
      fonts: both),
    Example("under a bar", "BT \(old)0 G 30 w 40 706 m 120 706 l S", ["mới"]),
    Example("over a filled box", "0.9 g 40 690 90 30 re f 0 g BT \(old)", ["cu", "mới"], fonts: both),
  ]

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func copied(_ content: String, _ page: Page) throws -> (original: String, copy: String) {
    let original = try folder.write(DrawnPage.bytes(content), to: "original.pdf")
    let made = try SearchablePDF.copying(original, pages: [page], title: "a")
    return (original, try folder.write(made.bytes, to: "copy.pdf"))
  }

  private func picture(of path: String) throws -> [UInt8] {
    try output(of: "pdftoppm", ["-r", "72", "-png", path])
  }

  @Test(arguments: examples) func wordsNobodySeesGoAndThePageStays(_ example: Example) throws {
    let (original, copy) = try copied(example.content, DrawnPage.page([("mới", 300, 400)]))
    #expect(try FoundWord.all(in: copy).map(\.text).sorted() == example.words.sorted())
    #expect(try picture(of: copy) == picture(of: original))
    let fonts = String(decoding: try output(of: "pdffonts", [copy]), as: UTF8.self)
    #expect(fonts.split(separator: "\n").dropFirst(2).map { String($0.prefix { $0 != " " }) }.sorted() == example.fonts)
    #expect(try errors(of: "pdftotext", [copy, "-"]).isEmpty)
  }

  /// The layer of an older program names what was painted over since.
  @Test(arguments: ["0 g 295 370 80 40 re f", "1 g 295 370 m 375 370 l 375 410 l 295 410 l h f"])
  func wordsUnderPaintAreNotTakenOver(paint: String) throws {
    let layer = "BT 3 Tr /F 20 Tf 300 384 Td (kin) Tj ET\n"
    for content in [DrawnPage.scan + layer + paint, DrawnPage.scan + paint + "\n" + layer] {
      let page = DrawnPage.page([("kin", 300, 398), ("rõ", 60, 100)], origin: .textLayer)
      #expect(try FoundWord.all(in: copied(content, page).copy).map(\.text) == ["rõ"])
    }
  }

  /// A page that shows its words gets none over them; what only its picture shows is added.
  @Test(arguments: [Page.Origin.scan, .textLayer]) func shownWordsStandOnce(_ origin: Page.Origin) throws {
    let content = DrawnPage.scan + "BT /F 20 Tf 60 684 Td (hien tai) Tj ET BT 3 Tr 300 384 Td (cu) Tj ET"
    let page = DrawnPage.page([("hiện", 60, 98), ("tại", 120, 98), ("mới", 300, 398)], origin: origin)
    #expect(try FoundWord.all(in: copied(content, page).copy).map(\.text) == ["hien", "tai", "mới"])
  }

  @Test func anAnnotationHidesToo() throws {
    let document = try PDFDocument(reading: folder.write(DrawnPage.bytes("BT \(Self.old)"), to: "plain.pdf"))
    let paint = document.stream(
      Array("0 g 0 0 10 10 re f".utf8), dictionary: "<< /Subtype /Form /BBox [0 0 10 10] >>")
    let annotation = document.parsed("<< /Type /Annot /Subtype /Square /F 4 /Rect [40 690 120 730] >>")
    document[annotation, "/AP"] = document.dictionary("<< >>", ["/N": paint])
    document[try document.pages()[0], "/Annots"] = document.array([document.indirect(annotation)])
    let path = try folder.write(try document.written(), to: "noted.pdf")
    let made = try SearchablePDF.copying(path, pages: [DrawnPage.page([("mới", 300, 400)])], title: "a")
    let copy = try folder.write(made.bytes, to: "copy.pdf")
    #expect(try FoundWord.all(in: copy).map(\.text) == ["mới"])
    #expect(try picture(of: copy) == picture(of: path))
  }
}
