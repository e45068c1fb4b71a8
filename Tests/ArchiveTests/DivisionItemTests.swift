import DocumentModel
import GRDB
import SampleDocuments
import Testing

@testable import Archive

/// What the inventory says stays with the paper where a file is divided otherwise.
@Suite struct DivisionItemTests {
  private let file = LinedFile.plan("hash-b")

  /// Two listed documents, tied to the two of the file.
  private func listed(_ archive: Archive) throws {
    try archive.keep([KeptInput(record: file.record(of: file.pages, begins: [4: true]), pages: file.pages)])
    try archive.writing { db in
      try db.execute(
        sql: """
          INSERT INTO fonds (id, code) VALUES (1, 'P');
          INSERT INTO catalogue (id, fondsId, number) VALUES (1, 1, '1');
          INSERT INTO dossier (id, catalogueId, code, title, addedAt) VALUES (1, 1, '1', 'Vụ mùa', 0);
          INSERT INTO item (id, dossierId, ordinal) VALUES (1, 1, 1), (2, 1, 2);
          """)
      try ItemLinker(db: db).tie(1, 1)
      try ItemLinker(db: db).tie(2, 2)
    }
  }

  /// `1:1-3 2:4`: the documents of both items, and the items of the pages.
  private func ties(_ archive: Archive) throws -> String {
    try archive.reading { db in
      let items = try Row.fetchAll(db, sql: "SELECT id, documentId FROM item ORDER BY id").map { row in
        "\(row["id"] as Int)→\((row["documentId"] as Int?).map(String.init) ?? "-")"
      }
      let pages = try Row.fetchAll(db, sql: "SELECT itemId FROM page ORDER BY number").map { row in
        (row["itemId"] as Int?).map(String.init) ?? "-"
      }
      return items.joined(separator: " ") + " | " + pages.joined()
    }
  }

  private func divide(_ archive: Archive, _ change: PageChange?) throws {
    let input: DividedInput
    if let change {
      let seen = try #require(try archive.division(of: file.sha256)).seen
      input = try archive.divided(file.sha256, by: change, seen: seen)
    } else {
      input = try #require(try archive.dividedByUndoing(batch: nil, who: "An"))
    }
    let record = file.record(of: input.pages, begins: input.begins)
    #expect(try archive.keep(input, as: record, pages: input.pages, who: "An", at: 5) != nil)
  }

  @Test func itemsStayWithTheirPaper() throws {
    try withArchive { archive, _ in
      try listed(archive)
      #expect(try ties(archive) == "1→1 2→2 | 1112")
      try divide(archive, .begins(page: 3, true))
      #expect(try ties(archive) == "1→1 2→2 | 11-2")
      try divide(archive, nil)
      #expect(try ties(archive) == "1→1 2→2 | 1112")
      // The paper is listed by itself, and its document is another's now.
      try divide(archive, .begins(page: 4, false))
      #expect(try ties(archive) == "1→1 2→- | 1112")
      try divide(archive, nil)
      #expect(try ties(archive) == "1→1 2→2 | 1112")
    }
  }

  @Test func anItemGoesOverToTheDocumentThatHasItsPaper() throws {
    try withArchive { archive, _ in
      try listed(archive)
      try archive.writing {
        try $0.execute(
          sql: "UPDATE item SET documentId = NULL WHERE id = 1; UPDATE page SET itemId = NULL WHERE number < 4")
      }
      try divide(archive, .begins(page: 4, false))
      #expect(try ties(archive) == "1→- 2→1 | 2222")
      try divide(archive, nil)
      #expect(try ties(archive) == "1→- 2→2 | ---2")
    }
  }

  /// The log of corrections was made anew, and is the same.
  @Test func correctionsOfOlderArchivesStay() throws {
    let database = try DatabaseQueue()
    try database.write { $0.add(function: PackedRecord.function) }
    try Migrations.migrator.migrate(database, upTo: "v007-days")
    try database.write { db in
      try db.execute(
        sql:
          "INSERT INTO correction (batch, at, who, kind, entityId, before, after) VALUES (4, 5, 'An', 'word', 6, 'a', 'b')"
      )
      try Seal.make(in: db)
    }
    try Migrations.migrator.migrate(database)
    let broken = try database.read { try Seal.broken(in: $0).map(\.table) }
    #expect(broken.isEmpty)
    let texts = try database.read { try String.fetchAll($0, sql: "SELECT after FROM correction WHERE id > 0") }
    #expect(texts == ["b"])
  }
}
