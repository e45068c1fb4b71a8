internal import Archive
internal import Checkpoints
public import DocumentModel
internal import Foundation
internal import PageReading
public import Intake
internal import Synchronization
internal import Workers

/// Inputs → records and files, in processes of their own, going on where an earlier run ended.
///
/// One run at a time has an output folder. Workers write the files of inputs; the ledger and the archive are written
/// here alone, an input when it is whole: `BatchBook`.
public final class BatchRun: Sendable {
  private let settings: BatchSettings
  private let keys: StageKeys
  private let archive: Archive?
  private let folder: BatchFolder
  private struct State {
    var pool: WorkerPool<BatchWork>?
    var stops = 0
  }
  private let state = Mutex(State())

  /// Opens the archive and takes the hashes of models and tables, without loading them.
  ///
  /// - Throws: a failure where one of them is missing.
  public init(settings: BatchSettings) throws(Failure) {
    self.settings = settings
    folder = BatchFolder(output: settings.run.output)
    // Before the keys are made: the key of the whole work depends on which file the archive is.
    if let path = settings.run.archive { archive = try Archive(path: path) } else { archive = nil }
    keys = try StageKeys(settings.run)
  }

  /// Works on every input at or below these paths.
  ///
  /// - Throws: a failure where another run has the output folder, or it cannot be written.
  public func process(
    _ paths: [String], progress: @escaping @Sendable (RunProgress) -> Void = { _ in },
    events: @escaping @Sendable (BatchEvent) -> Void = { _ in }
  ) async throws(Failure) -> BatchReport {
    let found = InputFinder(excluding: settings.run.output).search(paths)
    var report = try await process(found.inputs, refused: found.rejections, progress: progress, events: events)
    report.notices += archive?.notices ?? []
    report.notices += Message.passedOver(found.passedOver)
    report.omitted = found.passedOver.flatMap { passed in
      Message.passedOver([passed]).map { Omission(path: passed.path, message: $0) }
    }
    return report
  }

  /// Works on inputs that have their names already; no two may share one. The `refused` are counted and reported as failed.
  ///
  /// - Throws: a failure where another run has the output folder, or it cannot be written.
  public func process(
    _ inputs: [Input], refused: [InputFinder.Rejection] = [],
    progress: @escaping @Sendable (RunProgress) -> Void = { _ in },
    events: @escaping @Sendable (BatchEvent) -> Void = { _ in }
  ) async throws(Failure) -> BatchReport {
    let start = SuspendingClock.now
    let decisions = try archive?.pageDecisions() ?? [:]
    let rejections = refused.map { InputReport(path: $0.path, name: "", failure: $0.failure, seconds: 0) }
    if inputs.isEmpty {
      // Without inputs, no folder is made.
      return report(BatchBook(refused: rejections), seconds: 0)
    }
    OwnLimits.ignoreWriteSignals()
    try BatchFolder.refuseFile(settings.run.output)
    try DurableFile.makeFolder(folder.path)
    let lock = try OutputLock(file: folder.lock)
    defer { withExtendedLifetime(lock) {} }
    let log = RunLog(folder: folder.runs)
    var entry = runEntry(number: log.next())
    entry.counts.inputs = inputs.count + refused.count
    try log.keep(entry)
    let ledger = try Ledger<InputReport>(path: folder.ledger)
    let inputs = settings.keepsAll ? ResultNames(ledger).assigned(to: inputs) : inputs
    let book = BatchBook(
      inputs: inputs, refused: rejections, ledger: ledger, archive: archive,
      work: keys.work.digest, number: entry.number, output: settings.run.output)
    let metrics = MetricsFile(path: folder.metrics), number = entry.number
    events(.started(run: number, inputs: inputs.count))
    await work(on: inputs, decisions, book, progress) { event in
      events(event)
      metrics.update(book.counts, run: number)
    }
    book.close()
    let seconds = (SuspendingClock.now - start).inSeconds
    entry.finish(report(book, seconds: seconds))
    do throws(Failure) {
      try log.keep(entry)
    } catch {
      book.end(with: error)
    }
    let made = report(book, seconds: seconds)
    events(.ended(run: number, made.counts, seconds: seconds, stopped: made.wasStopped))
    metrics.update(made.counts, run: number, isLast: true)
    return made
  }

  /// Ends the run: at the next page of every input under way when it is called first, at once when it is called again.
  public func stop() {
    let (pool, stops) = state.withLock { state in
      state.stops += 1
      return (state.pool, state.stops)
    }
    if stops == 1 { pool?.stop() } else { pool?.kill() }
  }

  private func work(
    on inputs: [Input], _ decisions: [String: PageDecisions], _ book: BatchBook,
    _ progress: @escaping @Sendable (RunProgress) -> Void,
    _ events: @escaping @Sendable (BatchEvent) -> Void
  ) async {
    progress(RunProgress(inputs: inputs.count, inputsDone: 0, pagesDone: 0, current: ""))
    let work = BatchWork(inputs, settings.selection, jobs: settings.run.jobs, book, onChange: progress, onEvent: events)
    let setup = WorkerSetup(
      settings: settings.run, limits: settings.limits, keys: keys, artefacts: folder.artefacts,
      ignoresKept: settings.selection == .all, decisions: decisions)
    let program = WorkerProgram(
      executable: settings.worker.executable, arguments: settings.worker.arguments,
      setup: BatchWork.line(of: .setup(setup)))
    let pool = WorkerPool(program, count: settings.run.jobs, limits: settings.limits, work: work)
    let stops = state.withLock { state in
      state.pool = pool
      return state.stops
    }
    if stops > 0 { pool.stop() }
    await pool.run()
    state.withLock { $0.pool = nil }
  }

  private func report(_ book: BatchBook, seconds: Double) -> BatchReport {
    let wasStopped = state.withLock { $0.stops > 0 }
    let code = BatchReport.exitCode(of: book.problems)
    return BatchReport(
      counts: book.counts, seconds: seconds, wasStopped: wasStopped, fault: book.fault,
      exitCode: wasStopped ? Failure.Code.interrupted.rawValue : book.fault?.code.rawValue ?? code, book: book)
  }

  private func runEntry(number: Int) -> RunEntry {
    let run = settings.run
    let told = [
      "jobs": String(run.jobs), "formats": run.formats.map(\.name).sorted().joined(separator: ","),
      "language": run.language.rawValue, "recogniser": run.reading.recogniser, "languages": run.reading.languages,
      "max-pixels": String(run.reading.mostPixels), "page-timeout": String(run.reading.pageTimeout),
      "text-layer": run.reading.textLayer.rawValue, "reader": run.reading.reader ?? "",
      "documents": run.documents.rawValue,
      "timeout": String(settings.limits.silence), "memory-limit": String(settings.limits.memory >> 20),
      "selection": settings.selection.rawValue, "archive": run.archive ?? "",
    ]
    return RunEntry(
      number: number, program: Program.version, machine: ProcessInfo.processInfo.hostName, process: getpid(),
      started: RunEntry.now, settings: told, versions: keys.versions)
  }
}

extension BatchBook {
  /// The book of a run that has nothing to do.
  convenience init(refused: [InputReport]) {
    self.init(inputs: [], refused: refused, ledger: nil, archive: nil, work: "", number: 0, output: "")
  }
}

extension RunEntry {
  static var now: String { Date.now.ISO8601Format() }

  fileprivate mutating func finish(_ report: BatchReport) {
    ended = Self.now
    end = report.wasStopped ? .stopped : report.fault == nil ? .finished : .failed
    counts = report.counts
    seconds = report.seconds
  }
}
