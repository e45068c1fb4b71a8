public import DocumentModel
internal import Foundation
internal import GRDB

/// One archive: a SQLite file that keeps what was made of every input. Several processes may use it at a time.
public struct Archive: Sendable {
  private let database: DatabasePool
  private let path: String

  /// Opens the archive, makes it where there is none, and brings its schema up to date.
  public init(path: String) throws(Failure) {
    self.path = path
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(10)
      database = try DatabasePool(path: path, configuration: configuration)
      try Migrations.migrator.migrate(database)
    } catch {
      throw Failure(.cannotOpenInput, .cannotOpenArchive(path, String(describing: error)))
    }
  }

  /// Keeps the record of an input. The content hash is the input's identity: one that is processed again takes the
  /// place of what was kept of it.
  public func keep(_ record: InputRecord) throws(Failure) {
    do {
      try database.write { db in
        try InputRow.filter(key: record.source.sha256).deleteAll(db)
        try InputRow(
          sha256: record.source.sha256, path: record.source.path, kind: record.source.kind.rawValue,
          pages: record.source.pages, doubtfulWords: record.source.doubtfulWords, processedAt: Date()
        ).insert(db)
        for (ordinal, document) in record.documents.enumerated() {
          try Self.insert(document, of: record.source.sha256, ordinal: ordinal, into: db)
        }
      }
    } catch {
      throw Failure(.cannotWriteOutput, .cannotWriteArchive(path, String(describing: error)))
    }
  }

  private static func insert(
    _ document: DocumentRecord, of sha256: String, ordinal: Int, into db: Database
  ) throws {
    var row = DocumentRow(document, of: sha256, ordinal: ordinal)
    try row.insert(db)
    for (place, task) in document.tasks.enumerated() {
      try TaskRow(task, of: row.id, ordinal: place).insert(db)
    }
  }

  /// The records of every document, in the order that they were kept.
  public func documents() throws(Failure) -> [DocumentRecord] {
    try reading { try DocumentRow.order(Column("id")).fetchAll($0).map(\.record) }
  }

  /// How much the archive holds.
  public func status() throws(Failure) -> ArchiveStatus {
    try reading { db in
      ArchiveStatus(
        inputs: try InputRow.fetchCount(db),
        pages: try Int.fetchOne(db, sql: "SELECT SUM(pages) FROM input") ?? 0,
        documents: try DocumentRow.fetchCount(db), tasks: try TaskRow.fetchCount(db),
        tasksWithDay: try TaskRow.filter(Column("due") != nil).fetchCount(db),
        doubtfulWords: try Int.fetchOne(db, sql: "SELECT SUM(doubtfulWords) FROM input") ?? 0)
    }
  }

  private func reading<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) throws(Failure) -> Value {
    do {
      return try database.read(body)
    } catch {
      throw Failure(.cannotOpenInput, .cannotOpenArchive(path, String(describing: error)))
    }
  }
}

/// How much an archive holds.
public struct ArchiveStatus: Codable, Hashable, Sendable {
  public var inputs: Int
  public var pages: Int
  public var documents: Int
  public var tasks: Int
  /// Of these, the ones whose deadline comes to a day.
  public var tasksWithDay: Int
  public var doubtfulWords: Int

  public init(inputs: Int, pages: Int, documents: Int, tasks: Int, tasksWithDay: Int, doubtfulWords: Int) {
    self.inputs = inputs
    self.pages = pages
    self.documents = documents
    self.tasks = tasks
    self.tasksWithDay = tasksWithDay
    self.doubtfulWords = doubtfulWords
  }
}

extension Message {
  static func cannotOpenArchive(_ path: String, _ reason: String) -> Message {
    Message(
      "cannot-open-archive", vi: "Không mở được kho lưu trữ “\(path)”: \(reason)",
      en: "Cannot open the archive “\(path)”: \(reason)")
  }

  static func cannotWriteArchive(_ path: String, _ reason: String) -> Message {
    Message(
      "cannot-write-archive", vi: "Không ghi được vào kho lưu trữ “\(path)”: \(reason)",
      en: "Cannot write to the archive “\(path)”: \(reason)")
  }
}
