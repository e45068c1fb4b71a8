import Archive
import DocumentModel
import Foundation
import Testing

@testable import ReviewServer

/// The grid of heads: one row a document, several fields kept at once.
@Suite struct HeadGridTests {
  /// A head with a number by pen that is only proposed, and a day of which month and year are printed.
  private func fixture(_ files: [String] = ["b.pdf", "a.pdf"]) throws -> Fixture {
    let fixture = try Fixture(documents: 0)
    for (number, file) in files.enumerated() {
      let place = Provenance(page: 1, line: 1, box: PixelBox(x: 100, y: 90, width: 60, height: 20))
      var head = DocumentHeader(
        type: "QĐ", symbol: "QĐ-UBND", issuer: "Ủy ban nhân dân xã Mẫu", subject: "Về việc \(file)",
        evidence: ["symbol": Evidence(provenance: place, confidence: 0.95)])
      head.dateParts = DateParts(year: 2010, month: 5)
      head.propose(Proposal(value: "74", source: ProposalSource.pen, confidence: 0.7, provenance: place), as: "number")
      head.propose(
        Proposal(value: "12", source: ProposalSource.pen, confidence: 0.6, provenance: place), as: "dateParts.day")
      let page = Page(
        number: 1, origin: .scan, size: PixelSize(width: 800, height: 1000), dpi: 200,
        blocks: [.line(Line(words: [Word(text: "QUYẾT", box: place.box)], page: 1, number: 1))])
      let source = SourceSummary(
        path: "/kho/\(file)", sha256: String(repeating: "\(number)", count: 64), kind: .scan, pages: 1, doubtfulWords: 0
      )
      try fixture.archive.keep([
        KeptInput(
          record: InputRecord(source: source, documents: [DocumentRecord(pages: [1], document: head)]), pages: [page])
      ])
    }
    return fixture
  }

  private func rows(_ fixture: Fixture, _ query: String = "") async throws -> [[String: Any]] {
    try #require(fixture.value(await fixture.get("/api/v1/heads" + query))["rows"] as? [[String: Any]])
  }

  private func field(_ name: String, of row: [String: Any]) throws -> [String: Any] {
    let fields = try #require(row["fields"] as? [[String: Any]])
    return try #require(fields.first { $0["name"] as? String == name })
  }

  private func keep(_ fixture: Fixture, _ row: [String: Any], _ said: [(String, String, String)]) async throws -> Answer
  {
    let visitor = await fixture.visitor()
    let lists: [String: Any] = ["field": said.map(\.0), "text": said.map(\.1), "seen": said.map(\.2)]
    let body = [UInt8](try JSONSerialization.data(withJSONObject: lists))
    return await fixture.site.answer(
      Ask(
        .post, "/api/v1/documents/\(try #require(row["id"]))/head",
        headers: [
          "host": "127.0.0.1:8080", "content-type": "application/json", "cookie": visitor.cookie,
          "x-csrf-token": visitor.csrf, "origin": "http://127.0.0.1:8080",
        ], body: body))
  }

  @Test func rowsStandInTheOrderOfTheirFiles() async throws {
    let fixture = try fixture(["c.pdf", "a.pdf", "b.pdf"])
    let all = try await rows(fixture)
    #expect(all.map { $0["file"] as? String } == ["kho/a.pdf", "kho/b.pdf", "kho/c.pdf"])
    let rest = try await rows(fixture, "?after=\(try #require(all[0]["id"]))&limit=1")
    #expect(rest.map { $0["file"] as? String } == ["kho/b.pdf"])
  }

  @Test func whatIsProposedStandsBesideItsPlace() async throws {
    let row = try #require(try await rows(try fixture()).first)
    let number = try field("number", of: row), day = try field("date", of: row)
    #expect(number["text"] as? String == "" && number["isOpen"] as? Bool == true)
    #expect((number["proposals"] as? [[String: Any]])?.first?["text"] as? String == "74")
    #expect((number["box"] as? [String: Int])?["x"] == 100)
    #expect(day["text"] as? String == "2010-05", "what is printed of a day is not typed again")
    #expect((day["proposals"] as? [[String: Any]])?.first?["text"] as? String == "2010-05-12")
    #expect((row["letterhead"] as? [String: Int])?["width"] == 800)
  }

  @Test func severalFieldsAreOneBatch() async throws {
    let fixture = try fixture(), row = try #require(try await rows(fixture).first)
    let answer = try await keep(fixture, row, [("number", "74", ""), ("date", "2010-05-12", "2010-05")])
    #expect(answer.status == 200, "\(answer.text)")
    let id = try #require(row["id"] as? Int64)
    let record = try #require(try fixture.archive.document(id: id))
    #expect(record.document.printedSymbol == "74/QĐ-UBND" && record.document.date == CalendarDate(iso: "2010-05-12"))
    #expect(try await rows(fixture).count == 1, "nothing of it is in doubt any more")
    try fixture.archive.undo(who: "lan", at: 1_760_000_001)
    let before = try #require(try fixture.archive.document(id: id)).document
    #expect(before.number == nil && before.date == nil && before.dateParts == DateParts(year: 2010, month: 5))
    #expect(try await rows(fixture).count == 2)
  }

  /// What was seen, what somebody else made of it meanwhile, and what is left of the second one's row: nothing of it.
  @Test func theSecondPersonIsToldAndNothingIsHalfKept() async throws {
    let fixture = try fixture(), row = try #require(try await rows(fixture).first)
    let id = try #require(row["id"] as? Int64)
    try fixture.archive.correct(
      EditSubject(.header, id: id, field: "number"), to: "94", seen: "", who: "Bình", at: 1_760_000_000)
    let answer = try await keep(fixture, row, [("issuer", "Xã Khác", "Ủy ban nhân dân xã Mẫu"), ("number", "74", "")])
    #expect(answer.status == 409 && answer.text.contains("Bình"))
    #expect(try fixture.archive.document(id: id)?.document.issuer == "Ủy ban nhân dân xã Mẫu")
  }

  @Test func whatAnotherHasBeforeTheirEyesIsNotShown() throws {
    let fixture = try fixture()
    let first = try fixture.archive.headRows(HeadQuery(limit: 1), for: "An", at: 1_760_000_000)
    let second = try fixture.archive.headRows(HeadQuery(), for: "Bình", at: 1_760_000_100)
    #expect(first.rows.map(\.file) == ["/kho/a.pdf"] && second.rows.map(\.file) == ["/kho/b.pdf"])
    let later = try fixture.archive.headRows(HeadQuery(), for: "Bình", at: 1_760_000_000 + 601)
    #expect(later.rows.count == 2)
  }

  @Test(arguments: [
    ("2010", DateParts(year: 2010)), ("2010-05", DateParts(year: 2010, month: 5)),
    ("5/2010", DateParts(year: 2010, month: 5)), ("13/2010", nil), ("2010-05-12", nil), ("12/5/2010", nil), ("", nil),
    ("May", nil), ("210", nil),
  ])
  func aDayIsKnownFromTheYearDown(text: String, parts: DateParts?) { #expect(DateParts(known: text) == parts) }

  /// Archives of earlier versions asked for an unfinished day with an empty text.
  @Test func anUnfinishedDayThatWasAskedForEmptyIsDecidedOn() throws {
    let fixture = try fixture(["a.pdf"])
    let rows = try fixture.archive.headRows(HeadQuery(), for: "lan", at: 1_760_000_000).rows
    let outcome = try fixture.archive.settle(
      headOf: rows[0].document.id, [HeadDecision(.date, text: "12/5/2010", seen: "")], who: "lan", at: 1_760_000_000)
    #expect(outcome.count == 1)
  }

  @Test func noFieldIsNoDecision() async throws {
    let fixture = try fixture(["a.pdf"]), row = try #require(try await rows(fixture).first)
    #expect(try await keep(fixture, row, []).status == 400)
    #expect(try await keep(fixture, row, [("weight", "1", "")]).status == 400)
    #expect(try await keep(fixture, row, [("date", "31/02/2010", "2010-05")]).status == 400)
  }
}

@Suite struct ImageCacheTests {
  /// Counts what it draws.
  private actor Painter: PageImages {
    var drawn: [Int] = []
    func image(of scan: ScanPlace) async throws(Failure) -> [UInt8] {
      drawn.append(scan.page)
      return [UInt8(scan.page)]
    }
    nonisolated func small(_ jpeg: [UInt8]) throws(Failure) -> [UInt8] { jpeg + [0] }
  }

  private func place(_ page: Int) -> ScanPlace {
    ScanPlace(path: "a.pdf", sha256: "0", page: page, rotation: 0, size: nil, skew: 0)
  }

  @Test func whatWasDrawnAheadIsNotDrawnAgain() async throws {
    let cache = ImageCache(), painter = Painter()
    await cache.drawAhead([place(1), place(2)], from: painter)
    for page in [1, 2, 2] { #expect(try await cache.image(of: place(page), from: painter) == [UInt8(page)]) }
    #expect(try await cache.small(of: place(1), from: painter) == [1, 0])
    #expect(await painter.drawn.sorted() == [1, 2])
  }

  @Test func aReadingIsForeseenOnce() async {
    let cache = ImageCache()
    #expect(await cache.unforeseen([1, 2]) == [1, 2])
    #expect(await cache.unforeseen([2, 3]) == [3])
    // What was wished for long ago may have been pushed out since.
    _ = await cache.unforeseen(Array(10...200))
    #expect(await cache.unforeseen([1, 200]) == [1])
  }

  @Test func moreWishesThanAreKeptPushOutTheOldest() async throws {
    let cache = ImageCache(), painter = Painter()
    await cache.drawAhead((1...200).map(place), from: painter)
    _ = try await cache.image(of: place(150), from: painter)
    // The wishes are granted one by one; when the last of them is there, no other is coming.
    while await painter.drawn.count < 41 { await Task.yield() }
    #expect(await Set(painter.drawn) == Set(1...40).union([150]))
  }
}
