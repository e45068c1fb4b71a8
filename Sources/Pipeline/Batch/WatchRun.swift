internal import Checkpoints
public import DocumentModel
internal import Foundation
internal import Intake
internal import Synchronization

/// How a folder is watched.
public struct WatchSettings: Sendable {
  public var folder: String
  /// Seconds between two looks; a file that did not change from one to the next is taken.
  public var interval: Double
  /// Where inputs are moved to that were processed, and where those that failed; nil leaves them where they are.
  public var done, failed: String?
  /// Ends once nothing is left that changes or was not taken.
  public var endsWhenIdle: Bool

  public init(folder: String, interval: Double, done: String?, failed: String?, endsWhenIdle: Bool) {
    self.folder = folder
    self.interval = interval
    self.done = done
    self.failed = failed
    self.endsWhenIdle = endsWhenIdle
  }
}

/// Processes the files that appear in a folder until it is stopped.
public final class WatchRun: Sendable {
  /// Seconds to wait after a run that could not go on: a full disk takes time to be emptied.
  private static let pauseAfterFault = 60.0

  /// Seconds without a new page after which a folder of pages is taken. One that comes later is no loss: the folder is then
  /// taken again, and replaces what was made of it.
  private static let quietOfFolders = 10.0

  private let watch: WatchSettings
  private let batch: BatchSettings
  private struct State {
    var run: BatchRun?
    var isStopped = false
  }
  private let state = Mutex(State())

  public init(watch: WatchSettings, batch: BatchSettings) {
    self.watch = watch
    var batch = batch
    batch.keepsAll = true
    self.batch = batch
  }

  /// Ends the run under way: at the next page when it is called first, at once when it is called again.
  public func stop() {
    let run = state.withLock { state in
      state.isStopped = true
      return state.run
    }
    run?.stop()
  }

  /// Looks into the folder, processes what has settled, and waits, until it is stopped.
  ///
  /// - Throws: a failure where the folder is not there, or a model or the archive cannot be opened.
  public func watch(
    events: @escaping @Sendable (BatchEvent) -> Void, onReport: (BatchReport) -> Void, onTrouble: (Failure) -> Void
  ) async throws(Failure) {
    guard (try? FileManager.default.contentsOfDirectory(atPath: watch.folder)) != nil else {
      throw Failure(.cannotOpenInput, .notAFolder(watch.folder))
    }
    let others = [batch.run.output, watch.done, watch.failed].compactMap(\.self)
    // Nothing more comes where one look is all: what lies there is whole.
    let looks = watch.endsWhenIdle ? 1 : max(1, Int((Self.quietOfFolders / watch.interval).rounded(.up)))
    var folder = FolderWatch(folder: watch.folder, excluding: others, looksForFolders: looks)
    // A wrong model or archive is reported at once, and not when the first file comes.
    _ = try BatchRun(settings: batch)
    _ = folder.settled()
    var quietLooks = 0
    while await wait(watch.interval) {
      let paths = folder.settled()
      quietLooks = paths.isEmpty ? quietLooks + 1 : 0
      if paths.isEmpty, watch.endsWhenIdle, quietLooks > 1 { return }
      if paths.isEmpty { continue }
      do throws(Failure) {
        let report = try await run(on: paths, events)
        move(report, onTrouble)
        onReport(report)
        if report.fault == nil, !report.wasStopped { folder.note(handled: paths) }
        if report.fault != nil { _ = await wait(Self.pauseAfterFault) }
      } catch {
        onTrouble(error)
        if error.code != .tryLater { _ = await wait(Self.pauseAfterFault) }
      }
    }
  }

  private func run(
    on paths: [String], _ events: @escaping @Sendable (BatchEvent) -> Void
  ) async throws(Failure) -> BatchReport {
    let run = try BatchRun(settings: batch)
    state.withLock { $0.run = run }
    let (inputs, refused) = InputFinder(excluding: batch.run.output).inputs(at: paths)
    let report = try await run.process(inputs, refused: refused, events: events)
    state.withLock { $0.run = nil }
    return report
  }

  /// Whether a failure is one of the input, and not of the run.
  private static func isOwn(_ failure: InputReport.Problem) -> Bool {
    let passing: [Failure.Code] = [.interrupted, .tryLater, .cannotWriteOutput, .missingTool]
    return !passing.contains { $0.rawValue == failure.exitCode }
  }

  /// Moves what was done, and what failed, to where it is to go. What cannot be moved stays, and is told of; the ledger keeps
  /// it from being processed again.
  private func move(_ report: BatchReport, _ onTrouble: (Failure) -> Void) {
    report.forEach { input in
      guard let place = input.failure == nil ? watch.done : watch.failed else { return }
      // An input that was broken off, or failed for want of something of the machine's, stays where it is: the next run
      // takes it again.
      guard input.failure.map(Self.isOwn) ?? true else { return }
      do throws(Failure) {
        try Relocation.move(input.path, into: place)
      } catch {
        onTrouble(error)
      }
    }
  }

  /// Waits; false where it was stopped meanwhile.
  private func wait(_ seconds: Double) async -> Bool {
    let end = SuspendingClock.now + .seconds(seconds)
    while SuspendingClock.now < end, !state.withLock({ $0.isStopped }) {
      try? await Task.sleep(for: .milliseconds(min(200, Int(seconds * 1000) + 1)))
    }
    return !state.withLock { $0.isStopped }
  }
}

extension Message {
  static func notAFolder(_ path: String) -> Message {
    Message(
      "not-a-folder", vi: "“\(path)” không phải thư mục. Nêu thư mục mà máy quét ghi vào.",
      en: "“\(path)” is no folder. Name the folder that the scanner writes into.")
  }
}
