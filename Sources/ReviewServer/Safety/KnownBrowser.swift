internal import Archive
internal import DocumentModel

/// A browser that somebody has signed in with before. It keeps a cookie that only the account's owner can have got, so that
/// guesses by others, from the same address too, never make this person wait. It opens nothing by itself, and ends with the
/// password.
enum KnownBrowser {
  static let cookie = "sohoa-known"
  /// Half a year, in seconds.
  private static let life = 182 * 86_400
  private static let idLength = 32

  /// What the browser is called, of its cookie; nil where that is of another account, of an older password, or none.
  static func id(of cookie: String?, account: Account) -> String? {
    let sides = (cookie ?? "").split(separator: ".").map(String.init)
    guard sides.count == 2, sides[0].utf8.count == idLength, Secrets.equal(sides[1], mark(of: sides[0], account)) else {
      return nil
    }
    return sides[0]
  }

  /// The cookie that is set when somebody has signed in.
  static func header(for account: Account, to ask: Ask) -> (name: String, value: String) {
    let id = Secrets.random(idLength / 2).hexadecimal, secure = ask.isSecure ? "; Secure" : ""
    let value = "\(id).\(mark(of: id, account))"
    return ("Set-Cookie", "\(cookie)=\(value); Path=/login; Max-Age=\(life); HttpOnly; SameSite=Strict\(secure)")
  }

  /// Only who can read the archive has the key.
  private static func mark(of id: String, _ account: Account) -> String {
    Secrets.mark("\(cookie) \(id) \(account.id)", key: Array(account.passwordHash.utf8))
  }
}
