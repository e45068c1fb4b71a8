import Archive
import DocumentModel
import Testing

@testable import ReviewServer

/// Two people at once.
@Suite struct PresenceTests {
  private func two(documents: Int = 1) async throws -> (Fixture, an: Fixture.Visitor, binh: Fixture.Visitor) {
    let fixture = try Fixture(entry: .accounts, documents: documents)
    try fixture.add("An")
    try fixture.add("Bình", .administers)
    return (fixture, await fixture.signIn("An").visitor, await fixture.signIn("Bình").visitor)
  }

  private func seen(_ fixture: Fixture, _ path: String, _ visitor: Fixture.Visitor) async -> String {
    fixture.value(await fixture.get(path, cookie: visitor.cookie))["text"] as? String ?? "?"
  }

  @Test func othersOnADocumentAreNamed() async throws {
    let (fixture, an, binh) = try await two(documents: 2)
    #expect(await seen(fixture, "/api/v1/presence?document=1", an) == "")
    _ = await fixture.get("/documents/1", cookie: binh.cookie)
    #expect(await seen(fixture, "/api/v1/presence?document=1", an) == "Bình đang xem văn bản này")
    #expect(await fixture.get("/documents/1", cookie: an.cookie).text.contains("Bình đang xem văn bản này"))
    #expect(await seen(fixture, "/api/v1/presence?document=2", an) == "")
    let change = ["text": "17", "seen": "0"]
    #expect(try await fixture.post("/api/v1/documents/1/fields/number", change, as: binh).status == 200)
    #expect(await seen(fixture, "/api/v1/presence?document=1", an) == "Bình đang sửa văn bản này")
    fixture.time.pass(Presence.stay + 1)
    #expect(await seen(fixture, "/api/v1/presence?document=1", an) == "")
  }

  @Test func whatAnotherTookIsShown() async throws {
    let (fixture, an, binh) = try await two()
    let next = fixture.value(await fixture.get("/api/v1/queue/next", cookie: binh.cookie))
    let id = try #require((next["entry"] as? [String: Any])?["id"] as? Int)
    let entry = fixture.value(await fixture.get("/api/v1/queue/\(id)", cookie: an.cookie))
    let taken = try #require(entry["taken"] as? [String: Any])
    #expect(taken["who"] as? String == "Bình" && taken["since"] as? Int == fixture.time.now)
    #expect((taken["text"] as? String)?.contains("Bình đang giữ từ 15:53") == true, "\(taken)")
    #expect(await seen(fixture, "/api/v1/presence", an) == "Bình cũng đang rà soát")
    let own = fixture.value(await fixture.get("/api/v1/queue/\(id)", cookie: binh.cookie))
    #expect(own["taken"] == nil)
    fixture.time.pass(601)
    #expect(fixture.value(await fixture.get("/api/v1/queue/\(id)", cookie: an.cookie))["taken"] == nil)
  }

  /// Where others have all that is left, it is said who has it.
  @Test func whatIsLeftIsNamed() async throws {
    let (fixture, an, binh) = try await two()
    for _ in 0..<3 {
      let next = fixture.value(await fixture.get("/api/v1/queue/next", cookie: an.cookie))
      let id = try #require((next["entry"] as? [String: Any])?["id"] as? Int)
      #expect(try await fixture.post("/api/v1/queue/\(id)/decide", ["action": "reject"], as: an).status == 200)
    }
    _ = await fixture.get("/api/v1/queue/next", cookie: binh.cookie)
    let next = fixture.value(await fixture.get("/api/v1/queue/next", cookie: an.cookie))
    #expect(next["entry"] == nil && (next["taken"] as? [[String: Any]])?.first?["who"] as? String == "Bình")
  }

  @Test func theSecondWhoSettlesAConflictIsTold() async throws {
    let (fixture, an, binh) = try await two()
    try Self.differ(in: fixture.archive, pages: ["2", "3"])
    let seen = ["keep": "archive", "inventory": "2", "archive": "3"]
    // What was seen is something else now.
    try Self.differ(in: fixture.archive, pages: ["4"])
    let late = try await fixture.post("/api/v1/conflicts/1", seen, as: an)
    #expect(late.status == 409)
    let now = ["keep": "archive", "inventory": "2", "archive": "4"]
    #expect(try await fixture.post("/api/v1/conflicts/1", now, as: binh).status == 200)
    let second = try await fixture.post("/api/v1/conflicts/1", now, as: an)
    #expect(second.status == 409 && second.text.contains("Bình"))
  }

  @Test func theSecondWhoMergesIsTold() async throws {
    let (fixture, an, binh) = try await two(documents: 3)
    let ids = try fixture.archive.bodies().map(\.id)
    let (first, second) = (["into": "\(ids[1])"], ["into": "\(ids[2])"])
    #expect(try await fixture.post("/api/v1/bodies/\(ids[0])/merge", first, as: binh).status == 200)
    let merged = try await fixture.post("/api/v1/bodies/\(ids[0])/merge", second, as: an)
    #expect(merged.status == 409 && merged.text.contains("Bình"))
    #expect(try await fixture.post("/api/v1/bodies/\(ids[1])/split", [:], as: binh).status == 200)
    let split = try await fixture.post("/api/v1/bodies/\(ids[1])/split", [:], as: an)
    #expect(split.status == 409 && split.text.contains("Bình"))
  }

  @Test func theSecondWhoSetsAStatusIsTold() async throws {
    let (fixture, an, binh) = try await two()
    let change = ["status": "done", "seen": "open"]
    #expect(try await fixture.post("/api/v1/tasks/1/status", change, as: binh).status == 200)
    let second = try await fixture.post("/api/v1/tasks/1/status", change, as: an)
    #expect(second.status == 409 && second.text.contains("Bình"))
  }

  @Test func theSecondWhoJudgesIsTold() async throws {
    let (fixture, an, binh) = try await two()
    for _ in 0..<2 {
      let entry = try #require(try fixture.archive.nextDoubt(for: "An", at: 1))
      try fixture.archive.decide(doubt: entry.doubt.id, entry.doubt.text, who: "An", at: 1)
    }
    try fixture.archive.acceptWords(ofDocument: 1, who: "An", at: 1)
    try fixture.archive.drawSample(bound: 0.05, seed: 1, who: "An", at: 1)
    #expect(try await fixture.post("/api/v1/samples/1/0", ["verdict": "right"], as: binh).status == 200)
    let second = try await fixture.post("/api/v1/samples/1/0", ["verdict": "wrong"], as: an)
    #expect(second.status == 409 && second.text.contains("Bình"))
  }

  /// Imports an inventory once for each number of pages, which differ.
  private static func differ(in archive: Archive, pages all: [String]) throws {
    let heading = ["Phông", "Mã hồ sơ", "Tiêu đề", "Trích yếu", "Số trang văn bản", "Đường dẫn file"]
    for pages in all {
      var reader = InventoryReader()
      let rows = [heading, ["P01", "1", "Tập lưu", "Kế hoạch", pages, "a.pdf"]]
      let entries = rows.enumerated().compactMap { number, row -> InventoryEntry? in
        guard case .entry(let entry) = reader.read(row: number + 1, cells: row) else { return nil }
        return entry
      }
      _ = try archive.importInventory(
        entries, from: InventorySource(file: "muc-luc.csv", sha256: pages, who: "An", at: 1))
    }
  }
}
