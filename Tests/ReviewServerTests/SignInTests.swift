import Archive
import DocumentModel
import Foundation
import Synchronization
import Testing

@testable import ReviewServer

/// Guessing slows down the guesser, and nobody else.
@Suite struct SignInTests {
  private func fixture() throws -> Fixture {
    let fixture = try Fixture(entry: .accounts)
    try fixture.add("Lan")
    return fixture
  }

  @Test func eachFailureDoublesTheWait() async throws {
    let fixture = try fixture()
    for wait in [1, 2, 4, 8, 16, 32, 60, 60] {
      #expect(await fixture.signIn("lan", "sai", from: "10.0.0.1").answer.status == 401)
      let refused = await fixture.signIn("Lan", from: "10.0.0.1").answer
      #expect(refused.status == 429 && refused[header: "Retry-After"] == "\(wait)")
      fixture.time.pass(wait)
    }
    #expect(await fixture.signIn("Lan", from: "10.0.0.1").answer.status == 303)
  }

  @Test func aColleagueIsLetInAtOnce() async throws {
    let fixture = try fixture()
    #expect(await fixture.signIn("Lan", from: "10.0.0.2").answer.status == 303)
    for _ in 0..<5 {
      for address in ["10.0.0.1", "10.0.0.2"] { _ = await fixture.signIn("Lan", "sai", from: address) }
    }
    // From another address than the guesser's, and from one where this name was at home before.
    for address in ["10.0.0.3", "10.0.0.2"] {
      #expect(await fixture.signIn("Lan", from: address).answer.status == 303, "\(address)")
    }
    #expect(await fixture.signIn("Lan", from: "10.0.0.1").answer.status == 429)
  }

  /// A pair that is known is bounded, too, but waits two seconds at the most.
  @Test func knownPairsWaitLittle() {
    let delays = GuessDelays(), pair = GuessDelays.Pair(name: "lan", address: "10.0.0.1")
    for _ in 0..<GuessDelays.knownFailures - 1 { delays.failed(pair, now: 100) }
    #expect(delays.wait(pair, now: 100) { true } == 0)
    delays.failed(pair, now: 100)
    #expect(delays.wait(pair, now: 100) { true } == 2)
    #expect(delays.wait(pair, now: 102) { true } == 0)
    #expect(delays.wait(pair, now: 102) { false } == 58)
  }

  /// Many names from one address: each waits long from its first failure on; who has not failed comes in.
  @Test func manyNamesFromOneAddress() async throws {
    let fixture = try fixture()
    for number in 0..<GuessDelays.manyNames {
      fixture.site.delays.failed(.init(name: "ten\(number)", address: "10.0.0.1"), now: fixture.time.now)
    }
    #expect(await fixture.signIn("Minh", "sai", from: "10.0.0.1").answer.status == 401)
    #expect(await fixture.signIn("Minh", "sai", from: "10.0.0.1").answer[header: "Retry-After"] == "60")
    #expect(await fixture.signIn("Lan", from: "10.0.0.1").answer.status == 303)
  }

  @Test func guessesInFlightAreBounded() async throws {
    // However busy the machine is, the last of them gets its turn.
    let desk = GuessDesk(patience: 600), gauge = Gauge()
    let refused = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<12 {
        group.addTask {
          // Three lanes of four each, and one more that is full.
          await (try? desk.run(lane: "\(number % 3)") { gauge.work() }) == nil
        }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(refused == 0 && gauge.most <= GuessDesk.atOnce)
    let full = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<12 { group.addTask { await (try? desk.run(lane: "a") { gauge.work() }) == nil } }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(full > 0)
  }

  @Test func failuresAreOneRowEach() async throws {
    let fixture = try Fixture(), archive = fixture.archive
    for number in 0..<10 { try archive.auditFailure(who: "Lan", address: "10.0.0.1", at: 7200 + number) }
    try archive.auditFailure(who: "Lan", address: "10.0.0.2", at: 7210)
    try archive.auditFailure(who: "Lan", address: "10.0.0.1", at: 10_800)
    #expect(try archive.auditLog().map(\.count) == [1, 1, 10])
    try archive.auditFailure(who: String(repeating: "x", count: 5000), address: "10.0.0.1", at: 7211)
    #expect(try archive.auditLog().first?.who.count == 80)
    try archive.audit("login", who: "An", address: "10.0.0.1", at: 1)
    for number in 0..<20 { try archive.auditFailure(who: "ten\(number)", address: "10.0.0.1", at: 7200, most: 5) }
    #expect(try archive.auditLog().map(\.action) == Array(repeating: "login-failed", count: 5) + ["login"])
    #expect(try archive.check().isEmpty)
  }
}

/// Counts how many are at work.
private final class Gauge: Sendable {
  private let state = Mutex((now: 0, most: 0))
  var most: Int { state.withLock { $0.most } }

  func work() {
    state.withLock { state in
      state.now += 1
      state.most = max(state.most, state.now)
    }
    usleep(20_000)
    state.withLock { $0.now -= 1 }
  }
}
