internal import Checkpoints
internal import Digests
public import DocumentModel
internal import Foundation
public import Workers

/// Does one shard of a manifest, like any batch, into a folder of its own, and writes a receipt when it is finished.
/// Done again, it does what is left; where nothing is left, it does nothing.
///
/// Relative paths of the manifest begin at its base: the process must be there.
public final class ShardRun: Sendable {
  public struct Outcome: Sendable {
    public var batch: BatchReport
    /// Nil where the shard is not finished.
    public var receipt: ShardReceipt?
    /// Why the shard is not finished; nil where it is.
    public var obstacle: Failure?
  }

  private let manifest: ShardManifest
  private let shard: Int
  private let entries: [ManifestEntry]
  private let folder: ShardFolder
  private let selection: BatchSelection
  private let batch: BatchRun

  /// - Throws: a failure where the program and the models here are not those that the manifest was made with.
  public init(
    _ manifest: ShardManifest, shard: Int, folder: ShardFolder, jobs: Int, models: String, limits: WorkerLimits,
    selection: BatchSelection = .unfinished, worker: WorkerCall = .thisProgram
  ) throws(Failure) {
    self.manifest = manifest
    self.shard = shard
    self.folder = folder
    self.selection = selection
    entries = try manifest.inputs(ofShard: shard)
    let run = manifest.header.settings.run(output: folder.results(of: shard), jobs: jobs, models: models)
    let keys = try StageKeys(run)
    guard keys.work.digest == manifest.header.work else {
      throw Failure(.missingTool, .otherMachine(Self.differences(manifest.header.versions, keys.versions)))
    }
    batch = try BatchRun(
      settings: BatchSettings(run: run, limits: limits, selection: selection, worker: worker))
  }

  /// Works on the inputs of the shard.
  ///
  /// - Throws: a failure where another process has the shard, or its folder or receipt cannot be written.
  public func process(
    progress: @escaping @Sendable (RunProgress) -> Void = { _ in },
    events: @escaping @Sendable (BatchEvent) -> Void = { _ in }
  ) async throws(Failure) -> Outcome {
    // Results may be written anew: until that is done, the shard is not finished.
    if selection != .unfinished { try? FileManager.default.removeItem(atPath: folder.receipt(of: shard)) }
    let report = try await batch.process(entries.map(\.input), progress: progress, events: events)
    let made = receipt(of: report)
    if let obstacle = obstacle(in: report, made) { return Outcome(batch: report, receipt: nil, obstacle: obstacle) }
    if let known = ShardReceipt(path: folder.receipt(of: shard)), known.agrees(with: made) {
      return Outcome(batch: report, receipt: known, obstacle: nil)
    }
    try DurableFile.makeFolder(folder.results(of: shard))
    try made.keep(at: folder.receipt(of: shard))
    return Outcome(batch: report, receipt: made, obstacle: nil)
  }

  /// Ends the run, as `BatchRun.stop` does.
  public func stop() { batch.stop() }

  private func receipt(of report: BatchReport) -> ShardReceipt {
    let planned = Dictionary(entries.map { ($0.name, $0) }) { first, _ in first }
    var lines: [ShardReceipt.Line] = []
    report.forEach { input in
      guard let entry = planned[input.name] else { return }
      let results = folder.results(of: shard) + "/" + entry.name
      func hash(_ format: OutputFormat) -> String? {
        input.failure == nil ? Digest.sha256(ofFile: results + "/" + format.fileName) : nil
      }
      lines.append(
        ShardReceipt.Line(
          path: entry.path, name: entry.name, sha256: entry.sha256,
          record: hash(.json), words: hash(.words), pages: input.pages,
          exitCode: input.failure?.exitCode, message: input.failure?.message))
    }
    let failed = lines.count { $0.exitCode != nil }
    let header = ShardReceipt.Header(
      shard: shard, manifest: manifest.header.checksum, work: manifest.header.work, program: Program.version,
      machine: ProcessInfo.processInfo.hostName, seconds: report.seconds, done: lines.count - failed, failed: failed,
      pages: lines.reduce(0) { $0 + $1.pages }, checksum: "")
    return ShardReceipt(header: header, lines: lines)
  }

  /// Why the shard is not finished. A bad or missing input is finished as failed; an input that could not be written, or that
  /// lacks a program, has to be done again.
  private func obstacle(in report: BatchReport, _ receipt: ShardReceipt) -> Failure? {
    if report.wasStopped { return Failure(.interrupted, .stoppedAsAsked) }
    if let fault = report.fault { return fault }
    for line in receipt.lines {
      guard let message = line.message, let code = line.exitCode.flatMap(Failure.Code.init) else { continue }
      if [.cannotWriteOutput, .missingTool, .tryLater, .interrupted].contains(code) { return Failure(code, message) }
    }
    let missing =
      receipt.lines.count < entries.count || receipt.lines.contains { $0.exitCode == nil && $0.record == nil }
    return missing ? Failure(.internalError, .notAllReported) : nil
  }

  private static func differences(_ planned: [String: String], _ here: [String: String]) -> String {
    let names = Set(planned.keys).union(here.keys).filter { planned[$0] != here[$0] }.sorted()
    return names.isEmpty ? "dictionaries" : names.joined(separator: ", ")
  }
}

extension Message {
  static var stoppedAsAsked: Message {
    Message("run-stopped", vi: "Đã dừng theo yêu cầu.", en: "Stopped as asked.")
  }

  static var notAllReported: Message {
    Message("not-all-reported", vi: "Có đầu vào chưa có kết quả.", en: "Some inputs have no result.")
  }
}
