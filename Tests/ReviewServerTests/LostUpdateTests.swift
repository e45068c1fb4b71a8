import Archive
import DocumentModel
import Testing

@testable import ReviewServer

/// Who comes second is told, and nothing of the first is lost.
@Suite struct LostUpdateTests {
  /// Another's word reaches a field that still waits before somebody's eyes.
  @Test func aWaitingFieldThatHasChangedIsNotDecidedOn() async throws {
    let fixture = try Fixture(), visitor = await fixture.visitor()
    let next = fixture.value(await fixture.get("/api/v1/queue/next"))
    let entry = try #require(next["entry"] as? [String: Any]), id = try #require(entry["id"] as? Int)
    let seen = try #require(entry["text"] as? String)
    let late = try await fixture.post(
      "/api/v1/queue/\(id)/decide", ["action": "correct", "text": "9", "seen": seen + "7"], as: visitor)
    #expect(late.status == 409)
    let rejected = try await fixture.post(
      "/api/v1/queue/\(id)/decide", ["action": "reject", "seen": seen + "7"], as: visitor)
    #expect(rejected.status == 409)
    #expect(try fixture.archive.corrections().isEmpty)
    let done = try await fixture.post(
      "/api/v1/queue/\(id)/decide", ["action": "correct", "text": "9", "seen": seen], as: visitor)
    #expect(done.status == 200)
  }

  @Test func aBodyThatWasPutIntoAnotherTakesNothingIn() throws {
    let archive = try Fixture(documents: 4).archive, ids = try archive.bodies().map(\.id)
    try archive.merge(body: ids[1], into: ids[2], who: "An", at: 1)
    #expect(throws: Failure.self) { try archive.merge(body: ids[0], into: ids[1], who: "Bình", at: 2) }
    #expect(try archive.bodies().flatMap(\.merged).count == 1)
    // Turning one around is no such case.
    try archive.merge(body: ids[2], into: ids[1], who: "Bình", at: 3)
    #expect(try archive.bodies().flatMap(\.merged).count == 1)
  }

  /// What a colleague has put in meanwhile is not taken out again unseen, nor carried along.
  @Test(arguments: [true, false]) func aBodyIsChangedAsItWasSeen(splits: Bool) async throws {
    let fixture = try Fixture(documents: 4), archive = fixture.archive, visitor = await fixture.visitor()
    let ids = try archive.bodies().map(\.id)
    try archive.merge(body: ids[1], into: ids[0], who: "An", at: 1)
    func mark() throws -> String { try #require(try archive.bodies().first { $0.id == ids[0] }?.mark) }
    func change(_ seen: String) async -> Answer {
      let into = [("from", "\(ids[0])"), ("into", "\(ids[3])"), ("seen", seen)]
      return await fixture.send(splits ? "/bodies/\(ids[0])/split" : "/bodies/merge", into, as: visitor)
    }
    let seen = try mark()
    try archive.merge(body: ids[2], into: ids[0], who: "Bình", at: 2)
    let late = await change(seen)
    #expect(late.status == 409 && late.text.contains("Bình"))
    #expect(try archive.bodies().flatMap(\.merged).count == 2)
    // As a browser sends it.
    #expect(await change(try mark().replacing("\n", with: "\r\n")).status == 303)
    #expect(try archive.bodies().flatMap(\.merged).count == (splits ? 0 : 3))
  }

  /// Whoever takes a document whole takes what they saw: a word that somebody gave another text since is left for them to look
  /// at, and words that were decided since are none of it.
  @Test func aDocumentIsAcceptedAsItWasSeen() async throws {
    let fixture = try Fixture(), visitor = await fixture.visitor()
    for moment in 0..<2 {
      guard let entry = try fixture.archive.nextDoubt(for: "lan", at: moment), entry.doubt.kind != .word else { break }
      try fixture.archive.decide(doubt: entry.doubt.id, entry.doubt.text, who: "lan", at: moment)
    }
    let seen = try fixture.archive.openWords(ofDocument: 1), marks = seen.split(separator: ".")
    func accept(_ seen: String) async throws -> Int {
      try await fixture.post("/api/v1/documents/1/accept", ["seen": seen], as: visitor).status
    }
    #expect(marks.count == 2)
    #expect(try await accept(marks.dropLast().joined()) == 409)
    #expect(try fixture.archive.openWords(ofDocument: 1) == seen)
    #expect(try await accept(seen) == 200)
    #expect(try fixture.archive.openWords(ofDocument: 1).isEmpty)
  }

  /// The note beside a verdict is somebody's work, too.
  @Test func aNoteIsNotWrittenOver() async throws {
    let fixture = try Fixture(), visitor = await fixture.visitor()
    for _ in 0..<3 {
      guard let entry = try fixture.archive.nextDoubt(for: "lan", at: 1) else { break }
      try fixture.archive.decide(doubt: entry.doubt.id, nil, who: "lan", at: 1)
    }
    if try fixture.archive.acceptedPages() == 0 { try fixture.archive.acceptWords(ofDocument: 1, who: "lan", at: 1) }
    try fixture.archive.drawSample(bound: 0.05, seed: 1, who: "lan", at: 1)
    func judge(_ verdict: String, _ seen: String, _ note: String, _ seenNote: String) async throws -> Int {
      let body = ["verdict": verdict, "seen": seen, "note": note, "seenNote": seenNote]
      return try await fixture.post("/api/v1/samples/1/0", body, as: visitor).status
    }
    #expect(try await judge("wrong", "", "thiếu dấu", "") == 200)
    #expect(try await judge("wrong", "wrong", "", "") == 409)
    #expect(try fixture.archive.items(ofSample: 1).first?.note == "thiếu dấu")
    #expect(try await judge("wrong", "wrong", "sai số", "thiếu dấu") == 200)
    func set(_ note: String, _ seenNote: String) async throws -> Int {
      let body = ["status": "open", "seen": "open", "note": note, "seenNote": seenNote]
      return try await fixture.post("/api/v1/tasks/1/status", body, as: visitor).status
    }
    #expect(try await set("đã gọi", "") == 200)
    #expect(try await set("chưa gọi", "") == 409)
    #expect(try await set("chưa gọi", "đã gọi") == 200)
  }

  /// The page sends back what it showed.
  @Test func thePageOfASampleCarriesItsNotes() async throws {
    let page = try await Fixture(documents: 2).get("/bodies").text
    #expect(page.contains("id=\"merge-seen\"") && page.contains("data-seen=\"Văn phòng"))
  }
}
