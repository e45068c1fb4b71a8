import Checkpoints
import DocumentModel
import Foundation
import Pipeline
import SampleDocuments
import Testing

/// Runs that go on where others ended.
@Suite struct BatchProgramTests {
  private let folder: TemporaryFolder
  private let scans = Repository.root + "corpus/scans/dev04_party_norules"

  init() throws { folder = try TemporaryFolder() }

  private func process(_ arguments: [String], onStart: (Int32) throws -> Void = { _ in }) throws -> Program {
    try Program(["process"] + arguments + ["--models", Repository.dictionaries], onStart: onStart)
  }

  private func files(in name: String) throws -> [String: Data] {
    let names = try folder.files().filter { $0.hasPrefix(name + "/") && !$0.contains("/.sohoa/") }
    let contents = try names.map {
      (String($0.dropFirst(name.count)), try Data(contentsOf: .init(filePath: folder[$0])))
    }
    return Dictionary(uniqueKeysWithValues: contents)
  }

  private func runs(_ name: String) -> [RunEntry] {
    RunLog(folder: BatchFolder(output: folder[name]).runs).runs()
  }

  /// Two workers make what one makes, and so does a run that was broken off.
  @Test func resultsAreTheSameHoweverTheyWereMade() throws {
    let text = try folder.write("KẾ HOẠCH\nTriển khai số hóa\n", to: "in/a.txt")
    let formats = ["--format", OutputFormat.all.map(\.name).joined(separator: ",")]
    #expect(try process([scans, text, "-o", folder["alone"], "--jobs", "1"] + formats).status == 0)
    let wanted = try files(in: "alone")
    #expect(wanted.count > 8)

    let stopped = try process([scans, text, "-o", folder["out"], "--jobs", "1"] + formats) { process in
      // Once a page is kept: the second is under way then, the third is not.
      let isKept = { (name: String) in name.hasPrefix("out/") && name.contains("/recognition-") }
      while !((try? folder.files()) ?? []).contains(where: isKept) { usleep(20_000) }
      kill(process, SIGINT)
    }
    #expect(stopped.status == 130 && stopped.errors.split(separator: "\n").last?.hasPrefix("Lưu ý: Đã dừng") == true)
    #expect(try files(in: "out")["/dev04_party_norules/record.json"] == nil)

    let resumed = try process([scans, text, "-o", folder["out"]] + formats)
    #expect(resumed.status == 0)
    #expect(try files(in: "out") == wanted)
    #expect(runs("out").map(\.end) == [.stopped, .finished])
    #expect(runs("out").last.map { $0.counts.keptPages > 0 && $0.counts.keptPages < 4 } == true)
  }

  @Test func aSecondRunDoesNothingUntilSomethingChanges() throws {
    let a = try folder.write("KẾ HOẠCH\n", to: "in/a.txt")
    try folder.write("TỜ TRÌNH\n", to: "in/b.txt")
    let arguments = [folder["in"], "-o", folder["out"]]
    func counts(_ more: [String] = []) throws -> [Int] {
      #expect(try process(arguments + more).status == 0)
      let counts = try #require(runs("out").last).counts
      return [counts.done, counts.earlier]
    }
    #expect(try counts() == [2, 0] && counts() == [0, 2])
    // However it is named.
    #expect(try process([folder["in/./../in//a.txt"], "-o", folder["out"]]).status == 0)
    #expect(runs("out").last?.counts.earlier == 1)
    // Touched, but the same; then the clock is set back.
    for year in [2040.0, 2001.0] {
      let date = Date(timeIntervalSince1970: (year - 1970) * 31_557_600)
      try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: a)
      #expect(try counts() == [0, 2])
    }
    try folder.write("KẾ HOẠCH khác\n", to: "in/a.txt")
    #expect(try counts() == [1, 1])
    try FileManager.default.removeItem(atPath: folder["out/b/record.json"])
    #expect(try counts() == [1, 1] && counts(["--format", "txt"]) == [2, 0] && counts(["--force"]) == [2, 0])
  }

  /// A failure is told again and costs nothing until it is to be tried again.
  @Test func failuresAreTriedAgainWhenAsked() throws {
    try folder.write("KẾ HOẠCH\n", to: "in/a.txt")
    let bad = try folder.write("%PDF-1.7\nnothing\n", to: "in/b.pdf")
    func counts(_ more: [String] = []) throws -> [Int] {
      let program = try process([folder["in"], "-o", folder["out"], "--language", "en"] + more)
      #expect(program.status == 65 && program.errors.contains(bad))
      let counts = try #require(runs("out").last).counts
      return [counts.done, counts.failed, counts.earlier, counts.failedEarlier]
    }
    #expect(try counts() == [1, 1, 0, 0] && counts() == [0, 0, 1, 1])
    #expect(try counts(["--retry"]) == [0, 1, 1, 0] && counts(["--only-failed"]) == [0, 1, 0, 0])
  }

  /// A changed table is read by the stages after recognition alone: no page is recognised again.
  @Test func onlyTheChangedStageAndWhatFollowsAreDoneAgain() throws {
    try Repository.copyDictionaries(to: folder)
    let scan = Repository.root + "corpus/scans/dev05_hist_1991.png"
    let arguments = ["process", scan, "-o", folder["out"], "--models", folder["models"]]
    #expect(try Program(arguments).status == 0)
    let first = try files(in: "out")
    for table in ["labels.tsv", "confusions-english.tsv"] {
      let rows = try String(contentsOfFile: folder["models/" + table], encoding: .utf8)
      try folder.write(rows + "# one more line\n", to: "models/" + table)
      #expect(try Program(arguments).status == 0)
      let counts = try #require(runs("out").last).counts
      #expect(counts.done == 1 && counts.keptPages == 1 && counts.stages["recognition"] == nil)
      #expect((counts.stages["restoration"] == nil) == (table == "labels.tsv"))
      #expect(try files(in: "out") == first)
    }
  }

  /// A changed rule is never answered with yesterday's record: the input was finished, and is made anew.
  @Test func aChangedRuleIsSeenInTheRecord() throws {
    try Repository.copyDictionaries(to: folder)
    let text = try folder.write("1. Rà soát tài liệu.\nĐơn vị nhận việc: Phòng Nội vụ\n", to: "in/a.txt")
    let arguments = ["process", text, "-o", folder["out"], "--models", folder["models"], "--format", "json"]
    func leads() throws -> [[String]] {
      #expect(try Program(arguments).status == 0)
      let bytes = try Data(contentsOf: .init(filePath: folder["out/a/record.json"]))
      return try JSONDecoder().decode(InputRecord.self, from: bytes).documents.flatMap(\.tasks).map(\.lead)
    }
    #expect(try leads() == [])
    #expect(try leads() == [] && runs("out").last?.counts.earlier == 1)
    let rows = try String(contentsOfFile: folder["models/labels.tsv"], encoding: .utf8)
    try folder.write(rows + "lead\tblock\tđơn vị nhận việc\n", to: "models/labels.tsv")
    #expect(try leads() == [["Phòng Nội vụ"]] && runs("out").last?.counts.done == 1)
  }

  @Test func runsAreListed() throws {
    let path = try folder.write("KẾ HOẠCH\n", to: "a.txt")
    #expect(try Program(["runs", "-o", folder["out"]]).status == 66)
    _ = try process([path, "-o", folder["out"], "--log-format", "json"])
    let table = try Program(["runs", "-o", folder["out"], "--language", "en"])
    #expect(table.status == 0 && String(decoding: table.output, as: UTF8.self).contains("finished"))
    let json = try Program(["runs", "-o", folder["out"], "--json"])
    #expect(try JSONDecoder().decode([RunEntry].self, from: json.output).map(\.counts.done) == [1])
    let metrics = try String(contentsOfFile: folder["out/.sohoa/metrics.prom"], encoding: .utf8)
    #expect(metrics.contains("sohoa_inputs{outcome=\"done\"} 1\n"))
  }

  @Test func theLogIsALineOfJSONForWhatHappens() throws {
    let path = try folder.write("KẾ HOẠCH\n", to: "dòng\nmới.txt")
    let log = try process([path, "-o", folder["out"], "--log-format", "json"]).errors.split(separator: "\n")
    let events = try log.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
    #expect(events.map { $0?["event"] as? String } == ["run-started", "input-done", "run-ended"])
  }
}
