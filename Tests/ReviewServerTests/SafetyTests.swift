import Archive
import DocumentModel
import Testing

@testable import ReviewServer

@Suite struct SafetyTests {
  static let pages = [
    "/", "/documents", "/documents/1", "/documents/1?tab=fields", "/documents/1?tab=tasks", "/documents/1?tab=sections",
    "/documents/1?tab=history", "/review", "/tasks", "/bodies", "/conflicts", "/sampling", "/history", "/audit",
    "/accounts",
    "/search?q=%3Cscript%3Ealert('x')", "/search?q=lam", "/documents?type=%22%3E%3Cscript%3E",
    "/tasks?lead=%22%3E%3Cscript%3E&sort=%22%3E%3Cscript%3E", "/bodies?name=%3Cscript%3E", "/%3Cscript%3E",
  ]

  @Test(arguments: pages) func showsWhatWasReadAsText(path: String) async throws {
    let answer = try await Fixture().get(path)
    #expect(!answer.text.contains("<script>alert"))
    #expect(!answer.text.contains("\" onmouseover=\""))
    #expect(!answer.text.contains("\"><script>"))
    #expect(answer.status == (path == "/%3Cscript%3E" ? 404 : 200))
    let policy = try #require(answer[header: "Content-Security-Policy"])
    #expect(policy.contains("script-src 'self'") && !policy.contains("unsafe"))
    // Neither scripts nor styles nor handlers stand in a page: the policy would stop ours as well.
    #expect(!answer.text.contains("style=") && !answer.text.contains(" onclick"))
  }

  @Test func showsWhatAnInventorySaysAsText() async throws {
    let fixture = try Fixture()
    let heading = ["Phông", "Mã hồ sơ", "Tiêu đề", "Trích yếu", "Số trang văn bản", "Đường dẫn file"]
    for pages in ["2", "3"] {
      var reader = InventoryReader()
      let rows = [heading, [Fixture.hostile, "1", Fixture.hostile, Fixture.hostile, pages, Fixture.hostile + ".pdf"]]
      let entries = rows.enumerated().compactMap { number, row -> InventoryEntry? in
        guard case .entry(let entry) = reader.read(row: number + 1, cells: row) else { return nil }
        return entry
      }
      let source = InventorySource(file: Fixture.hostile, sha256: pages, who: Fixture.hostile, at: 1)
      #expect(try fixture.archive.importInventory(entries, from: source).rows == 1)
    }
    #expect(try fixture.archive.conflicts().count == 1)
    for path in ["/conflicts", "/", "/api/v1/conflicts"] {
      let answer = await fixture.get(path)
      #expect(answer.status == 200 && (path.hasPrefix("/api") || !answer.text.contains("<script>alert")))
    }
  }

  @Test(arguments: [
    "/scans/../../etc/passwd", "/scans/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "/scans//etc/passwd", "/scans/1%00.jpg",
    "/assets/../Package.swift", "/assets/%2e%2e/x", "/scans/999999999999999999999", "/documents/-1", "/readings/x",
  ])
  func servesFilesByIdOnly(path: String) async throws {
    #expect(try await Fixture().get(path).status == 404)
  }

  @Test func servesAPageByItsReading() async throws {
    let answer = try await Fixture().get("/scans/1")
    #expect(answer.status == 200 && answer[header: "Content-Type"] == "image/jpeg")
  }

  @Test(arguments: ["evil.test", "127.0.0.1:9999", "127.0.0.1:8080.evil.test", ""])
  func answersForItsOwnNamesOnly(host: String) async throws {
    #expect(try await Fixture().get("/", host: host).status == 421)
  }

  @Test(arguments: ["127.0.0.1:8080", "localhost:8080", "kho.test", "KHO.test:8080"])
  func answersForItsNames(host: String) async throws {
    #expect(try await Fixture().get("/", host: host).status == 200)
  }

  @Test(arguments: [
    ["x-csrf-token": ""], ["x-csrf-token": "0000"], ["origin": "http://evil.test"], ["origin": "null"],
    ["sec-fetch-site": "cross-site"], ["cookie": ""],
  ])
  func refusesChangesFromElsewhere(headers: [String: String]) async throws {
    let fixture = try Fixture(), visitor = await fixture.visitor()
    let answer = try await fixture.post(
      "/api/v1/documents/1/fields/number", ["text": "9", "seen": "0"], as: visitor, headers: headers)
    #expect(answer.status == 403)
    #expect(try fixture.archive.document(id: 1)?.document.number == "0")
  }

  @Test func refusesLargeBodies() async throws {
    let fixture = try Fixture(), visitor = await fixture.visitor()
    let answer = try await fixture.post(
      "/api/v1/undo", ["text": String(repeating: "x", count: Site.mostBody)], as: visitor)
    #expect(answer.status == 413)
  }

  @Test(arguments: ["%", "_", "100%", "'; DROP TABLE task; --", "\" OR 1=1", "a* OR b", "NEAR(", "*"])
  func takesWildcardsAsLetters(text: String) async throws {
    let fixture = try Fixture(documents: 2)
    let encoded = Fields([("lead", text)]).encoded
    let answer = await fixture.get("/tasks?" + encoded)
    #expect(answer.status == 200 && answer.text.contains("<span class=\"soft\">0</span>"))
    for path in ["/documents?issuer=", "/bodies?name=", "/search?q="] {
      #expect(await fixture.get(path + Fields.encoded(text)).status == 200)
    }
    #expect(try fixture.archive.status().tasks == 2)
  }

  @Test func needsSigningInWhereAccountsAre() async throws {
    let fixture = try Fixture(entry: .accounts)
    #expect(await fixture.get("/documents")[header: "Location"] == "/login")
    #expect(await fixture.get("/api/v1/tasks").status == 401)
    #expect(await fixture.get("/scans/1").status == 303)
    #expect(await fixture.get("/assets/site.css").status == 200)
  }

  @Test func givesANewSessionAtSigningIn() async throws {
    let fixture = try Fixture(entry: .accounts)
    let hash = try #require(PasswordHash.make("mat khau dai"))
    try fixture.archive.setAccount("Lan", passwordHash: hash, at: 0)
    let planted = await fixture.visitor()
    let (answer, visitor) = await fixture.signIn("Lan", "mat khau dai")
    #expect(answer.status == 303 && visitor.cookie != planted.cookie)
    #expect(await fixture.get("/documents", cookie: visitor.cookie).status == 200)
    #expect(await fixture.get("/documents", cookie: planted.cookie).status == 303)
    #expect(try fixture.archive.auditLog().map(\.action) == ["login"])
  }

  @Test(arguments: [("mat khau dai", true), ("mat khau", false), ("", false)])
  func hashesPasswords(tried: String, isRight: Bool) throws {
    let hash = try #require(PasswordHash.make("mat khau dai"))
    #expect(PasswordHash.matches(tried, hash) == isRight)
    #expect(!hash.contains("mat khau") && hash != PasswordHash.make("mat khau dai"))
  }
}
