/// The proxies whose word is taken for who asks, by which name and over what. From anybody else these headers are only
/// what a client says.
struct TrustedProxies: Sendable {
  let ranges: [AddressRange]

  func contains(_ address: String) -> Bool {
    guard let address = NetworkAddress(address) else { return false }
    return ranges.contains { $0.contains(address) }
  }

  /// The request as the client made it. Each proxy adds the address that it was asked from at the end of
  /// `X-Forwarded-For`, so the client is the last one there that is no proxy of ours; what stands before that, the client
  /// may have written itself.
  func resolved(_ ask: Ask) -> Ask {
    guard contains(ask.address) else { return ask }
    var ask = ask
    for hop in Self.list(ask.headers["x-forwarded-for"]).reversed() {
      guard let address = NetworkAddress(hop) else { break }
      ask.address = address.text
      if !contains(ask.address) { break }
    }
    ask.isSecure = Self.list(ask.headers["x-forwarded-proto"]).last?.lowercased() == "https"
    if let host = Self.list(ask.headers["x-forwarded-host"]).last { ask.headers["host"] = host }
    return ask
  }

  private static func list(_ header: String?) -> [String] {
    (header ?? "").split(separator: ",").map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
  }
}
