internal import Digests
public import DocumentModel
internal import Foundation

/// The SHA-256 of files, hexadecimal: the identity of an input.
public enum ContentHash {
  /// The digest of one file's bytes; of several files, the digest of their digests in the order given.
  ///
  /// - Throws: `cannotOpenInput` where a file cannot be read.
  public static func sha256(of paths: [String]) throws(Failure) -> String {
    if let only = paths.first, paths.count == 1 { return try sum(of: only).hexadecimal }
    var all: [UInt8] = []
    for path in paths { all += try sum(of: path) }
    return Digest.sha256(of: all)
  }

  private static func sum(of path: String) throws(Failure) -> [UInt8] {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw Failure(.cannotOpenInput, .cannotReadFile(path, "open"))
    }
    defer { try? handle.close() }
    var sum = SHA256()
    do {
      while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty { sum.update(chunk) }
    } catch {
      throw Failure(.cannotOpenInput, .cannotReadFile(path, error.localizedDescription))
    }
    return sum.sum()
  }
}
