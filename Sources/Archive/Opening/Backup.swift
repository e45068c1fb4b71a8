public import DocumentModel
internal import Foundation
internal import GRDB

extension Archive {
  /// Writes all that the archive holds at this moment into one new file, while others may go on using it, and looks
  /// whether the copy is whole. Only its owner may read it.
  ///
  /// - Throws: a `Failure` where there is a file of this name already, it cannot be written, or the copy is damaged.
  public func backUp(to target: String) throws(Failure) {
    if FileManager.default.fileExists(atPath: target) { throw Failure(.cannotWriteOutput, .backupExists(target)) }
    try Self.copy(database, from: path, to: target)
  }

  /// Puts a backup in the place of the archive at `path`. What was there keeps all of its files under another name,
  /// which is returned; nil where there was nothing.
  ///
  /// - Throws: a `Failure` where the backup is no archive or damaged, where a program is using the archive, and where
  ///   it cannot be written.
  public static func restore(_ backup: String, to path: String) throws(Failure) -> String? {
    let source = try Archive(reading: backup)
    defer { source.close() }
    let new = "\(path).restoring-\(UUID().uuidString)"
    try copy(source.database, from: backup, to: new)
    do throws(Failure) {
      let opening = try Opening(replacing: path)
      defer { opening.end() }
      if opening.isInUse { throw Failure(.cannotWriteOutput, .archiveBusy(path)) }
      let old = try giveWay(path)
      try move(new, to: path)
      return old
    } catch {
      try? FileManager.default.removeItem(atPath: new)
      throw error
    }
  }

  /// A copy that is whole has its name from the first moment on.
  private static func copy(_ source: any DatabaseReader, from path: String, to target: String) throws(Failure) {
    let partial = target + ".partial"
    for end in ["", "-wal", "-shm", "-journal"] { try? FileManager.default.removeItem(atPath: partial + end) }
    guard FileManager.default.createFile(atPath: partial, contents: nil, attributes: [.posixPermissions: 0o600]) else {
      throw Failure(.cannotWriteOutput, .cannotWrite(partial, unsafe String(cString: strerror(errno))))
    }
    do {
      try fill(partial, from: source, at: path)
    } catch {
      try? FileManager.default.removeItem(atPath: partial)
      throw error as? Failure ?? ArchiveFault.writing(partial, error)
    }
    try move(partial, to: target)
  }

  private static func fill(_ partial: String, from source: any DatabaseReader, at path: String) throws {
    let copy = try DatabaseQueue(path: partial)
    defer { try? copy.close() }
    try source.backup(to: copy)
    let faults = try copy.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
    if faults != ["ok"] { throw Failure(.badInput, .archiveDamaged(path)) }
  }

  private static func move(_ path: String, to target: String) throws(Failure) {
    do {
      try FileManager.default.moveItem(atPath: path, toPath: target)
    } catch {
      throw Failure(.cannotWriteOutput, .cannotWrite(target, String(describing: error)))
    }
  }

  /// Its log goes with the file it was written for. What SQLite has in memory of the log can be made again.
  private static func giveWay(_ path: String) throws(Failure) -> String? {
    let files = FileManager.default
    let number = (1...999).first { !files.fileExists(atPath: "\(path).replaced-\($0)") } ?? 1000
    let old = "\(path).replaced-\(number)"
    try? files.removeItem(atPath: path + "-shm")
    // The log first: without its file nothing plays it, and a file without its log could be taken for whole.
    for end in ["-wal", ""] where files.fileExists(atPath: path + end) { try move(path + end, to: old + end) }
    return files.fileExists(atPath: old) ? old : nil
  }
}

extension Message {
  static func backupExists(_ path: String) -> Message {
    Message(
      "backup-exists", vi: "Đã có “\(path)”; tệp được giữ nguyên. Chọn tên khác cho bản sao lưu.",
      en: "There is a “\(path)” already; it was left as it is. Choose another name for the backup.")
  }
}
