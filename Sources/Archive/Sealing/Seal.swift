internal import GRDB

/// Beside every table, how many rows it has and what they add up to. Our own writes keep it up by triggers that live in
/// the connection alone; whatever else writes to the file leaves rows that do not add up.
enum Seal {
  struct Table {
    var name: String
    var columns: [String]
  }

  struct Sum: Hashable {
    var rows: Int
    var digest: Int64
  }

  static let schema = """
    CREATE TABLE seal (name TEXT PRIMARY KEY, rows INTEGER NOT NULL, digest INTEGER NOT NULL) WITHOUT ROWID;
    """

  /// What people did is a log, and every log begins with a row of number 0, which nobody is shown: one that is empty was
  /// emptied, whether there was anything else in it or not.
  static let firstRows = """
    INSERT OR IGNORE INTO history (id, at, who, entity, entityId, field) VALUES (0, 0, '', 'log', 0, '');
    INSERT OR IGNORE INTO correction (id, batch, at, who, kind, entityId, undoneAt) VALUES (0, 0, 0, '', 'decision', 0, 0);
    INSERT OR IGNORE INTO audit (id, at, action, who, address) VALUES (0, 0, '', '', '');
    """

  /// All tables but SQLite's and GRDB's own, the search index, which has no rows of ours, and the seal itself.
  static func tables(in db: Database) throws -> [Table] {
    let names = try String.fetchAll(
      db,
      sql: """
        SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'grdb_*'
          AND name NOT GLOB '*Search*' AND name <> 'seal' ORDER BY name
        """)
    return try names.map { name in
      let columns = try String.fetchAll(
        db, sql: "SELECT name FROM pragma_table_info(?) ORDER BY cid", arguments: [name])
      return Table(name: name, columns: columns)
    }
  }

  /// Makes the seal of all tables anew. A migration that changes a table or adds one does so, too.
  static func make(in db: Database) throws {
    try db.execute(sql: "DELETE FROM seal")
    for table in try tables(in: db) { try add(table, in: db) }
  }

  /// Seals a table that a migration has added.
  static func add(_ name: String, in db: Database) throws {
    for table in try tables(in: db) where table.name == name { try add(table, in: db) }
  }

  /// Seals a table anew whose columns a migration has changed.
  static func remake(_ name: String, in db: Database) throws {
    try db.run("DELETE FROM seal WHERE name = ?", [name])
    try add(name, in: db)
  }

  private static func add(_ table: Table, in db: Database) throws {
    let sum = try sum(of: table, in: db)
    try db.run("INSERT INTO seal VALUES (?, ?, ?)", [table.name, sum.rows, sum.digest])
  }

  /// From now on, what this connection writes is added up; `write` puts it into the seal.
  static func keepUp(in db: Database, sums: SealSums) throws {
    let tables = try tables(in: db)
    try sums.register(in: db, tables: tables.map(\.name))
    for (index, table) in tables.enumerated() {
      let new = values(of: table, "NEW"), old = values(of: table, "OLD")
      for (event, calls) in [
        ("INSERT", "sealed(\(index), 1, \(new))"), ("DELETE", "sealed(\(index), -1, \(old))"),
        ("UPDATE", "sealed(\(index), 0, \(old)), sealed(\(index), 0, \(new))"),
      ] {
        try db.execute(
          sql: """
            CREATE TEMP TRIGGER "seal \(table.name) \(event)" AFTER \(event) ON main."\(table.name)" BEGIN
              SELECT \(calls);
            END
            """)
      }
    }
  }

  /// Seals what a transaction has written.
  static func write(_ sums: SealSums, in db: Database) throws {
    for (table, sum) in sums.take() {
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT rows, digest FROM seal WHERE name = ?"), arguments: [table])
      guard let row else { continue }
      let (rows, digest): (Int, Int64) = (row["rows"], row["digest"])
      try db.run(
        "UPDATE seal SET rows = ?, digest = ? WHERE name = ?", [rows + sum.rows, digest ^ sum.digest, table])
    }
  }

  private static func values(of table: Table, _ row: String) -> String {
    table.columns.map { "\(row).\"\($0)\"" }.joined(separator: ", ")
  }

  /// The tables that are not as they were sealed, with how many rows there are too many or too few: at least 1.
  static func broken(in db: Database) throws -> [(table: String, rows: Int)] {
    let rows = try Row.fetchAll(db, sql: "SELECT name, rows, digest FROM seal")
    let sealed = Dictionary(rows.map { ($0["name"] as String, Sum(rows: $0["rows"], digest: $0["digest"])) }) { $1 }
    return try tables(in: db).compactMap { table in
      let found = try sum(of: table, in: db)
      guard let sum = sealed[table.name] else { return (table.name, max(1, found.rows)) }
      return found == sum ? nil : (table.name, max(1, abs(found.rows - sum.rows)))
    }
  }

  private static func sum(of table: Table, in db: Database) throws -> Sum {
    let columns = table.columns.map { "\"\($0)\"" }.joined(separator: ", ")
    let rows = try Row.fetchCursor(db, sql: "SELECT \(columns) FROM \"\(table.name)\"")
    var sum = Sum(rows: 0, digest: 0)
    while let row = try rows.next() {
      sum.rows += 1
      sum.digest ^= RowDigest.number(of: row.databaseValues)
    }
    return sum
  }
}
