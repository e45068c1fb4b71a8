internal import DocumentModel
internal import Foundation
internal import GRDB

/// What the archive makes of its records is made again when the way of making it has changed: at the first opening by
/// the program that makes it another way.
enum Derivation {
  /// Raised with every change of what is made.
  static let version = 1

  static func isUpToDate(_ db: Database) throws -> Bool {
    try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'derivation'") == String(version)
  }

  static func bringUpToDate(_ db: Database) throws {
    try remake(db)
    try db.execute(
      sql: "INSERT OR REPLACE INTO setting VALUES ('derivation', ?)", arguments: [String(version)])
  }

  private static func remake(_ db: Database) throws {
    for index in SearchIndex.allCases {
      try db.execute(sql: "INSERT INTO \(index.rawValue)(\(index.rawValue)) VALUES ('delete-all')")
    }
    var tasks = TaskKeeper(db: db, queue: SearchQueue(db: db), indexIsEmpty: true)
    for id in try Int64.fetchAll(db, sql: "SELECT id FROM document") {
      guard let row = try DocumentRow.fetchOne(db, key: id) else { continue }
      try remake(row, id: id, tasks: &tasks, in: db)
    }
    let texts = try Row.fetchCursor(db, sql: "SELECT id, text FROM pageText")
    while let row = try texts.next() { try tasks.queue.add(row["text"], id: row["id"], to: .page) }
    try tasks.queue.flush()
  }

  private static func remake(_ row: DocumentRow, id: Int64, tasks: inout TaskKeeper, in db: Database) throws {
    try DocumentRow(row.record, id: id, of: row.inputSha256, ordinal: row.ordinal).update(db)
    try PartWriter(db: db).rewrite(row.record, id: id)
    try tasks.queue.add(SearchIndex.text(of: row.record), id: id, to: .document)
    try tasks.keep(row.record, id: id, isNew: false)
  }
}
