internal import DocumentModel
internal import Foundation

/// Reading of the user's files. They are opened for reading only, so that no mistake can change one.
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
