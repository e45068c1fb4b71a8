internal import COpenSSL
internal import DocumentModel
public import Foundation

/// A SHA-256 (FIPS 180-4) that is taken piece by piece, so that a file of any size needs the memory of one piece.
public struct SHA256: ~Copyable {
  /// Nil where OpenSSL had no memory; the sum is then empty.
  private let context: OpaquePointer?

  public init() {
    context = EVP_MD_CTX_new()
    if let context { EVP_DigestInit_ex(context, EVP_sha256(), nil) }
  }

  private init(copying other: OpaquePointer?) {
    context = EVP_MD_CTX_new()
    if let context, let other { EVP_MD_CTX_copy_ex(context, other) }
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Another sum that goes on from what this one has taken in.
  public borrowing func copy() -> SHA256 { SHA256(copying: context) }

  /// Takes the next bytes in.
  public mutating func update(_ bytes: some ContiguousBytes) {
    guard let context else { return }
    bytes.withUnsafeBytes { _ = EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
  }

  /// The thirty-two bytes of the sum.
  public consuming func sum() -> [UInt8] {
    guard let context else { return [] }
    return [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      count = EVP_DigestFinal_ex(context, buffer.baseAddress, nil) == 1 ? 32 : 0
    }
  }
}

/// The SHA-256 of bytes that are at hand.
public enum Digest {
  /// Sixty-four hexadecimal digits in small letters.
  public static func sha256(of bytes: [UInt8]) -> String { sum(of: bytes).hexadecimal }

  /// In base 64, as a content security policy names what it allows.
  public static func base64(of bytes: [UInt8]) -> String { Data(sum(of: bytes)).base64EncodedString() }

  /// The hexadecimal digest of a small file, such as a dictionary; nil where the file cannot be read.
  public static func sha256(ofFile path: String) -> String? {
    FileManager.default.contents(atPath: path).map { sha256(of: [UInt8]($0)) }
  }

  private static func sum(of bytes: [UInt8]) -> [UInt8] {
    var sum = SHA256()
    sum.update(bytes)
    return sum.sum()
  }
}
