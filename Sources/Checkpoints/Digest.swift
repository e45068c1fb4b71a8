internal import COpenSSL
internal import Foundation

/// SHA-256 as sixty-four hexadecimal digits.
public enum Digest {
  public static func sha256(of bytes: [UInt8]) -> String {
    let sum = [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      _ = bytes.withUnsafeBufferPointer {
        EVP_Digest($0.baseAddress, $0.count, buffer.baseAddress, nil, EVP_sha256(), nil)
      }
      count = 32
    }
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: sum.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Of a small file, such as a dictionary; nil where it cannot be read.
  public static func sha256(ofFile path: String) -> String? {
    FileManager.default.contents(atPath: path).map { sha256(of: [UInt8]($0)) }
  }
}
