internal import DocumentModel
internal import Foundation

extension Breakage: Error {}

/// One worker process and what is known of it. Used by one thread.
final class Worker {
  let process: ChildProcess
  private let limits: WorkerLimits
  private let mostJobs: Int
  private var jobs = 0
  /// How many pages at a time it was last told that it may read.
  var width = 1
  private var hasSpoken = false
  /// The most main memory that was seen, in bytes.
  private var mostMemory = 0
  private var lastLook: (moment: SuspendingClock.Instant, memory: Int)?
  private static let startingSeconds = 60.0
  private var lines = LineBuffer(), errors = LineBuffer()
  private var areErrorsOpen = true
  /// Main memory after the first job, in bytes: what the worker holds from job to job.
  private var firstMemory: Int?

  init(_ program: WorkerProgram, _ limits: WorkerLimits) throws(Failure) {
    process = try ChildProcess(program.executable, program.arguments)
    self.limits = limits
    mostJobs = program.mostJobs
    process.send(program.setup)
  }

  /// Whether it may have another job: it did fewer than `mostJobs`, and its memory has not grown by a quarter of the limit.
  var canGoOn: Bool {
    let memory = memory()
    if firstMemory == nil { firstMemory = memory }
    let grown = memory - (firstMemory ?? memory)
    return jobs < mostJobs && memory < limits.memory / 2 && grown < limits.memory / 4
  }

  func begin(_ request: [UInt8]) {
    jobs += 1
    process.send(request)
  }

  /// Kills it. It has no job then, so nothing is lost.
  func end() {
    process.kill()
    _ = process.wait()
  }

  /// Reads answers until one ends the job: whether the worker may be kept. Fails where the worker breaks or passes a limit.
  func listen<Answer: Decodable>(_ take: (Answer) -> WorkProgress) -> Result<Bool, Breakage> {
    // A fresh worker has to load its models first, whatever an input may take.
    var silence = Silence(patience: jobs == 1 ? max(limits.silence, Self.startingSeconds) : limits.silence)
    while true {
      waitForOutput()
      let isOpen = lines.fill(from: process.output)
      if let keeps = hear(take, &silence) { return .success(keeps) }
      if !isOpen { return .failure(ownEnd()) }
      let memory = memory()
      if memory > limits.memory { return .failure(broken(Breakage(.memory, limits.memory))) }
      if silence.isTooLong { return .failure(broken(Breakage(.silence, Int(silence.patience)))) }
    }
  }

  /// Since when it has sent nothing, and how many seconds that may last.
  private struct Silence {
    var start = SuspendingClock.now
    var patience: Double

    var isTooLong: Bool { SuspendingClock.now - start > .seconds(patience) }
  }

  /// Handles the answers that have come: whether the worker may be kept where one of them ends the job, else nil.
  private func hear<Answer: Decodable>(_ take: (Answer) -> WorkProgress, _ silence: inout Silence) -> Bool? {
    while let line = lines.next() {
      silence.start = .now
      if jobs == 1, !hasSpoken { silence.patience = limits.silence }
      hasSpoken = true
      guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(line)) else {
        errors.append(line)
        continue
      }
      switch take(answer) {
      case .goesOn: continue
      case .hasPages(let pages): silence.patience = limits.silence + Double(pages)
      case .ended(let keeps): return keeps
      }
    }
    return nil
  }

  /// Why it ended by itself.
  private func ownEnd() -> Breakage {
    // The kernel counts the memory of the parent, too, from before the program was loaded into the process.
    var end = process.wait()
    if mostMemory < limits.memory / 2 { end.mostMemory = mostMemory }
    return Breakage(end, limits: limits, errors: errors.text)
  }

  /// Bytes of main memory that it holds: looked up ten times a second at most, since a small text takes less than that.
  private func memory() -> Int {
    let now = SuspendingClock.now
    if let last = lastLook, now - last.moment < .milliseconds(100) { return last.memory }
    let memory = process.memory
    lastLook = (now, memory)
    mostMemory = max(mostMemory, memory)
    return memory
  }

  private func broken(_ breakage: Breakage) -> Breakage {
    end()
    return breakage
  }

  /// Waits for output, a tenth of a second at most, since memory has to be looked at.
  private func waitForOutput() {
    var watched = [pollfd(fd: process.output, events: Int16(POLLIN), revents: 0)]
    if areErrorsOpen { watched.append(pollfd(fd: process.errors, events: Int16(POLLIN), revents: 0)) }
    poll(&watched, nfds_t(watched.count), 100)
    if watched.count > 1, watched[1].revents != 0 {
      areErrorsOpen = errors.fill(from: process.errors)
      errors.keepLast(4096)
    }
  }
}
