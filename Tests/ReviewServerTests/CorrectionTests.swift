import Archive
import DocumentModel
import Testing

@testable import ReviewServer

@Suite struct CorrectionTests {
  private func word(_ fixture: Fixture, _ place: Int, reading: Int64 = 1) throws -> Word {
    try #require(try fixture.archive.reading(id: reading)).page.words[place]
  }

  @Test func correctsAWordAndTakesItBack() async throws {
    let fixture = try Fixture(), visitor = await fixture.visitor()
    let answer = try await fixture.post(
      "/api/v1/readings/1/words/2", ["text": "hoạch", "seen": "hoach"], as: visitor)
    #expect(answer.status == 200)
    #expect(try word(fixture, 2).text == "hoạch" && !word(fixture, 2).isDoubtful)
    #expect(try fixture.archive.search(SearchQuery(words: "hoạch", kinds: [.page])).hits.count == 1)
    let kept = try #require(try fixture.archive.corrections(of: .word, id: 1).first)
    #expect([kept.who, kept.original, kept.before, kept.after] == ["lan", "hoarh", "hoach", "hoạch"])

    #expect(try await fixture.post("/api/v1/undo", [:], as: visitor).status == 200)
    #expect(try word(fixture, 2).text == "hoach" && word(fixture, 2).isDoubtful)
    #expect(try fixture.archive.search(SearchQuery(words: "hoạch", kinds: [.page])).hits.isEmpty)
    #expect(try await fixture.post("/api/v1/undo", [:], as: visitor).status == 400)
  }

  @Test(arguments: [
    ("documents/1/fields/number", "0", "17"), ("documents/1/fields/date", "2025-01-02", "2025-03-04"),
    ("tasks/1/fields/deadline", "tháng 6/2025", "tháng 7/2025"), ("tasks/1/fields/due", "", "2025-07-31"),
    ("tasks/1/fields/lead", "Văn phòng 0", "Sở Nội vụ; Công an xã"),
  ])
  func correctsFields(path: String, seen: String, text: String) async throws {
    let fixture = try Fixture(), visitor = await fixture.visitor()
    #expect(try await fixture.post("/api/v1/" + path, ["text": text, "seen": seen], as: visitor).status == 200)
    // The second one saw what was before the first one's change.
    let late = try await fixture.post("/api/v1/" + path, ["text": "khác", "seen": seen], as: visitor)
    #expect(late.status == 409 && late.text.contains("lan"))
    #expect(try await fixture.post("/api/v1/undo", [:], as: visitor).status == 200)
    #expect(try await fixture.post("/api/v1/" + path, ["text": text, "seen": seen], as: visitor).status == 200)
  }

  @Test(arguments: [
    ("documents/1/fields/date", "2025-01-02", "31/02/2025"), ("documents/1/fields/nothing", "", "x"),
    ("readings/1/words/2", "hoach", "  "), ("readings/1/words/99", "", "x"), ("tasks/77/fields/lead", "", "x"),
  ])
  func refusesWhatMakesNoSense(path: String, seen: String, text: String) async throws {
    let fixture = try Fixture(), visitor = await fixture.visitor()
    #expect(try await fixture.post("/api/v1/" + path, ["text": text, "seen": seen], as: visitor).status == 400)
    #expect(try fixture.archive.corrections().isEmpty)
  }

  @Test func asksForWhatIsWorthMostFirst() async throws {
    let fixture = try Fixture(), visitor = await fixture.visitor()
    var fields: [String] = []
    while let entry = fixture.value(await fixture.get("/api/v1/queue/next"))["entry"] as? [String: Any] {
      let id = try #require(entry["id"] as? Int), text = try #require(entry["text"] as? String)
      fields.append(try #require(entry["label"] as? String))
      #expect(
        try await fixture.post("/api/v1/queue/\(id)/decide", ["action": "accept", "text": text], as: visitor).status
          == 200)
    }
    #expect(fields == ["Số", "Nhiệm vụ: Thời hạn", "Chữ", "Chữ"])
    #expect(try fixture.archive.queueStatus().open == 0)
  }

  @Test func correctsTheSameMisreadingEverywhereAndTakesItBack() async throws {
    let fixture = try Fixture(documents: 5), visitor = await fixture.visitor()
    let entry = try #require(
      try (0..<30).lazy.compactMap { _ -> QueueEntry? in
        guard let entry = try fixture.archive.nextDoubt(for: "lan", at: 1_760_000_000) else { return nil }
        if entry.sameElsewhere > 0 { return entry }
        try fixture.archive.skip(doubt: entry.doubt.id, who: "lan")
        return nil
      }.first)
    #expect(entry.sameElsewhere == 4 && entry.alternatives.prefix(2) == ["hoạch", "hoách"])
    let path = "/api/v1/queue/\(entry.doubt.id)/decide"
    let answer = try await fixture.post(
      path, ["action": "correct", "text": "hoạch", "everywhere": "true"], as: visitor)
    #expect(fixture.value(answer)["count"] as? Int == 5)
    #expect(try (1...5).map { try word(fixture, 2, reading: $0).text } == Array(repeating: "hoạch", count: 5))
    #expect(try fixture.archive.correctedPairs().count == 5)
    #expect(await fixture.get("/corrections.tsv").text.contains("hoarh\thoach\thoạch\t"))
    #expect(await fixture.get("/pairs.tsv").text == "hoarh\thoạch\t5\n")
    // Somebody else decided in between.
    #expect(try await fixture.post(path, ["action": "reject"], as: visitor).status == 409)
    #expect(try await fixture.post("/api/v1/undo", [:], as: visitor).status == 200)
    #expect(try (1...5).allSatisfy { try word(fixture, 2, reading: $0).text == "hoach" })
    #expect(try fixture.archive.queueStatus().words == 10)
  }

  @Test func showsAnEntryToOneAtATime() throws {
    let fixture = try Fixture()
    let now = 1_760_000_000
    let first = try #require(try fixture.archive.nextDoubt(for: "lan", at: now))
    let second = try #require(try fixture.archive.nextDoubt(for: "hoa", at: now))
    #expect(first.doubt.id != second.doubt.id)
    #expect(try fixture.archive.nextDoubt(for: "lan", at: now + 1)?.doubt.id == first.doubt.id)
    // After ten minutes it goes to whoever asks.
    #expect(try fixture.archive.nextDoubt(for: "hoa", at: now + 700)?.doubt.id == first.doubt.id)
  }

  @Test func keepsCorrectionsWhenAnInputIsReadAgain() throws {
    let fixture = try Fixture()
    try fixture.archive.correct(EditSubject(.word, id: 1, place: 2), to: "hoạch", seen: "hoach", who: "lan", at: 1)
    try fixture.archive.correct(EditSubject(.header, id: 1, field: "number"), to: "17", seen: "0", who: "lan", at: 1)
    try fixture.archive.correct(
      EditSubject(.task, id: 1, field: "deadline"), to: "tháng 7/2025", seen: "tháng 6/2025", who: "lan", at: 1)
    try Fixture.keep(0, in: fixture.archive)
    #expect(try word(fixture, 2).text == "hoạch")
    #expect(try fixture.archive.document(id: 1)?.document.number == "17")
    #expect(try fixture.archive.document(id: 1)?.tasks.first?.deadline.text == "tháng 7/2025")
    #expect(try fixture.archive.queueStatus().open == 1)
  }

  @Test func mergesAndSplitsBodies() throws {
    let fixture = try Fixture(documents: 2)
    let bodies = try fixture.archive.bodies()
    #expect(bodies.count == 2)
    try fixture.archive.merge(body: bodies[0].id, into: bodies[1].id, who: "lan", at: 1)
    #expect(try fixture.archive.bodies().map(\.spellings.count) == [2])
    try Fixture.keep(0, in: fixture.archive)
    #expect(try fixture.archive.bodies().count == 1)
    try fixture.archive.split(body: bodies[1].id, who: "lan", at: 1)
    #expect(try fixture.archive.bodies().count == 2)
  }

  @Test(
    arguments: [
      (0, 0, nil), (0, 100, (0.0, 0.0370)), (5, 100, (0.0215, 0.1118)), (100, 100, (0.9630, 1.0)),
    ] as [(Int, Int, (Double, Double)?)])
  func boundsErrorRates(wrong: Int, checked: Int, bounds: (Double, Double)?) {
    let interval = WilsonInterval(wrong: wrong, of: checked)
    #expect((interval == nil) == (bounds == nil))
    if let interval, let bounds {
      #expect(abs(interval.low - bounds.0) < 0.0002 && abs(interval.high - bounds.1) < 0.0002)
    }
  }

  @Test func samplesAcceptedPagesOnly() async throws {
    let fixture = try Fixture(documents: 3)
    #expect(throws: Failure.self) { try fixture.archive.drawSample(bound: 0.05, seed: 1, who: "lan", at: 1) }
    for doubt in 0..<30 {
      guard let entry = try fixture.archive.nextDoubt(for: "lan", at: doubt) else { break }
      try fixture.archive.decide(doubt: entry.doubt.id, entry.doubt.text, who: "lan", at: doubt)
    }
    let id = try fixture.archive.drawSample(bound: 0.05, seed: 1, who: "lan", at: 1)
    try fixture.archive.judge(sample: id, ordinal: 0, isRight: false, note: Fixture.hostile, who: "lan", at: 1)
    let sample = try #require(try fixture.archive.samples().first)
    #expect([sample.size, sample.checked, sample.wrong] == [3, 1, 1])
    #expect(await !fixture.get("/sampling/\(id)").text.contains("<script>alert"))
  }

  @Test func namesEveryAddressOfTheAPI() async throws {
    let document = try await Fixture().get("/api/v1/openapi.json")
    #expect(document.text.contains("\"/api/v1/readings/{id}/words/{place}\":{\"post\""))
    #expect(document.text.contains("\"openapi\":\"3.1.0\""))
  }
}
