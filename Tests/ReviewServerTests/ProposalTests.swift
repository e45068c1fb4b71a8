import Archive
import DocumentModel
import Foundation
import Testing

@testable import ReviewServer

/// What is proposed for an empty field stands beside it, with where it comes from, and one key takes it.
@Suite struct ProposalTests {
  private func proposal(_ value: String, _ confidence: Confidence) -> Proposal {
    Proposal(
      value: value, source: ProposalSource.pen, confidence: confidence,
      provenance: Provenance(page: 1, line: 1, box: PixelBox(x: 50, y: 60, width: 30, height: 10)))
  }

  /// A paper whose number and day are by pen, in a kept archive.
  private func fixture() throws -> Fixture {
    let fixture = try Fixture(documents: 0)
    var head = DocumentHeader(type: "KH", symbol: "KH-UBND", issuer: "UBND xã", subject: "Về việc thử")
    head.dateParts = DateParts(year: 2012, month: 6)
    head.propose(proposal("128", 0.6), as: "number")
    head.propose(proposal("123", 0.2), as: "number")
    head.propose(proposal("25", 0.5), as: "dateParts.day")
    head.propose(proposal("31", 0.3), as: "dateParts.day")
    let page = Page(
      number: 1, origin: .scan, size: PixelSize(width: 800, height: 1000), dpi: 200,
      blocks: [.line(Line(words: [Word(text: "Số:")], page: 1, number: 1))])
    let record = InputRecord(
      source: SourceSummary(
        path: "/kho/a.pdf", sha256: String(repeating: "a", count: 64), kind: .scan, pages: 1, doubtfulWords: 0),
      documents: [DocumentRecord(pages: [1], document: head)])
    try fixture.archive.keep([KeptInput(record: record, pages: [page])])
    return fixture
  }

  @Test func theQueueOffersThemAndShowsTheirPlace() throws {
    let fixture = try fixture()
    let entry = try #require(try fixture.archive.nextDoubt(for: "lan", at: 1_760_000_000))
    #expect(entry.doubt.field == "number" && entry.doubt.text.isEmpty)
    #expect(entry.alternatives == ["128", "123"])
    #expect(entry.doubt.box == PixelBox(x: 50, y: 60, width: 30, height: 10))
  }

  /// A day by pen stands in the month and year that are printed; one that the month does not have is none.
  @Test func aDayGetsItsPrintedMonthAndYear() throws {
    var head = DocumentHeader()
    head.dateParts = DateParts(year: 2012, month: 6)
    head.propose(proposal("25", 0.5), as: "dateParts.day")
    head.propose(proposal("31", 0.3), as: "dateParts.day")
    #expect(head.proposals(for: "date").map(\.value) == ["2012-06-25"])
  }

  @Test func theDocumentsPageShowsThemGreyWithTheirSource() async throws {
    let page = await (try fixture()).get("/documents/1", query: "tab=fields")
    #expect(page.text.contains("data-take=\"f-number\" data-value=\"128\""))
    #expect(page.text.contains("chữ viết tay"))
    #expect(page.text.contains("data-take=\"f-date\" data-value=\"25/06/2012\""))
    #expect(!page.text.contains("data-take=\"f-symbol\""))
  }
}

extension Fixture {
  fileprivate func get(_ path: String, query: String) async -> Answer { await get("\(path)?\(query)") }
}
