internal import Synchronization

/// What every request has to pass before a page sees it.
final class Gate: Sendable {
  /// Names that the server answers for, with the port: a page of another site that points its own name here (DNS
  /// rebinding) is refused by this.
  private let hosts: Mutex<Set<String>>

  init(hosts: Set<String>) { self.hosts = Mutex(hosts) }

  /// The port is known once it is open, where the system chose it.
  func opened(hosts: Set<String>) { self.hosts.withLock { $0 = hosts } }

  private func isOurs(_ host: String) -> Bool { hosts.withLock { $0.contains(host) } }

  func check(host ask: Ask) throws(Refusal) {
    if ask.hasTwoHosts { throw .twoHosts }
    if ask.hasUnknownCoding { throw .unknownCoding }
    guard let host = ask.headers["host"], isOurs(host.lowercased()) else { throw .forgedHost }
  }

  /// A change has to come from a page of ours: by the browser's word (Origin, Sec-Fetch-Site), and by a mark that only
  /// our pages know.
  func check(change ask: Ask, session: Session, mark: String?) throws(Refusal) {
    try check(originOf: ask)
    if let site = ask.headers["sec-fetch-site"], site != "same-origin", site != "none" { throw .foreignOrigin }
    guard let mark, Secrets.equal(mark, session.csrf) else { throw .staleForm }
  }

  /// Another site may link to a page, and to nothing else: it cannot have pictures, files or the API's answers fetched, nor
  /// what is written down when somebody looks. `isPage` tells whether it is a page that is asked for.
  func check(look ask: Ask, isPage: Bool) throws(Refusal) {
    try check(originOf: ask)
    guard let site = ask.headers["sec-fetch-site"], site != "same-origin", site != "none" else { return }
    guard isPage, ask.headers["sec-fetch-mode"] == "navigate", ask.headers["sec-fetch-dest"] == "document" else {
      throw .foreignOrigin
    }
  }

  /// An origin is a scheme and one of our names, and nothing behind it.
  private func check(originOf ask: Ask) throws(Refusal) {
    guard let origin = ask.headers["origin"]?.lowercased() else { return }
    let host = ["http://", "https://"].first { origin.hasPrefix($0) }.map { String(origin.dropFirst($0.count)) }
    guard let host, isOurs(host) else { throw .foreignOrigin }
  }

  /// Sent with every answer. No script or style stands in a page, so none that was read from paper can run.
  static let headers: [(name: String, value: String)] = [
    (
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'"
    ),
    ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
  ]
}
