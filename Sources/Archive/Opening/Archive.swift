public import DocumentModel
internal import Foundation
internal import GRDB

/// One archive: a SQLite file that keeps what was made of every input, what the inventory lists, and what people
/// decided. Several processes may use it at a time; a write is one transaction.
public struct Archive: Sendable {
  /// What is to happen where there is no file.
  public enum Missing: Sendable { case create, refuse }

  private let connection: Connection
  /// The file, as it was named.
  public let path: String
  /// What was found beside the file and is worth telling.
  public let notices: [Message]

  var database: any DatabaseReader { connection.reader }

  /// Opens the archive and brings its schema up to date. A file that is not an archive, or that a newer program made,
  /// is refused and left as it is. Programs that open it at the same time do so one after the other.
  ///
  /// - Throws: a `Failure` where there is no such file and none may be made, where it is no archive or one of a
  ///   newer program, and where it is damaged, locked or read-only.
  public init(path: String, ifMissing missing: Missing = .create) throws(Failure) {
    if missing == .create, !FileManager.default.fileExists(atPath: path) { Self.make(path) }
    let opening = try Opening(path: path, ifMissing: missing)
    defer { opening.end() }
    try self.init(opening, path: path)
  }

  private init(_ opening: Opening, path: String) throws(Failure) {
    notices = opening.notices
    self.path = path
    connection = try opening.connect()
    try bringUpToDate()
  }

  /// Makes a new archive beside its place, and puts it there when it is whole: a program that is killed over it leaves
  /// nothing that could be taken for an archive that was emptied. Where that cannot be done, opening it says why.
  private static func make(_ path: String) {
    let files = FileManager.default, new = path + ".making"
    guard let opening = try? Opening(path: new, ifMissing: .create) else { return }
    defer { opening.end() }
    // Somebody else may have been faster while the lock was waited for.
    if !files.fileExists(atPath: path), let archive = try? Archive(opening, path: new) {
      archive.close()
      // Logs begin with the first use. Of a file that has one GRDB asks more than it needs: whose it is, of the system.
      try? DatabaseQueue(path: new).writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      // Unlike moving, this replaces nothing; not every file system can do it.
      if unsafe link(new, path) != 0, errno != EEXIST { try? files.moveItem(atPath: new, toPath: path) }
    }
    for end in ["", "-wal", "-shm"] { try? files.removeItem(atPath: new + end) }
  }

  /// Opens the archive to look at it: neither the file nor a log beside it is written to, and the schema stays as it is.
  ///
  /// - Throws: a `Failure` where there is no such file, where it is no archive or one of a newer program, and where it
  ///   cannot be read.
  public init(reading path: String) throws(Failure) {
    let opening = try Opening(path: path, ifMissing: .refuse, mayChange: false)
    defer { opening.end() }
    self.path = path
    notices = []
    connection = try opening.connect(readOnly: true)
  }

  /// Closes every archive that this process has open, so that one file is all there is of each. To be called before the
  /// process ends; `interrupting` breaks off what is being read or written.
  public static func closeAll(interrupting: Bool = false) { Connection.closeAll(interrupting: interrupting) }

  /// Closes the archive: all of it is in its one file then.
  public func close() { connection.close() }

  /// Whether everybody on the machine may read the file.
  public var isReadByOthers: Bool { connection.file?.isReadByOthers ?? false }

  private func bringUpToDate() throws(Failure) {
    do {
      // Asked first: bringing a schema up to date takes the write lock, which another program may hold.
      if try !database.read(Migrations.migrator.hasCompletedMigrations) {
        try connection.migrate()
      }
    } catch {
      throw ArchiveFault.opening(path, error)
    }
    if try !reading(Derivation.isUpToDate) { try writing { try Derivation.bringUpToDate($0) } }
  }

  func reading<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) throws(Failure) -> Value {
    do {
      return try database.read(body)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw ArchiveFault.opening(path, error)
    }
  }

  /// One transaction: all of it or nothing.
  @discardableResult
  func writing<Value: Sendable>(_ body: (Database) throws -> Value) throws(Failure) -> Value {
    do {
      return try connection.write(body)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw ArchiveFault.writing(path, error)
    }
  }
}

extension Database {
  /// A statement that is compiled once for the connection.
  func run(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }
}
