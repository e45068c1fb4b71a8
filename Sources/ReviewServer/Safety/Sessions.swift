internal import DocumentModel
internal import Synchronization

/// Who is at the other end.
struct Session: Sendable {
  /// The cookie's value; whoever knows it is this person.
  var token: String
  /// What a form has to bring back.
  var csrf: String
  var who: String
  var isSignedIn: Bool
  /// Sent the shared token itself, and has no cookie.
  var isProgram = false
}

/// Sessions live in memory: a server that starts again has none. Whoever has not signed in is not remembered at all,
/// so nobody can fill the memory by asking.
final class Sessions: Sendable {
  static let cookie = "sohoa"
  /// A working day, in seconds.
  static let life = 12 * 3600
  private static let most = 10_000

  private struct Entry {
    var who: String
    var until: Int
  }

  private let key = Secrets.random(32)
  private let entries = Mutex<[String: Entry]>([:])

  /// The session of a cookie; an anonymous one for any other, with a new token where that is not of our form.
  func session(of cookie: String?, now: Int) -> Session {
    let isOurs = cookie.map { $0.utf8.count == 64 && $0.allSatisfy(\.isHexDigit) } ?? false
    let token = isOurs ? cookie ?? "" : Self.token()
    let who = entries.withLock { entries -> String? in
      guard let entry = entries[token], entry.until > now else { return nil }
      return entry.who
    }
    return Session(token: token, csrf: csrf(of: token), who: who ?? "", isSignedIn: who != nil)
  }

  /// A token that nobody knew before: one that was planted in a browser is worth nothing after signing in.
  func signIn(_ who: String, now: Int) -> Session {
    let token = Self.token()
    entries.withLock { entries in
      if entries.count >= Self.most { entries = entries.filter { $0.value.until > now } }
      if entries.count < Self.most { entries[token] = Entry(who: who, until: now + Self.life) }
    }
    return Session(token: token, csrf: csrf(of: token), who: who, isSignedIn: true)
  }

  func signOut(_ token: String) { entries.withLock { _ = $0.removeValue(forKey: token) } }

  private static func token() -> String { Secrets.random(32).hexadecimal }
  private func csrf(of token: String) -> String { Secrets.mark(token, key: key) }
}

/// Slows down guessing: after some failures an address or a name has to wait.
final class Attempts: Sendable {
  private static let most = 8
  /// Seconds.
  private static let window = 300
  private let failures = Mutex<[String: [Int]]>([:])

  func isBlocked(_ name: String, now: Int) -> Bool {
    failures.withLock { ($0[name] ?? []).count { $0 > now - Self.window } >= Self.most }
  }

  func failed(_ name: String, now: Int) {
    failures.withLock { failures in
      if failures.count > 10_000 { failures = failures.filter { ($0.value.last ?? 0) > now - Self.window } }
      failures[name, default: []] = Array((failures[name, default: []] + [now]).suffix(Self.most))
    }
  }

  func succeeded(_ name: String) { failures.withLock { _ = $0.removeValue(forKey: name) } }
}
