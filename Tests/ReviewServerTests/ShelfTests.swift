import Archive
import DocumentModel
import Foundation
import Testing

@testable import ReviewServer

/// The list of documents: papers without a number are told apart, and every choice stands in the address.
@Suite struct ShelfTests {
  private func fixture() throws -> Fixture {
    let fixture = try Fixture(documents: 0)
    let papers: [(String, DocumentHeader)] = [
      ("/kho/hs2/002.pdf", DocumentHeader(type: "BC", subject: "Tình hình dịch bệnh")),
      ("/kho/hs1/010.pdf", DocumentHeader()),
      (
        "/kho/hs1/009.pdf",
        DocumentHeader(type: "KH", number: "9", symbol: "KH-UBND", date: CalendarDate(iso: "2012-03-04"))
      ),
    ]
    for (number, (path, head)) in papers.enumerated() {
      let page = Page(
        number: 1, origin: .scan, size: PixelSize(width: 800, height: 1000), dpi: 200,
        blocks: [.line(Line(words: [Word(text: "a", isDoubtful: number == 0)], page: 1, number: 1))])
      let source = SourceSummary(
        path: path, sha256: String(repeating: "\(number)", count: 64), kind: .scan, pages: 1, doubtfulWords: 0)
      try fixture.archive.keep([
        KeptInput(
          record: InputRecord(source: source, documents: [DocumentRecord(pages: [1], document: head)]), pages: [page])
      ])
    }
    return fixture
  }

  private func files(_ fixture: Fixture, _ change: (inout ShelfQuery) -> Void) throws -> [String] {
    var query = ShelfQuery()
    change(&query)
    return try fixture.archive.shelf(query).entries.map { String($0.file.suffix(11)) }
  }

  @Test func theyStandAsOnTheShelf() throws {
    let fixture = try fixture()
    #expect(try files(fixture) { _ in } == ["hs1/009.pdf", "hs1/010.pdf", "hs2/002.pdf"])
    #expect(try files(fixture) { $0.order = .date } == ["hs1/009.pdf", "hs2/002.pdf", "hs1/010.pdf"])
    // A head of which nothing is known has more in doubt than one with a type and a subject.
    #expect(try files(fixture) { ($0.order, $0.isDescending) = (.doubts, true) }.first == "hs1/010.pdf")
    #expect(try files(fixture) { $0.folder = "/kho/hs1/" } == ["hs1/009.pdf", "hs1/010.pdf"])
    #expect(try files(fixture) { $0.file = "010" } == ["hs1/010.pdf"])
    #expect(try files(fixture) { ($0.limit, $0.offset) = (1, 1) } == ["hs1/010.pdf"])
  }

  @Test func aPaperWithoutANumberIsNamedByWhatIsKnown() async throws {
    let text = try await fixture().get("/documents").text
    for name in ["9/KH-UBND", "BC · Tình hình dịch bệnh", "010.pdf"] {
      #expect(text.contains(">\(name)</a>"), "\(name)")
    }
    #expect(!text.contains("(không số)"))
  }

  @Test func choicesStayInTheAddress() async throws {
    let text = try await fixture().get("/documents?sort=date&folder=/kho/hs1/").text
    #expect(text.contains("aria-sort=\"ascending\""))
    #expect(
      text.contains("folder=%2Fkho%2Fhs1%2F&amp;sort=date&amp;down=1"), "the chosen heading turns the order round")
    #expect(text.contains("name=\"folder\" value=\"/kho/hs1/\""), "and the filter keeps it")
  }

  @Test func foldersAreThoseOfTheFiles() async throws {
    let fixture = try fixture()
    #expect(try fixture.archive.shelfFolders().map { "\($0.place) \($0.documents)" } == ["/kho/hs1/ 2", "/kho/hs2/ 1"])
    let text = await fixture.get("/dossiers").text
    #expect(text.contains("/kho/hs1/") && text.contains("inventory import"))
  }

  @Test func theOverviewSaysWhatToDoNext() async throws {
    let fixture = try fixture(), text = await fixture.get("/").text
    #expect(text.contains("href=\"/heads\"") && text.contains("href=\"/review\""))
    let empty = try Fixture(documents: 0)
    #expect(await empty.get("/").text.contains("sohoa process"))
  }
}
