import DocumentModel
import Foundation
import Intake
import PageReading
import SampleDocuments
import Testing

@testable import Pipeline

@Suite struct ManifestTests {
  /// What is written is what is read, whatever names there are.
  @Test(arguments: [1, 3, 40])
  func whatIsPlannedIsRead(_ shards: Int) throws {
    let folder = try TemporaryFolder()
    let entries = ShardSamples.entries(count: 30)
    let manifest = try ShardSamples.manifest(of: entries, shards: shards, in: folder)
    let read = try (1...shards).flatMap { shard in try manifest.inputs(ofShard: shard) }
    #expect(Set(read) == Set(entries) && read.count == entries.count)
    #expect(manifest.header.inputs == 30 && manifest.sections.count == shards + 1)
    #expect(Set(read.map(\.input)).count == 30)
    #expect(throws: Failure.self) { try manifest.inputs(ofShard: 0) }
    #expect(throws: Failure.self) { try manifest.inputs(ofShard: shards + 1) }
  }

  @Test func theSamePlanIsTheSameBytes() {
    let entries = ShardSamples.entries(count: 30)
    let one = ManifestText(ShardSamples.header(shards: 4), entries, [])
    #expect(one.bytes == ManifestText(ShardSamples.header(shards: 4), entries, []).bytes)
    #expect(one.header.checksum != ManifestText(ShardSamples.header(shards: 5), entries, []).header.checksum)
  }

  @Test func whatWasRefusedIsInTheManifest() throws {
    let folder = try TemporaryFolder()
    let refused = RefusedPath(path: "a.docx", failure: Failure(.badInput, .nothingToPlan))
    let manifest = try ShardSamples.manifest(
      of: ShardSamples.entries(count: 2), shards: 1, in: folder, refused: [refused])
    #expect(try manifest.refused() == [refused])
  }

  /// Every byte counts: one that is changed anywhere is noticed, in the head by everyone, in a section by its shard.
  @Test func aChangedByteIsNoticed() throws {
    let folder = try TemporaryFolder()
    let entries = ShardSamples.entries(count: 6)
    let bytes = ManifestText(ShardSamples.header(shards: 2), entries, []).bytes
    for place in stride(from: 0, to: bytes.count, by: 7) {
      var changed = bytes
      changed[place] ^= 0x04
      #expect(throws: Failure.self, "\(place)") { try Self.readAll(changed, in: folder) }
    }
  }

  /// Any bytes are a manifest or a failure, never a crash: cut off, repeated, mixed, and noise.
  @Test(arguments: 0..<8)
  func anyBytesAreAnAnswer(_ seed: Int) throws {
    let folder = try TemporaryFolder()
    var random = SeededGenerator(seed: UInt64(seed))
    let good = ManifestText(ShardSamples.header(shards: 3), ShardSamples.entries(count: 9), []).bytes
    for _ in 0..<150 {
      let bytes = random.mutated(good)
      if bytes == good { continue }
      _ = try? Self.readAll(bytes, in: folder)
    }
  }

  /// A manifest that somebody made by hand leads to no folder but its own.
  @Test(arguments: ["..", ".", "../x", "a/b", "", ".sohoa", "a\u{0}"])
  func aNameThatLeadsElsewhereIsRefused(_ name: String) throws {
    let folder = try TemporaryFolder()
    var entries = ShardSamples.entries(count: 1)
    entries[0].name = name
    let manifest = try ShardSamples.manifest(of: entries, shards: 1, in: folder)
    #expect(throws: Failure.self) { try manifest.inputs(ofShard: 1) }
  }

  @Test func anotherManifestIsNeverOverwritten() async throws {
    let folder = try TemporaryFolder()
    let text = try folder.write("KẾ HOẠCH\n", to: "in/a.txt")
    let settings = ShardSettings(formats: [.json], language: .vi, reading: ReadingSettings())
    let planner = try ShardPlanner(
      settings, folder: ShardFolder(folder["out"]), jobs: 2, models: Repository.dictionaries)
    let first = try await planner.plan([text], shards: 2)
    #expect(try await planner.plan([text], shards: 2).header == first.header)
    #expect(first.header.settings.formats == [.json, .txt, .words])
    await #expect(throws: Failure.self) { try await planner.plan([text], shards: 3) }
    try folder.write("KẾ HOẠCH 2\n", to: "in/a.txt")
    await #expect(throws: Failure.self) { try await planner.plan([text], shards: 2) }
  }

  private static func readAll(_ bytes: [UInt8], in folder: TemporaryFolder) throws {
    let path = folder["changed.jsonl"]
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let manifest = try ShardManifest(path: path)
    _ = try manifest.refused()
    for shard in 1...manifest.header.shards { _ = try manifest.inputs(ofShard: shard) }
  }
}
