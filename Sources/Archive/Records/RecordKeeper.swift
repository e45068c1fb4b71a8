internal import DocumentModel
internal import Foundation
internal import GRDB

/// Writes records inside one transaction. An input is known by its content hash: one that is processed again takes
/// its own place, and what people did to its tasks stays.
struct RecordKeeper {
  let db: Database
  let now: Int
  private let queue: SearchQueue
  private var tasks: TaskKeeper

  init(db: Database, now: Date = Date()) {
    self.db = db
    self.now = Int(now.timeIntervalSince1970)
    queue = SearchQueue(db: db)
    tasks = TaskKeeper(db: db, queue: queue)
  }

  /// To be called before the transaction ends, and before anything else writes to the search index.
  func finish() throws { try queue.flush() }

  mutating func keep(_ record: InputRecord, json: [[UInt8]]? = nil, pages: [PageText]) throws {
    let hash = record.source.sha256
    let isNew = try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT NOT EXISTS (SELECT 1 FROM input WHERE sha256 = ?)"), arguments: [hash])
    try keepInput(record)
    try PageKeeper(db: db, queue: queue, now: now).keep(record, texts: pages, isNew: isNew ?? false)
    let known = isNew == true ? [:] : try Self.known(of: hash, in: db)
    if !known.isEmpty { try db.run("DELETE FROM finding WHERE inputSha256 = ?", [hash]) }
    let parts = PartWriter(db: db)
    for (ordinal, document) in record.documents.enumerated() {
      let id = try keep(
        DocumentRow(document, json: json?[ordinal], of: hash, ordinal: ordinal), known: known[ordinal])
      for finding in document.findings { try parts.write(finding, of: hash, document: id) }
      try LikenessFinder(db: db).look(
        for: document, id: id, texts: pages, isNew: known[ordinal] == nil)
    }
    for (ordinal, row) in known where ordinal >= record.documents.count { try withdraw(row) }
    for finding in record.findings { try parts.write(finding, of: hash, document: nil) }
  }

  private func keepInput(_ record: InputRecord) throws {
    let source = record.source
    try db.run(
      """
      INSERT INTO input (sha256, path, kind, pages, doubtfulWords, processedAt) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (sha256) DO UPDATE SET path = excluded.path, kind = excluded.kind, pages = excluded.pages,
        doubtfulWords = excluded.doubtfulWords, processedAt = excluded.processedAt
      """,
      [
        source.sha256, source.path, source.kind.rawValue, source.pages, source.doubtfulWords,
        Date(timeIntervalSince1970: Double(now)),
      ])
  }

  static func known(of hash: String, in db: Database) throws -> [Int: DocumentRow] {
    let rows = try DocumentRow.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM document WHERE inputSha256 = ?"), arguments: [hash])
    return Dictionary(rows.map { ($0.ordinal, $0) }) { first, _ in first }
  }

  /// Keeps one document and gives its id. What is the same as before is left alone.
  private mutating func keep(_ document: DocumentRow, known: DocumentRow?) throws -> Int64 {
    var row = document
    if let known, let id = known.id {
      if known.record == row.record { return id }
      try finish()
      try PartWriter(db: db).clear(known, id: id)
      row.id = id
      try row.update(db)
    } else {
      try row.insert(db)
    }
    let id = row.id ?? db.lastInsertedRowID
    try derive(row.record, id: id, isNew: known == nil)
    return id
  }

  /// Everything that is made of a record.
  mutating func derive(_ document: DocumentRecord, id: Int64, isNew: Bool) throws {
    try PartWriter(db: db).write(document, id: id)
    try tasks.keep(document, id: id, isNew: isNew)
    try queue.add(SearchIndex.text(of: document), id: id, to: .document)
  }

  /// A document that is no longer found in its input. Where people worked on its tasks it stays, with all of them
  /// withdrawn; otherwise it goes.
  private mutating func withdraw(_ row: DocumentRow) throws {
    guard let id = row.id else { return }
    let touched = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM task WHERE documentId = ? AND changedAt NOT NULL)", arguments: [id])
    if touched == true {
      try db.run("UPDATE task SET withdrawn = 1 WHERE documentId = ?", [id])
    } else {
      try finish()
      try PartWriter(db: db).clear(row, id: id)
      try tasks.removeAll(of: id)
      try db.run("DELETE FROM document WHERE id = ?", [id])
    }
  }
}
