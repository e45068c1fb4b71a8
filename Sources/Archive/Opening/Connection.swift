internal import DocumentModel
internal import Foundation
internal import GRDB
internal import Synchronization

/// An archive's hold on its file, which ends when nobody has the archive any more.
final class Connection: Sendable {
  private let way: Way
  private let isSealing = Mutex(false)
  private let sums = SealSums()
  private let days = TaskDays()
  private let doubts = DoubtCounts()

  var reader: any DatabaseReader { way.reader }
  var file: OpenFile? { way.file }

  init(path: String, file: OpenFile?, readOnly: Bool) throws {
    way = try Way(path: path, file: file, readOnly: readOnly)
    Way.open.withLock { $0.append(way) }
  }

  deinit { way.close() }

  func close() { way.close() }

  func migrate() throws {
    guard let writer = way.writer else { throw DatabaseError(resultCode: .SQLITE_READONLY) }
    try Migrations.migrator.migrate(writer)
  }

  /// One transaction, which is sealed and marked. Most commands only read and do without the triggers.
  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    guard let writer = way.writer else { throw DatabaseError(resultCode: .SQLITE_READONLY) }
    return try writer.writeWithoutTransaction { db in
      if !isSealing.withLock({ $0 }) {
        try Seal.keepUp(in: db, sums: sums)
        try days.keepUp(in: db)
        try doubts.keepUp(in: db)
        isSealing.withLock { $0 = true }
      }
      var value: Value?
      try db.inTransaction(.immediate) {
        // A transaction that was given up may have left something.
        _ = sums.take()
        days.forget()
        doubts.forget()
        let before = db.totalChangesCount
        value = try body(db)
        if db.totalChangesCount != before {
          try days.write(in: db)
          try doubts.write(in: db)
          try Seal.write(sums, in: db)
          try Mark.renew(in: db)
        }
        return .commit
      }
      guard let value else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
      return value
    }
  }

  static func closeAll(interrupting: Bool) {
    let all = Way.open.withLock { $0 }
    if interrupting { all.forEach { $0.reader.interrupt() } }
    all.forEach { $0.close() }
  }
}

/// The way to one file, closed once: when its archive is gone, or when the program ends.
private final class Way: Sendable {
  /// What is not closed yet. `exit` runs no `deinit`, does not wait for one that another thread is in, and what holds an
  /// archive may be held itself by what never ends.
  static let open = Mutex<[Way]>([])

  let reader: any DatabaseReader
  /// Nil where nothing is to be written.
  let writer: DatabasePool?
  let file: OpenFile?
  private let isClosed = Mutex(false)

  init(path: String, file: OpenFile?, readOnly: Bool) throws {
    self.file = file
    if readOnly {
      (reader, writer) = (try Self.looking(at: path), nil)
    } else {
      let pool = try DatabasePool(path: path, configuration: Self.configuration)
      // GRDB leaves the last transactions to the system's cache. The ledger of a run is on disk before these then, and says of
      // an input that it is finished which the archive has lost with the power.
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      (reader, writer) = (pool, pool)
    }
  }

  /// A pool would write at once, to have a log. A connection that may write takes the empty log away that SQLite makes;
  /// one that may not leaves alone what a killed program has left in the log.
  private static func looking(at path: String) throws -> DatabaseQueue {
    var configuration = Self.configuration
    configuration.readonly = LeftLog(path: path).isThere
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { db in
      db.add(function: plainFunction)
      db.add(function: PackedRecord.function)
      // The file itself is mapped: searches touch few pages, but far apart. What writes keeps 64 MB of changed pages; what
      // only reads has them in the map already.
      let pages = db.configuration.readonly ? 4_096 : 65_536
      try db.execute(sql: "PRAGMA cache_size = -\(pages); PRAGMA mmap_size = 1073741824; PRAGMA temp_store = MEMORY")
      // A row that another replaces is taken out of the seal.
      try db.execute(sql: "PRAGMA recursive_triggers = ON")
    }
    return configuration
  }

  /// Brings everything from the log into the file, and closes it; returns when that is done, whoever does it. While
  /// another program has the archive open the log stays, but empty where that program lets it.
  func close() {
    isClosed.withLock { closed in
      if closed { return }
      closed = true
      if let writer, LeftLog(path: writer.path).isThere {
        try? writer.writeWithoutTransaction { db in
          try db.execute(sql: "PRAGMA busy_timeout = 500; PRAGMA wal_checkpoint(TRUNCATE)")
        }
      }
      // The one that closes last brings the log into the file: it has to be the one that writes.
      writer?.invalidateReadOnlyConnections()
      try? reader.close()
    }
    Self.open.withLock { $0.removeAll { $0 === self } }
  }
}
