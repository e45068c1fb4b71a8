internal import Checkpoints
internal import DocumentModel
internal import Foundation
internal import Intake
internal import Synchronization
internal import Workers

/// What the workers of a batch are to do: the inputs that have anything left to be done.
///
/// Small texts are handed out several at a time: each takes less time than asking for the next one.
final class BatchWork: Work {
  typealias Job = InputGroup
  typealias Answer = WorkerAnswer

  let stopping = line(of: WorkerRequest.stop)
  private let inputs: [Input]
  private let selection: BatchSelection
  private let book: BatchBook
  private let onChange: @Sendable (RunProgress) -> Void
  private let onEvent: @Sendable (BatchEvent) -> Void
  private let pages = Counter(), done = Counter()
  /// Inputs with nothing left to do, inputs that were opened, and the pages of these.
  private struct Known {
    var passed = 0, opened = 0, pages = 0
  }
  private let known = Mutex(Known())
  private let position = Mutex(0)
  /// Inputs of a group whose worker broke before it came to them.
  private let returned = Mutex<[UnfinishedInput]>([])
  private let jobs: Int
  /// The most bytes of a text that counts as small, and of all texts that are handed out together.
  private static let smallText = 4 << 10, mostTogether = 32 << 10

  init(
    _ inputs: [Input], _ selection: BatchSelection, jobs: Int, _ book: BatchBook,
    onChange: @escaping @Sendable (RunProgress) -> Void, onEvent: @escaping @Sendable (BatchEvent) -> Void
  ) {
    self.inputs = inputs
    self.selection = selection
    self.jobs = jobs
    self.book = book
    self.onChange = onChange
    self.onEvent = onEvent
  }

  func next() -> InputGroup? {
    guard let first = nextItem() else { return nil }
    var items = [first], size = Self.size(ofSmall: first.input) ?? Self.mostTogether
    // Near the end of the inputs, groups get smaller, so that every worker has its share.
    let most = max(1, (inputs.count - position.withLock { $0 }) / (4 * jobs))
    while items.count < most, size < Self.mostTogether, let input = upcoming, let more = Self.size(ofSmall: input),
      let item = nextItem()
    {
      items.append(item)
      size += more
    }
    return InputGroup(items)
  }

  private var upcoming: Input? {
    let index = position.withLock { $0 }
    return index < inputs.count && returned.withLock({ $0.isEmpty }) ? inputs[index] : nil
  }

  /// The size in bytes of a small text; nil for any other input.
  private static func size(ofSmall input: Input) -> Int? {
    guard input.kind == .text, let size = FileStamp(of: input.path)?.size, size <= smallText else { return nil }
    return size
  }

  private func nextItem() -> UnfinishedInput? {
    if let item = returned.withLock({ $0.popLast() }) { return item }
    while book.fault == nil {
      let index = position.withLock { position in
        defer { position += 1 }
        return position
      }
      guard index < inputs.count else { return nil }
      if let item = item(for: inputs[index]) { return item }
      known.withLock { $0.passed += 1 }
      tell(of: inputs[index], isDone: true)
    }
    return nil
  }

  /// Nil where nothing is to be done.
  private func item(for input: Input) -> UnfinishedInput? {
    let item = UnfinishedInput(input: input, stamps: BatchBook.stamps(of: input))
    if selection == .all { return item }
    if selection == .onlyFailed { return book.hasFailed(input) ? item : nil }
    switch book.standing(of: input) {
    case .open: return item
    case .touched(let sha256): return UnfinishedInput(input: input, stamps: item.stamps, finishedAs: sha256)
    case .failed where selection == .withFailed: return item
    case .finished: book.passOver(input, failed: false)
    case .failed: book.passOver(input, failed: true)
    }
    return nil
  }

  func request(_ job: InputGroup) -> [UInt8] {
    job.items.flatMap { Self.line(of: WorkerRequest.input(InputRequest(input: $0.input, finishedAs: $0.finishedAs))) }
  }

  func widening(to width: Int) -> [UInt8] { Self.line(of: WorkerRequest.widen(width)) }

  func handle(_ answer: WorkerAnswer, to job: InputGroup) -> WorkProgress {
    switch answer {
    case .unfit(let code, let message):
      book.end(with: Failure(Failure.Code(rawValue: code) ?? .internalError, message))
      return .ended(keepsWorker: false)
    case .opened(let pages):
      known.withLock { known in
        known.opened += 1
        known.pages += pages
      }
      return .hasPages(pages)
    case .page:
      _ = pages.increment()
      if let item = job.current { tell(of: item.input, isDone: false) }
      return .goesOn
    case .ready, .stage: return .goesOn
    case .unchanged:
      guard let item = job.current else { return .ended(keepsWorker: false) }
      book.enter(unchanged: item.input, stamps: item.stamps)
      known.withLock { $0.passed += 1 }
      tell(of: item.input, isDone: true)
      return job.advance() ? .ended(keepsWorker: true) : .goesOn
    case .finished(let finished):
      guard let item = job.current else { return .ended(keepsWorker: false) }
      enter(finished, of: item)
      return job.advance() ? .ended(keepsWorker: true) : .goesOn
    }
  }

  func triesAgain(_ job: InputGroup, after breakage: Breakage, attempt: Int, wasFresh: Bool) -> Bool {
    book.noteReplacement(breakage.reason.rawValue)
    let wasFresh = wasFresh && !job.isBegun
    returned.withLock { [rest = job.takeRest()] in $0 += rest }
    guard let item = job.current else { return false }
    // Earlier inputs may have used up the worker; and a worker that was ended from outside says nothing about this input.
    let again =
      switch breakage.reason {
      case .crash, .memory: attempt == 1 && !wasFresh
      case .killed: attempt < 5
      case .start: attempt < 2
      case .silence, .processorTime, .abandoned: false
      }
    onEvent(
      .workerLost(
        path: item.input.path, reason: breakage.reason.rawValue, lastWords: breakage.lastWords, triesAgain: again))
    if again { return true }
    let failure = breakage.failure(of: item.input.path)
    if breakage.reason == .start { book.end(with: failure) }
    let report = InputReport(path: item.input.path, name: item.input.name, failure: failure, seconds: 0)
    enter(FinishedInput(report: report), of: item)
    return false
  }

  private func enter(_ finished: FinishedInput, of item: UnfinishedInput) {
    let report = book.enter(finished, of: item.input, stamps: item.stamps)
    onEvent(.input(report, stages: finished.stages, keptPages: finished.keptPages))
    tell(of: item.input, isDone: true)
  }

  private func tell(of input: Input, isDone: Bool) {
    let count = isDone ? done.increment() : done.value
    let known = known.withLock { $0 }
    onChange(
      RunProgress(
        inputs: inputs.count, inputsDone: count, pagesDone: pages.value, current: input.name,
        inputsPassed: known.passed, inputsOpened: known.opened, pagesOpened: known.pages))
  }

  /// A request as a line of JSON. Plain values can always be encoded.
  static func line(of request: WorkerRequest) -> [UInt8] {
    ((try? JSONEncoder().encode(request)).map { [UInt8]($0) } ?? []) + [0x0A]
  }
}
