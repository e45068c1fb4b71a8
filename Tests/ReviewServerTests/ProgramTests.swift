import Archive
import DocumentModel
import Testing

@testable import ReviewServer

/// What programs ask the site for.
@Suite struct ProgramTests {
  private static let token = "0123456789abcdef"

  private func ask(_ fixture: Fixture, _ path: String, _ headers: [String: String], body: String? = nil) async -> Answer
  {
    var all = ["host": "127.0.0.1:8080", "content-type": "application/json"]
    all.merge(headers) { $1 }
    return await fixture.site.answer(
      Ask(body == nil ? .get : .post, path, headers: all, body: Array((body ?? "").utf8), address: "10.0.0.9"))
  }

  @Test(
    arguments: [
      (["authorization": "Bearer 0123456789abcdef"], 200), (["authorization": "Bearer 0123456789abcdee"], 401),
      (["authorization": "0123456789abcdef"], 401), ([:], 401),
    ] as [([String: String], Int)])
  func takesTheTokenFromAProgram(headers: [String: String], status: Int) async throws {
    let fixture = try Fixture(entry: .sharedToken(Self.token))
    #expect(await ask(fixture, "/api/v1/tasks", headers).status == status)
    #expect(await ask(fixture, "/metrics", headers).status == status)
    let change = await ask(
      fixture, "/api/v1/documents/1/fields/number", headers, body: "{\"text\":\"17\",\"seen\":\"0\"}")
    #expect(change.status == (status == 200 ? 200 : 401) || change.status == 403)
    #expect(try fixture.archive.document(id: 1)?.document.number == (status == 200 ? "17" : "0"))
  }

  /// Whatever was tried before, by whomever.
  @Test func neverRefusesTheRightToken() async throws {
    let fixture = try Fixture(entry: .sharedToken(Self.token))
    for _ in 0..<100 { _ = await ask(fixture, "/api/v1/tasks", ["authorization": "Bearer sai"]) }
    for _ in 0..<20 { _ = await fixture.signIn("Lan", "sai") }
    #expect(await ask(fixture, "/api/v1/tasks", ["authorization": "Bearer " + Self.token]).status == 200)
    #expect(await fixture.signIn("Lan", "sai").answer.status == 429)
    #expect(await fixture.signIn("Lan", Self.token).answer.status == 303)
  }

  @Test func countsForPrometheus() async throws {
    let fixture = try Fixture(documents: 2), visitor = await fixture.visitor()
    _ = try await fixture.post("/api/v1/readings/1/words/2", ["text": "hoạch", "seen": "hoach"], as: visitor)
    let lines = Set(await fixture.get("/metrics").text.split(separator: "\n"))
    for line in [
      "sohoa_documents 2", "sohoa_pages 2", "sohoa_doubtful_words 3", "sohoa_corrections_total 1",
      "sohoa_requests_total{status=\"200\"} 2", "sohoa_request_seconds_count 2",
    ] {
      #expect(lines.contains(Substring(line)), "\(line)")
    }
  }

  @Test(arguments: ["203.0.113.7", "127.0.0.1"])
  func tellsItsFiguresToThisMachineOnly(address: String) async throws {
    let fixture = try Fixture(entry: .accounts)
    let plain = await fixture.site.answer(
      Ask(.get, "/metrics", headers: ["host": "127.0.0.1:8080"], address: address))
    #expect(plain.status == (address == "127.0.0.1" ? 200 : 401))
    let proxied = await fixture.site.answer(
      Ask(.get, "/metrics", headers: ["host": "127.0.0.1:8080", "x-forwarded-for": "1.2.3.4"], address: address))
    #expect(proxied.status == 401)
  }

  @Test func doesWhatTheFormsDo() async throws {
    let fixture = try Fixture(documents: 2), visitor = await fixture.visitor()
    let bodies = try fixture.archive.bodies()
    let into = ["into": "\(bodies[1].id)"]
    #expect(try await fixture.post("/api/v1/bodies/\(bodies[0].id)/merge", into, as: visitor).status == 200)
    #expect(try fixture.archive.bodies().count == 1)
    #expect(try await fixture.post("/api/v1/bodies/\(bodies[1].id)/split", [:], as: visitor).status == 200)
    #expect(try fixture.archive.bodies().count == 2)
    #expect(try await fixture.post("/api/v1/conflicts/1", ["keep": "archive"], as: visitor).status == 404)
  }

  /// A document is accepted whole once its fields are; its pages are sampled, and the report says what came of it.
  @Test func acceptsADocumentAndReportsASample() async throws {
    let fixture = try Fixture(), visitor = await fixture.visitor()
    #expect(try await fixture.post("/api/v1/documents/1/accept", ["seen": ""], as: visitor).status == 400)
    for doubt in 0..<2 {
      let entry = try #require(try fixture.archive.nextDoubt(for: "lan", at: doubt))
      try fixture.archive.decide(doubt: entry.doubt.id, entry.doubt.text, who: "lan", at: doubt)
    }
    #expect(try await fixture.post("/api/v1/documents/1/accept", [:], as: visitor).status == 400)
    let seen = ["seen": try fixture.archive.openWords(ofDocument: 1)]
    let accepted = try await fixture.post("/api/v1/documents/1/accept", seen, as: visitor)
    #expect(fixture.value(accepted)["accepted"] as? Int == 2)
    #expect(try fixture.archive.queueStatus().open == 0)
    #expect(try await fixture.post("/api/v1/samples", ["bound": "0.05"], as: visitor).status == 200)
    let judged = ["verdict": "wrong", "note": Fixture.hostile]
    #expect(try await fixture.post("/api/v1/samples/1/0", judged, as: visitor).status == 200)
    let day = try #require(CalendarDate(iso: "2025-10-10"))
    let report = try fixture.archive.progress(ProgressQuery(asOf: day))
    #expect(report.acceptance?.interval == WilsonInterval(wrong: 1, of: 1))
    #expect(await fixture.get("/").text.contains("1/1 trang"))
  }
}
