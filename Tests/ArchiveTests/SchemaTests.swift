import Foundation
import GRDB
import Testing

@testable import Archive

/// A migration that has been released is frozen: the golden text changes only by a new migration that adds to it.
/// `RECORD_GOLDEN=1` writes it anew.
@Test func releasedMigrationsAreFrozen() throws {
  let database = try DatabaseQueue()
  try Migrations.migrator.migrate(database)
  let found = try database.read { db in
    try String.fetchAll(
      db,
      sql: """
        SELECT sql FROM sqlite_master
        WHERE sql NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%' ORDER BY type, name
        """)
  }
  let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden/schema.sql")
  let text = found.joined(separator: ";\n") + ";\n"
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
    try Data(text.utf8).write(to: golden)
  }
  let frozen = try String(contentsOf: golden, encoding: .utf8)
  #expect(text == frozen)
}
