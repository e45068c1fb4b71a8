internal import DocumentModel
internal import Foundation
internal import GRDB

/// The opening of an archive, which one program does at a time: what is found then does not change until it is open.
struct Opening {
  private let path: String
  /// Nil where the file cannot be opened, or is not there.
  private let file: OpenFile?

  /// What was found beside the file and is worth telling.
  private(set) var notices: [Message] = []

  /// Waits for its turn, and looks whether the file is an archive. A log that was not written for it is set aside, or
  /// refused where nothing may be changed.
  ///
  /// - Throws: a `Failure` where it is no archive, and where another program takes too long over it.
  init(path: String, ifMissing missing: Archive.Missing, mayChange: Bool = true) throws(Failure) {
    self.path = path
    file = try Self.locked(path, ifMissing: missing)
    do throws(Failure) {
      let archive = ArchiveFile(path: path, header: file?.header)
      try archive.checkFile(ifMissing: missing)
      if hasForeignLog {
        if !mayChange { throw Failure(.badInput, .foreignLog(path)) }
        notices = [try setAsideLog()]
      }
      try archive.checkTables(ifMissing: missing)
    } catch {
      file?.unlock()
      throw error
    }
  }

  /// Waits for its turn with a file that is to give way to another, whatever it is.
  ///
  /// - Throws: a `Failure` where another program takes too long over it.
  init(replacing path: String) throws(Failure) {
    self.path = path
    file = try Self.locked(path, ifMissing: .refuse)
  }

  /// The file may be replaced while its lock is waited for: then the new one is meant.
  private static func locked(_ path: String, ifMissing missing: Archive.Missing) throws(Failure) -> OpenFile? {
    for _ in 0..<10 {
      guard let file = OpenFile(path: path, making: missing == .create) else { return nil }
      if try file.lock(path) { return file }
      file.unlock()
    }
    throw Failure(.cannotWriteOutput, .archiveBusy(path))
  }

  func end() { file?.unlock() }

  /// Whether anybody has the archive open, this process or another.
  var isInUse: Bool { file.map { !$0.isFirst || $0.isUsedByOthers } ?? false }

  /// Whether a log lies beside the file that was not written for it. Not asked while anybody uses the two.
  private var hasForeignLog: Bool {
    guard let file, !isInUse else { return false }
    return LeftLog(path: path).isForeign(to: file.header)
  }

  private func setAsideLog() throws(Failure) -> Message {
    guard let name = LeftLog(path: path).setAside() else { throw Failure(.cannotWriteOutput, .foreignLog(path)) }
    return .logSetAside(path, name)
  }

  /// - Throws: a `Failure` where SQLite cannot open the file.
  func connect(readOnly: Bool = false) throws(Failure) -> Connection {
    do {
      return try Connection(path: path, file: file, readOnly: readOnly)
    } catch {
      throw ArchiveFault.opening(path, error)
    }
  }
}

extension Message {
  static func foreignLog(_ path: String) -> Message {
    Message(
      "foreign-log",
      vi: "Tệp “\(path)-wal” là nhật ký của một tệp khác với “\(path)” (kho đã bị thay bằng bản sao?). Cả hai được để "
        + "nguyên. Đổi tên tệp nhật ký rồi chạy lại.",
      en: "“\(path)-wal” is the log of another file than “\(path)” (was a copy put in its place?). Both were left as "
        + "they are. Give the log another name and run again.")
  }

  static func logSetAside(_ path: String, _ name: String) -> Message {
    Message(
      "log-set-aside",
      vi: "Cạnh kho “\(path)” có nhật ký của một tệp khác (kho đã được thay bằng bản sao?). "
        + "Nhật ký được giữ ở “\(name)” và không dùng đến.",
      en: "Beside the archive “\(path)” lay the log of another file (was a copy put in its place?). It is kept as "
        + "“\(name)” and was not used.")
  }
}
