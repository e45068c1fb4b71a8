internal import COpenSSL
internal import DocumentModel

/// Random numbers and hashes, all of the system's and OpenSSL's making.
enum Secrets {
  /// As many bytes from the system's generator, which is made for this (getrandom).
  static func random(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// HMAC-SHA-256; empty where OpenSSL refuses, which equals no mark that was ever sent.
  static func mark(_ text: String, key: [UInt8]) -> String {
    let data = Array(text.utf8)
    var out = [UInt8](repeating: 0, count: 32)
    var length = 0
    let made = unsafe EVP_Q_mac(
      nil, "HMAC", nil, "SHA256", nil, key, key.count, data, data.count, &out, out.count, &length)
    return unsafe made == nil ? "" : out.hexadecimal
  }

  /// In a time that does not tell how much is the same.
  static func equal(_ a: String, _ b: String) -> Bool {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    guard a.count == b.count, !a.isEmpty else { return false }
    return zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

/// A password as it is kept: scrypt (RFC 7914) with a salt of its own. One guess costs 32 MB and a tenth of a second.
public struct PasswordHash: Sendable {
  private static let cost: UInt64 = 1 << 15

  /// `scrypt$32768$salt$hash`; nil where OpenSSL refuses.
  public static func make(_ password: String) -> String? {
    let salt = Secrets.random(16)
    return derived(password, salt, cost).map { "scrypt$\(cost)$\(salt.hexadecimal)$\($0.hexadecimal)" }
  }

  public static func matches(_ password: String, _ kept: String) -> Bool {
    let parts = kept.split(separator: "$").map(String.init)
    guard parts.count == 4, parts[0] == "scrypt", let cost = UInt64(parts[1]), cost <= 1 << 20,
      let salt = bytes(parts[2]), let hash = derived(password, salt, cost)
    else { return false }
    return Secrets.equal(hash.hexadecimal, parts[3])
  }

  private static func derived(_ password: String, _ salt: [UInt8], _ cost: UInt64) -> [UInt8]? {
    let text = password.utf8.map { CChar(bitPattern: $0) }
    var key = [UInt8](repeating: 0, count: 32)
    let status = unsafe EVP_PBE_scrypt(text, text.count, salt, salt.count, cost, 8, 1, 128 << 20, &key, key.count)
    return status == 1 ? key : nil
  }

  private static func bytes(_ hex: String) -> [UInt8]? {
    let digits = hex.compactMap(\.hexDigitValue).map(UInt8.init)
    guard digits.count == hex.count, digits.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
