internal import DocumentModel
internal import Foundation

/// A new file that is written from its beginning to its end, with a buffer for small pieces.
final class OutputFile {
  private let path: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  private var flushed = 0

  /// How many bytes were written.
  var position: Int { flushed + buffer.count }

  init(_ path: String) throws(Failure) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure(.cannotWriteOutput, .cannotWrite(path, Self.reason)) }
    buffer.reserveCapacity(Self.room)
  }

  deinit { if descriptor >= 0 { Foundation.close(descriptor) } }

  /// Bytes that are gathered before they are written.
  private static let room = 1 << 18

  private static var reason: String { String(cString: strerror(errno)) }

  func write(_ bytes: [UInt8]) throws(Failure) {
    buffer += bytes
    if buffer.count >= Self.room { try flush() }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
    if bytes.count < Self.room / 4 {
      buffer += bytes
      if buffer.count >= Self.room { try flush() }
    } else {
      try flush()
      try put(bytes, at: nil)
      flushed += bytes.count
    }
  }

  /// Writes over what stands at a place.
  func replace(at place: Int, with bytes: [UInt8]) throws(Failure) {
    if place >= flushed {
      buffer.replaceSubrange((place - flushed)..<(place - flushed + bytes.count), with: bytes)
    } else {
      try flush()
      try put(bytes, at: place)
    }
  }

  func close() throws(Failure) {
    try flush()
    guard fsync(descriptor) == 0 else { throw failure }
    let result = Foundation.close(descriptor)
    descriptor = -1
    guard result == 0 else { throw failure }
  }

  private var failure: Failure { Failure(.cannotWriteOutput, .cannotWrite(path, Self.reason)) }

  private func flush() throws(Failure) {
    guard !buffer.isEmpty else { return }
    try put(buffer, at: nil)
    flushed += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  private func put(_ bytes: [UInt8], at place: Int?) throws(Failure) {
    let error = bytes.withUnsafeBytes { put(all: $0, at: place) }
    if error != 0 { throw Failure(.cannotWriteOutput, .cannotWrite(path, String(cString: strerror(error)))) }
  }

  private func put(_ bytes: UnsafeRawBufferPointer, at place: Int?) throws(Failure) {
    let error = put(all: bytes, at: place)
    if error != 0 { throw Failure(.cannotWriteOutput, .cannotWrite(path, String(cString: strerror(error)))) }
  }

  /// The number of the error, 0 where all was written.
  private func put(all bytes: UnsafeRawBufferPointer, at place: Int?) -> Int32 {
    var done = 0
    while done < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
      let count =
        place.map { pwrite(descriptor, rest.baseAddress, rest.count, off_t($0 + done)) }
        ?? Foundation.write(descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return count < 0 ? errno : ENOSPC }
      done += count
    }
    return 0
  }
}

/// A package that is a folder.
final class FolderSink: PackageSink {
  private let root: String
  private var file: OutputFile?
  private var folders: Set<String> = []

  /// `root` is the folder that the names' own root folder is made in.
  ///
  /// - Throws: a failure where it cannot be made.
  init(root: String) throws(Failure) {
    self.root = root
    try makeFolder(root)
  }

  func begin(_ path: String, in prefix: String, size: Int?) throws(Failure) {
    let path = root + "/" + prefix + path
    try makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
    file = try OutputFile(path)
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(Failure) { try file?.write(bytes) }

  func end() throws(Failure) {
    try file?.close()
    file = nil
  }

  func close() throws(Failure) { for folder in folders { FolderSync.bringToDisk(folder) } }

  private func makeFolder(_ path: String) throws(Failure) {
    guard folders.insert(path).inserted else { return }
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure(.cannotWriteOutput, .cannotWrite(path, error.localizedDescription))
    }
  }
}

enum FolderSync {
  /// Brings the names in a folder to disk.
  static func bringToDisk(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
