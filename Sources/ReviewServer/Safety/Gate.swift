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
    if ask.headers["host"]?.contains(",") == true { throw .twoHosts }
    guard let host = ask.headers["host"], isOurs(host.lowercased()) else { throw .forgedHost }
  }

  /// A change has to come from a page of ours: by the browser's word (Origin, Sec-Fetch-Site), and by a mark that only
  /// our pages know.
  func check(change ask: Ask, session: Session, mark: String?) throws(Refusal) {
    if let origin = ask.headers["origin"] {
      let host = origin.split(separator: "/", maxSplits: 2).last.map { $0.lowercased() } ?? ""
      guard origin.hasPrefix("http"), isOurs(host) else { throw .foreignOrigin }
    }
    if let site = ask.headers["sec-fetch-site"], site != "same-origin", site != "none" { throw .foreignOrigin }
    guard let mark, Secrets.equal(mark, session.csrf) else { throw .staleForm }
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
