internal import Foundation

/// An address of IPv4 (4 bytes) or IPv6 (16 bytes).
struct NetworkAddress: Hashable, Sendable {
  let bytes: [UInt8]

  /// Of `10.0.0.7`, `2001:db8::1`, and with a port behind it: `10.0.0.7:5000`, `[2001:db8::1]:5000`. An IPv4 address
  /// inside IPv6 is the IPv4 address. Nil for any other text.
  init?(_ text: some StringProtocol) {
    var text = String(text)
    if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
      text = String(text[text.index(after: text.startIndex)..<end])
    } else if text.contains("."), text.count(where: { $0 == ":" }) == 1 {
      text = String(text.prefix { $0 != ":" })
    }
    guard let bytes = Self.bytes(text, AF_INET, count: 4) ?? Self.bytes(text, AF_INET6, count: 16) else { return nil }
    let isMapped =
      bytes.count == 16 && bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
    self.bytes = isMapped ? Array(bytes.suffix(4)) : bytes
  }

  private static func bytes(_ text: String, _ family: Int32, count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return unsafe inet_pton(family, text, &bytes) == 1 ? bytes : nil
  }

  /// As it is written down.
  var text: String {
    if bytes.count == 4 { return bytes.map(String.init).joined(separator: ".") }
    var out = [CChar](repeating: 0, count: 64)
    guard unsafe inet_ntop(AF_INET6, bytes, &out, socklen_t(out.count)) != nil else { return "?" }
    return String(decoding: out.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whom connections are counted for: an address of IPv4, or a network of IPv6 (64 bits), of which one client has
  /// all addresses.
  static func client(_ address: String) -> String {
    guard let known = NetworkAddress(address), known.bytes.count == 16 else { return address }
    return known.bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ":") + "/64"
  }
}

/// Addresses that begin alike: `10.0.0.0/8`, `fd00::/8`, or one address.
public struct AddressRange: Hashable, Sendable {
  private let start: NetworkAddress
  private let bits: Int

  /// Nil for what is neither an address nor a range of them.
  public init?(_ text: String) {
    let sides = text.split(separator: "/", omittingEmptySubsequences: false)
    guard sides.count <= 2, let start = NetworkAddress(sides[0]) else { return nil }
    let most = start.bytes.count * 8
    guard let bits = sides.count == 2 ? Int(sides[1]) : most, (0...most).contains(bits) else { return nil }
    self.start = start
    self.bits = bits
  }

  func contains(_ address: NetworkAddress) -> Bool {
    guard address.bytes.count == start.bytes.count else { return false }
    return (0..<bits).allSatisfy { bit in
      let mask: UInt8 = 0x80 >> UInt8(bit % 8)
      return address.bytes[bit / 8] & mask == start.bytes[bit / 8] & mask
    }
  }
}
