@testable import Archive
import DocumentModel
import Foundation
import GRDB
import Testing

@Suite struct ArchiveFileTests {
  private func code(of path: String, _ missing: Archive.Missing = .create) -> String? {
    #expect(throws: Failure.self) { try Archive(path: path, ifMissing: missing) }?.message.code
  }

  @Test func whatCannotBeAnArchiveIsRefusedAndLeftAsItIs() throws {
    try withArchive { archive, path in
      try archive.keep((0..<40).map { KeptInput(record: record(hash: "h\($0)", tasks: 30)) })
      let folder = (path as NSString).deletingLastPathComponent
      let foreign = folder + "/foreign.sqlite"
      try DatabaseQueue(path: foreign).write { try $0.execute(sql: "CREATE TABLE other (x)") }
      let before = FileManager.default.contents(atPath: foreign)
      #expect(code(of: foreign) == "not-an-archive")
      #expect(FileManager.default.contents(atPath: foreign) == before)
      #expect(code(of: folder + "/none.sqlite", .refuse) == "no-such-archive")
      #expect(code(of: folder) != nil)
    }
  }

  @Test func anArchiveThatWasKilledWhileItWasMadeIsMade() throws {
    try withArchive { _, path in
      let begun = path + ".begun"
      try DatabaseQueue(path: begun).write {
        try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
      }
      let archive = try Archive(path: begun)
      try archive.keep(record(hash: "a1", tasks: 3))
      #expect(try archive.check().isEmpty)
    }
  }

  @Test func aNewerAndACutOffArchiveAreTold() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (whole, cut) = (folder + "/a.sqlite", folder + "/cut.sqlite")
    do { try Archive(path: whole).keep((0..<40).map { KeptInput(record: record(hash: "h\($0)", tasks: 30)) }) }
    let queue = try DatabaseQueue(path: whole)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    let bytes = try #require(FileManager.default.contents(atPath: whole))
    try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: cut))
    #expect(code(of: cut) == "archive-truncated")
    try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('v999-later')") }
    #expect(code(of: whole) == "archive-newer")
  }

  @Test func anArchiveOfTheFirstSchemaIsBroughtUpToDate() throws {
    try withArchive { archive, path in
      try archive.keep(record(hash: "a1", tasks: 3), texts: [PageText(page: 1, text: "đường liên xã")])
      // What the first version left: the records, and nothing that is made of them.
      let queue = try DatabaseQueue(path: path)
      try queue.write { db in
        try db.execute(
          sql: """
            DROP TABLE seal; DELETE FROM grdb_migrations WHERE identifier = 'seal-001'; DELETE FROM setting;
            DELETE FROM taskBody; DELETE FROM section; UPDATE document SET key = ''
            """)
        try db.execute(sql: "INSERT INTO taskSearch(taskSearch) VALUES ('delete-all')")
      }
      let opened = try Archive(path: path)
      #expect(try opened.search(SearchQuery(words: "hồ sơ", kinds: [.task])).hits.count == 3)
      #expect(try opened.search(SearchQuery(words: "đường", kinds: [.page])).hits.count == 1)
      #expect(try opened.check().isEmpty)
    }
  }

  /// A scan that the first version kept has pages of which that version noted nothing: that is no damage, neither when the
  /// archive is opened nor after another scan came.
  @Test func scansOfTheFirstSchemaAreSound() throws {
    try withArchive { _, path in
      let old = path + ".old"
      do {
        let queue = try DatabaseQueue(path: old)
        try Migrations.migrator.migrate(queue, upTo: "v001-records")
        let bytes = try JSONEncoder().encode(try #require(record(hash: "s1", tasks: 2).documents.first))
        let task = "INSERT INTO task (documentId, ordinal, number, content, due) VALUES (1, ?, ?, ?, ?)"
        try queue.write { db in
          try db.execute(sql: "INSERT INTO input VALUES ('s1', 's1.pdf', 'scan', 2, 7, '2025-07-01 00:00:00.000')")
          try db.execute(
            sql: """
              INSERT INTO document (inputSha256, ordinal, type, number, symbol, record)
                VALUES ('s1', 1, 'KH', '05', 'KH-UBND', ?)
              """,
            arguments: [String(decoding: bytes, as: UTF8.self)])
          try db.execute(sql: task, arguments: [1, "1", "Số hóa hồ sơ 1", "2025-12-31"])
          try db.execute(sql: task, arguments: [2, "2", "Số hóa hồ sơ 2", nil])
        }
      }
      let archive = try Archive(path: old)
      #expect(try archive.check().map(\.message.en) == [])
      try archive.keep(record(hash: "s2", tasks: 1))
      #expect(try archive.check().map(\.message.en) == [])
    }
  }

  @Test func aDamagedSumIsFound() throws {
    try withArchive { archive, path in
      try archive.keep(record(hash: "a1", tasks: 3))
      #expect(try archive.check().isEmpty)
      try DatabaseQueue(path: path).write { db in
        try db.execute(sql: "UPDATE page SET stage = 6 WHERE number = 1; DELETE FROM task WHERE number = '2'")
      }
      let codes = Set(try archive.check().map(\.message.code))
      #expect(codes == ["check-stages", "check-tasks", "check-search", "check-seal", "check-days"])
    }
  }
}
