import Archive
import DocumentModel
import Foundation
import Testing

/// An archive in a folder of its own, gone with the test.
private func withArchive(_ body: (Archive, String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let path = folder + "/archive.sqlite"
  try body(try Archive(path: path), path)
}

private func record(hash: String, tasks: Int, subject: String = "Về việc số hóa") -> InputRecord {
  let evidence = Evidence(provenance: Provenance(page: 1, line: 3), confidence: 0.9)
  let due = CalendarDate(year: 2025, month: 12, day: 31)
  let works = (1...max(tasks, 1)).prefix(tasks).map { number in
    TaskRecord(
      number: String(number), path: ["I", String(number)], group: nil, content: "Số hóa hồ sơ \(number)",
      lead: ["Văn phòng Đảng ủy"], deadline: Deadline(text: "31/12/2025", due: number == 1 ? due : nil), page: 1,
      evidence: ["content": evidence])
  }
  let document = DocumentRecord(
    pages: [1, 2], document: DocumentHeader(type: "KH", number: "05", symbol: "KH-UBND", subject: subject),
    tasks: Array(works))
  let source = SourceSummary(path: "a.pdf", sha256: hash, kind: .scan, pages: 2, doubtfulWords: 7)
  return InputRecord(source: source, documents: [document])
}

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
      #expect([status.inputs, status.pages, status.documents, status.tasks] == [2, 4, 2, 3])
      #expect([status.tasksWithDay, status.doubtfulWords] == [2, 14])
      #expect(try archive.documents().map(\.document.subject) == ["Đọc lại", "Về việc số hóa"])
    }
  }

  @Test func anEmptyArchiveCountsNothing() throws {
    try withArchive { archive, _ in
      #expect(try archive.status() == ArchiveStatus())
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
