import Archive
import DocumentModel
import Foundation
import Testing

@testable import ReviewServer

/// A page of a document whose fields have evidence on its words.
private enum Letter {
  static let lines = [
    "Số: 15/KH-UBND Hợp Minh, ngày 11 tháng 7 năm 2025", "KẾ HOẠCH", "Triển khai sô hóa hồ sơ",
    "I. MUC ĐÍCH", "1. Lập danh muc tài liệu", "Chủ trì: Văn phàng Đảng ủy trước ngày 30/7/2025",
  ]

  static var page: Page {
    let lines = lines.enumerated().map { row, text -> Line in
      let words = text.split(separator: " ").enumerated().map { column, word in
        Word(
          text: String(word), spaceBefore: column == 0 ? "" : " ",
          box: PixelBox(x: 10 + 60 * column, y: 10 + 40 * row, width: 50, height: 30))
      }
      return Line(words: words, page: 1, number: row + 1)
    }
    return Page(
      number: 1, origin: .scan, size: PixelSize(width: 800, height: 1000), dpi: 200,
      blocks: lines.map { .line($0) })
  }

  /// The place of a word among the page's words.
  static func place(of word: String) throws -> Int {
    try #require(page.words.firstIndex { $0.text == word })
  }

  private static func evidence(line: Int, words: Range<Int>) -> Evidence {
    let box = PixelBox.enclosing(page.lines[line - 1].words[words].compactMap(\.box))
    return Evidence(provenance: Provenance(page: 1, line: line, box: box), confidence: 0.95)
  }

  static var record: DocumentRecord {
    let head = DocumentHeader(
      type: "KH", number: "15", symbol: "KH-UBND", issuer: "Ủy ban nhân dân xã Hợp Minh", place: "Hợp Minh",
      date: CalendarDate(iso: "2025-07-11"), subject: "Triển khai sô hóa hồ sơ",
      evidence: [
        "symbol": evidence(line: 1, words: 1..<2), "number": evidence(line: 1, words: 1..<2),
        "place": evidence(line: 1, words: 2..<9), "date": evidence(line: 1, words: 2..<9),
        "subject": evidence(line: 3, words: 0..<5),
      ])
    let task = TaskRecord(
      number: "1", path: ["I", "1"], group: nil, title: "MUC ĐÍCH", content: "Lập danh muc tài liệu",
      lead: ["Văn phàng Đảng ủy"],
      deadline: Deadline(text: "trước ngày 30/7/2025", due: CalendarDate(iso: "2025-07-30")), page: 1,
      evidence: [
        "content": evidence(line: 5, words: 1..<5), "lead": evidence(line: 6, words: 0..<6),
        "deadline": evidence(line: 6, words: 6..<9),
      ])
    return DocumentRecord(
      pages: [1, 1], document: head,
      sections: [SectionEntry(label: "I", title: "MUC ĐÍCH", level: 1, evidence: evidence(line: 4, words: 0..<3))],
      tasks: [task])
  }

  static func keep(in archive: Archive) throws {
    let transcript = Transcript(of: [page])
    let source = SourceSummary(
      path: "/kho/thu.pdf", sha256: String(repeating: "a", count: 64), kind: .scan, pages: 1, doubtfulWords: 0)
    try archive.keep([KeptInput(record: InputRecord(source: source, documents: [record]), pages: transcript.pages)])
  }
}

@Suite struct CorrectionReachTests {
  private func archived() throws -> Fixture {
    let fixture = try Fixture(documents: 0)
    try Letter.keep(in: fixture.archive)
    return fixture
  }

  @discardableResult
  private func correct(_ word: String, to text: String, in fixture: Fixture) throws -> [String] {
    let subject = EditSubject(.word, id: 1, place: try Letter.place(of: word))
    return try fixture.archive.correct(subject, to: text, seen: word, who: "lan", at: 1).affected.map {
      "\($0.kind.rawValue) \($0.field): \($0.before) → \($0.after ?? "?")"
    }
  }

  @Test(arguments: [
    ("sô", "số", ["header subject: Triển khai sô hóa hồ sơ → Triển khai số hóa hồ sơ"]),
    ("MUC", "MỤC", ["header sections.0: MUC ĐÍCH → MỤC ĐÍCH", "task title: MUC ĐÍCH → MỤC ĐÍCH"]),
    // The word under the content is not the one in the title.
    ("muc", "mục", ["task content: Lập danh muc tài liệu → Lập danh mục tài liệu"]),
    ("phàng", "phòng", ["task lead: Văn phàng Đảng ủy → Văn phòng Đảng ủy"]),
    (
      "30/7/2025", "31/7/2025",
      ["task deadline: trước ngày 30/7/2025 → trước ngày 31/7/2025", "task due: 2025-07-30 → ?"]
    ),
    // A date of issue is made of several words: only a person can say it anew.
    ("11", "12", ["header date: 2025-07-11 → ?"]),
    // Number and symbol are parts of one word.
    ("15/KH-UBND", "16/KH-UBND", ["header number: 15 → 16"]),
    ("15/KH-UBND", "15/QĐ-UBND", ["header symbol: KH-UBND → QĐ-UBND"]),
    ("15/KH-UBND", "15KHUBND", ["header number: 15 → ?", "header symbol: KH-UBND → ?"]),
    // A label is part of no value; a short form may stand for more than itself.
    ("trì:", "trì", []), ("Văn", "VPĐU", ["task lead: Văn phàng Đảng ủy → VPĐU phàng Đảng ủy"]), ("KẾ", "Kế", []),
  ])
  func aWordReachesWhatWasMadeOfIt(word: String, right: String, affected: [String]) throws {
    #expect(try correct(word, to: right, in: archived()) == affected)
  }

  @Test func whatIsCarriedOnStandsInRowsAndSearch() throws {
    let fixture = try archived(), archive = fixture.archive
    for (word, right) in [("sô", "số"), ("MUC", "MỤC"), ("phàng", "phòng"), ("30/7/2025", "31/7/2025")] {
      try correct(word, to: right, in: fixture)
    }
    let record = try #require(try archive.document(id: 1))
    #expect(record.document.subject == "Triển khai số hóa hồ sơ" && record.sections[0].title == "MỤC ĐÍCH")
    #expect(record.tasks[0].lead == ["Văn phòng Đảng ủy"] && record.tasks[0].deadline.text == "trước ngày 31/7/2025")
    // Nobody has looked at the field itself.
    #expect(record.document.evidence["subject"]?.confidence == 0.95)
    #expect(try archive.search(SearchQuery(words: "MỤC ĐÍCH", kinds: [.document])).hits.count == 1)
    #expect(try archive.search(SearchQuery(words: "phòng", kinds: [.task])).hits.count == 1)
    #expect(try archive.check().isEmpty)
  }

  @Test func whatOnlyAPersonCanSayWaitsInTheQueue() throws {
    let fixture = try archived()
    try correct("30/7/2025", to: "31/7/2025", in: fixture)
    let doubt = try #require(try fixture.archive.nextDoubt(for: "lan", at: 1)).doubt
    #expect(doubt.kind == .task && doubt.field == "due" && doubt.text == "2025-07-30" && doubt.box != nil)
    try fixture.archive.decide(doubt: doubt.id, "2025-07-31", who: "lan", at: 2)
    #expect(try fixture.archive.document(id: 1)?.tasks[0].deadline.due == CalendarDate(iso: "2025-07-31"))
    #expect(try fixture.archive.queueStatus().open == 0)
  }

  @Test func takingAWordBackTakesBackWhatFollowed() throws {
    let fixture = try archived()
    try correct("sô", to: "số", in: fixture)
    try correct("30/7/2025", to: "31/7/2025", in: fixture)
    for _ in 0..<2 { try fixture.archive.undo(who: "lan", at: 3) }
    #expect(try fixture.archive.document(id: 1) == Letter.record)
    #expect(try fixture.archive.queueStatus().open == 0)
    #expect(throws: Failure.self) { try fixture.archive.undo(who: "lan", at: 4) }
  }

  /// What a person wrote into a field is not changed behind their back.
  @Test func aFieldThatAPersonHasDecidedOnIsAskedAboutOnly() throws {
    let fixture = try archived(), subject = EditSubject(.header, id: 1, field: "subject")
    let own = "Về việc sô hóa"
    try fixture.archive.correct(subject, to: own, seen: "Triển khai sô hóa hồ sơ", who: "hoa", at: 1)
    #expect(try correct("sô", to: "số", in: fixture) == ["header subject: \(own) → ?"])
    #expect(try fixture.archive.document(id: 1)?.document.subject == own)
    #expect(try fixture.archive.queueStatus().headers == 1)
  }

  @Test func anOpenDoubtOfTheFieldStaysAndReadsAsTheFieldDoes() throws {
    let fixture = try Fixture(documents: 0)
    try Letter.keep(in: fixture.archive)
    try correct("11", to: "12", in: fixture)
    try correct("năm", to: "nam", in: fixture)
    #expect(try fixture.archive.queueStatus().headers == 1)
  }

  @Test func aReadingAnewKeepsWhatFollowed() throws {
    let fixture = try archived()
    try correct("sô", to: "số", in: fixture)
    try correct("30/7/2025", to: "31/7/2025", in: fixture)
    try Letter.keep(in: fixture.archive)
    let record = try #require(try fixture.archive.document(id: 1))
    #expect(record.document.subject == "Triển khai số hóa hồ sơ")
    #expect(record.tasks[0].deadline.text == "trước ngày 31/7/2025")
    #expect(try fixture.archive.nextDoubt(for: "lan", at: 9)?.doubt.field == "due")
  }

  @Test func theAnswerNamesWhatFollowed() async throws {
    let fixture = try archived(), visitor = await fixture.visitor()
    let place = try Letter.place(of: "30/7/2025")
    let answer = try await fixture.post(
      "/api/v1/readings/1/words/\(place)", ["text": "31/7/2025", "seen": "30/7/2025"], as: visitor)
    let affected = try #require(fixture.value(answer)["affected"] as? [[String: Any]])
    #expect(affected.map { $0["field"] as? String } == ["deadline", "due"])
    #expect(affected.map { $0["label"] as? String } == ["Nhiệm vụ: Thời hạn", "Nhiệm vụ: Hạn chót"])
    #expect(affected[0]["after"] as? String == "trước ngày 31/7/2025" && affected[1]["after"] is NSNull)
  }
}
