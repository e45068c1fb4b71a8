internal import Checkpoints
internal import Digests
public import DocumentModel
internal import Foundation
internal import Intake

/// Looks at every input once and writes the manifest.
public struct ShardPlanner: Sendable {
  private let settings: ShardSettings
  private let keys: StageKeys
  private let folder: ShardFolder
  /// Files read at the same time.
  private let jobs: Int

  /// - Throws: a failure where the models are missing: the key of the work is a part of the plan.
  public init(_ settings: ShardSettings, folder: ShardFolder, jobs: Int, models: String) throws(Failure) {
    self.settings = settings
    self.folder = folder
    self.jobs = jobs
    keys = try StageKeys(settings.run(output: folder.path, jobs: jobs, models: models))
  }

  /// Plans every input at or below these paths and gives the manifest. A manifest that says the same already is left as it
  /// is.
  ///
  /// - Throws: a failure where nothing can be planned, where the folder cannot be written, or where it has another manifest,
  ///   which is never overwritten.
  public func plan(
    _ paths: [String], shards: Int, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
  ) async throws(Failure) -> ShardManifest {
    let found = InputFinder(excluding: folder.path).inputs(at: paths)
    var refused = found.rejections.map { RefusedPath(path: $0.path, failure: $0.failure) }
    let done = Counter()
    let looked = await mapped(found.inputs, width: jobs) { input in
      let looked = await outcome { () throws(Failure) in try entry(of: input) }
      progress(
        RunProgress(inputs: found.inputs.count, inputsDone: done.increment(), pagesDone: 0, current: input.name))
      return looked
    }
    var entries: [ManifestEntry] = []
    for (input, result) in zip(found.inputs, looked) {
      switch result {
      case .success(let entry): entries.append(entry)
      case .failure(let failure): refused.append(RefusedPath(path: input.path, failure: failure))
      }
    }
    if entries.isEmpty { throw Failure(.badInput, .nothingToPlan) }
    return try keep(ManifestText(header(of: entries, refused, shards), entries, refused))
  }

  private func entry(of input: Input) throws(Failure) -> ManifestEntry {
    let bytes = input.files.reduce(0) { $0 + (FileStamp(of: $1)?.size ?? 0) }
    return ManifestEntry(input, sha256: try ContentHash.sha256(of: input.files), bytes: bytes)
  }

  private func header(of entries: [ManifestEntry], _ refused: [RefusedPath], _ shards: Int) -> ShardManifest.Header {
    ShardManifest.Header(
      program: Program.version, work: keys.work.digest, versions: keys.versions, settings: settings,
      base: FileManager.default.currentDirectoryPath, inputs: entries.count,
      bytes: entries.reduce(0) { $0 + $1.bytes }, refused: refused.count, shards: shards)
  }

  private func keep(_ text: ManifestText) throws(Failure) -> ShardManifest {
    if FileManager.default.fileExists(atPath: folder.manifest) {
      let known = try ShardManifest(path: folder.manifest)
      guard known.header == text.header else { throw Failure(.cannotWriteOutput, .otherManifest(folder.manifest)) }
      return known
    }
    try DurableFile.makeFolder(folder.path)
    try DurableFile.write(text.bytes, to: folder.manifest)
    // For people: nothing of ours writes it again, and they should not either.
    try? FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder.manifest)
    return try ShardManifest(path: folder.manifest)
  }
}

/// A manifest as it is written.
struct ManifestText {
  let header: ShardManifest.Header
  let bytes: [UInt8]

  init(_ header: ShardManifest.Header, _ entries: [ManifestEntry], _ refused: [RefusedPath]) {
    let items = entries.map { ShardBalance.Item(sha256: $0.sha256, weight: ShardBalance.weight(of: $0)) }
    let shards = ShardBalance(shards: header.shards).assigned(items)
    var sections = [[UInt8]](repeating: [], count: header.shards + 1)
    var index = (0...header.shards).map {
      ShardManifest.Section(shard: $0, inputs: 0, bytes: 0, length: 0, sha256: "")
    }
    for path in refused { sections[0] += JSONLine.line(of: path) }
    index[0].inputs = refused.count
    for (entry, shard) in zip(entries, shards) {
      sections[shard] += JSONLine.line(of: entry)
      index[shard].inputs += 1
      index[shard].bytes += entry.bytes
    }
    var lines: [UInt8] = []
    for shard in index.indices {
      index[shard].length = sections[shard].count
      index[shard].sha256 = Digest.sha256(of: sections[shard])
      lines += JSONLine.line(of: index[shard])
    }
    var whole = header
    whole.checksum = ShardManifest.checksum(of: header, sections: lines)
    self.header = whole
    bytes = JSONLine.line(of: whole) + lines + sections.joined()
  }
}
