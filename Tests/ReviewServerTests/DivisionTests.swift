import Archive
import DocumentModel
import Foundation
import SampleDocuments
import Testing

@testable import ReviewServer

/// Makes records by plain rules, and reads a turned page as one line.
private struct LinedRecords: RecordMaking {
  var file: LinedFile
  /// What reading a turned page ends with; nil where it is read.
  var failure: Failure?
  /// Done once while a record is made: what others do meanwhile.
  var meanwhile: @Sendable () throws -> Void = {}

  func record(of input: DividedInput, pages: [Page]) async throws(Failure) -> InputRecord {
    try? meanwhile()
    return file.record(of: pages, begins: input.begins)
  }

  func pages(of input: DividedInput, turning page: Int, to rotation: Int) async throws(Failure) -> [Page] {
    if let failure { throw failure }
    var pages = input.pages
    pages[page - 1].blocks = [.line(Line(parsing: "Giao bến sông chở lúa", page: page, number: 0))]
    pages[page - 1].rotation = rotation
    return Transcript(of: pages).pages
  }
}

/// Splitting, joining and turning as pages and programs ask for it.
@Suite struct DivisionTests {
  private static let sha256 = String(repeating: "ab", count: 32)

  private func fixture(
    _ origin: Page.Origin = .scan, failure: Failure? = nil,
    meanwhile: @escaping @Sendable (Archive) throws -> Void = { _ in }
  ) throws -> Fixture {
    let file = LinedFile.plan(Self.sha256, origin: origin)
    let fixture = try Fixture(
      documents: 0,
      records: { archive in
        LinedRecords(file: file, failure: failure, meanwhile: { try meanwhile(archive) })
      })
    try fixture.archive.keep([KeptInput(record: file.record(of: file.pages, begins: [4: true]), pages: file.pages)])
    return fixture
  }

  private func seen(_ fixture: Fixture) async -> String {
    fixture.value(await fixture.get("/api/v1/inputs/\(Self.sha256)/division"))["seen"] as? String ?? ""
  }

  private func begin(
    _ fixture: Fixture, at page: Int, _ begins: Bool, seen: String, as visitor: Fixture.Visitor
  ) async throws -> Answer {
    try await fixture.post(
      "/api/v1/inputs/\(Self.sha256)/pages/\(page)/begin", ["begins": "\(begins)", "seen": seen], as: visitor)
  }

  private func ranges(_ fixture: Fixture) throws -> [ClosedRange<Int>] {
    try #require(try fixture.archive.division(of: Self.sha256)).ranges
  }

  @Test(arguments: [Page.Origin.scan, .text])
  func splitsJoinsAndUndoes(_ origin: Page.Origin) async throws {
    let fixture = try fixture(origin), visitor = await fixture.visitor()
    let split = try await begin(fixture, at: 2, true, seen: await seen(fixture), as: visitor)
    #expect(split.status == 200 && fixture.value(split)["address"] as? String == "/documents/3?page=2")
    #expect(try ranges(fixture) == [1...1, 2...3, 4...4])
    let joined = try await begin(fixture, at: 4, false, seen: await seen(fixture), as: visitor)
    #expect(fixture.value(joined)["address"] as? String == "/documents/3?page=4")
    #expect(try ranges(fixture) == [1...1, 2...4])
    // An address from before leads to the document that has the paper now.
    #expect(await fixture.get("/documents/2")[header: "Location"] == "/documents/3?page=4")
    let undone = try await fixture.post("/api/v1/undo", [:], as: visitor)
    #expect(undone.status == 200 && undone.text.contains("\"kind\":\"page\""))
    #expect(try ranges(fixture) == [1...1, 2...3, 4...4])
    let batch = fixture.value(split)["batch"] as? Int ?? 0
    #expect(try await fixture.post("/api/v1/undo", ["batch": "\(batch)"], as: visitor).status == 200)
    #expect(try ranges(fixture) == [1...3, 4...4])
    #expect(try await fixture.post("/api/v1/undo", [:], as: visitor).status == 400)
    let history = await fixture.get("/documents/1?tab=history").text
    #expect(history.contains("chỗ bắt đầu văn bản") && history.contains("đã hoàn tác"))
  }

  @Test func theSecondIsTold() async throws {
    let fixture = try fixture(), visitor = await fixture.visitor(), seen = await seen(fixture)
    #expect(try await begin(fixture, at: 2, true, seen: seen, as: visitor).status == 200)
    let second = try await begin(fixture, at: 3, true, seen: seen, as: visitor)
    #expect(second.status == 409 && second.text.contains("lan đã tách"))
    #expect(try ranges(fixture) == [1...1, 2...3, 4...4])
  }

  /// A word that somebody corrects while the record is made is in the record that is kept.
  @Test func aCorrectionInBetweenIsNotLost() async throws {
    let fixture = try fixture { archive in
      let reading = try archive.reading(sha256: Self.sha256, page: 1)
      guard let reading, reading.page.words[1].text == "1" else { return }
      try archive.correct(EditSubject(.word, id: reading.id, place: 1), to: "17", seen: "1", who: "Bình", at: 1)
    }
    let visitor = await fixture.visitor()
    #expect(try await begin(fixture, at: 2, true, seen: await seen(fixture), as: visitor).status == 200)
    #expect(try fixture.archive.document(id: 1)?.document.number == "17")
    #expect(try ranges(fixture) == [1...1, 2...3, 4...4])
  }

  @Test(
    arguments: [
      ("2/begin", ["begins": "true"], 400), ("2/begin", ["seen": "1-3,4-4|"], 400),
      ("1/begin", ["begins": "true"], 400),
      ("9/begin", ["begins": "true", "seen": "1-3,4-4|"], 400),
      ("x/begin", ["begins": "true", "seen": "1-3,4-4|"], 404),
      ("2/begin", ["begins": "perhaps", "seen": "1-3,4-4|"], 400), ("2/turn", ["turn": "45", "seen": "1-3,4-4|"], 400),
      ("2/turn", ["turn": "0", "seen": "1-3,4-4|"], 400), ("2/turn", ["turn": "90", "seen": "1-4|"], 409),
    ] as [(String, [String: String], Int)])
  func whatCannotBeDoneIsRefused(path: String, body: [String: String], status: Int) async throws {
    let fixture = try fixture(), visitor = await fixture.visitor()
    #expect(try await fixture.post("/api/v1/inputs/\(Self.sha256)/pages/\(path)", body, as: visitor).status == status)
    #expect(try await fixture.post("/api/v1/inputs/none/pages/\(path)", body, as: visitor).status == 404)
    #expect(try ranges(fixture) == [1...3, 4...4])
  }

  /// A change needs the session's mark, as every other does.
  @Test func anotherSiteCannotDivide() async throws {
    let fixture = try fixture(), visitor = Fixture.Visitor(cookie: await fixture.visitor().cookie, csrf: "")
    #expect(try await begin(fixture, at: 2, true, seen: await seen(fixture), as: visitor).status == 403)
  }

  // MARK: - Turning

  /// How a turn ended: the state after it is no longer `reading`.
  private func ended(_ fixture: Fixture) async throws -> [String: Any] {
    for _ in 0..<500 {
      let now = fixture.value(await fixture.get("/api/v1/inputs/\(Self.sha256)/pages/2/turn"))
      if now["state"] as? String != "reading" { return now }
      try await Task.sleep(for: .milliseconds(10))
    }
    return [:]
  }

  @Test func aTurnedPageIsReadInTheBackground() async throws {
    let fixture = try fixture(), visitor = await fixture.visitor()
    let answer = try await fixture.post(
      "/api/v1/inputs/\(Self.sha256)/pages/2/turn", ["turn": "90", "seen": await seen(fixture)], as: visitor)
    #expect(answer.status == 202)
    #expect(try await ended(fixture)["state"] as? String == "none")
    let page = try #require(try fixture.archive.reading(sha256: Self.sha256, page: 2))
    #expect(page.page.rotation == 90 && page.page.lines.map(\.text) == ["Giao bến sông chở lúa"])
    #expect(await fixture.get("/documents/1?page=2").text.contains("/scans/\(page.id)?turn=90"))
    // The other way back is a turn of its own; undoing is nearer.
    #expect(try await fixture.post("/api/v1/undo", [:], as: visitor).status == 200)
    #expect(try fixture.archive.reading(sha256: Self.sha256, page: 2)?.page.rotation == 0)
  }

  @Test func aTurnThatFailsChangesNothingAndSaysWhy() async throws {
    let failure = Failure(.cannotOpenInput, Message("original-gone", vi: "Tệp đã mất <b>", en: "The file is gone"))
    let fixture = try fixture(failure: failure), visitor = await fixture.visitor()
    let before = try fixture.archive.reading(sha256: Self.sha256, page: 2)?.page
    _ = try await fixture.post(
      "/api/v1/inputs/\(Self.sha256)/pages/2/turn", ["turn": "180", "seen": await seen(fixture)], as: visitor)
    #expect(try await ended(fixture)["vi"] as? String == "Tệp đã mất <b>")
    #expect(try fixture.archive.reading(sha256: Self.sha256, page: 2)?.page == before)
    #expect(try fixture.archive.pageDecisions().isEmpty)
    #expect(await fixture.get("/documents/1?page=2").text.contains("Chưa xoay được trang này: Tệp đã mất &lt;b&gt;"))
  }

  // MARK: - The page

  @Test(
    arguments: [
      ("/documents/1?page=1", [], ["page-begin", "page-join"]),
      ("/documents/1?page=2", ["page-begin", "page-turn-90"], ["page-join"]),
      ("/documents/2?page=4", ["page-join", "page-turn-180"], ["page-begin"]),
    ] as [(String, [String], [String])])
  func thePageOffersWhatCanBeDone(path: String, offered: [String], missing: [String]) async throws {
    let text = try await fixture().get(path).text
    for id in offered { #expect(text.contains("<dialog id=\"\(id)\"")) }
    for id in missing { #expect(!text.contains("<dialog id=\"\(id)\"")) }
  }

  @Test func thePreviewSaysWhatResults() async throws {
    let fixture = try fixture()
    let split = await fixture.get("/documents/1?page=2&lang=en").text
    #expect(split.contains("<b>Document 1</b>: pages 1–3") && split.contains("<b>Document 2</b>: pages 2–3"))
    #expect(split.contains("2 documents become 3"))
    let joined = await fixture.get("/documents/2?page=4&lang=en").text
    #expect(joined.contains("<b>Document 1</b>: pages 1–4") && joined.contains("2 documents become 1"))
  }

  /// A site without models says so.
  @Test func aSiteWithoutModelsCannotDivide() async throws {
    let fixture = try Fixture(documents: 0), file = LinedFile.plan(Self.sha256)
    try fixture.archive.keep([KeptInput(record: file.record(of: file.pages, begins: [:]), pages: file.pages)])
    let visitor = await fixture.visitor()
    let answer = try await begin(fixture, at: 2, true, seen: "1-4|", as: visitor)
    #expect(answer.status == 500 && answer.text.contains("no-models"))
  }
}
