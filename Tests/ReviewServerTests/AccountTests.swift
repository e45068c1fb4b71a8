import Archive
import DocumentModel
import Testing

@testable import ReviewServer

/// Who may come in is asked of the archive as it is now.
@Suite struct AccountTests {
  private func add(_ name: String, _ password: String, to fixture: Fixture) throws {
    try fixture.add(name, password: password)
  }

  @Test func aSessionEndsWithItsAccount() async throws {
    let fixture = try Fixture(entry: .accounts)
    var cookies: [String: String] = [:]
    for name in ["Lan", "Minh", "Hoa"] {
      try add(name, "mat khau dai", to: fixture)
      // Whatever case it is typed in, it is one person.
      cookies[name] = await fixture.signIn(name.lowercased(), "mat khau dai").visitor.cookie
      #expect(await fixture.get("/documents", cookie: cookies[name]).status == 200)
    }
    _ = try fixture.archive.removeAccount("Lan")
    try add("Minh", "mat khau khac", to: fixture)
    #expect(await fixture.get("/documents", cookie: cookies["Lan"]).status == 303)
    #expect(await fixture.get("/api/v1/tasks", cookie: cookies["Minh"]).status == 401)
    #expect(await fixture.get("/documents", cookie: cookies["Hoa"]).text.contains("Hoa"))
    // Of the same name and password, but not the same.
    try add("Lan", "mat khau dai", to: fixture)
    #expect(await fixture.get("/documents", cookie: cookies["Lan"]).status == 303)
  }

  @Test func theFirstAccountClosesTheSite() async throws {
    let fixture = try Fixture(), visitor = await fixture.visitor()
    #expect(await fixture.get("/documents").status == 200)
    try add("Lan", "mat khau dai", to: fixture)
    #expect(await fixture.get("/documents").status == 303)
    let change = ["status": "done", "seen": "open"]
    #expect(try await fixture.post("/api/v1/tasks/1/status", change, as: visitor).status == 401)
    #expect(await fixture.signIn("Lan", "mat khau dai").answer.status == 303)
    _ = try fixture.archive.removeAccount("Lan")
    #expect(await fixture.get("/documents").status == 303)
  }

  /// Of two who decide at the same time, one is told that the other was faster.
  @Test func oneOfTwoDecides() async throws {
    let fixture = try Fixture(), visitor = await fixture.visitor()
    for doubt in 0..<2 {
      let entry = try #require(try fixture.archive.nextDoubt(for: "lan", at: doubt))
      try fixture.archive.decide(doubt: entry.doubt.id, entry.doubt.text, who: "lan", at: doubt)
    }
    let open = ["seen": try fixture.archive.openWords(ofDocument: 1)]
    _ = try await fixture.post("/api/v1/documents/1/accept", open, as: visitor)
    #expect(try await fixture.post("/api/v1/samples", ["bound": "0.05"], as: visitor).status == 200)
    for (path, bodies) in [
      ("/api/v1/tasks/1/status", [["status": "done", "seen": "open"], ["status": "doing", "seen": "open"]]),
      ("/api/v1/samples/1/0", [["verdict": "right"], ["verdict": "wrong"]]),
    ] {
      let answers = try await withThrowingTaskGroup(of: Int.self) { group in
        for body in bodies { group.addTask { try await fixture.post(path, body, as: visitor).status } }
        return try await group.reduce(into: [Int]()) { $0.append($1) }
      }
      #expect(answers.sorted() == [200, 409], "\(path)")
    }
    let seen = try fixture.archive.items(ofSample: 1)[0].isRight == true ? "right" : "wrong"
    let judged = ["verdict": "wrong", "seen": seen]
    #expect(try await fixture.post("/api/v1/samples/1/0", judged, as: visitor).status == 200)
  }
}
