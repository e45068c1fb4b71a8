public import DocumentModel
internal import Foundation
internal import GRDB

/// One archive: a SQLite file that keeps what was made of every input, what the inventory lists, and what people
/// decided. Several processes may use it at a time; a write is one transaction.
public struct Archive: Sendable {
  /// What is to happen where there is no file.
  public enum Missing: Sendable { case create, refuse }

  let database: DatabasePool
  /// The file, as it was named.
  public let path: String

  /// Opens the archive and brings its schema up to date. A file that is not an archive, or that a newer program made,
  /// is refused and left as it is.
  ///
  /// - Throws: a `Failure` where there is no such file and none may be made, where it is no archive or one of a
  ///   newer program, and where it is damaged, locked or read-only.
  public init(path: String, ifMissing missing: Missing = .create) throws(Failure) {
    self.path = path
    try ArchiveFile(path: path).check(ifMissing: missing)
    do {
      database = try DatabasePool(path: path, configuration: Self.configuration)
      // Asked first: bringing a schema up to date takes the write lock, which another program may hold.
      if try !database.read(Migrations.migrator.hasCompletedMigrations) {
        try Migrations.migrator.migrate(database)
      }
    } catch {
      throw ArchiveFault.opening(path, error)
    }
    if try !reading(Derivation.isUpToDate) { try writing { try Derivation.bringUpToDate($0) } }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { db in
      db.add(function: plainFunction)
      // 64 MB of pages in memory, and the file itself mapped: searches touch few pages, but far apart.
      try db.execute(sql: "PRAGMA cache_size = -65536; PRAGMA mmap_size = 1073741824; PRAGMA temp_store = MEMORY")
    }
    return configuration
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
      return try database.write(body)
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
