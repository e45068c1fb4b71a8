public import DocumentModel
internal import Foundation

/// A file that is there whole or not at all, whatever ends the program or the machine.
public enum DurableFile {
  /// Writes a file beside its place, brings it to disk, renames it over the old one, and brings the rename to disk.
  ///
  /// - Throws: a failure where it cannot be written; the old file is then as it was.
  public static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let temporary = "\(path).\(getpid()).partial"
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: temporary))
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: temporary))
      try handle.synchronize()
      try handle.close()
    } catch {
      unlink(temporary)
      throw Failure(.cannotWriteOutput, .cannotWrite(path, error.localizedDescription))
    }
    guard rename(temporary, path) == 0 else {
      let reason = String(cString: strerror(errno))
      unlink(temporary)
      throw Failure(.cannotWriteOutput, .cannotWrite(path, reason))
    }
    synchronizeFolder(of: path)
  }

  /// Removes what killed writers left of the file beside its place. Those that still run keep theirs.
  public static func removeLeftovers(of path: String) {
    let cut = path.lastIndex(of: "/")
    let folder = cut.map { String(path[..<$0]) } ?? ".", name = cut.map { String(path[$0...].dropFirst()) } ?? path
    for other in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      let parts = other.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.last == "partial", other.hasPrefix(name + "."), parts.dropLast().last.flatMap({ pid_t($0) }) != nil,
        !isBeingWritten(other)
      else { continue }
      // A file, or a folder that was being copied.
      try? FileManager.default.removeItem(atPath: folder + "/" + other)
    }
  }

  /// Whether a name is that of a temporary file whose writer still runs. Where its writer is gone, a crash left it.
  static func isBeingWritten(_ name: String) -> Bool {
    let parts = name.split(separator: ".")
    guard parts.last == "partial", let writer = parts.dropLast().last.flatMap({ pid_t($0) }) else { return false }
    return kill(writer, 0) == 0 || errno == EPERM
  }

  /// Makes a folder with those above it.
  ///
  /// - Throws: a failure where it cannot be made.
  public static func makeFolder(_ path: String) throws(Failure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure(.cannotWriteOutput, .cannotWrite(path, error.localizedDescription))
    }
  }

  /// The bytes of a file; nil where it is not there or cannot be read.
  public static func read(_ path: String) -> [UInt8]? { FileManager.default.contents(atPath: path).map { [UInt8]($0) } }

  private static func synchronizeFolder(of path: String) {
    synchronizeFolder(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".")
  }

  /// Brings to disk which names a folder holds.
  static func synchronizeFolder(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor >= 0 {
      fsync(descriptor)
      close(descriptor)
    }
  }
}
