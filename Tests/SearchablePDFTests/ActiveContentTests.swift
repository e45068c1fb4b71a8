import PDFSyntax
import DocumentModel
import SampleDocuments
import Testing

@testable import SearchablePDF

/// What a PDF does besides showing pages stays out of its copy and is named.
@Suite struct ActiveContentTests {
  private func document(_ catalogue: String) throws -> PDFDocument {
    let document = try PDFDocument()
    try document.append(page: document.indirect(document.parsed("<< /Type /Page /MediaBox [0 0 100 100] >>")))
    let entries = document.parsed(catalogue)
    for key in document.keys(of: entries) { document[document.root, key] = document[entries, key] }
    return document
  }

  private static let said = "/Type /Filespec /F (a) /AFRelationship /Source /EF << /F << /Subtype /a >> >>"

  static let attached = """
    << /Names << /EmbeddedFiles << /Names [(a) << \(said) /UF (dinh-kem.pdf) >>] >> >>
    /AF [<< \(said) /UF (khac.xml) >>] >>
    """

  @Test(arguments: [
    ("<< /OpenAction << /S /JavaScript /JS (app.alert) >> >>", ["OpenAction (JavaScript)"]),
    ("<< /OpenAction << /S /Launch /F (a.exe) >> >>", ["OpenAction (Launch)"]),
    ("<< /OpenAction << /S /GoTo /D [0 /Fit] /Next << /S /Launch >> >> >>", ["Launch"]),
    ("<< /OpenAction [0 /Fit] >>", []), ("<< /Names << /JavaScript << >> >> /AA << >> >>", ["JavaScript", "AA"]),
    ("<< /AcroForm << /XFA [] /Fields [<< /A << /S /SubmitForm >> >>] >> >>", ["XFA", "SubmitForm"]), ("<< >>", []),
  ])
  func whatActsIsTakenOut(catalogue: String, removed: [String]) throws {
    let document = try document(catalogue)
    #expect(ActiveContent(removedFrom: document, keepsAttachments: false).removed == removed)
    #expect(ActiveContent(removedFrom: document, keepsAttachments: false).removed.isEmpty)
  }

  @Test func attachmentsAreNamed() throws {
    let document = try document(Self.attached)
    let active = ActiveContent(removedFrom: document, keepsAttachments: false)
    #expect(active.attachments.sorted() == ["dinh-kem.pdf", "khac.xml"])
    #expect(active.findings.map(\.message.code) == ["attachments-left-out"])
    #expect(try ArchivalCheck(document, pages: document.pages()).part == 2)
  }

  /// Files of any kind may be carried by part 3 only; nothing is claimed that the original does not.
  @Test(
    arguments: [
      ("<pdfaid:part>3</pdfaid:part>", 3), ("<x:part xmlns:x=\"http://www.aiim.org/pdfa/ns/id/\">2</x:part>", nil),
      ("<rdf:Description pdfaid:part='3' pdfaid:conformance='B'/>", 3), ("", nil),
    ] as [(String, Int?)])
  func thePartIsTheOriginals(claim: String, part: Int?) throws {
    let document = try document(Self.attached)
    let packet = "<x xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\(claim)</x>"
    document[document.root, "/Metadata"] = document.stream(Array(packet.utf8))
    #expect(try ArchivalCheck(document, pages: document.pages()).part == part)
  }

  @Test func aFormThatIsDrawnLaterIsNoArchivalCopy() throws {
    let document = try document("<< /NeedsRendering true >>")
    let check = try ArchivalCheck(document, pages: document.pages())
    #expect(check.part == nil && check.obstacles == [ArchivalObstacle(kind: .needsRendering, pages: [])])
  }
}
