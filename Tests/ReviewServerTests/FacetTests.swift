import Archive
import DocumentModel
import Foundation
import Grammar
import Testing

@testable import ReviewServer

/// The pages of values and conflicts, and the queue in parts.
@Suite struct FacetTests {
  private func post(
    _ fixture: Fixture, _ path: String, _ body: String, as visitor: Fixture.Visitor
  ) async -> Answer {
    let headers = [
      "host": "127.0.0.1:8080", "content-type": "application/json", "cookie": visitor.cookie,
      "x-csrf-token": visitor.csrf, "origin": "http://127.0.0.1:8080",
    ]
    return await fixture.site.answer(
      Ask(.post, path, headers: headers, body: Array(body.utf8)))
  }

  // MARK: - Values

  @Test func aValueIsLookedAtSetAndTakenBack() async throws {
    let fixture = try Fixture(documents: 3), visitor = await fixture.visitor()
    let values = String(decoding: try JSONEncoder().encode([Fixture.hostile]), as: UTF8.self)
    let preview = fixture.value(
      await post(fixture, "/api/v1/values/issuer/preview", "{\"values\": \(values), \"to\": \"Sở A\"}", as: visitor))
    #expect(preview["count"] as? Int == 3)
    #expect((preview["ids"] as? [String: [Int]])?[Fixture.hostile] == [1, 2, 3])
    _ = try await fixture.post(
      "/api/v1/documents/2/fields/issuer", ["text": "Sở B", "seen": Fixture.hostile], as: visitor)
    let answer = await post(
      fixture, "/api/v1/values/issuer/set",
      "{\"to\": \"Sở A\", \"values\": \(values), \"documents\": [\"0:1,2,3\"]}", as: visitor)
    let done = fixture.value(answer)
    #expect(done["count"] as? Int == 2 && (done["left"] as? [[String: Any]])?.first?["value"] as? String == "Sở B")
    #expect(await fixture.get("/values?field=issuer").text.contains("value=\"Sở A\""))
    let batch = try #require(done["batch"] as? Int)
    #expect(try await fixture.post("/api/v1/undo", ["batch": "\(batch)"], as: visitor).status == 200)
    #expect(try fixture.archive.values(ValueQuery(.issuer)).values.map(\.documents) == [2, 1])
  }

  @Test(arguments: [
    ("issuer/set", #"{"to": "A", "values": ["x"], "documents": ["1:1"]}"#, 400),
    ("issuer/set", #"{"to": "A", "values": ["x"], "documents": ["0:a"]}"#, 400), ("issuer/set", #"{"to": "A"}"#, 400),
    ("issuer/preview", #"{"values": ["x"]}"#, 400), ("nothing/preview", #"{"values": ["x"], "to": "y"}"#, 404),
  ])
  func refusesWhatMakesNoSense(path: String, body: String, status: Int) async throws {
    let fixture = try Fixture(), visitor = await fixture.visitor()
    #expect(await post(fixture, "/api/v1/values/" + path, body, as: visitor).status == status)
  }

  @Test(arguments: [
    "/values", "/values?field=signer&sort=name", "/values?field=%3Cscript%3E&part=%3Cscript%3E",
    "/values?field=issuer&value=%3Cscript%3Ealert('x')%3C/script%3E%22%20onmouseover=%22a",
    "/review?kind=number&least=50&file=%22%3E%3Cscript%3Ealert", "/conflicts?level=%22%3E%3Cscript%3Ealert&field=x",
  ])
  func showsWhatWasReadAsText(path: String) async throws {
    let answer = try await Fixture().get(path)
    #expect(
      answer.status == 200 && !answer.text.contains("<script>alert") && !answer.text.contains("\" onmouseover=\""))
    #expect(!answer.text.contains("style=") && !answer.text.contains(" onclick"))
  }

  // MARK: - The queue

  @Test(arguments: [
    ("kind=number", 2, "0"), ("kind=word", 4, "số0"), ("document=2", 4, "1"), ("least=90", 2, "0"),
    ("kind=task&document=2", 1, "tháng 6/2025"), ("kind=date", 0, nil),
  ])
  func theQueueIsGivenInParts(query: String, left: Int, text: String?) async throws {
    let fixture = try Fixture(documents: 2)
    let next = fixture.value(await fixture.get("/api/v1/queue/next?" + query))
    #expect(next["left"] as? Int == left)
    #expect((next["entry"] as? [String: Any])?["text"] as? String == text)
    #expect(
      await fixture.get("/review?" + query).text.contains("data-filter=\"\(query.replacing("&", with: "&amp;"))\""))
  }

  // MARK: - Conflicts

  /// A document whose row says another number and other pages than the paper.
  private func conflicting() throws -> Fixture {
    let fixture = try Fixture()
    var reader = InventoryReader()
    let file = "/kho/\(Fixture.hostile)0.pdf"
    let rows = [
      ["Phông", "Mã hồ sơ", "Tiêu đề", "Số", "Ký hiệu", "Số trang văn bản", "Đường dẫn file"],
      ["P01", "1", Fixture.hostile, "77", "KH-UBND", "4", file],
    ]
    let entries = rows.enumerated().compactMap { number, row -> InventoryEntry? in
      if case .entry(let entry) = reader.read(row: number + 1, cells: row) { entry } else { nil }
    }
    try fixture.archive.importInventory(entries, from: InventorySource(file: "a", sha256: "b", who: "An", at: 1))
    try fixture.archive.reconcile(
      Vocabulary(labelTable: "", documentTypeTable: "", bodyTable: "", verbTable: ""), at: 2)
    return fixture
  }

  @Test func aConflictShowsItsPaperBeforeItCanBeDecided() async throws {
    let fixture = try conflicting(), page = await fixture.get("/conflicts").text
    let card = try #require(page.split(separator: "<article").first { $0.contains("data-field=\"number\"") })
    #expect(card.contains("data-href=\"/scans/1\"") && card.contains("class=\"here\""))
    #expect(card.contains("value=\"archive\" disabled data-wait"))
    #expect(!page.contains("<script>alert"))
    let one = await fixture.get("/conflicts?level=item&field=pages").text
    #expect(one.contains("data-field=\"pages\"") && !one.contains("data-field=\"number\""))
  }

  @Test func theSecondPersonIsTold() async throws {
    let fixture = try conflicting(), visitor = await fixture.visitor()
    let conflict = try #require(try fixture.archive.conflicts().first { $0.field == "number" })
    let path = "/api/v1/conflicts/\(conflict.id)"
    let seen = ["keep": "value", "value": "78", "inventory": "77", "archive": "0"]
    #expect(try await fixture.post(path, ["keep": "archive"], as: visitor).status == 400)
    #expect(try await fixture.post(path, seen.merging(["archive": "1"]) { $1 }, as: visitor).status == 409)
    #expect(try await fixture.post(path, seen, as: visitor).status == 200)
    #expect(try await fixture.post(path, seen, as: visitor).status == 409)
    #expect(try await fixture.post("/api/v1/conflicts/undo", [:], as: visitor).status == 200)
    #expect(try fixture.archive.conflict(id: conflict.id)?.status == .open)
    #expect(try await fixture.post("/api/v1/conflicts/undo", [:], as: visitor).status == 400)
  }

  @Test func allOfAKindAsItWasSeen() async throws {
    let fixture = try conflicting(), visitor = await fixture.visitor()
    let survey = fixture.value(await fixture.get("/api/v1/conflicts/preview?level=item&field=number"))
    let mark = try #require(survey["mark"] as? String)
    var body = ["level": "item", "field": "number", "keep": "inventory", "mark": "0000000000000000"]
    #expect(survey["count"] as? Int == 1)
    #expect(try await fixture.post("/api/v1/conflicts/all", body, as: visitor).status == 409)
    body["mark"] = mark
    let done = fixture.value(try await fixture.post("/api/v1/conflicts/all", body, as: visitor))
    #expect(done["count"] as? Int == 1)
    #expect(try fixture.archive.conflicts().allSatisfy { $0.field != "number" })
  }
}
