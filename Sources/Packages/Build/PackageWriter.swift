internal import Digests
internal import DocumentModel
internal import Foundation

/// A file that stands in the package.
struct WrittenFile: Sendable {
  /// From the package's root folder on.
  var path: String
  var size: Int
  /// Nil where OpenSSL had no memory; no METS that names it is then right, and no check passes it.
  var digest: FileDigest?

  /// Sixty-four hexadecimal digits.
  var sha256: String { digest?.hexadecimal ?? "" }

  /// Its path from `folder` on, which ends with `/`.
  func path(from folder: String) -> String {
    path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
  }
}

/// Writes the files of a package, each with its hash as its bytes pass by.
final class PackageWriter {
  /// Called with the count of all bytes before each piece; tests fail writes by it.
  typealias Gate = (Int) throws(Failure) -> Void

  private let sink: any PackageSink
  private let prefix: String
  private let gate: Gate
  private var sum = SHA256()
  private var size = 0
  private(set) var total = 0
  /// Every file that was written, for the manifest of a bag.
  private(set) var files: [WrittenFile] = []

  /// `prefix` is what stands before every path, with `/` at its end.
  init(_ sink: any PackageSink, prefix: String, gate: @escaping Gate) {
    (self.sink, self.prefix, self.gate) = (sink, prefix, gate)
  }

  @discardableResult func write(_ path: String, _ bytes: [UInt8]) throws(Failure) -> WrittenFile {
    try begin(path, size: bytes.count)
    let result: Result<Void, Failure> = bytes.withUnsafeBytes { piece in
      do throws(Failure) { return .success(try take(piece)) } catch { return .failure(error) }
    }
    try result.get()
    return try end(path)
  }

  /// A file in XML, which `body` writes as a stream.
  func write(_ path: String, _ body: (XMLStream) -> Void) throws(Failure) -> WrittenFile {
    try begin(path, size: nil)
    let stream = try XMLStream { piece throws(Failure) in try self.take(piece) }
    body(stream)
    try stream.finish()
    return try end(path)
  }

  func begin(_ path: String, size: Int?) throws(Failure) {
    sum = SHA256()
    self.size = 0
    try sink.begin(path, in: prefix, size: size)
  }

  func take(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
    try gate(total)
    sum.update(bytes)
    size += bytes.count
    total += bytes.count
    try sink.write(bytes)
  }

  func end(_ path: String) throws(Failure) -> WrittenFile {
    try sink.end()
    let file = WrittenFile(path: path, size: size, digest: FileDigest(sum.copy().sum()))
    files.append(file)
    return file
  }

  /// The hash of what was taken of this file so far.
  var sumSoFar: String { sum.copy().sum().hexadecimal }

  func close() throws(Failure) { try sink.close() }
}
