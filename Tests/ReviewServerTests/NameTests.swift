import Archive
import DocumentModel
import Testing

@testable import ReviewServer

/// One person is one name in the log and the history.
@Suite struct NameTests {
  @Test(arguments: [
    ("Lan", "Lan"), ("  Lan\t Anh ", "Lan Anh"), ("A\u{301}nh", "Ánh"), ("La\u{202E}n\u{0}\u{200B}", "Lan"),
    ("\u{202E}", ""), (String(repeating: "x", count: 90), String(repeating: "x", count: 80)),
  ])
  func aNameIsKeptInOneForm(typed: String, kept: String) {
    #expect(Array(PersonName.kept(typed).unicodeScalars) == Array(kept.unicodeScalars))
  }

  /// SQLite knows capitals of English letters only.
  @Test(arguments: ["Đặng Ánh", "đặng ánh", "ĐẶNG ÁNH", "Đ\u{103}\u{323}ng A\u{301}nh", " Đặng  Ánh "])
  func anAccountIsOnePersonHoweverItIsTyped(typed: String) async throws {
    let fixture = try Fixture(entry: .accounts)
    try fixture.add("Đặng Ánh")
    let visitor = await fixture.signIn(typed).visitor
    let change = ["text": "17", "seen": "0"]
    #expect(try await fixture.post("/api/v1/documents/1/fields/number", change, as: visitor).status == 200)
    #expect(try fixture.archive.corrections().map(\.who) == ["Đặng Ánh"])
    #expect(try fixture.archive.auditLog().map(\.who) == ["Đặng Ánh"])
    try fixture.add(typed, password: "mat khau moi")
    #expect(try fixture.archive.accounts().map(\.name) == ["Đặng Ánh"])
    #expect(throws: Failure.self) {
      try fixture.archive.addAccount(typed, passwordHash: "x", part: nil, by: "An", at: 0)
    }
    #expect(try fixture.archive.removeAccount(typed))
  }

  /// Who has the token that all share may say any name, and is told apart from who has proved it.
  @Test func aNameThatNobodyProvedIsMarked() async throws {
    let token = "0123456789abcdef", fixture = try Fixture(entry: .sharedToken(token))
    let headers = [
      "host": "127.0.0.1:8080", "content-type": "application/json", "authorization": "Bearer " + token,
      "x-reviewer": "Lan" + String(repeating: " Lan", count: 3000),
    ]
    let body = Array("{\"text\":\"17\",\"seen\":\"0\"}".utf8)
    let program = await fixture.site.answer(
      Ask(.post, "/api/v1/documents/1/fields/number", headers: headers, body: body))
    #expect(program.status == 200)
    let visitor = await fixture.signIn("Lan", token).visitor
    let change = ["text": "18", "seen": "17"]
    #expect(try await fixture.post("/api/v1/documents/1/fields/number", change, as: visitor).status == 200)
    let who = try fixture.archive.corrections().map(\.who)
    #expect(who.allSatisfy { $0.hasPrefix("Lan") && $0.hasSuffix("(mã chung)") && $0.utf8.count < 120 }, "\(who)")
  }
}
