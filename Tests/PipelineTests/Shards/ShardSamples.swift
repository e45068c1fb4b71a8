import Digests
import DocumentModel
import Foundation
import Intake
import PageReading
import SampleDocuments

@testable import Checkpoints
@testable import Pipeline

/// Manifests and finished shards as tests want them.
enum ShardSamples {
  /// Different in hash, name, path and kind; equal in size.
  static func entries(count: Int) -> [ManifestEntry] {
    let paths = RandomText.texts(count, of: RandomText.awkward.filter { $0.value > 0 }, seed: 7)
    return (0..<count).map { index in
      let path = "đường dẫn/\(paths[index])-\(index).pdf"
      let kind: Input.Kind =
        index % 3 == 0 ? .pdf : index % 3 == 1 ? .text : .images(index % 2 == 0 ? [path] : [path + "/1", path + "/2"])
      let input = Input(path: path, kind: kind, name: "name-\(index)")
      return ManifestEntry(input, sha256: Digest.sha256(of: Array("\(index)".utf8)), bytes: 1000)
    }
  }

  static func header(shards: Int, inputs: Int = 30, refused: Int = 0) -> ShardManifest.Header {
    ShardManifest.Header(
      program: "test", work: "work", versions: [:],
      settings: ShardSettings(formats: [.json], language: .vi, reading: ReadingSettings()), base: "/", inputs: inputs,
      bytes: 1000 * inputs, refused: refused, shards: shards)
  }

  static func manifest(
    of entries: [ManifestEntry], shards: Int, in folder: TemporaryFolder, refused: [RefusedPath] = []
  ) throws -> ShardManifest {
    let header = header(shards: shards, inputs: entries.count, refused: refused.count)
    let path = try folder.write(ManifestText(header, entries, refused).bytes, to: "manifest.jsonl")
    return try ShardManifest(path: path)
  }

  static func finishedWork(isDoubled: Bool = false) throws -> Work {
    let work = try Work()
    try work.plan(isDoubled: isDoubled)
    return work
  }

  /// Six inputs in three shards, all finished.
  final class Work {
    let folder: TemporaryFolder
    var manifest: ShardManifest
    var shards: ShardFolder { ShardFolder(folder.path) }

    init() throws {
      folder = try TemporaryFolder()
      manifest = try ShardSamples.manifest(of: entries(count: 6), shards: 3, in: folder)
    }

    /// Plans again and finishes all; a double is a seventh input with the bytes of the first, and in conflict with it
    /// where another record came of it.
    func plan(isDoubled: Bool = false, isConflicting: Bool = false, refused: [RefusedPath] = []) throws {
      var entries = entries(count: 6)
      if isDoubled || isConflicting {
        var double = entries[0]
        double.path += ".double"
        double.name = "double"
        entries.append(double)
      }
      manifest = try ShardSamples.manifest(of: entries, shards: 3, in: folder, refused: refused)
      for shard in 1...3 { try finish(shard, isConflicting) }
    }

    private func finish(_ shard: Int, _ isConflicting: Bool) throws {
      let lines = try manifest.inputs(ofShard: shard).map { entry in
        let source = SourceSummary(
          path: entry.path, sha256: entry.sha256, kind: .text, pages: 1,
          doubtfulWords: isConflicting && entry.name == "double" ? 1 : 0)
        let record = JSONLine.line(of: InputRecord(source: source, documents: [DocumentRecord(pages: [1, 1])]))
        let results = "shards/000\(shard)/\(entry.name)"
        try folder.write(record, to: results + "/record.json")
        try folder.write("một trang\n", to: results + "/text.txt")
        return ShardReceipt.Line(
          path: entry.path, name: entry.name, sha256: entry.sha256, record: Digest.sha256(of: record), pages: 1)
      }
      let header = ShardReceipt.Header(
        shard: shard, manifest: manifest.header.checksum, work: "work", program: "test", machine: "one", seconds: 1,
        done: lines.count, failed: 0, pages: lines.count, checksum: "")
      try ShardReceipt(header: header, lines: lines).keep(at: shards.receipt(of: shard))
    }
  }
}

extension SeededGenerator {
  /// Bytes with something done to them: changed, cut off, repeated, mixed, or none of them left.
  mutating func mutated(_ good: [UInt8]) -> [UInt8] {
    var bytes = good
    for _ in 0...Int(next() % 4) {
      let place = Int(next() % UInt64(max(1, bytes.count))), length = Int(next() % 40)
      switch next() % 6 {
      case 0 where place < bytes.count: bytes[place] = UInt8(truncatingIfNeeded: next())
      case 1: bytes = Array(bytes.prefix(place))
      case 2: bytes.insert(contentsOf: bytes.dropFirst(place).prefix(length), at: place)
      case 3: bytes.removeSubrange(min(place, bytes.count)..<min(place + length, bytes.count))
      case 4: bytes.insert(contentsOf: Array("99999999999999999999".utf8), at: min(place, bytes.count))
      default: bytes = (0..<length).map { _ in UInt8(truncatingIfNeeded: next()) } + bytes.dropFirst(place)
      }
    }
    return bytes
  }
}
