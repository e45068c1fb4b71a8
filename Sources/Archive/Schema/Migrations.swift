internal import GRDB

/// The schema's history. A migration that has been released is never edited; a change is a new one.
enum Migrations {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("v001-records", migrate: v001Records)
    migrator.registerMigration("v002-parts") { try $0.execute(sql: v002Parts) }
    migrator.registerMigration("v003-search") { try $0.execute(sql: v003Search) }
    migrator.registerMigration("v004-inventory") { try $0.execute(sql: v004Inventory) }
    migrator.registerMigration("v005-progress") { try $0.execute(sql: v005Progress) }
    registerReview(&migrator)
    migrator.registerMigration("seal-001") { db in
      try db.execute(sql: Seal.schema)
      try db.execute(sql: Seal.firstRows)
      try Seal.make(in: db)
    }
    migrator.registerMigration("v006-room") { db in
      try db.execute(sql: v006Room)
      try Seal.add("issuer", in: db)
    }
    migrator.registerMigration("v007-days") { db in
      try db.execute(sql: v007Days)
      try Seal.add("taskDay", in: db)
    }
    registerDivision(&migrator)
    registerAccounts(&migrator)
    migrator.registerMigration("review-005", migrate: review005)
    migrator.registerMigration("v008-packages") { db in
      try db.execute(sql: v008Packages)
      for table in ["packageIdentity", "package"] { try Seal.add(table, in: db) }
    }
    migrator.registerMigration("v009-refusals") { db in
      try db.execute(sql: v009Refusals)
      try Seal.add("packageRefusal", in: db)
    }
    return migrator
  }

  /// Inputs by content hash, the documents found in them, and the tasks that these give out.
  private static func v001Records(_ db: Database) throws {
    try db.create(table: "input") { table in
      table.primaryKey("sha256", .text)
      table.column("path", .text).notNull()
      table.column("kind", .text).notNull()
      table.column("pages", .integer).notNull()
      table.column("doubtfulWords", .integer).notNull()
      table.column("processedAt", .datetime).notNull()
    }
    try db.create(table: "document") { table in
      table.autoIncrementedPrimaryKey("id")
      table.belongsTo("input", onDelete: .cascade).notNull()
      table.column("ordinal", .integer).notNull()
      table.column("type", .text)
      table.column("number", .text)
      table.column("symbol", .text)
      table.column("issuer", .text)
      table.column("date", .text)
      table.column("subject", .text)
      table.column("record", .jsonText).notNull()
      table.uniqueKey(["inputSha256", "ordinal"])
    }
    try db.create(table: "task") { table in
      table.autoIncrementedPrimaryKey("id")
      table.belongsTo("document", onDelete: .cascade).notNull()
      table.column("ordinal", .integer).notNull()
      table.column("number", .text).notNull()
      table.column("content", .text).notNull()
      table.column("deadline", .text)
      table.column("due", .text).indexed()
      table.uniqueKey(["documentId", "ordinal"])
    }
  }
}
