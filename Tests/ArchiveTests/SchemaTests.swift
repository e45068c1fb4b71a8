import Foundation
import GRDB
import Testing

@testable import Archive

/// A migration that has been released is frozen: this text changes only by a new migration that adds to it.
private let schema = """
  CREATE INDEX "document_on_inputSha256" ON "document"("inputSha256")
  CREATE INDEX "task_on_documentId" ON "task"("documentId")
  CREATE INDEX "task_on_due" ON "task"("due")
  CREATE TABLE "document" ("id" INTEGER PRIMARY KEY AUTOINCREMENT, "inputSha256" TEXT NOT NULL REFERENCES "input"("sha256") ON DELETE CASCADE, "ordinal" INTEGER NOT NULL, "type" TEXT, "number" TEXT, "symbol" TEXT, "issuer" TEXT, "date" TEXT, "subject" TEXT, "record" TEXT NOT NULL, UNIQUE ("inputSha256", "ordinal"))
  CREATE TABLE "input" ("sha256" TEXT PRIMARY KEY NOT NULL, "path" TEXT NOT NULL, "kind" TEXT NOT NULL, "pages" INTEGER NOT NULL, "doubtfulWords" INTEGER NOT NULL, "processedAt" DATETIME NOT NULL)
  CREATE TABLE "task" ("id" INTEGER PRIMARY KEY AUTOINCREMENT, "documentId" INTEGER NOT NULL REFERENCES "document"("id") ON DELETE CASCADE, "ordinal" INTEGER NOT NULL, "number" TEXT NOT NULL, "content" TEXT NOT NULL, "deadline" TEXT, "due" TEXT, UNIQUE ("documentId", "ordinal"))
  """

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
  #expect(found.joined(separator: "\n") == schema)
}
