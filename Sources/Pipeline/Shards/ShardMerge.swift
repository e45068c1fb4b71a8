internal import Archive
internal import Checkpoints
internal import Digests
public import DocumentModel
internal import Foundation

/// Takes finished shards into one archive: all of them are checked first, then one process writes them shard by shard. A
/// merge that was interrupted goes on at its shard when it is run again; a merge that is complete does nothing.
public struct ShardMerge: Sendable {
  /// Records a transaction, and their pages: a commit waits for the disk, and what it takes is held in memory.
  private static let mostAtOnce = 200, mostPagesAtOnce = 1000

  private let manifest: ShardManifest
  private let folder: ShardFolder

  public init(_ manifest: ShardManifest, folder: ShardFolder) {
    self.manifest = manifest
    self.folder = folder
  }

  public struct Report: Sendable {
    public var troubles: [ShardTrouble] = []
    /// Shards that are in the archive now, and those of them that were before.
    public var shards = 0, earlier = 0
    /// Inputs taken in; inputs whose bytes another input had already.
    public var records = 0, doubles = 0
    /// Whether nothing was written because of what was found.
    public var wasRefused = false

    public init(troubles: [ShardTrouble] = []) { self.troubles = troubles }

    /// 75 where shards are not finished, 65 where anything else is wrong or an input failed.
    public var exitCode: Int32 {
      let blocking = troubles.filter(\.isBlocking)
      if blocking.isEmpty { return troubles.isEmpty ? 0 : Failure.Code.badInput.rawValue }
      let onlyGaps = blocking.allSatisfy { if case .gap = $0 { true } else { false } }
      return (onlyGaps ? Failure.Code.tryLater : .badInput).rawValue
    }
  }

  /// Everything that is wrong with the shards. Receipts and records are read, and nothing is written.
  ///
  /// - Throws: a failure where the manifest was changed.
  public func check() throws(Failure) -> [ShardTrouble] { try check(beside: nil) }

  /// Records that the archive has already are not read again.
  private func check(beside archive: Archive?) throws(Failure) -> [ShardTrouble] {
    var troubles: [ShardTrouble] = try manifest.refused().map { .failed(path: $0.path, $0.message) }
    for shard in 1...manifest.header.shards {
      let receipt = ShardReceipt(path: folder.receipt(of: shard))
      let taken = try archive?.setting(mark(of: shard))
      let isTaken = receipt != nil && taken == receipt?.header.checksum
      troubles += try examined(shard, receipt, readingRecords: !isTaken).troubles
    }
    return troubles
  }

  /// The name of the archive's setting that holds the checksum of a shard's receipt once the shard is in it whole.
  private func mark(of shard: Int) -> String { "shard \(shard) of \(manifest.header.checksum)" }

  /// Takes the shards in. Where anything blocks, nothing is taken, unless `partly`.
  ///
  /// - Throws: a failure where another merge is at work, or the archive cannot be opened or written.
  public func merge(
    into path: String, partly: Bool = false, progress: (_ shard: Int) -> Void = { _ in }
  ) throws(Failure) -> Report {
    let lock = try OutputLock(file: folder.mergeLock)
    defer { withExtendedLifetime(lock) {} }
    var report = Report()
    let known = FileManager.default.fileExists(atPath: path) ? try Archive(path: path) : nil
    report.troubles = try check(beside: known)
    if !partly, report.troubles.contains(where: \.isBlocking) {
      report.wasRefused = true
      return report
    }
    let archive = if let known { known } else { try Archive(path: path) }
    for shard in 1...manifest.header.shards {
      try take(shard, into: archive, &report)
      progress(shard)
    }
    return report
  }

  private func take(_ shard: Int, into archive: Archive, _ report: inout Report) throws(Failure) {
    let onDisk = ShardReceipt(path: folder.receipt(of: shard))
    // Records are read again, and compared with their hashes, when they are taken in.
    let found = try examined(shard, onDisk, readingRecords: report.troubles.contains(where: \.isBlocking))
    guard let receipt = found.receipt else { return }
    report.shards += 1
    report.doubles += found.doubles
    if try archive.setting(mark(of: shard)) == receipt.header.checksum {
      report.earlier += 1
      report.records += found.lines.count
      return
    }
    var rest = found.lines[...]
    while !rest.isEmpty {
      var inputs: [KeptInput] = [], pages = 0
      while inputs.count < Self.mostAtOnce, pages < Self.mostPagesAtOnce, let line = rest.popFirst() {
        guard let kept = kept(line, of: shard) else { throw Failure(.badInput, changed(line, shard).message) }
        inputs.append(kept)
        pages += line.pages
      }
      try archive.keep(inputs)
      report.records += inputs.count
    }
    // A shard that was taken in part is looked at again the next time.
    if !found.troubles.contains(where: \.isBlocking) { try archive.set(mark(of: shard), to: receipt.header.checksum) }
  }

  private struct Examined {
    var troubles: [ShardTrouble] = []
    /// The lines to be taken in, one for all inputs with the same bytes.
    var lines: [ShardReceipt.Line] = []
    var doubles = 0
    /// Nil where the shard is not finished, or is not this manifest's.
    var receipt: ShardReceipt?
  }

  private func examined(
    _ shard: Int, _ receipt: ShardReceipt?, readingRecords: Bool
  ) throws(Failure) -> Examined {
    let entries = try manifest.inputs(ofShard: shard)
    let (troubles, lines) = ShardCheck(header: manifest.header, shard: shard, entries: entries).check(receipt)
    var examined = Examined(troubles: troubles)
    if !troubles.contains(where: { if case .foreign = $0 { true } else { false } }) { examined.receipt = receipt }
    for same in Self.grouped(lines) { sort(same, of: shard, readingRecords, into: &examined) }
    return examined
  }

  /// The lines grouped by the bytes of their inputs, in the order of the first of each group.
  private static func grouped(_ lines: [ShardReceipt.Line]) -> [[ShardReceipt.Line]] {
    var places: [String: Int] = [:], groups: [[ShardReceipt.Line]] = []
    for line in lines {
      if let place = places[line.sha256] {
        groups[place].append(line)
      } else {
        places[line.sha256] = groups.count
        groups.append([line])
      }
    }
    return groups
  }

  private func sort(
    _ same: [ShardReceipt.Line], of shard: Int, _ readingRecords: Bool, into examined: inout Examined
  ) {
    let whole = same.filter { line in
      if !readingRecords { return true }
      if isWhole(line, shard) { return true }
      examined.troubles.append(changed(line, shard))
      return false
    }
    guard let first = whole.first else { return }
    for other in whole.dropFirst() where readingRecords && !isSame(first, other, shard) {
      examined.troubles.append(.conflict(path: first.path, other: other.path))
      return
    }
    examined.lines.append(first)
    examined.doubles += whole.count - 1
  }

  /// Records that differ in where their file lies only are the same.
  private func isSame(_ first: ShardReceipt.Line, _ other: ShardReceipt.Line, _ shard: Int) -> Bool {
    guard let one = record(first, shard), var two = record(other, shard) else { return false }
    two.source.path = one.source.path
    return one == two
  }

  private func kept(_ line: ShardReceipt.Line, of shard: Int) -> KeptInput? {
    guard isWhole(line, shard), let record = record(line, shard), record.source.sha256 == line.sha256 else {
      return nil
    }
    return KeptInput(record, besideIn: results(of: line, shard))
  }

  /// Whether the record and the words of its pages are those that the receipt was written for.
  private func isWhole(_ line: ShardReceipt.Line, _ shard: Int) -> Bool {
    func hash(_ format: OutputFormat) -> String? {
      Digest.sha256(ofFile: results(of: line, shard) + "/" + format.fileName)
    }
    return hash(.json) == line.record && hash(.words) == line.words
  }

  private func record(_ line: ShardReceipt.Line, _ shard: Int) -> InputRecord? {
    let path = results(of: line, shard) + "/" + OutputFormat.json.fileName
    guard let bytes = DurableFile.read(path), Digest.sha256(of: bytes) == line.record else { return nil }
    return try? JSONDecoder().decode(InputRecord.self, from: Data(bytes))
  }

  private func results(of line: ShardReceipt.Line, _ shard: Int) -> String {
    folder.results(of: shard) + "/" + line.name
  }

  private func changed(_ line: ShardReceipt.Line, _ shard: Int) -> ShardTrouble {
    .changedRecord(shard: shard, path: line.path)
  }
}
