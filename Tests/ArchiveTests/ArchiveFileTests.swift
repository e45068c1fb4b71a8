import Archive
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
