import Checkpoints
import DocumentModel
import Foundation
import PageReading
import SampleDocuments
import Testing

@testable import Pipeline

/// A stage's key changes with what the stage is made of, and with nothing else.
@Suite struct StageKeysTests {
  private static let stages = ["recognition", "restoration", "structure", "tasks", "files"]

  private func keys(
    models: String = Repository.dictionaries, code: [String: String] = StageFingerprints.ofThisProgram,
    _ change: (inout RunSettings) -> Void = { _ in }
  ) throws -> [String] {
    var settings = RunSettings(output: "out", jobs: 1, formats: [.json], language: .vi, models: models)
    change(&settings)
    let keys = try StageKeys(settings, code: code)
    return [keys.recognition, keys.restoration, keys.structure, keys.tasks, keys.work].map(\.digest)
  }

  @Test func theProgramKnowsTheCodeOfEveryStage() {
    let code = StageFingerprints.ofThisProgram
    #expect(Set(code.keys) == Set(Self.stages) && Set(code.values).count == Self.stages.count)
    #expect(code.values.allSatisfy { $0.count == 64 })
  }

  /// Changed code changes the key of its stage and of those that follow, and no other.
  @Test(arguments: stages.enumerated().map { ($0.offset, $0.element) })
  func changedCodeIsAnotherKey(_ place: Int, _ stage: String) throws {
    var code = StageFingerprints.ofThisProgram
    code[stage]? += "0"
    let before = try keys(), after = try keys(code: code)
    #expect(zip(before, after).map { $0 == $1 } == Self.stages.indices.map { $0 < place })
  }

  @Test(arguments: [("labels.tsv", 2), ("bodies.tsv", 2), ("abbreviations.tsv", 1)])
  func aChangedTableIsAnotherKey(_ table: String, _ place: Int) throws {
    let folder = try TemporaryFolder()
    try Repository.copyDictionaries(to: folder)
    let before = try keys(models: folder["models"])
    try folder.write(
      try Repository.bytes(of: "dictionaries/" + table) + Array("# one more\n".utf8), to: "models/" + table)
    let after = try keys(models: folder["models"])
    #expect(zip(before, after).map { $0 == $1 } == Self.stages.indices.map { $0 < place })
  }

  @Test func settingsChangeWhatTheyAreFor() throws {
    let before = try keys()
    #expect(try keys { $0.jobs = 7 } == before && keys { $0.reading.pageTimeout = 5 } == before)
    #expect(try keys { $0.language = .en }.dropLast() == before.dropLast())
    #expect(try zip(before, keys { $0.documents = .one }).map(==) == [true, true, false, false, false])
    #expect(try keys { $0.reading.languages = "eng" }.first != before.first)
  }

  /// `scripts/fingerprint-stages` on a copy of the sources: a changed rule counts, a changed comment does not.
  @Test(arguments: [
    (file: "Structure/Outline.swift", line: "let added = 1", stage: "structure"),
    (file: "Tasks/RecordExtractor.swift", line: "let added = 1", stage: "tasks"),
    (file: "Imaging/Orientation.swift", line: "let added = 1", stage: "recognition"),
    (file: "Layout/ByText/Added.swift", line: "let added = 1", stage: "structure"),
    (file: "Restoration/Restorer.swift", line: "let added = 1", stage: "recognition"),
    (file: "Structure/Outline.swift", line: "  // A rule, told better.", stage: ""),
    (file: "Archive/Archive.swift", line: "let added = 1", stage: ""),
  ])
  func theScriptSeesChangedCode(file: String, line: String, stage: String) throws {
    let folder = try TemporaryFolder()
    for name in ["Sources", "scripts"] {
      try FileManager.default.copyItem(atPath: Repository.root + name, toPath: folder[name])
    }
    let before = try fingerprints(in: folder)
    let text = (try? String(contentsOfFile: folder["Sources/" + file], encoding: .utf8)) ?? ""
    try folder.write(text + "\n" + line + "\n", to: "Sources/" + file)
    let after = try fingerprints(in: folder)
    let changed = before.keys.filter { before[$0] != after[$0] }
    #expect(before.count == Self.stages.count && changed.contains(stage) != stage.isEmpty, "\(changed)")
    if let place = Self.stages.firstIndex(of: stage) {
      #expect(changed.allSatisfy { Self.stages.firstIndex(of: $0) ?? 0 >= place }, "\(changed)")
    } else {
      #expect(changed.isEmpty)
    }
  }

  private func fingerprints(in folder: TemporaryFolder) throws -> [String: String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: folder["scripts/fingerprint-stages"])
    process.arguments = [folder["made.swift"]]
    try process.run()
    process.waitUntilExit()
    let text = try String(contentsOfFile: folder["made.swift"], encoding: .utf8)
    return Dictionary(uniqueKeysWithValues: text.matches(of: /"(\w+)": "(\w+)"/).map { (String($0.1), String($0.2)) })
  }
}
