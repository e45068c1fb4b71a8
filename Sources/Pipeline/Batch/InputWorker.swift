internal import Checkpoints
internal import DocumentModel
internal import Foundation
internal import Intake
internal import PageReading
internal import Synchronization
internal import Workers

/// The side of a worker process: takes inputs from a `BatchRun` in another process, one at a time, until that process is
/// gone.
public enum InputWorker {
  /// Serves on standard input and output; returns when standard input ends.
  public static func serve() async {
    let channel = WorkerChannel()
    let (requests, feed) = AsyncStream.makeStream(of: WorkerRequest.self)
    let gates = Gates()
    channel.listen { line in
      guard let request = try? JSONDecoder().decode(WorkerRequest.self, from: Data(line)) else { return }
      switch request {
      case .widen(let width): gates.widen(to: width)
      case .stop: gates.stop()
      case .setup, .input: feed.yield(request)
      }
    }
    var worker: Loaded?
    for await request in requests {
      switch request {
      case .setup(let setup):
        OwnLimits.set(setup.limits)
        do throws(Failure) {
          worker = try Loaded(setup, gates, channel)
          channel.send(WorkerAnswer.ready)
        } catch {
          channel.send(WorkerAnswer.unfit(exitCode: error.code.rawValue, message: error.message))
        }
      case .input(let input): await worker?.carryOut(input)
      case .widen, .stop: break
      }
    }
  }

  /// The gate of the input under way, and the width and the stop that hold for the next one.
  private final class Gates: Sendable {
    private struct State {
      var width = 1
      var isStopped = false
      var gate: PageGate?
    }

    private let state = Mutex(State())

    func widen(to width: Int) {
      state.withLock { $0.width = width }
      state.withLock { $0.gate }?.widen(to: width)
    }

    func stop() {
      state.withLock { $0.isStopped = true }
      state.withLock { $0.gate }?.stop()
    }

    func next() -> PageGate {
      let gate = PageGate(width: 1)
      let (width, isStopped) = state.withLock { state in
        state.gate = gate
        return (state.width, state.isStopped)
      }
      gate.widen(to: width)
      if isStopped { gate.stop() }
      return gate
    }
  }

  /// A worker that has its models.
  private struct Loaded: Sendable {
    let setup: WorkerSetup
    let stages: InputStages
    let pool: RecognitionPool
    let gates: Gates
    let channel: WorkerChannel

    init(_ setup: WorkerSetup, _ gates: Gates, _ channel: WorkerChannel) throws(Failure) {
      self.setup = setup
      self.gates = gates
      self.channel = channel
      stages = try InputStages(models: setup.settings.models, documents: setup.settings.documents)
      pool = RecognitionPool(width: setup.settings.jobs, settings: setup.settings.reading)
    }

    func carryOut(_ request: InputRequest) async {
      let start = ContinuousClock.now
      let size = request.input.files.reduce(0) { $0 + (FileStamp(of: $1)?.size ?? 0) }
      allow(pages: 0, size: size)
      if let finished = request.finishedAs, (try? ContentHash.sha256(of: request.input.files)) == finished {
        return channel.send(WorkerAnswer.unchanged)
      }
      let store = CheckpointStore(folder: setup.artefacts, ignoresKept: setup.ignoresKept)
      let run = InputRun(
        settings: setup.settings, stages: stages, pool: pool, gate: gates.next(), checkpoints: (store, setup.keys),
        decisions: setup.decisions)
      let events = InputProcessor.Events(
        onOpen: { pages in
          // A text input has no pages to count; it ends before a limit matters.
          if pages == 0 { return }
          allow(pages: pages, size: size)
          channel.send(WorkerAnswer.opened(pages: pages))
        }, onPage: { _, _ in channel.send(WorkerAnswer.page) },
        onStage: { if ContinuousClock.now - start > .seconds(1) { channel.send(WorkerAnswer.stage) } })
      channel.send(WorkerAnswer.finished(await run.process(request.input, events: events)))
    }

    /// Allows processor time for twice the page limit of every page, and on every thread the limit without progress; and
    /// files of four times the size of the input and a gigabyte.
    private func allow(pages: Int, size: Int) {
      let threads = Double(setup.settings.jobs)
      OwnLimits.allow(
        seconds: threads * setup.limits.silence + Double(pages) * 2 * setup.settings.reading.pageTimeout,
        output: 4 * size + (1 << 30))
    }
  }
}
