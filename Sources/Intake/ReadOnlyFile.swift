internal import COpenSSL
public import DocumentModel
internal import Foundation

/// A file of the user's: opened for reading only, whatever is done with it.
enum ReadOnlyFile {
  /// The first bytes, enough to tell the kind.
  static func start(of path: String) throws(Failure) -> [UInt8] {
    let handle = try open(path)
    defer { try? handle.close() }
    do {
      return [UInt8](try handle.read(upToCount: FileKind.sniffLength) ?? Data())
    } catch {
      throw Failure(.cannotOpenInput, .cannotReadFile(path, error.localizedDescription))
    }
  }

  /// The last bytes, `count` at most.
  static func end(of path: String, count: UInt64) throws(Failure) -> [UInt8] {
    let handle = try open(path)
    defer { try? handle.close() }
    do {
      let size = try handle.seekToEnd()
      try handle.seek(toOffset: size > count ? size - count : 0)
      return [UInt8](try handle.readToEnd() ?? Data())
    } catch {
      throw Failure(.cannotOpenInput, .cannotReadFile(path, error.localizedDescription))
    }
  }

  static func contents(of path: String) throws(Failure) -> [UInt8] {
    let handle = try open(path)
    defer { try? handle.close() }
    do {
      // Piece by piece: a file is held once, not as `Data` and again as an array.
      var bytes: [UInt8] = []
      bytes.reserveCapacity(Int(try handle.seekToEnd()))
      try handle.seek(toOffset: 0)
      while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty { bytes += chunk }
      return bytes
    } catch {
      throw Failure(.cannotOpenInput, .cannotReadFile(path, error.localizedDescription))
    }
  }

  private static func open(_ path: String) throws(Failure) -> FileHandle {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      let exists = FileManager.default.fileExists(atPath: path)
      throw Failure(.cannotOpenInput, exists ? .cannotReadFile(path, "permission denied") : .noSuchFile(path))
    }
    return handle
  }
}

/// The SHA-256 of files, hexadecimal: the identity of an input.
public enum ContentHash {
  /// Of one file's bytes; of several, of their hashes in the order given.
  public static func sha256(of paths: [String]) throws(Failure) -> String {
    if let only = paths.first, paths.count == 1 { return hexadecimal(try digest(of: only)) }
    var all: [UInt8] = []
    for path in paths { all += try digest(of: path) }
    return hexadecimal(digest(all))
  }

  /// The SHA-256 of bytes in base 64, as a content security policy names what it allows.
  public static func base64(of bytes: [UInt8]) -> String { Data(digest(bytes)).base64EncodedString() }

  private static func digest(of path: String) throws(Failure) -> [UInt8] {
    guard let handle = FileHandle(forReadingAtPath: path), let context = EVP_MD_CTX_new() else {
      throw Failure(.cannotOpenInput, .cannotReadFile(path, "open"))
    }
    defer {
      EVP_MD_CTX_free(context)
      try? handle.close()
    }
    EVP_DigestInit_ex(context, EVP_sha256(), nil)
    do {
      while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty {
        chunk.withUnsafeBytes { _ = EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
      }
    } catch {
      throw Failure(.cannotOpenInput, .cannotReadFile(path, error.localizedDescription))
    }
    return finish(context)
  }

  private static func digest(_ bytes: [UInt8]) -> [UInt8] {
    guard let context = EVP_MD_CTX_new() else { return [] }
    defer { EVP_MD_CTX_free(context) }
    EVP_DigestInit_ex(context, EVP_sha256(), nil)
    bytes.withUnsafeBytes { _ = EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
    return finish(context)
  }

  private static func finish(_ context: OpaquePointer) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      count = EVP_DigestFinal_ex(context, buffer.baseAddress, nil) == 1 ? 32 : 0
    }
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
