public import DocumentModel

/// What stands in the way of taking a shard in, or is worth knowing of it.
public enum ShardTrouble: Sendable, Hashable {
  /// It is not finished: it has no receipt.
  case gap(shard: Int)
  /// An input of the manifest that its receipt does not know, or the other way round.
  case mismatch(shard: Int, path: String)
  /// Its receipt is about another manifest, or about work with other models.
  case foreign(shard: Int)
  /// The record or the words of its pages are gone, or not those that the receipt was written for.
  case changedRecord(shard: Int, path: String)
  /// The same bytes, but another record.
  case conflict(path: String, other: String)
  /// It failed, and is counted as failed.
  case failed(path: String, Message)

  /// Whether the result would not be the one that the manifest asks for.
  public var isBlocking: Bool { if case .failed = self { false } else { true } }

  /// A name for machines.
  public var kind: String {
    switch self {
    case .gap: "gap"
    case .mismatch: "mismatch"
    case .foreign: "foreign"
    case .changedRecord: "changed-record"
    case .conflict: "conflict"
    case .failed: "failed"
    }
  }

  public var message: Message {
    switch self {
    case .gap(let shard): .shardMissing(shard)
    case .mismatch(let shard, let path): .shardMismatch(shard, path)
    case .foreign(let shard): .shardForeign(shard)
    case .changedRecord(let shard, let path): .recordChanged(shard, path)
    case .conflict(let path, let other): .recordConflict(path, other)
    case .failed(_, let message): message
    }
  }
}

/// Compares the receipt of a shard with the manifest.
struct ShardCheck {
  let header: ShardManifest.Header
  let shard: Int
  let entries: [ManifestEntry]

  /// The troubles, and the lines whose records can be taken in. `receipt` is nil where there is none.
  func check(_ receipt: ShardReceipt?) -> (troubles: [ShardTrouble], lines: [ShardReceipt.Line]) {
    guard let receipt else { return ([.gap(shard: shard)], []) }
    guard receipt.header.manifest == header.checksum, receipt.header.work == header.work, receipt.header.shard == shard
    else { return ([.foreign(shard: shard)], []) }
    var lines = Dictionary(receipt.lines.map { ($0.name, $0) }) { first, _ in first }
    var troubles: [ShardTrouble] = [], good: [ShardReceipt.Line] = []
    for entry in entries {
      guard let line = lines.removeValue(forKey: entry.name), line.sha256 == entry.sha256 else {
        troubles.append(.mismatch(shard: shard, path: entry.path))
        continue
      }
      if let message = line.message {
        troubles.append(.failed(path: entry.path, message))
      } else {
        good.append(line)
      }
    }
    troubles += lines.values.map { .mismatch(shard: shard, path: $0.path) }
    return (troubles, good)
  }
}

extension Message {
  fileprivate static func shardMissing(_ shard: Int) -> Message {
    Message(
      "shard-missing", vi: "Phần \(shard) chưa xong. Chạy: sohoa batch run THƯ-MỤC --shard \(shard).",
      en: "Shard \(shard) is not finished. Run: sohoa batch run FOLDER --shard \(shard).")
  }

  fileprivate static func shardMismatch(_ shard: Int, _ path: String) -> Message {
    Message(
      "shard-mismatch", vi: "Phần \(shard) không khớp bản kê ở “\(path)”. Chạy lại phần đó với --force.",
      en: "Shard \(shard) does not match the manifest at “\(path)”. Run the shard again with --force.")
  }

  fileprivate static func shardForeign(_ shard: Int) -> Message {
    Message(
      "shard-foreign",
      vi: "Kết quả phần \(shard) thuộc bản kê hoặc mô hình khác. Xóa thư mục của phần đó rồi chạy lại.",
      en:
        "The results of shard \(shard) belong to another manifest or other models. Remove its folder and run it again.")
  }

  fileprivate static func recordChanged(_ shard: Int, _ path: String) -> Message {
    Message(
      "record-changed",
      vi: "Bản ghi của “\(path)” (phần \(shard)) bị mất hoặc bị sửa sau khi xong. Chạy lại phần đó với --force.",
      en: "The record of “\(path)” (shard \(shard)) is gone or was changed since. Run the shard again with --force.")
  }

  fileprivate static func recordConflict(_ path: String, _ other: String) -> Message {
    Message(
      "record-conflict",
      vi: "“\(path)” và “\(other)” là cùng một nội dung nhưng cho hai bản ghi khác nhau; không nạp bản nào.",
      en: "“\(path)” and “\(other)” are the same bytes but gave different records; neither is taken in.")
  }
}
