import DocumentModel
import Foundation
import SampleDocuments
import Testing

@testable import Checkpoints

@Suite struct LedgerTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder["ledger.jsonl"] }

  private func entry(_ path: String, _ name: String, run: Int = 1) -> LedgerEntry {
    LedgerEntry(path: path, name: name, stamps: [], sha256: nil, work: "w", outcome: .done, files: [], run: run)
  }

  @Test func theLastLineHoldsAndReportsAreReadWhenAsked() throws {
    let ledger = try Ledger<String>(path: path)
    try ledger.add(entry("/a", "a"), "một")
    try ledger.add(entry("/b", "b"), "hai")
    try ledger.add(entry("/a", "a", run: 2), "ba")
    for known in [ledger, try Ledger<String>(path: path)] {
      #expect(known.entry(of: "/a")?.run == 2 && known.report(of: "/a") == "ba" && known.report(of: "/b") == "hai")
      #expect(known.entry(of: "/c") == nil)
    }
  }

  /// Names that differ in composition only are two files to a file system, and two inputs.
  @Test func namesOfTwoFormsAreTwo() throws {
    let composed = "/ke\u{0301} hoạch".precomposedStringWithCanonicalMapping
    let parted = composed.decomposedStringWithCanonicalMapping
    let ledger = try Ledger<String>(path: path)
    try ledger.add(entry(composed, "a"), "một")
    try ledger.add(entry(parted, "b"), "hai")
    for known in [ledger, try Ledger<String>(path: path)] {
      #expect(known.report(of: composed) == "một" && known.report(of: parted) == "hai")
      #expect(known.entry(of: composed)?.name == "a" && known.entries.count == 2)
    }
  }

  /// Whatever a crash left of the last line, the lines before it stand, and the next ones do, too.
  @Test(arguments: [1, 20, 80])
  func aLineThatWasCutOffIsAsGoodAsNone(_ missing: Int) throws {
    do {
      let ledger = try Ledger<String>(path: path)
      try ledger.add(entry("/a", "a"), "một")
      try ledger.add(entry("/b", "b"), "hai")
    }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    try bytes.dropLast(missing).write(to: URL(fileURLWithPath: path))
    try Ledger<String>(path: path).add(entry("/c", "c"), "ba")
    let ledger = try Ledger<String>(path: path)
    #expect(ledger.report(of: "/a") == "một" && ledger.report(of: "/b") == nil && ledger.report(of: "/c") == "ba")
  }

  @Test func aFolderThatAnotherInputTookHoldsNoResultsOfTheFirst() throws {
    let ledger = try Ledger<String>(path: path)
    try ledger.add(entry("/x/plan.pdf", "plan"), "")
    try ledger.add(entry("/y/plan.pdf", "plan"), "")
    #expect(ledger.entry(of: "/x/plan.pdf") == nil && ledger.entry(of: "/y/plan.pdf") != nil)
  }

  @Test func itIsWrittenAnewOnceMostOfItIsOld() throws {
    let ledger = try Ledger<Int>(path: path)
    for count in 0..<1100 { try ledger.add(entry("/a", "a"), count) }
    try ledger.add(entry("/b", "b"), -1)
    let fresh = try Ledger<Int>(path: path)
    #expect(fresh.report(of: "/a") == 1099 && fresh.report(of: "/b") == -1)
    try fresh.add(entry("/c", "c"), 7)
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(try Ledger<Int>(path: path).report(of: "/c") == 7)
  }

  @Test func stampsTellWhenAFileWasExchanged() throws {
    let file = try folder.write("một", to: "a.txt")
    let first = try #require(FileStamp(of: file))
    #expect(FileStamp(of: file) == first && FileStamp(of: folder["none"]) == nil)
    // Of the same size, and dated back.
    let date = try #require(try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date)
    try Data("hai".utf8 + [0x20]).write(to: URL(fileURLWithPath: file))
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file)
    #expect(FileStamp(of: file) != first)
  }

  @Test func oneRunAtATime() throws {
    let file = folder["lock"]
    do {
      let lock = try OutputLock(file: file)
      #expect(OutputLock.isHeld(file: file))
      let failure = #expect(throws: Failure.self) { try OutputLock(file: file) }
      #expect(failure?.code == .tryLater && failure?.message.code == "output-in-use")
      #expect(failure?.message.en.contains("\(ProcessInfo.processInfo.processIdentifier)") == true)
      withExtendedLifetime(lock) {}
    }
    #expect(!OutputLock.isHeld(file: file))
    _ = try OutputLock(file: file)
  }

  /// Runs are counted, not dated: a clock that is set back puts none before another.
  @Test func runsAreCounted() throws {
    let log = RunLog(folder: folder["runs"])
    #expect(log.next() == 1 && log.runs().isEmpty)
    for year in ["2026", "1999"] {
      try log.keep(
        RunEntry(
          number: log.next(), program: "0", machine: "m", process: 1, started: year, settings: [:], versions: [:]))
    }
    try folder.write("{", to: "runs/3.json")
    #expect(log.runs().map(\.started) == ["2026", "1999"] && log.next() == 4)
  }
}
