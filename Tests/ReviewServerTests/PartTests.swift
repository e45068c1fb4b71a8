import Archive
import DocumentModel
import Testing

@testable import ReviewServer

/// Who may do what.
@Suite struct PartTests {
  static let needed: [(Ask.Method, String, AccountPart)] = [
    (.get, "/documents", .reads), (.get, "/search?q=a", .reads), (.get, "/tasks.csv", .reads),
    (.get, "/corrections.tsv", .reads), (.get, "/api/v1/tasks", .reads), (.get, "/review", .reviews),
    (.get, "/api/v1/queue/next", .reviews), (.post, "/api/v1/undo", .reviews),
    (.post, "/api/v1/readings/1/words/2", .reviews), (.post, "/api/v1/documents/1/fields/number", .reviews),
    (.post, "/sampling", .reviews), (.post, "/api/v1/tasks/1/status", .decides),
    (.post, "/api/v1/conflicts/1", .decides), (.post, "/conflicts/1", .decides), (.post, "/bodies/merge", .decides),
    (.post, "/api/v1/bodies/1/split", .decides), (.get, "/audit", .administers), (.get, "/audit.csv", .administers),
    (.get, "/accounts", .administers), (.post, "/accounts", .administers),
    (.post, "/accounts/1/remove", .administers),
  ]

  @Test(arguments: AccountPart.allCases) func mayWhatItsPartSays(part: AccountPart) async throws {
    let fixture = try Fixture(entry: .accounts)
    try fixture.add("Quản trị")
    try fixture.add("Bình", part)
    let visitor = await fixture.signIn("Bình").visitor
    for (method, path, needed) in Self.needed {
      let answer =
        method == .get
        ? await fixture.get(path, cookie: visitor.cookie) : try await fixture.post(path, [:], as: visitor)
      #expect((answer.status == 403) == (part < needed), "\(part) \(path): \(answer.status)")
      if answer.status == 403 {
        #expect(answer.text.contains(needed.name(in: .vi)) && answer.text.contains("Quản trị"), "\(path)")
      }
    }
  }

  @Test func manyDocumentsAtOnceAreDecided() async throws {
    let fixture = try Fixture(entry: .accounts, documents: 3)
    try fixture.add("An")
    try fixture.add("Bình", .reviews)
    let visitor = await fixture.signIn("Bình").visitor
    let everywhere = ["action": "correct", "text": "hoạch", "everywhere": "1"]
    let doubt = try #require(
      try (1...12).first { try fixture.archive.queueEntry($0).sameElsewhere > 0 })
    #expect(try await fixture.post("/api/v1/queue/\(doubt)/decide", everywhere, as: visitor).status == 403)
    let shown = await fixture.get("/api/v1/queue/\(doubt)", cookie: visitor.cookie)
    #expect(fixture.value(shown)["same"] as? Int == 0)
    let bound = try #require(try fixture.archive.account("Bình"))
    try fixture.archive.change(account: bound.id, .part(.decides), seen: nil, by: "An", at: 1)
    // The session goes on, with the new part.
    #expect(try await fixture.post("/api/v1/queue/\(doubt)/decide", everywhere, as: visitor).status == 200)
  }

  @Test(arguments: [(AccountPart.reads, 403), (.reviews, 200)])
  func theSharedTokenHasAPart(part: AccountPart, status: Int) async throws {
    let fixture = try Fixture(entry: .sharedToken("0123456789abcdef"), adjust: { $0.tokenPart = part })
    let answer = await fixture.site.answer(
      Ask(
        .post, "/api/v1/documents/1/fields/number",
        headers: [
          "host": "127.0.0.1:8080", "authorization": "Bearer 0123456789abcdef", "content-type": "application/json",
        ], body: Array("{\"text\":\"17\",\"seen\":\"0\"}".utf8)))
    #expect(answer.status == status)
    let visitor = await fixture.signIn("Lan", "0123456789abcdef").visitor
    #expect(await fixture.get("/review", cookie: visitor.cookie).status == status)
    #expect(await fixture.get("/documents", cookie: visitor.cookie).status == 200)
  }

  /// A page shows no button that would be refused.
  @Test(arguments: [
    ("/tasks", "disabled title=\"Cần quyền “quyết định”", AccountPart.reviews),
    ("/bodies", "disabled title=\"Cần quyền “quyết định”", .reviews),
    ("/documents/1?tab=fields", "disabled title=\"Cần quyền “rà soát”", .reads),
  ])
  func buttonsAreOff(path: String, mark: String, part: AccountPart) async throws {
    let fixture = try Fixture(entry: .accounts)
    try fixture.add("An")
    try fixture.add("Bình", part)
    let cookie = await fixture.signIn("Bình").visitor.cookie
    let text = await fixture.get(path, cookie: cookie).text
    #expect(text.contains(mark))
    #expect(!text.contains("href=\"/accounts\""))
    if part == .reads { #expect(!text.contains("data-accept") && !text.contains("href=\"/review")) }
    let mine = await fixture.signIn("An").visitor.cookie
    #expect(!(await fixture.get(path, cookie: mine).text.contains(mark)))
  }
}

/// The page of accounts.
@Suite struct AccountPageTests {
  private func administrator() async throws -> (Fixture, Fixture.Visitor) {
    let fixture = try Fixture(entry: .accounts)
    try fixture.add("An")
    return (fixture, await fixture.signIn("An").visitor)
  }

  @Test func addsChangesAndRemoves() async throws {
    let (fixture, visitor) = try await administrator()
    let added = await fixture.send(
      "/accounts", [("name", "Bình"), ("password", "mat khau moi"), ("part", "reads")], as: visitor)
    #expect(added.status == 303)
    let account = try #require(try fixture.archive.accounts().last)
    #expect(account.part == .reads && account.name == "Bình")
    let address = "/accounts/\(account.id)"
    #expect(await fixture.send(address + "/part", [("part", "decides"), ("seen", "1")], as: visitor).status == 303)
    let password = [(name: "password", value: "mat khau khac"), (name: "seen", value: "2")]
    #expect(await fixture.send(address + "/password", password, as: visitor).status == 303)
    #expect(await fixture.signIn("Bình", "mat khau khac").answer.status == 303)
    #expect(await fixture.send(address + "/remove", [("seen", "3"), ("sure", "1")], as: visitor).status == 303)
    #expect(try fixture.archive.accounts().map(\.name) == ["An"])
    let log = try fixture.archive.auditLog()
    #expect(
      Set(log.map(\.action)).isSuperset(of: ["account-added", "account-part", "account-password", "account-removed"]))
    #expect(!log.contains { ($0.detail ?? "").contains("mat khau") })
    let page = await fixture.get("/accounts", cookie: visitor.cookie).text
    #expect(!page.contains("mat khau") && !page.contains("scrypt"))
  }

  /// Two who change the same account: the second is told by whom, and nothing is written.
  @Test(arguments: ["part", "password", "remove"]) func theSecondIsTold(action: String) async throws {
    let (fixture, visitor) = try await administrator()
    try fixture.add("Cường", .administers)
    try fixture.add("Bình", .reads)
    let cuong = await fixture.signIn("Cường").visitor
    let id = try #require(try fixture.archive.account("Bình")).id
    let part = [(name: "part", value: "decides"), (name: "seen", value: "1")]
    #expect(await fixture.send("/accounts/\(id)/part", part, as: cuong).status == 303)
    let fields = [("part", "reviews"), ("password", "mat khau khac"), ("sure", "1"), ("seen", "1")]
    let answer = await fixture.send("/accounts/\(id)/\(action)", fields.map { (name: $0.0, value: $0.1) }, as: visitor)
    #expect(answer.status == 409 && answer.text.contains("Cường"))
    #expect(try fixture.archive.account("Bình")?.part == .decides)
  }

  @Test(arguments: [("part", "reads"), ("remove", "")]) func oneAdministratorStays(action: String, part: String)
    async throws
  {
    let (fixture, visitor) = try await administrator()
    try fixture.add("Bình", .decides)
    let id = try #require(try fixture.archive.account("An")).id
    let fields = [(name: "part", value: part), (name: "sure", value: "1"), (name: "seen", value: "1")]
    #expect(await fixture.send("/accounts/\(id)/\(action)", fields, as: visitor).status == 400)
    #expect(try fixture.archive.account("An")?.part == .administers)
    // With another who administers, it is done.
    try fixture.add("Cường", .administers)
    #expect(await fixture.send("/accounts/\(id)/\(action)", fields, as: visitor).status == 303)
  }

  @Test(arguments: [
    (["name": "An", "password": "mat khau moi", "part": "reads"], 409),
    (["name": "Bình", "password": "ngan", "part": "reads"], 400),
    (["name": "Bình", "password": "mat khau moi", "part": "moi"], 400),
    (["name": String(repeating: "x", count: 81), "password": "mat khau moi", "part": "reads"], 400),
  ])
  func refusesWhatIsNoAccount(fields: [String: String], status: Int) async throws {
    let (fixture, visitor) = try await administrator()
    let sent = fields.map { (name: $0.key, value: $0.value) }
    #expect(await fixture.send("/accounts", sent, as: visitor).status == status)
    #expect(try fixture.archive.accounts().count == 1)
  }

  @Test func theLogIsFilteredAndExported() async throws {
    let (fixture, visitor) = try await administrator()
    for number in 0..<60 { try fixture.archive.audit("login", who: "Bình", address: "10.0.0.\(number)", at: number) }
    try fixture.archive.audit("export-tasks", who: "=1+1", address: "10.0.1.1", at: 1_700_000_000)
    let page = await fixture.get("/audit?who=b%C3%ACnh", cookie: visitor.cookie).text
    #expect(!page.contains("10.0.1.1") && page.contains("10.0.0.59") && !page.contains(">10.0.0.3<"))
    #expect(await fixture.get("/audit?offset=50&action=login", cookie: visitor.cookie).text.contains(">10.0.0.3<"))
    #expect(await fixture.get("/audit?day=2023-11-15", cookie: visitor.cookie).text.contains("10.0.1.1"))
    #expect(!(await fixture.get("/audit?day=2023-11-16", cookie: visitor.cookie).text.contains("10.0.1.1")))
    let file = await fixture.get("/audit.csv?action=export-tasks", cookie: visitor.cookie)
    #expect(file.text.contains("'=1+1") && file.text.split(separator: "\r\n").count == 2)
    #expect(try fixture.archive.auditLog().first?.action == "export-audit")
  }
}
