internal import Checkpoints
internal import DocumentModel
internal import Foundation
internal import Intake
internal import Synchronization
internal import Workers

/// What the workers of a batch are to do: the inputs that have anything left to be done.
final class BatchWork: Work {
  struct Job: Sendable {
    var input: Input
    var stamps: [FileStamp]
    var finishedAs: String?
  }
  typealias Answer = WorkerAnswer

  let stopping = line(of: WorkerRequest.stop)
  private let inputs: [Input]
  private let selection: BatchSelection
  private let book: BatchBook
  private let onChange: @Sendable (RunProgress) -> Void
  private let onEvent: @Sendable (BatchEvent) -> Void
  private let pages = Counter(), done = Counter()
  private let position = Mutex(0)

  init(
    _ inputs: [Input], _ selection: BatchSelection, _ book: BatchBook,
    onChange: @escaping @Sendable (RunProgress) -> Void, onEvent: @escaping @Sendable (BatchEvent) -> Void
  ) {
    self.inputs = inputs
    self.selection = selection
    self.book = book
    self.onChange = onChange
    self.onEvent = onEvent
  }

  func next() -> Job? {
    while book.fault == nil {
      let index = position.withLock { position in
        defer { position += 1 }
        return position
      }
      guard index < inputs.count else { return nil }
      if let job = job(for: inputs[index]) { return job }
      tell(of: inputs[index], isDone: true)
    }
    return nil
  }

  /// Nil where nothing is to be done.
  private func job(for input: Input) -> Job? {
    let job = Job(input: input, stamps: BatchBook.stamps(of: input))
    if selection == .all { return job }
    if selection == .onlyFailed { return book.hasFailed(input) ? job : nil }
    switch book.standing(of: input) {
    case .open: return job
    case .touched(let sha256): return Job(input: input, stamps: job.stamps, finishedAs: sha256)
    case .failed where selection == .withFailed: return job
    case .finished: book.passOver(input, failed: false)
    case .failed: book.passOver(input, failed: true)
    }
    return nil
  }

  func request(_ job: Job) -> [UInt8] {
    Self.line(of: WorkerRequest.job(WorkerJob(input: job.input, finishedAs: job.finishedAs)))
  }

  func widening(to width: Int) -> [UInt8] { Self.line(of: WorkerRequest.widen(width)) }

  func take(_ answer: WorkerAnswer, of job: Job) -> WorkProgress {
    switch answer {
    case .unfit(let code, let message):
      book.end(with: Failure(Failure.Code(rawValue: code) ?? .internalError, message))
      return .ended(keepsWorker: false)
    case .opened(let pages): return .hasPages(pages)
    case .page:
      _ = pages.increment()
      tell(of: job.input, isDone: false)
      return .goesOn
    case .ready, .stage: return .goesOn
    case .unchanged:
      book.enter(unchanged: job.input, stamps: job.stamps)
      tell(of: job.input, isDone: true)
      return .ended(keepsWorker: true)
    case .finished(let finished):
      enter(finished, of: job)
      return .ended(keepsWorker: true)
    }
  }

  func lost(_ job: Job, to breakage: Breakage, attempt: Int, wasFresh: Bool) -> Bool {
    book.noteReplacement(breakage.reason.rawValue)
    // What came before may have worn a worker out; and one that was ended from outside says nothing of the input.
    let again =
      switch breakage.reason {
      case .crash, .memory: attempt == 1 && !wasFresh
      case .killed: attempt < 5
      case .start: attempt < 2
      case .silence, .processorTime, .abandoned: false
      }
    onEvent(
      .workerLost(
        path: job.input.path, reason: breakage.reason.rawValue, lastWords: breakage.lastWords, triesAgain: again))
    if again { return true }
    let failure = breakage.failure(of: job.input.path)
    if breakage.reason == .start { book.end(with: failure) }
    let report = InputReport(path: job.input.path, name: job.input.name, failure: failure, seconds: 0)
    enter(FinishedInput(report: report), of: job)
    return false
  }

  private func enter(_ finished: FinishedInput, of job: Job) {
    let report = book.enter(finished, of: job.input, stamps: job.stamps)
    onEvent(.input(report, stages: finished.stages, keptPages: finished.keptPages))
    tell(of: job.input, isDone: true)
  }

  private func tell(of input: Input, isDone: Bool) {
    let count = isDone ? done.increment() : done.value
    onChange(RunProgress(inputs: inputs.count, inputsDone: count, pagesDone: pages.value, current: input.name))
  }

  /// What is encoded here is plain values, which cannot fail to be.
  static func line(of request: WorkerRequest) -> [UInt8] {
    ((try? JSONEncoder().encode(request)).map { [UInt8]($0) } ?? []) + [0x0A]
  }
}
