import PDFSyntax
import DocumentModel
import Foundation
import SampleDocuments
import Testing

@testable import SearchablePDF

/// Copies of PDFs with every part that PDF/A speaks of. They are left in `.build/archival-pdfs`, where `scripts/check-pdfa`
/// has each claim read by programs that know nothing of ours.
@Suite struct ArchivalSamplesTests {
  static let folder = Repository.root + ".build/archival-pdfs/"

  @Test(arguments: ArchivalSample.all) func aCopyIsMarkedWhereNothingForbidsIt(_ sample: ArchivalSample) throws {
    let folder = try TemporaryFolder()
    let original = try folder.write(try sample.bytes(), to: "original.pdf")
    let made = try SearchablePDF.copying(original, pages: [DrawnPage.page([("mới", 300, 400)])], title: "a")
    try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
    let copy = Self.folder + sample.fileName + ".pdf"
    try Data(made.bytes).write(to: URL(fileURLWithPath: copy))
    let claim = try PDFDocument(reading: copy).archivalClaim
    #expect((claim == nil) == !sample.kinds.isEmpty)
    let told = made.findings.first { $0.message.code == "not-archival" }?.message.en
    for kind in sample.kinds { #expect(told?.contains(kind.rawValue) == true, "\(kind): \(told ?? "-")") }
  }

  @Test(arguments: ArchivalSample.all) func whereItIsStrictNothingElseIsMade(_ sample: ArchivalSample) throws {
    let folder = try TemporaryFolder()
    let original = try folder.write(try sample.bytes(), to: "original.pdf")
    let page = DrawnPage.page([("mới", 300, 400)])
    if sample.kinds.isEmpty {
      _ = try SearchablePDF.copying(original, pages: [page], title: "a", isStrict: true)
    } else {
      let failure = #expect(throws: Failure.self) {
        try SearchablePDF.copying(original, pages: [page], title: "a", isStrict: true)
      }
      #expect(failure?.code == .badInput && failure?.message.code == "pdfa-refused")
    }
  }

  /// Scans as they come; what is left of them has to be as they say.
  @Test(arguments: ["dev01_kh_xa_bullets", "dev06_joint_born"]) func realScansAreLeftToo(_ name: String) throws {
    let made = try SearchablePDF.copying(Repository.root + "corpus/scans/\(name).pdf", pages: [], title: name)
    try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
    try Data(made.bytes).write(to: URL(fileURLWithPath: Self.folder + name + ".pdf"))
    #expect(made.findings.contains { $0.message.code == "not-archival" } == (name == "dev06_joint_born"))
  }

  /// What stands against a claim is told with its pages; what pages share, with each of them.
  @Test func obstaclesHaveTheirPages() throws {
    let document = try PDFDocument()
    let font = document.indirect(document.parsed("<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"))
    for number in 1...6 {
      let page = document.parsed("<< /Type /Page /MediaBox [0 0 100 \(number == 5 ? 1 : 100)] >>")
      if [1, 2, 4].contains(number) {
        let fonts = document.dictionary("<< >>", ["/F": font])
        document[page, "/Resources"] = document.dictionary("<< >>", ["/Font": fonts])
      }
      try document.append(page: document.indirect(page))
    }
    document[document.root, "/NeedsRendering"] = document.parsed("true")
    let found = try ArchivalCheck(document, pages: document.pages()).obstacles
    #expect(
      found == [
        ArchivalObstacle(kind: .fonts, pages: [1, 2, 4]), ArchivalObstacle(kind: .size, pages: [5]),
        ArchivalObstacle(kind: .needsRendering, pages: []),
      ])
    #expect(Message.told(found, in: .en) == "pages 1–2, 4: fonts; page 5: page size; the file: NeedsRendering")
    #expect(Message.told(found, in: .vi).hasPrefix("trang 1–2, 4: phông chữ; trang 5: khổ trang; cả tệp: "))
  }

  /// A link from one page to another brings none of the other's obstacles.
  @Test func aPageAnswersForItselfAlone() throws {
    let document = try PDFDocument()
    let pages = ["/MediaBox [0 0 100 100]", "/MediaBox [0 0 1 1]"].map {
      document.indirect(document.parsed("<< /Type /Page \($0) >>"))
    }
    let link = document.parsed("<< /Type /Annot /Subtype /Link /F 4 /Rect [0 0 9 9] >>")
    document[link, "/Dest"] = document.array([pages[1], document.parsed("/Fit")])
    document[pages[0], "/Annots"] = document.array([link])
    for page in pages { try document.append(page: page) }
    #expect(
      try ArchivalCheck(document, pages: document.pages()).obstacles == [ArchivalObstacle(kind: .size, pages: [2])])
  }

  /// A scan whose resolution makes a page larger than PDF/A knows.
  @Test func aNewPDFIsLookedIntoToo() throws {
    let strip = ImageStrip(rows: 300, bytes: [0], entries: "/ColorSpace /DeviceGray /BitsPerComponent 8")
    let scan = PageScan(width: 300, height: 300, strips: [strip])
    let page = Page(number: 1, origin: .scan, size: PixelSize(width: 300, height: 300), dpi: 1, blocks: [])
    let made = try SearchablePDF.making([scan], pages: [page], title: "a")
    #expect(made.findings.map(\.message.code) == ["not-archival"])
    #expect(throws: Failure.self) { try SearchablePDF.making([scan], pages: [page], title: "a", isStrict: true) }
  }
}
