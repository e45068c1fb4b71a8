internal import DocumentModel
internal import Foundation
internal import GRDB

/// A file before it is opened for writing: whether it is an archive at all. Opening it as one would change it.
struct ArchiveFile {
  let path: String
  /// Its first bytes; nil where it cannot be opened. Read by whoever holds the file: opening and closing it here would
  /// drop SQLite's locks.
  let header: [UInt8]?

  /// Looks at the file alone, and not at a log beside it.
  ///
  /// - Throws: a `Failure` where it is no archive, or cannot be read or written.
  func checkFile(ifMissing missing: Archive.Missing) throws(Failure) {
    guard FileManager.default.fileExists(atPath: path) else {
      if missing == .refuse { throw Failure(.cannotOpenInput, .noSuchArchive(path)) }
      return
    }
    guard let size = OpenFile.size(of: path) else {
      throw Failure(.cannotOpenInput, .archiveNotReadable(path))
    }
    // Empty is what an interrupted `init` leaves, and what a full disk leaves of a copy.
    if size == 0 {
      if missing == .refuse { throw Failure(.badInput, .archiveEmpty(path)) }
      return
    }
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw Failure(.cannotOpenInput, .archiveNotReadable(path))
    }
    try checkHeader(size: size)
    guard FileManager.default.isWritableFile(atPath: path) else {
      throw Failure(.cannotOpenInput, .archiveReadOnly(path))
    }
  }

  /// The first bytes of every SQLite file, and the length that they promise.
  private func checkHeader(size: Int) throws(Failure) {
    guard let header else { throw Failure(.cannotOpenInput, .archiveNotReadable(path)) }
    guard header.count == 100, Array(header.prefix(16)) == Array("SQLite format 3\0".utf8) else {
      throw Failure(.badInput, .notAnArchive(path))
    }
    let stated = header[16...17].reduce(0) { $0 << 8 | Int($1) }
    let pages = header[28...31].reduce(0) { $0 << 8 | Int($1) }
    // While a write-ahead log is there, the file may be shorter than it will be.
    let hasLog = FileManager.default.fileExists(atPath: path + "-wal")
    if !hasLog, size < (stated == 1 ? 65536 : stated) * pages { throw Failure(.badInput, .archiveTruncated(path)) }
  }

  /// Looks at the tables, of which a log may hold some.
  ///
  /// - Throws: a `Failure` where they are not those of an archive, or of a newer program's.
  func checkTables(ifMissing missing: Archive.Missing) throws(Failure) {
    if header?.isEmpty ?? true { return }
    let tables: [String], migrations: [String]
    do {
      var configuration = Configuration()
      // What may write takes the empty log away that it makes; a log of somebody's is left alone.
      configuration.readonly = LeftLog(path: path).isThere
      configuration.busyMode = .timeout(10)
      (tables, migrations) = try DatabaseQueue(path: path, configuration: configuration).read { db in
        let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
        guard tables.contains("grdb_migrations") else { return (tables, []) }
        return (tables, try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations"))
      }
    } catch {
      throw ArchiveFault.opening(path, error)
    }
    // The list of migrations alone is what an `init` leaves that was killed before the first of them.
    if tables.allSatisfy({ $0 == "grdb_migrations" }) && migrations.isEmpty {
      if missing == .refuse { throw Failure(.badInput, .archiveEmpty(path)) }
      return
    }
    guard migrations.contains("v001-records") else { throw Failure(.badInput, .notAnArchive(path)) }
    if !Set(migrations).isSubset(of: Migrations.migrator.migrations) {
      throw Failure(.badInput, .archiveNewer(path))
    }
  }
}
