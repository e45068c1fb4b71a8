internal import DocumentModel
internal import Foundation
internal import Synchronization

/// Worker processes, each with one job at a time, each watched by a thread of its own.
///
/// Once no more jobs are left, the places of idle workers go to the busy ones: each may then read more pages at the same
/// time.
public final class WorkerPool<Tasks: Work>: Sendable {
  /// A worker that has a job, and how many pages at a time it was told that it may read.
  private struct Child {
    let process: ChildProcess
    var width = 1
  }

  private struct State {
    var isStopping = false, isKilled = false
    /// Threads that still ask for jobs.
    var open: Int
    var busy: [Int: Child] = [:]
  }

  private let program: WorkerProgram
  private let limits: WorkerLimits
  private let work: Tasks
  private let count: Int
  private let state: Mutex<State>
  private let asking = Mutex(())

  public init(_ program: WorkerProgram, count: Int, limits: WorkerLimits, work: Tasks) {
    self.program = program
    self.count = max(1, count)
    self.limits = limits
    self.work = work
    state = Mutex(State(open: max(1, count)))
  }

  /// Works until no job is left, or until the pool was stopped.
  public func run() async {
    OwnLimits.ignoreWriteSignals()
    await withTaskGroup(of: Void.self) { group in
      for slot in 0..<count { group.addTask { await self.thread(slot) } }
    }
  }

  /// Gives out no more jobs, and asks the workers to end theirs at the next page.
  public func stop() {
    state.withLock { state in
      state.isStopping = true
      for child in state.busy.values { child.process.send(work.stopping) }
    }
  }

  /// Kills all workers; the jobs that they had are lost.
  public func kill() {
    state.withLock { state in
      state.isStopping = true
      state.isKilled = true
      for child in state.busy.values { child.process.kill() }
    }
  }

  private func thread(_ slot: Int) async {
    await withCheckedContinuation { continuation in
      let thread = Thread { [self] in
        serve(slot)
        continuation.resume()
      }
      thread.name = "sohoa-worker-\(slot)"
      thread.start()
    }
  }

  private func serve(_ slot: Int) {
    var worker: Worker?
    while !state.withLock({ $0.isStopping }), let job = asking.withLock({ _ in work.next() }) {
      worker = carryOut(job, in: slot, with: worker)
    }
    worker?.end()
    state.withLock { state in
      state.open -= 1
      share(&state)
    }
  }

  /// Does a job, more than once where a worker breaks over it. Gives the worker for the next job; nil for a fresh one.
  private func carryOut(_ job: Tasks.Job, in slot: Int, with kept: Worker?) -> Worker? {
    var worker = kept, attempt = 0
    while true {
      attempt += 1
      let wasFresh = worker == nil
      let breakage: Breakage
      do throws(Failure) {
        let current = try running(worker)
        switch exchange(job, slot, current) {
        case .success(let keeps):
          if keeps, current.canGoOn { return current }
          current.end()
          return nil
        case .failure(let broken): breakage = broken
        }
      } catch {
        breakage = Breakage(.start, lastWords: error.message.en)
      }
      worker = nil
      let again = work.triesAgain(job, after: breakage, attempt: attempt, wasFresh: wasFresh)
      if !again || state.withLock({ $0.isStopping }) { return nil }
    }
  }

  private func running(_ worker: Worker?) throws(Failure) -> Worker {
    if let worker { worker } else { try Worker(program, limits) }
  }

  /// Gives a worker a job and listens until it has ended: whether the worker may have another.
  private func exchange(_ job: Tasks.Job, _ slot: Int, _ worker: Worker) -> Result<Bool, Breakage> {
    let isKilled = state.withLock { state in
      state.busy[slot] = Child(process: worker.process, width: worker.width)
      if state.isStopping { worker.process.send(work.stopping) }
      return state.isKilled
    }
    if isKilled { worker.process.kill() }
    worker.begin(work.request(job))
    state.withLock { share(&$0) }
    defer {
      state.withLock { state in
        worker.width = state.busy[slot]?.width ?? 1
        state.busy[slot] = nil
        share(&state)
      }
    }
    let result = worker.listen { (answer: Tasks.Answer) in work.handle(answer, to: job) }
    if case .failure = result, state.withLock({ $0.isKilled }) { return .failure(Breakage(.abandoned)) }
    return result
  }

  /// Gives the places of threads that have no more jobs to those that have.
  private func share(_ state: inout State) {
    let slots = state.busy.keys.sorted(), free = count - state.open
    for (index, slot) in slots.enumerated() {
      let width = 1 + free / slots.count + (index < free % slots.count ? 1 : 0)
      guard let child = state.busy[slot], child.width != width else { continue }
      state.busy[slot]?.width = width
      child.process.send(work.widening(to: width))
    }
  }
}
