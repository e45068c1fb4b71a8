public import DocumentModel
internal import Foundation

/// Moves files of the user's to another folder. At every moment one whole copy of each is there under a name of its own,
/// whatever ends the program or the machine: between file systems the copy is complete and on disk before it gets its name,
/// and the original goes last.
public enum Relocation {
  /// A file that was copied, as it was then.
  private struct Copied {
    var path: String
    var stamp: FileStamp?
  }

  /// Moves a file or folder into `folder`, under a name that nothing there has.
  ///
  /// - Throws: `cannotWriteOutput` where that cannot be done; the original is then where it was.
  public static func move(_ path: String, into folder: String) throws(Failure) {
    try move(path, into: folder) { rename($0, $1) == 0 ? 0 : errno }
  }

  /// As above, where `renaming` gives the number of the error of the system, 0 for none.
  static func move(
    _ path: String, into folder: String, renaming: (_ old: String, _ new: String) -> Int32
  ) throws(Failure) {
    try DurableFile.makeFolder(folder)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    // The beginning of the name only: with ours before and behind it, a long one would be too long.
    let temporary = "\(folder)/.\(name.prefix(40))"
    DurableFile.removeLeftovers(of: temporary)
    let fault = renaming(path, free(name, in: folder))
    if fault == EXDEV {
      try carry(path, over: "\(temporary).\(getpid()).partial") { free(name, in: folder) }
    } else if fault != 0 {
      throw refused(path, fault)
    }
    DurableFile.synchronizeFolder(folder)
  }

  /// A path in the folder that is not taken.
  private static func free(_ name: String, in folder: String) -> String {
    var target = "\(folder)/\(name)", count = 1
    var status = stat()
    while lstat(target, &status) == 0 {
      count += 1
      target = "\(folder)/\(count)-\(name)"
    }
    return target
  }

  private static func refused(_ path: String, _ fault: Int32) -> Failure {
    Failure(.cannotWriteOutput, .cannotMove(path, String(cString: strerror(fault))))
  }

  private static func carry(
    _ path: String, over temporary: String, to target: () -> String
  ) throws(Failure) {
    var copied: [Copied] = []
    do {
      try copy(path, to: temporary, &copied)
      guard rename(temporary, target()) == 0 else { throw refused(path, errno) }
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw error as? Failure ?? Failure(.cannotWriteOutput, .cannotMove(path, error.localizedDescription))
    }
    // What came or changed meanwhile was not copied, and stays.
    for file in copied where FileStamp(of: file.path) == file.stamp { remove(file.path) }
  }

  private static func remove(_ path: String) { if unlink(path) != 0 { rmdir(path) } }

  /// Copies a file, or a folder with all that is below it. A folder stands behind its files in `copied`.
  private static func copy(_ path: String, to target: String, _ copied: inout [Copied]) throws {
    switch try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType {
    case .typeDirectory:
      try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: false)
      for name in try FileManager.default.contentsOfDirectory(atPath: path) {
        try copy(path + "/" + name, to: target + "/" + name, &copied)
      }
      DurableFile.synchronizeFolder(target)
      copied.append(Copied(path: path, stamp: nil))
    case .typeRegular: copied.append(Copied(path: path, stamp: try copyFile(path, to: target)))
    case .typeSymbolicLink:
      try FileManager.default.copyItem(atPath: path, toPath: target)
      copied.append(Copied(path: path, stamp: FileStamp(of: path)))
    // Pipes and devices hold nothing; they stay.
    default: break
    }
  }

  /// Copies the bytes of a file, its permissions and its date, and brings them to disk.
  private static func copyFile(_ path: String, to target: String) throws -> FileStamp? {
    let before = FileStamp(of: path)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let source = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? source.close() }
    let descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw refused(path, errno) }
    let copy = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    while let piece = try source.read(upToCount: 1 << 20), !piece.isEmpty { try copy.write(contentsOf: piece) }
    try copy.synchronize()
    try copy.close()
    let kept = attributes.filter { $0.key == .posixPermissions || $0.key == .modificationDate }
    try FileManager.default.setAttributes(kept, ofItemAtPath: target)
    guard let before, FileStamp(of: path) == before else {
      throw Failure(.tryLater, .cannotMove(path, "it changed meanwhile"))
    }
    return before
  }
}

extension Message {
  static func cannotMove(_ path: String, _ reason: String) -> Message {
    let reason = SystemReason(reason)
    return Message(
      "cannot-move",
      vi:
        "Không chuyển được “\(path)” (\(reason.vi)); tệp vẫn ở chỗ cũ. Kiểm tra quyền ghi và dung lượng đĩa ở nơi đến.",
      en:
        "Cannot move “\(path)” (\(reason.en)); it is where it was. Check permissions and room at the place it was to go to."
    )
  }
}
