import GRDB
import Testing

@testable import Archive

/// Whoever had an account before there were parts could do everything, and still can. The seal knows the new columns.
@Test func oldAccountsAdminister() throws {
  let database = try DatabaseQueue()
  try Migrations.migrator.migrate(database, upTo: "v007-days")
  try database.write { db in
    try db.execute(sql: "INSERT INTO user (name, hash, createdAt) VALUES ('An', 'x', 1), ('Bình', 'y', 2)")
    try db.execute(sql: "INSERT INTO audit (at, action, who, address) VALUES (3, 'login', 'An', 'cli')")
  }
  try Migrations.migrator.migrate(database)
  let parts = try database.read { try String.fetchAll($0, sql: "SELECT part FROM user") }
  let counts = try database.read { try Int.fetchAll($0, sql: "SELECT count FROM audit WHERE id > 0") }
  let broken = try database.read { try Seal.broken(in: $0).map(\.table) }
  #expect(parts == ["administers", "administers"])
  #expect(counts == [1])
  #expect(broken.isEmpty)
}

@Test func theFirstAccountAdministersAndTheNextReviews() throws {
  try withArchive { archive, _ in
    for name in ["An", "Bình"] { try archive.setAccount(name, passwordHash: "x", at: 1) }
    try archive.setAccount("Cường", passwordHash: "x", part: .reads, at: 1)
    // Another password leaves the part as it is.
    try archive.setAccount("an", passwordHash: "y", by: "Bình", at: 2)
    #expect(try archive.accounts().map(\.part) == [.administers, .reviews, .reads])
    #expect(try archive.accounts().first?.changedBy == "Bình")
    #expect(try archive.accounts().first?.version == 2)
  }
}
