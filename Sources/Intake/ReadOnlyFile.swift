internal import DocumentModel
internal import Foundation

/// Reading of the user's files. They are opened for reading only, so that no mistake can change one.
enum ReadOnlyFile {
  /// The first bytes, enough to tell the kind.
  ///
  /// - Throws: a failure where it cannot be read; `notAFile` where one would wait for its bytes, as below `/proc`, whose
  ///   entries call themselves plain files.
  static func start(of path: String) throws(Failure) -> [UInt8] {
    let handle = try open(path)
    defer { try? handle.close() }
    let flags = fcntl(handle.fileDescriptor, F_GETFL)
    _ = fcntl(handle.fileDescriptor, F_SETFL, flags | O_NONBLOCK)
    var bytes = [UInt8](repeating: 0, count: FileKind.sniffLength), filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { piece in
        piece.baseAddress.map { read(handle.fileDescriptor, $0 + filled, piece.count - filled) } ?? 0
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 {
        let fault = errno
        throw Failure(
          .cannotOpenInput, fault == EAGAIN ? .notAFile(path) : .cannotReadFile(path, String(cString: strerror(fault))))
      }
      if count == 0 { break }
      filled += count
    }
    // A file without a size that has bytes is made while it is read, and may have no end.
    var status = stat()
    if filled > 0, fstat(handle.fileDescriptor, &status) == 0, status.st_size == 0 {
      throw Failure(.cannotOpenInput, .notAFile(path))
    }
    return Array(bytes.prefix(filled))
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

  /// The whole file.
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

  /// How many bytes a file has.
  static func size(of path: String) throws(Failure) -> Int {
    let handle = try open(path)
    defer { try? handle.close() }
    do {
      return Int(try handle.seekToEnd())
    } catch {
      throw Failure(.cannotOpenInput, .cannotReadFile(path, error.localizedDescription))
    }
  }

  /// The whole file, of which only the parts that are looked at are brought into memory.
  static func mapped(_ path: String) throws(Failure) -> Data {
    do {
      return try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
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
