public import DocumentModel
internal import Foundation
public import Intake
internal import Recognition
internal import Synchronization

/// Threads that recognise pages, each with a recogniser of its own that it keeps.
///
/// Recognition blocks for a second a page. On Swift's own threads it would keep everything else waiting (a 5 ms sleep
/// took 5 s on two cores), so it has threads of its own, and the asking task is resumed when its page is done.
public final class RecognitionPool: Sendable {
  typealias Recogniser = any PageRecogniser & ~Copyable
  /// What a thread does with its recogniser.
  typealias Job = @Sendable (inout EngineBox) -> Void

  /// The recogniser of a thread, which is loaded when it is first used.
  struct EngineBox: ~Copyable {
    let settings: ReadingSettings
    private let outside: OutsideReader?
    private var engine: (Recogniser)?

    init(settings: ReadingSettings, outside: OutsideReader?) {
      self.settings = settings
      self.outside = outside
      self.engine = nil
    }

    mutating func use<Result>(_ body: (inout Recogniser) throws(Failure) -> Result) throws(Failure) -> Result {
      if engine == nil {
        engine = try ReadingCompany.loaded(settings, outside: outside)
      }
      guard var loaded = engine.take() else { throw Failure(.internalError, .engineUnavailable) }
      do throws(Failure) {
        let result = try body(&loaded)
        engine = consume loaded
        return result
      } catch {
        engine = consume loaded
        throw error
      }
    }
  }

  private struct State {
    var jobs: [Job] = []
    /// Threads that wait, the one that worked last at the end: it has loaded its recogniser, where others may not have.
    var idle: [Int] = []
    var isClosed = false
  }

  private let state = Mutex(State())
  private let bells: [DispatchSemaphore]
  /// One for all threads: its model may be large.
  private let outside: OutsideReader?

  /// Starts `width` threads. A recogniser is loaded when the first page is read by it.
  public init(width: Int, settings: ReadingSettings = ReadingSettings()) {
    bells = (0..<width).map { _ in DispatchSemaphore(value: 0) }
    let outside = settings.reader.map { OutsideReader($0) }
    self.outside = outside
    for index in 0..<width {
      let thread = Thread { [self] in work(index, EngineBox(settings: settings, outside: outside)) }
      thread.name = "sohoa-recognition-\(index)"
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  /// Lets the threads end once their work is done. No work may be given after this.
  public func close() {
    state.withLock { $0.isClosed = true }
    for bell in bells { bell.signal() }
  }

  /// What to tell the user, once, where the reader from outside was given up.
  public func takeNotice() -> Message? { outside?.takeNotice() }

  private func work(_ index: Int, _ box: consuming EngineBox) {
    while true {
      let next: (job: Job?, isClosed: Bool) = state.withLock { state in
        if !state.jobs.isEmpty { return (state.jobs.removeFirst(), false) }
        if !state.isClosed { state.idle.append(index) }
        return (nil, state.isClosed)
      }
      if let job = next.job { job(&box) } else if next.isClosed { return } else { bells[index].wait() }
    }
  }

  /// Reads a page of an input on one of the threads.
  ///
  /// - Throws: a failure where its image is refused, the recogniser cannot be loaded, or recognising takes too long.
  public func read(
    _ source: PageSource, _ image: consuming EncodedImage, by reader: PageReader
  ) async throws(Failure) -> Page {
    let image = HandedOver(image)
    return try await run { engine throws(Failure) in
      guard let image = image.take() else { throw Failure(.internalError, .engineUnavailable) }
      return try reader.read(source, image, with: &engine)
    }
  }

  /// Runs a body on one of the threads.
  func run<Result: Sendable>(
    _ body: @escaping @Sendable (inout Recogniser) throws(Failure) -> Result
  ) async throws(Failure) -> Result {
    try await enqueue { box throws(Failure) in try box.use(body) }
  }

  /// Runs a body that needs no recogniser on one of the threads; none is loaded for it.
  ///
  /// - Throws: what the body throws.
  public func runWithoutEngine<Result: Sendable>(
    _ body: @escaping @Sendable () throws(Failure) -> Result
  ) async throws(Failure) -> Result {
    try await enqueue { _ throws(Failure) in try body() }
  }

  private func enqueue<Result: Sendable>(
    _ body: @escaping @Sendable (inout EngineBox) throws(Failure) -> Result
  ) async throws(Failure) -> Result {
    let outcome: Swift.Result<Result, Failure> = await withCheckedContinuation { continuation in
      let job: Job = { box in
        do throws(Failure) {
          continuation.resume(returning: .success(try body(&box)))
        } catch {
          continuation.resume(returning: .failure(error))
        }
      }
      let idle = state.withLock { state in
        state.jobs.append(job)
        return state.idle.popLast()
      }
      if let idle { bells[idle].signal() }
    }
    return try outcome.get()
  }
}

extension Message {
  static var engineUnavailable: Message {
    Message("engine-unavailable", vi: "Bộ nhận dạng không sẵn sàng.", en: "The recognition engine is not available.")
  }
}
