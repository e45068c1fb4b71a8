import Archive
import DocumentModel
import Foundation
import Intake
import PageReading
import SampleDocuments
import Testing
import Workers

@testable import Pipeline

/// A plan, its shards and the merge, as several machines do them.
@Suite struct ShardWholeTests {
  private static let inputs = [
    "corpus/scans/dev05_hist_1991.png", "corpus/scans/dev06_joint_born.pdf", "seeds/002_1d19b0ac38f6bf0d.txt",
  ].map { Repository.root + $0 }

  /// An archive that was merged from shards holds what one run makes: records, texts, words of pages and doubts.
  @Test func aMergedArchiveIsThatOfOneRun() async throws {
    let folder = try TemporaryFolder(), whole = folder["whole.sqlite"], merged = folder["merged.sqlite"]
    let settings = RunSettings(
      output: folder["out"], jobs: 2, formats: [.json, .txt], language: .vi, models: Repository.dictionaries,
      archive: whole)
    #expect(try await BatchRun(settings).process(Self.inputs).exitCode == 0)

    let shards = ShardFolder(folder["shared"])
    let plan = ShardSettings(formats: [.json], language: .vi, reading: ReadingSettings())
    let manifest = try await ShardPlanner(plan, folder: shards, jobs: 2, models: Repository.dictionaries)
      .plan(Self.inputs, shards: 2)
    for shard in 1...2 {
      let run = try ShardRun(
        manifest, shard: shard, folder: shards, jobs: 1, models: Repository.dictionaries, limits: WorkerLimits(),
        worker: WorkerCall(executable: BuiltProgram.path))
      #expect(try await run.process().receipt != nil)
    }
    #expect(try ShardMerge(manifest, folder: shards).merge(into: merged).exitCode == 0)
    try await compare(try Archive(path: whole), try Archive(path: merged))
    try damageWords(in: shards)
    let troubles = try ShardMerge(manifest, folder: shards).check()
    #expect(troubles.map(\.kind) == ["changed-record"])
  }

  private func compare(_ one: Archive, _ other: Archive) async throws {
    #expect(try Set(one.documents()) == Set(other.documents()))
    #expect(try one.queueStatus().open == other.queueStatus().open && one.queueStatus().open > 0)
    var words = 0
    for input in try Self.inputs.map({ try ContentHash.sha256(of: [$0]) }) {
      var page = 1
      while let reading = try one.reading(sha256: input, page: page) {
        #expect(try other.reading(sha256: input, page: page)?.page == reading.page)
        words += reading.page.words.count
        page += 1
      }
      #expect(try page > 1 && other.reading(sha256: input, page: page) == nil)
    }
    #expect(words > 1000)
    for question in ["kế hoạch", "số hóa tài liệu", "Hợp Minh"] {
      let counts = try [one, other].map { try $0.search(SearchQuery(words: question)).counts }
      #expect(counts[0] == counts[1] && counts[0].contains { $0.count > 0 }, "\(question)")
    }
  }

  private func damageWords(in shards: ShardFolder) throws {
    let files = try FileManager.default.subpathsOfDirectory(atPath: shards.path)
    let words = try #require(files.first { $0.hasSuffix(OutputFormat.words.fileName) })
    try Data("x".utf8).write(to: URL(fileURLWithPath: shards.path + "/" + words))
  }
}
