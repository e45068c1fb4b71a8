internal import DocumentModel

/// A shared folder that many machines work in.
///
/// | | |
/// |---|---|
/// | `manifest.jsonl` | what is to be done; never changed |
/// | `shards/0007/NAME/…` | results of the inputs of shard 7, and in `.sohoa` what it keeps to go on |
/// | `shards/0007/receipt.jsonl` | written last: what came of every input of the shard |
/// | `merge.lock` | held while the shards are taken into an archive |
public struct ShardFolder: Sendable, Hashable {
  public let path: String

  public init(_ path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  public var manifest: String { path + "/manifest.jsonl" }
  public var mergeLock: String { path + "/merge.lock" }

  /// The results of a shard.
  public func results(of shard: Int) -> String { "\(path)/shards/\(shard.padded(to: 4))" }

  func receipt(of shard: Int) -> String { results(of: shard) + "/receipt.jsonl" }
}
