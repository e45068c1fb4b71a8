internal import DocumentModel
internal import Foundation
internal import GRDB

/// A file before it is opened for writing: whether it is an archive at all. Opening it as one would change it.
struct ArchiveFile {
  let path: String

  func check(ifMissing missing: Archive.Missing) throws(Failure) {
    guard FileManager.default.fileExists(atPath: path) else {
      if missing == .refuse { throw Failure(.cannotOpenInput, .noSuchArchive(path)) }
      return
    }
    guard let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int else {
      throw Failure(.cannotOpenInput, .archiveNotReadable(path))
    }
    // Empty is what an interrupted `init` leaves.
    if size == 0 { return }
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw Failure(.cannotOpenInput, .archiveNotReadable(path))
    }
    try checkHeader(size: size)
    guard FileManager.default.isWritableFile(atPath: path) else {
      throw Failure(.cannotOpenInput, .archiveReadOnly(path))
    }
    try checkTables()
  }

  /// The first bytes of every SQLite file, and the length that they promise.
  private func checkHeader(size: Int) throws(Failure) {
    guard let handle = FileHandle(forReadingAtPath: path), let header = try? handle.read(upToCount: 100) else {
      throw Failure(.cannotOpenInput, .archiveNotReadable(path))
    }
    guard header.count == 100, header.prefix(16) == Data("SQLite format 3\0".utf8) else {
      throw Failure(.badInput, .notAnArchive(path))
    }
    let stated = header[16...17].reduce(0) { $0 << 8 | Int($1) }
    let pages = header[28...31].reduce(0) { $0 << 8 | Int($1) }
    // While a write-ahead log is there, the file may be shorter than it will be.
    let hasLog = FileManager.default.fileExists(atPath: path + "-wal")
    if !hasLog, size < (stated == 1 ? 65536 : stated) * pages { throw Failure(.badInput, .archiveTruncated(path)) }
  }

  private func checkTables() throws(Failure) {
    let tables: [String], migrations: [String]
    do {
      var configuration = Configuration()
      configuration.readonly = true
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
    if tables.allSatisfy({ $0 == "grdb_migrations" }) && migrations.isEmpty { return }
    guard migrations.contains("v001-records") else { throw Failure(.badInput, .notAnArchive(path)) }
    if !Set(migrations).isSubset(of: Migrations.migrator.migrations) {
      throw Failure(.badInput, .archiveNewer(path))
    }
  }
}
