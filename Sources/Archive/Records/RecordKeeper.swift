internal import DocumentModel
internal import Foundation
internal import GRDB

/// Writes records inside one transaction. An input is known by its content hash: one that is processed again takes
/// its own place, and what people did to its tasks stays.
struct RecordKeeper {
  let db: Database
  let now: Int
  var tasks: TaskKeeper

  init(db: Database, now: Date = Date()) {
    self.db = db
    self.now = Int(now.timeIntervalSince1970)
    tasks = TaskKeeper(db: db)
  }

  mutating func keep(_ record: InputRecord, pages: [PageText]) throws {
    let hash = record.source.sha256
    try keepInput(record)
    try PageKeeper(db: db, now: now).keep(record, texts: pages)
    let known = try Self.known(of: hash, in: db)
    if !known.isEmpty { try db.run("DELETE FROM finding WHERE inputSha256 = ?", [hash]) }
    let parts = PartWriter(db: db)
    for (ordinal, document) in record.documents.enumerated() {
      let id = try keep(document, of: hash, ordinal: ordinal, known: known[ordinal])
      for finding in document.findings { try parts.write(finding, of: hash, document: id) }
      try LikenessFinder(db: db).look(for: document, id: id, texts: pages)
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
  private mutating func keep(
    _ document: DocumentRecord, of hash: String, ordinal: Int, known: DocumentRow?
  ) throws -> Int64 {
    if let known, known.record == document, let id = known.id { return id }
    let id: Int64
    if let known, let knownID = known.id {
      try PartWriter(db: db).clear(known, id: knownID)
      try DocumentRow(document, id: knownID, of: hash, ordinal: ordinal).update(db)
      id = knownID
    } else {
      var row = DocumentRow(document, of: hash, ordinal: ordinal)
      try row.insert(db)
      id = db.lastInsertedRowID
    }
    try derive(document, id: id, isNew: known == nil)
    return id
  }

  /// Everything that is made of a record.
  mutating func derive(_ document: DocumentRecord, id: Int64, isNew: Bool) throws {
    try PartWriter(db: db).write(document, id: id)
    try tasks.keep(document, id: id, isNew: isNew)
    try SearchIndex.document.add(SearchIndex.text(of: document), id: id, in: db)
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
      try PartWriter(db: db).clear(row, id: id)
      try tasks.removeAll(of: id)
      try db.run("DELETE FROM document WHERE id = ?", [id])
    }
  }
}
