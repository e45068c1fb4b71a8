import Archive
import DocumentModel
import Foundation
import Testing

@Suite struct ArchiveTests {
  @Test func whatIsKeptComesBackWhole() throws {
    try withArchive { archive, _ in
      let kept = record(hash: "a1", tasks: 3)
      try archive.keep(kept)
      #expect(try archive.documents() == kept.documents)
    }
  }

  @Test func anInputThatIsProcessedAgainIsOneInput() throws {
    try withArchive { archive, _ in
      try archive.keep(record(hash: "a1", tasks: 3))
      try archive.keep(record(hash: "a1", tasks: 2, subject: "Đọc lại"))
      try archive.keep(record(hash: "b2", tasks: 1))
      let status = try archive.status()
      var expected = ArchiveStatus()
      (expected.inputs, expected.pages, expected.documents, expected.tasks) = (2, 4, 2, 3)
      (expected.tasksWithDay, expected.doubtfulWords) = (2, 14)
      #expect(status == expected)
      #expect(try archive.documents().map(\.document.subject) == ["Đọc lại", "Về việc số hóa"])
    }
  }

  @Test func anEmptyArchiveCountsNothing() throws {
    try withArchive { archive, _ in
      let status = try archive.status()
      #expect(status == ArchiveStatus())
    }
  }

  @Test func anArchiveOpenedAgainHoldsWhatItHeld() throws {
    try withArchive { archive, path in
      try archive.keep(record(hash: "a1", tasks: 2))
      #expect(try Archive(path: path).status().tasks == 2)
    }
  }

  @Test func whatIsNoArchiveIsRefused() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(repeating: 0x41, count: 4096).write(to: URL(fileURLWithPath: path))
    let failure = #expect(throws: Failure.self) { try Archive(path: path) }
    #expect(failure?.message.code == "not-an-archive")
  }
}
