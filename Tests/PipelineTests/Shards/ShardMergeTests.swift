import Archive
import DocumentModel
import Foundation
import SampleDocuments
import Testing

@testable import Pipeline

@Suite struct ShardMergeTests {
  /// What is wrong with shards, what it is called, and the exit code that says so.
  @Test(arguments: ShardDamage.allCases)
  func whatIsWrongIsSaid(_ damage: ShardDamage) throws {
    let work = try ShardSamples.finishedWork()
    try damage.afflict(work)
    let merge = ShardMerge(work.manifest, folder: work.shards)
    let report = try merge.merge(into: work.folder["archive.sqlite"])
    #expect(report.troubles.map(\.kind) == damage.kinds)
    #expect(report.exitCode == damage.exitCode)
    #expect(report.wasRefused == report.troubles.contains(where: \.isBlocking))
    #expect(FileManager.default.fileExists(atPath: work.folder["archive.sqlite"]) != report.wasRefused)
  }

  @Test func aSecondMergeHasNothingToDo() throws {
    let work = try ShardSamples.finishedWork()
    let merge = ShardMerge(work.manifest, folder: work.shards), path = work.folder["archive.sqlite"]
    let first = try merge.merge(into: path), second = try merge.merge(into: path)
    #expect(first.earlier == 0 && first.records == 6 && first.exitCode == 0)
    #expect(second.earlier == 3 && second.records == 6)
    #expect(try Archive(path: path).status().inputs == 6)
  }

  /// Shards that come later are added; what was there stays once.
  @Test func whatIsFinishedIsTakenInParts() throws {
    let work = try ShardSamples.finishedWork(), path = work.folder["archive.sqlite"]
    let receipt = work.shards.receipt(of: 2), aside = work.folder["receipt"]
    try FileManager.default.moveItem(atPath: receipt, toPath: aside)
    let merge = ShardMerge(work.manifest, folder: work.shards)
    let first = try merge.merge(into: path, partly: true)
    #expect(first.shards == 2 && first.exitCode == 75 && !first.wasRefused)
    try FileManager.default.moveItem(atPath: aside, toPath: receipt)
    let second = try merge.merge(into: path)
    #expect(second.earlier == 2 && second.shards == 3)
    #expect(try Archive(path: path).status().inputs == 6)
  }

  @Test func theSameBytesAreTakenOnce() throws {
    let work = try ShardSamples.finishedWork(isDoubled: true)
    let report = try ShardMerge(work.manifest, folder: work.shards).merge(into: work.folder["archive.sqlite"])
    #expect(report.troubles.isEmpty && report.doubles == 1 && report.records == 6)
  }

  /// Any bytes are a receipt or none, never a crash.
  @Test(arguments: 0..<8)
  func anyBytesAreAReceiptOrNone(_ seed: Int) throws {
    let work = try ShardSamples.finishedWork(), path = work.shards.receipt(of: 1)
    let good = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<100 {
      try Data(random.mutated(good)).write(to: URL(fileURLWithPath: path))
      _ = ShardReceipt(path: path)
      _ = ShardStatus(work.manifest, folder: work.shards)
    }
  }

  @Test func theStatusTellsShardsApart() throws {
    let work = try ShardSamples.finishedWork()
    try FileManager.default.removeItem(atPath: work.shards.receipt(of: 3))
    try work.folder.write("{\"entry\":{\"path\":\"a\",\"outcome\":\"done\"}}\n{", to: "shards/0003/.sohoa/ledger.jsonl")
    try FileManager.default.removeItem(atPath: work.shards.results(of: 2))
    let status = ShardStatus(work.manifest, folder: work.shards)
    #expect(status.shards.map(\.state) == [.finished, .open, .begun])
    #expect(status.shards.map(\.done) == [2, 0, 1])
  }
}

enum ShardDamage: CaseIterable, CustomTestStringConvertible {
  case none, noReceipt, cutReceipt, otherManifest, otherModels, missingLine, strangerLine, changedRecord, goneRecord
  case failedInput, refusedPath, conflict

  var testDescription: String { "\(self)" }

  var kinds: [String] {
    switch self {
    case .none: []
    case .noReceipt, .cutReceipt: ["gap"]
    case .otherManifest, .otherModels: ["foreign"]
    case .missingLine, .strangerLine: ["mismatch"]
    case .changedRecord, .goneRecord: ["changed-record"]
    case .failedInput, .refusedPath: ["failed"]
    case .conflict: ["conflict"]
    }
  }

  var exitCode: Int32 {
    switch self {
    case .none: 0
    case .noReceipt, .cutReceipt: 75
    default: 65
    }
  }

  func afflict(_ work: ShardSamples.Work) throws {
    let path = work.shards.receipt(of: 2), files = FileManager.default
    var receipt = try #require(ShardReceipt(path: path))
    let record = "\(work.shards.results(of: 2))/\(receipt.lines[0].name)/record.json"
    switch self {
    case .none: break
    case .noReceipt: try files.removeItem(atPath: path)
    case .cutReceipt: try Data(contentsOf: URL(fileURLWithPath: path)).dropLast(5).write(to: URL(fileURLWithPath: path))
    case .otherManifest: receipt.header.manifest = "another"
    case .otherModels: receipt.header.work = "another"
    case .missingLine: receipt.lines.removeLast()
    case .strangerLine:
      var stranger = receipt.lines[0]
      stranger.name = "stranger"
      receipt.lines.append(stranger)
    case .changedRecord: try Data("{}".utf8).write(to: URL(fileURLWithPath: record))
    case .goneRecord: try files.removeItem(atPath: record)
    case .failedInput:
      receipt.lines[1].record = nil
      receipt.lines[1].exitCode = 65
      receipt.lines[1].message = .nothingToPlan
    case .refusedPath:
      try work.plan(refused: [RefusedPath(path: "x.doc", failure: Failure(.badInput, .nothingToPlan))])
      return
    case .conflict:
      try work.plan(isConflicting: true)
      return
    }
    if [.otherManifest, .otherModels, .missingLine, .strangerLine, .failedInput].contains(self) {
      try ShardReceipt(header: receipt.header, lines: receipt.lines).keep(at: path)
    }
  }
}
