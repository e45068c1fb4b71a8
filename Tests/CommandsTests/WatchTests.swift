import Foundation
import Pipeline
import SampleDocuments
import Testing

@Suite struct WatchTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("KẾ HOẠCH\n", to: "in/a.txt")
  }

  private func looks(at names: [String: String], _ watch: inout FolderWatch) throws -> [String] {
    for (name, text) in names { try folder.write(text, to: "in/" + name) }
    return watch.settled().map { URL(fileURLWithPath: $0).lastPathComponent }
  }

  /// A file is taken once it did not change from one look to the next, and again only after it changed.
  @Test func whatIsStillWrittenIsNotTouched() throws {
    var watch = FolderWatch(folder: folder["in"], excluding: [])
    #expect(try looks(at: [:], &watch) == [])
    #expect(try looks(at: ["b.txt": "một"], &watch) == ["a.txt"])
    watch.note(handled: [folder["in/a.txt"]])
    #expect(try looks(at: ["b.txt": "một hai"], &watch) == [])
    #expect(try looks(at: [:], &watch) == ["b.txt"])
    watch.note(handled: [folder["in/b.txt"]])
    #expect(try looks(at: ["a.txt": "KẾ HOẠCH khác\n"], &watch) == [] && looks(at: [:], &watch) == ["a.txt"])
  }

  /// To the file system, names that differ in composition only are two.
  @Test func twinsByCompositionAreBothTaken() throws {
    var watch = FolderWatch(folder: folder["in"], excluding: [])
    let twins = ["Kế.txt", "Ke\u{302}\u{301}.txt"]
    #expect(try looks(at: [:], &watch) == [])
    for name in twins { try folder.write("x", to: "in/" + name) }
    #expect(try looks(at: [:], &watch) == ["a.txt"])
    #expect(try looks(at: [:], &watch).count == 3)
    watch.note(handled: [folder["in/a.txt"]] + twins.map { folder["in/" + $0] })
    #expect(try looks(at: [:], &watch) == [])
  }

  /// What was done is moved whole; where it cannot be moved, it stays and that is said.
  @Test func whatCannotBeMovedStaysAndIsSaid() throws {
    try folder.write("x", to: "done")
    let program = try Program([
      "watch", folder["in"], "-o", folder["out"], "--once", "--interval", "0.1", "--models", Repository.dictionaries,
      "--language", "en", "--done", folder["done"],
    ])
    #expect(program.status == 0 && program.errors.contains("Error: ") && program.errors.contains(folder["done"]))
    #expect(FileManager.default.fileExists(atPath: folder["in/a.txt"]))
  }

  /// Dates in the future or long past are no reason to wait or to hurry: they are compared, not believed.
  @Test(arguments: [0.0, 4_000_000_000]) func datesAreComparedAndNotBelieved(_ seconds: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: seconds)], ofItemAtPath: folder["in/a.txt"])
    var watch = FolderWatch(folder: folder["in"], excluding: [])
    #expect(try looks(at: [:], &watch) == [] && looks(at: [:], &watch) == ["a.txt"])
  }

  @Test func linksHiddenFilesAndResultsArePassedOver() throws {
    try folder.write("x", to: "outside.txt")
    try folder.write("x", to: "in/.b.txt.part")
    try folder.write("x", to: "in/results/c.txt")
    try folder.write("x", to: "in/pages/d.txt")
    for (name, target) in [("l.txt", "outside.txt"), ("pages/m.txt", "outside.txt"), ("dangling", "none")] {
      try FileManager.default.createSymbolicLink(atPath: folder["in/" + name], withDestinationPath: folder[target])
    }
    var watch = FolderWatch(folder: folder["in"], excluding: [folder["in/results"]])
    #expect(try looks(at: [:], &watch) == [])
    #expect(try looks(at: ["pages/e.txt": "y"], &watch) == ["a.txt"], "a folder settles as a whole")
    #expect(try looks(at: [:], &watch) == ["a.txt", "pages"])
  }

  /// A scanner lays page after page into a folder, with pauses that a file would not have.
  @Test func aFolderWaitsLongerThanAFile() throws {
    var watch = FolderWatch(folder: folder["in"], excluding: [], looksForFolders: 2)
    #expect(try looks(at: ["pages/1.txt": "x"], &watch) == [] && looks(at: [:], &watch) == ["a.txt"])
    watch.note(handled: [folder["in/a.txt"]])
    #expect(try looks(at: ["pages/2.txt": "y"], &watch) == [] && looks(at: [:], &watch) == [])
    #expect(try looks(at: [:], &watch) == ["pages"])
  }

  /// What was taken too early is replaced, in the results and in the archive.
  @Test func aFolderThatGrewReplacesWhatWasMadeOfIt() throws {
    let arguments = [
      "process", folder["in/hs"], "-o", folder["out"], "--archive", folder["a.sqlite"], "--models",
      Repository.dictionaries, "--format", "json",
    ]
    let page = Repository.root + "corpus/scans/dev05_hist_1991.png"
    for count in 1...2 {
      try FileManager.default.createDirectory(atPath: folder["in/hs"], withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: page, toPath: folder["in/hs/\(count).png"])
      #expect(try Program(arguments).status == 0)
    }
    #expect(try folder.files().filter { $0.hasSuffix("record.json") } == ["out/hs/record.json"])
    let status = try Program(["archive", "status", folder["a.sqlite"], "--json"])
    let text = String(decoding: status.output, as: UTF8.self)
    #expect(text.contains("\"inputs\" : 1") || text.contains("\"inputs\":1"))
  }

  /// Everything that is there is done, recorded and moved; what a scanner names the same later writes over nothing; a
  /// watch that is started again goes on.
  @Test func aWatchedFolderIsWorkedOff() throws {
    try folder.write("%PDF-1.7\nnothing\n", to: "in/bad.pdf")
    let arguments = [
      "watch", folder["in"], "-o", folder["out"], "--once", "--interval", "0.1", "--models", Repository.dictionaries,
      "--language", "en",
    ]
    let first = try Program(arguments)
    #expect(first.status == 0 && String(decoding: first.output, as: UTF8.self).contains("Done: a "))
    #expect(first.errors.contains("bad.pdf"))
    // The failure is remembered: it is not tried again, and told again once.
    let second = try Program(arguments + ["--done", folder["done"], "--failed", folder["failed"]])
    #expect(second.status == 0)
    #expect(try folder.files().filter { !$0.hasPrefix("out/") } == ["done/a.txt", "failed/bad.pdf"])
    try folder.write("KẾ HOẠCH khác\n", to: "in/a.txt")
    #expect(try Program(arguments + ["--done", folder["done"]]).status == 0)
    #expect(try folder.files().filter { !$0.hasPrefix("out/") } == ["done/2-a.txt", "done/a.txt", "failed/bad.pdf"])
    #expect(try String(contentsOfFile: folder["out/a/text.txt"], encoding: .utf8) == "KẾ HOẠCH\n")
    #expect(try String(contentsOfFile: folder["out/a-2/text.txt"], encoding: .utf8) == "KẾ HOẠCH khác\n")
  }

  @Test func whatIsNoFolderIsSaid() throws {
    let program = try Program(
      ["watch", folder["none"], "-o", folder["out"], "--models", Repository.dictionaries])
    #expect(program.status == 66 && program.errors.contains(folder["none"]))
  }
}
