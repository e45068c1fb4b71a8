internal import Foundation
internal import GRDB

/// Holds the tables, indexes and search indexes of an archive against those that the program makes.
enum SchemaCheck {
  private static let list = """
    SELECT name, sql FROM sqlite_master
    WHERE sql NOT NULL AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'grdb_*' ORDER BY type DESC, name
    """

  /// The names of those that are gone or are others. What somebody has added does no harm.
  static func damaged(in db: Database) throws -> [String] {
    let made = try wanted()
    let found = try parts(in: db)
    return made.filter { found[$0.name] != $0.sql }.map(\.name)
  }

  private static func wanted() throws -> [(name: String, sql: String)] {
    let database = try DatabaseQueue()
    try Migrations.migrator.migrate(database)
    return try database.read { try Row.fetchAll($0, sql: list).map { ($0["name"], $0["sql"]) } }
  }

  private static func parts(in db: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(db, sql: list)
    return Dictionary(rows.map { ($0["name"], $0["sql"]) }) { $1 }
  }

  /// The search indexes whose words are not as many as their entries say, or cannot be read.
  static func brokenIndexes(in db: Database) throws -> [String] {
    try SearchIndex.allCases.map(\.rawValue).filter { name in
      do {
        let words = try self.words(of: name, in: db)
        return try entries(of: name, in: db) != words
      } catch let error as DatabaseError where [.SQLITE_CORRUPT, .SQLITE_ERROR].contains(error.resultCode) {
        return true
      }
    }
  }

  private static func words(of index: String, in db: Database) throws -> Int {
    try db.execute(sql: "CREATE VIRTUAL TABLE temp.\"\(index)Words\" USING fts5vocab(main, \(index), row)")
    defer { try? db.execute(sql: "DROP TABLE temp.\"\(index)Words\"") }
    return try Int.fetchOne(db, sql: "SELECT COALESCE(SUM(cnt), 0) FROM temp.\"\(index)Words\"") ?? 0
  }

  /// Each entry notes how many words each of its columns has, as numbers of seven bits a byte, the last with a clear
  /// top bit.
  private static func entries(of index: String, in db: Database) throws -> Int {
    var all = 0
    let sizes = try Row.fetchCursor(db, sql: "SELECT sz FROM \(index)_docsize")
    while let row = try sizes.next() {
      var number = 0
      for byte in (row["sz"] as Data?) ?? Data() {
        number = number << 7 | Int(byte & 0x7F)
        if byte < 0x80 {
          all += number
          number = 0
        }
      }
    }
    return all
  }
}
