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
  /// What this person may do.
  var part = AccountPart.reads
  /// Signed in with a name and a password of an account.
  var hasAccount = false
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
  /// A session lasts as long as its account does: at every request it is held against what the archive says now, and has
  /// the part that the account has now.
  func session(of cookie: String?, now: Int, account: (String) throws -> Account?) rethrows -> Session {
    let isOurs = cookie.map { $0.utf8.count == 64 && $0.allSatisfy(\.isHexDigit) } ?? false
    let token = isOurs ? cookie ?? "" : Self.token()
    var entry = entries.withLock { $0[token] }
    if let known = entry, known.until <= now { entry = nil }
    var part = AccountPart.reads
    if let held = entry?.account {
      if let found = try account(held.name), found.isSame(as: held) {
        part = found.part
      } else {
        signOut(token)
        entry = nil
      }
    }
    var session = Session(token: token, csrf: csrf(of: token), who: entry?.who ?? "", isSignedIn: entry != nil)
    (session.part, session.hasAccount) = (part, entry?.account != nil)
    return session
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

extension Account {
  /// Whether a session that began with the other one may go on: a new part changes what it may do, a new password ends
  /// it.
  fileprivate func isSame(as other: Account) -> Bool { id == other.id && passwordHash == other.passwordHash }
}
