import Archive
import DocumentModel
import Foundation
import GRDB
import Testing

/// What another program does to the file is found; what this one does is not taken for it.
@Suite struct SealTests {
  /// An archive with something in most of its tables.
  private func fill(_ archive: Archive) throws {
    let texts = [PageText(page: 1, text: "đường liên xã"), PageText(page: 2, text: "kế hoạch")]
    try archive.keep(record(hash: "a1", tasks: 3), texts: texts)
    try archive.keep(record(hash: "a2", tasks: 2), texts: texts)
    try archive.update(tasks: [1], TaskUpdate(status: .done, note: "xong", who: "An", at: 5))
    try archive.audit("login", who: "An", address: "cli", at: 6)
    try archive.setAccount("An", passwordHash: "x", at: 7)
  }

  @Test(arguments: [
    "UPDATE task SET content = 'khác' WHERE id = 2", "UPDATE task SET due = '2031-01-01' WHERE id = 1",
    "UPDATE document SET symbol = 'khác' WHERE id = 1", "UPDATE history SET who = 'Bình'", "DELETE FROM history",
    "DELETE FROM taskBody", "UPDATE pageText SET text = '' WHERE id = 1", "DELETE FROM audit WHERE id = 1",
    "INSERT INTO audit (at, action, who, address) VALUES (1, 'login', 'An', '')", "UPDATE user SET hash = 'y'",
    "UPDATE input SET path = 'khác.pdf' WHERE sha256 = 'a2'", "DROP TABLE audit", "DROP INDEX history_on_time",
    "DROP TABLE bodyMerge", "DELETE FROM seal", "UPDATE seal SET digest = 0 WHERE name = 'task'",
    "DELETE FROM taskSearch_data WHERE id > 10", "DROP TABLE seal",
    "UPDATE stageEvent SET at = at + 86400", "UPDATE setting SET value = value || ' '",
  ])
  func aChangeByHandIsFound(_ change: String) throws {
    try withArchive { archive, path in
      try fill(archive)
      #expect(try archive.check().isEmpty)
      archive.close()
      do {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        try DatabaseQueue(path: path, configuration: configuration).write { try $0.execute(sql: change) }
      }
      #expect(try !Archive(reading: path).check().isEmpty)
    }
  }

  /// The same input again, with other tasks, fewer documents, rows that replace others, and rows that go with others.
  @Test func whatTheProgramDoesIsSound() throws {
    try withArchive { archive, path in
      try fill(archive)
      try archive.keep(record(hash: "a1", tasks: 1, subject: "Về việc khác"))
      try archive.keep(record(hash: "a2", []))
      for value in ["1", "2"] { try archive.set("mark", to: value) }
      try archive.setAccount("an", passwordHash: "z", at: 8)
      _ = try archive.removeAccount("AN")
      let failure = #expect(throws: Failure.self) {
        try archive.update(tasks: [1, 999], TaskUpdate(status: .open, who: "An", at: 9))
      }
      #expect(failure?.code == .badArguments)
      #expect(try archive.check().isEmpty)
      archive.close()
      #expect(try Archive(path: path).check().isEmpty)
    }
  }

  @Test func lookingChangesNothing() throws {
    try withArchive { archive, path in
      try fill(archive)
      let copy = path + ".copy", files = FileManager.default
      for end in ["", "-wal"] { try files.copyItem(atPath: path + end, toPath: copy + end) }
      let before = ["", "-wal"].map { files.contents(atPath: copy + $0) }
      do {
        let left = try Archive(reading: copy)
        #expect(try left.check().isEmpty)
        left.close()
      }
      #expect(["", "-wal"].map { files.contents(atPath: copy + $0) } == before)
      archive.close()
      let closed = files.contents(atPath: path)
      do {
        let looked = try Archive(reading: path)
        #expect(try looked.check().isEmpty)
        looked.close()
      }
      #expect(files.contents(atPath: path) == closed && !files.fileExists(atPath: path + "-wal"))
      let empty = path + ".empty"
      #expect(files.createFile(atPath: empty, contents: nil))
      let refused = #expect(throws: Failure.self) { try Archive(reading: empty) }
      #expect(refused?.message.code == "archive-empty")
      #expect(throws: Failure.self) { try Archive(path: empty, ifMissing: .refuse) }
      #expect(files.contents(atPath: empty) == Data())
    }
  }
}
