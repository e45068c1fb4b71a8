internal import Checkpoints
internal import DocumentModel
internal import Foundation

/// How far the shards of a manifest have come. Nothing is written.
public struct ShardStatus: Codable, Sendable {
  public enum State: String, Codable, Sendable, CaseIterable {
    /// It was not begun.
    case open
    /// A process is at work on it.
    case running
    /// It was begun, and no process is at work on it.
    case begun
    case finished
  }

  public struct Shard: Codable, Sendable {
    public var shard: Int
    public var state: State
    public var inputs: Int
    public var bytes: Int
    /// Inputs finished and failed so far.
    public var done, failed: Int
    /// Of finished shards.
    public var pages: Int?
    public var seconds: Double?
    public var machine: String?
  }

  public var manifest: String
  public var inputs, refused: Int
  public var done, failed, pages: Int
  public var states: [String: Int]
  public var shards: [Shard]

  public init(_ manifest: ShardManifest, folder: ShardFolder) {
    self.manifest = manifest.header.checksum
    inputs = manifest.header.inputs
    refused = manifest.header.refused
    shards = manifest.sections.dropFirst().map { Self.shard($0, manifest.header, folder) }
    done = shards.reduce(0) { $0 + $1.done }
    failed = shards.reduce(0) { $0 + $1.failed }
    pages = shards.reduce(0) { $0 + ($1.pages ?? 0) }
    states = Dictionary(uniqueKeysWithValues: State.allCases.map { ($0.rawValue, 0) })
    for shard in shards { states[shard.state.rawValue, default: 0] += 1 }
  }

  private static func shard(
    _ section: ShardManifest.Section, _ header: ShardManifest.Header, _ folder: ShardFolder
  ) -> Shard {
    let results = folder.results(of: section.shard)
    var shard = Shard(
      shard: section.shard, state: .open, inputs: section.inputs, bytes: section.bytes, done: 0, failed: 0)
    let isRunning = OutputLock.isHeld(file: BatchFolder(output: results).lock)
    if let receipt = ShardReceipt(path: folder.receipt(of: section.shard)), receipt.header.manifest == header.checksum {
      shard.state = isRunning ? .running : .finished
      (shard.done, shard.failed) = (receipt.header.done, receipt.header.failed)
      shard.pages = receipt.header.pages
      shard.seconds = receipt.header.seconds
      shard.machine = receipt.header.machine
    } else if let ledger = DurableFile.read(BatchFolder(output: results).ledger) {
      shard.state = isRunning ? .running : .begun
      (shard.done, shard.failed) = counts(in: ledger)
    }
    return shard
  }

  private struct Entry: Decodable {
    struct Outcome: Decodable { var path: String, outcome: LedgerEntry.Outcome }
    var entry: Outcome
  }

  /// Counts inputs by their last line in the ledger.
  private static func counts(in ledger: [UInt8]) -> (done: Int, failed: Int) {
    var outcomes: [String: LedgerEntry.Outcome] = [:]
    for line in ledger.split(separator: 0x0A) {
      guard let entry = try? JSONDecoder().decode(Entry.self, from: Data(line)).entry else { continue }
      outcomes[entry.path] = entry.outcome
    }
    let failed = outcomes.values.count { $0 == .failed }
    return (outcomes.count - failed, failed)
  }
}
