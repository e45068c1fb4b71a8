import Archive
import DocumentModel
import Testing

@testable import ReviewServer

/// What pages of other sites can have a browser ask for.
@Suite struct ForeignSiteTests {
  private func get(_ fixture: Fixture, _ path: String, _ headers: [String: String]) async -> Answer {
    await fixture.site.answer(Ask(.get, path, headers: headers.merging(["host": "127.0.0.1:8080"]) { $1 }))
  }

  private static let link = [
    "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document",
  ]
  private static let picture = ["sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image"]
  private static let port = ["sec-fetch-site": "same-site", "sec-fetch-mode": "cors", "sec-fetch-dest": "empty"]
  private static let ours = ["sec-fetch-site": "same-origin", "sec-fetch-mode": "cors", "sec-fetch-dest": "empty"]
  private static let old = ["origin": "http://evil.test"]

  @Test(arguments: ["/", "/documents/1", "/tasks.csv", "/api/v1/queue/next", "/api/v1/heads", "/scans/1", "/pairs.tsv"])
  func onlyPagesCanBeLinkedTo(path: String) async throws {
    let fixture = try Fixture(), isPage = path == "/" || path == "/documents/1"
    #expect(await get(fixture, path, Self.link).status == (isPage ? 200 : 403))
    for headers in [Self.picture, Self.port, Self.old] {
      #expect(await get(fixture, path, headers).status == 403, "\(headers)")
    }
    #expect(try fixture.archive.auditLog().isEmpty)
    for headers in [Self.ours, ["sec-fetch-site": "none"], [:]] {
      #expect(await get(fixture, path, headers).status == 200, "\(headers)")
    }
  }

  /// Older browsers say nothing of where a request comes from, but send our cookie to pages of ours only.
  @Test(arguments: ["/api/v1/queue/next", "/api/v1/heads"])
  func lookingTakesNothingForWhomHasNotOpenedAPage(path: String) async throws {
    let fixture = try Fixture()
    _ = await fixture.get(path)
    #expect(try fixture.archive.claims(besides: "minh", at: fixture.time.now).isEmpty)
    _ = await fixture.get(path, cookie: await fixture.visitor().cookie)
    #expect(try !fixture.archive.claims(besides: "minh", at: fixture.time.now).isEmpty)
  }

  @Test func theSameFileIsOneRowAnHour() async throws {
    let fixture = try Fixture()
    for query in ["", "?lead=x", "", "?lead=" + String(repeating: "x", count: 5000)] {
      #expect(await fixture.get("/tasks.csv" + query).status == 200)
    }
    #expect(try fixture.archive.auditLog().map(\.count) == [1, 1, 2])
    #expect(try fixture.archive.auditLog().allSatisfy { ($0.detail ?? "").count <= 500 })
    fixture.time.pass(3600)
    _ = await fixture.get("/tasks.csv")
    #expect(try fixture.archive.auditLog().count == 4)
    #expect(try fixture.archive.check().isEmpty)
  }

  /// An origin ends with its host.
  @Test(arguments: [
    "http://evil.test/127.0.0.1:8080", "http://127.0.0.1:8080/", "http://127.0.0.1:8080/a", "ftp://127.0.0.1:8080",
    "http:127.0.0.1:8080", "127.0.0.1:8080", "httpx://127.0.0.1:8080",
  ])
  func anOriginIsReadWhole(origin: String) async throws {
    let fixture = try Fixture(), visitor = await fixture.visitor()
    let change = ["text": "9", "seen": "0"]
    let answer = try await fixture.post(
      "/api/v1/documents/1/fields/number", change, as: visitor, headers: ["origin": origin])
    #expect(answer.status == 403)
  }

  /// No address on a page leads to another server, whatever was asked for.
  @Test(arguments: [
    "//evil.example/", "/\\evil.example/", "\\\\evil.example", "///evil.example", "//documents", "/\t/evil.example",
    "/\u{301}/\u{301}evil.example", "http://evil.example/x", "//evil.example/tasks", "/documents/",
  ])
  func aPathLeadsNowhereElse(path: String) async throws {
    let fixture = try Fixture(documents: 60)
    let answer = await fixture.site.answer(Ask(.get, path, headers: ["host": "127.0.0.1:8080"]))
    for attribute in ["href", "src", "action"] {
      for part in answer.text.components(of: attribute) {
        let scalars = Array(part.unicodeScalars.prefix(2))
        #expect(scalars.first == "/" || scalars.first == "#" || scalars.isEmpty, "\(part.prefix(40))")
        #expect(scalars.count < 2 || (scalars[1] != "/" && scalars[1] != "\\"), "\(part.prefix(40))")
      }
    }
  }
}

extension String {
  /// What stands behind each `attribute="`.
  fileprivate func components(of attribute: String) -> [Substring] {
    split(separator: " \(attribute)=\"", omittingEmptySubsequences: false).dropFirst()
      .map { $0.prefix { $0 != "\"" } }
  }
}
