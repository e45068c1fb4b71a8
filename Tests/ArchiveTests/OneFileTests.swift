import Archive
import DocumentModel
import Foundation
import Testing

/// One file is the archive: what is copied, put back and opened by many at once.
@Suite struct OneFileTests {
  private let files = FileManager.default

  private func copy(_ path: String, _ target: String, ends: [String]) throws {
    for end in ends {
      try? files.removeItem(atPath: target + end)
      try files.copyItem(atPath: path + end, toPath: target + end)
    }
  }

  @Test func anArchiveThatIsClosedIsItsFile() throws {
    try withArchive { archive, path in
      try archive.keep(record(hash: "a1", tasks: 3))
      archive.close()
      archive.close()
      #expect(!files.fileExists(atPath: path + "-wal"))
      try copy(path, path + ".copy", ends: [""])
      #expect(try Archive(path: path + ".copy").status().tasks == 3)
    }
  }

  /// A program was killed and left its log; yesterday's copy is put back over the file.
  @Test func aLogIsNotPlayedOverAnotherFile() throws {
    try withArchive { archive, path in
      let copy = path + ".copy", yesterday = path + ".yesterday"
      try archive.keep(record(hash: "a1", tasks: 3))
      try archive.backUp(to: yesterday)
      try archive.keep((0..<30).map { KeptInput(record: record(hash: "b\($0)", tasks: 30)) })
      archive.close()
      let later = try Archive(path: path)
      try later.keep((0..<30).map { KeptInput(record: record(hash: "c\($0)", tasks: 30)) })
      try self.copy(path, copy, ends: ["", "-wal"])
      let whole = try Archive(path: copy)
      #expect(try whole.notices.isEmpty && whole.status().inputs == 61)
      whole.close()

      try self.copy(path, copy, ends: ["-wal"])
      try self.copy(yesterday, copy, ends: [""])
      let failure = #expect(throws: Failure.self) { try Archive(reading: copy) }
      #expect(failure?.message.code == "foreign-log" && files.fileExists(atPath: copy + "-wal"))
      let restored = try Archive(path: copy)
      #expect(restored.notices.map(\.code) == ["log-set-aside"] && files.fileExists(atPath: copy + "-wal.1"))
      #expect(try restored.status().inputs == 1 && restored.check().isEmpty)
    }
  }

  @Test func aBackupTakesThePlaceOfTheArchive() throws {
    try withArchive { archive, path in
      let backup = path + ".backup"
      try archive.keep(record(hash: "a1", tasks: 3))
      try archive.backUp(to: backup)
      #expect(throws: Failure.self) { try archive.backUp(to: backup) }
      try archive.keep(record(hash: "a2", tasks: 3))
      let busy = #expect(throws: Failure.self) { try Archive.restore(backup, to: path) }
      #expect(busy?.message.code == "archive-busy")
      archive.close()
    }
    try withArchive { archive, path in
      let backup = path + ".backup", target = path + ".target"
      try archive.keep(record(hash: "a1", tasks: 3))
      try archive.backUp(to: backup)
      #expect(try Archive.restore(backup, to: target) == nil)
      do { try Archive(path: target).keep(record(hash: "a2", tasks: 3)) }
      let old = try #require(try Archive.restore(backup, to: target))
      #expect(try Archive(path: old).status().inputs == 2)
      let restored = try Archive(path: target)
      #expect(try restored.status().inputs == 1 && restored.check().isEmpty)
    }
  }

  @Test func onlyItsOwnerReadsAnArchive() throws {
    try withArchive { archive, path in
      try archive.keep(record(hash: "a1", tasks: 3))
      try archive.backUp(to: path + ".backup")
      for name in try files.contentsOfDirectory(atPath: (path as NSString).deletingLastPathComponent) {
        let file = (path as NSString).deletingLastPathComponent + "/" + name
        #expect(try files.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600, "\(name)")
      }
      #expect(!archive.isReadByOthers)
      try files.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
      #expect(archive.isReadByOthers)
    }
  }
}
