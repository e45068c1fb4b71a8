internal import Archive
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
    /// What the account was when the session began; nil of a session that none is needed for.
    var account: Account?
    var until: Int
  }

  private let key = Secrets.random(32)
  private let entries = Mutex<[String: Entry]>([:])

  /// The session of a cookie; an anonymous one for any other, with a new token where that is not of our form.
  ///
  /// A session lasts as long as its account does: at every request it is held against what the archive says now.
  func session(of cookie: String?, now: Int, account: (String) throws -> Account?) rethrows -> Session {
    let isOurs = cookie.map { $0.utf8.count == 64 && $0.allSatisfy(\.isHexDigit) } ?? false
    let token = isOurs ? cookie ?? "" : Self.token()
    var entry = entries.withLock { $0[token] }
    if let known = entry, known.until <= now { entry = nil }
    if let held = entry?.account, try account(held.name) != held {
      signOut(token)
      entry = nil
    }
    return Session(token: token, csrf: csrf(of: token), who: entry?.who ?? "", isSignedIn: entry != nil)
  }

  /// A token that nobody knew before: one that was planted in a browser is worth nothing after signing in.
  func signIn(_ who: String, account: Account?, now: Int) -> Session {
    let token = Self.token()
    entries.withLock { entries in
      if entries.count >= Self.most { entries = entries.filter { $0.value.until > now } }
      if entries.count < Self.most { entries[token] = Entry(who: who, account: account, until: now + Self.life) }
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
