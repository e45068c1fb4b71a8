internal import DocumentModel
internal import Foundation

extension Breakage: Error {}

/// One worker process and what is known of it. Used by one thread.
final class Worker {
  let process: ChildProcess
  private let limits: WorkerLimits
  private let mostJobs: Int
  private var jobs = 0
  private var hasSpoken = false
  /// The most main memory that was seen.
  private var mostMemory = 0
  private var lastLook: (moment: SuspendingClock.Instant, memory: Int)?
  private static let startingSeconds = 60.0
  private var lines = LineBuffer(), errors = LineBuffer()
  private var areErrorsOpen = true
  /// Main memory after the first job: what is held from job to job.
  private var firstMemory: Int?

  init(_ program: WorkerProgram, _ limits: WorkerLimits) throws(Failure) {
    process = try ChildProcess(program.executable, program.arguments)
    self.limits = limits
    mostJobs = program.mostJobs
    process.send(program.setup)
  }

  /// Whether it is as good as a fresh one: not too old, and not grown.
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

  /// It has nothing in hand: there is nothing that it could lose.
  func end() {
    process.kill()
    _ = process.wait()
  }

  /// Hears answers until one ends the job, or the worker breaks, or a limit ends it.
  func listen<Answer: Decodable>(_ take: (Answer) -> WorkProgress) -> Result<Bool, Breakage> {
    let clock = SuspendingClock()
    // A fresh worker has to load its models first, whatever an input may take.
    var lastSign = clock.now, patience = jobs == 1 ? max(limits.silence, Self.startingSeconds) : limits.silence
    while true {
      waitForOutput()
      let isOpen = lines.fill(from: process.output)
      while let line = lines.next() {
        lastSign = clock.now
        if jobs == 1, !hasSpoken { patience = limits.silence }
        hasSpoken = true
        guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(line)) else {
          errors.append(line)
          continue
        }
        switch take(answer) {
        case .goesOn: continue
        case .hasPages(let pages): patience = limits.silence + Double(pages)
        case .ended(let keeps): return .success(keeps)
        }
      }
      if !isOpen {
        // What the kernel counted holds our own memory, too, from before the program was loaded into the process.
        var end = process.wait()
        if mostMemory < limits.memory / 2 { end.mostMemory = mostMemory }
        return .failure(Breakage(end, limits: limits, errors: errors.text))
      }
      let memory = memory()
      if memory > limits.memory { return .failure(broken(Breakage(.memory, limits.memory))) }
      if clock.now - lastSign > .seconds(patience) { return .failure(broken(Breakage(.silence, Int(patience)))) }
    }
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

  /// A tenth of a second at most: memory has to be looked at.
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
