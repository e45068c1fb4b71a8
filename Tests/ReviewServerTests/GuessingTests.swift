import Archive
import DocumentModel
import Foundation
import Synchronization
import Testing

@testable import ReviewServer

/// Nobody is locked out by what others do, and who cannot sign in leaves little behind.
@Suite struct GuessingTests {
  private func signIn(_ fixture: Fixture, _ name: String, _ password: String, cookie: String) async -> Answer {
    let before = await fixture.visitor()
    let form = Fields([("name", name), ("password", password), ("csrf", before.csrf)]).encoded
    return await fixture.site.answer(
      Ask(
        .post, "/login",
        headers: [
          "host": "127.0.0.1:8080", "cookie": "\(before.cookie); \(cookie)",
          "content-type": "application/x-www-form-urlencoded",
        ], body: Array(form.utf8), address: "10.0.0.1"))
  }

  private func known(_ answer: Answer) throws -> String {
    let set = answer.headers.filter { $0.name == "Set-Cookie" }.map(\.value)
    let cookie = try #require(set.first { $0.hasPrefix("sohoa-known=") })
    #expect(cookie.contains("HttpOnly") && cookie.contains("Path=/login") && cookie.contains("SameSite=Strict"))
    return String(cookie.prefix { $0 != ";" })
  }

  /// Behind one proxy everybody has one address. Whoever guesses there without a pause makes nobody wait whose browser has
  /// signed in before.
  @Test func aKnownBrowserNeverWaitsForOthers() async throws {
    let fixture = try Fixture(entry: .accounts)
    for name in ["Lan", "Minh"] { try fixture.add(name) }
    let browser = try known(await fixture.signIn("Lan", from: "10.0.0.1").answer)
    for _ in 0..<GuessDelays.knownFailures {
      fixture.site.delays.failed(.init(name: "lan", address: "10.0.0.1"), now: fixture.time.now)
    }
    #expect(await fixture.signIn("Lan", from: "10.0.0.1").answer.status == 429)
    #expect(await signIn(fixture, "Lan", "mat khau dai", cookie: browser).status == 303)
    // It opens nothing, is of one account, and ends with the password.
    #expect(await signIn(fixture, "Lan", "sai", cookie: browser).status == 401)
    let lan = try #require(try fixture.archive.account("Lan")), minh = try #require(try fixture.archive.account("Minh"))
    let value = String(browser.dropFirst("sohoa-known=".count))
    #expect(KnownBrowser.id(of: value, account: lan) != nil && KnownBrowser.id(of: value, account: minh) == nil)
    for other in ["", "a.b", value + "0", "0" + value.dropFirst()] where other != value {
      #expect(KnownBrowser.id(of: other, account: lan) == nil, "\(other)")
    }
    try fixture.add("Lan", password: "mat khau moi")
    let changed = try #require(try fixture.archive.account("Lan"))
    #expect(KnownBrowser.id(of: value, account: changed) == nil)
  }

  /// However many strangers wait for a desk, who is known is next.
  @Test func whoIsKnownIsNext() async throws {
    let desk = GuessDesk(patience: 600), order = Order()
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<64 {
        group.addTask {
          _ = try? await desk.run(lane: "\(number / 4)") {
            order.add("stranger")
            while !order.has("waits") { usleep(1000) }
          }
        }
      }
      while await desk.waitingCount < 62 { try? await Task.sleep(for: .milliseconds(5)) }
      group.addTask { _ = try? await desk.run(lane: "lan", isKnown: true) { order.add("lan") } }
      while await desk.waitingCount < 63 { try? await Task.sleep(for: .milliseconds(5)) }
      order.add("waits")
    }
    let who = order.all.filter { $0 != "waits" }
    #expect(who.count == 65 && who.prefix(4).contains("lan"), "\(who.prefix(6))")
  }

  /// A letter may carry any number of marks, so that letters do not bound a name.
  @Test(arguments: ["x", "\u{301}"]) func aNameWithoutEndLeavesNothingBehind(sign: String) async throws {
    let name = "e" + String(repeating: sign, count: 100_000)
    let fixture = try Fixture(entry: .accounts)
    try fixture.add("Lan")
    #expect(await fixture.signIn(name, "sai").answer.status == 401)
    let entry = try #require(try fixture.archive.auditLog().first)
    #expect(entry.action == "login-failed" && entry.who.utf8.count < 400)
  }
}

/// What happened, in order.
private final class Order: Sendable {
  private let list = Mutex<[String]>([])
  var all: [String] { list.withLock { $0 } }
  func add(_ event: String) { list.withLock { $0.append(event) } }
  func has(_ event: String) -> Bool { list.withLock { $0.contains(event) } }
}
