import DocumentModel
import Foundation
import SampleDocuments
import Synchronization
import Testing

@testable import Workers

/// A shell script plays the worker: each job is the name of what it does.
@Suite struct WorkerPoolTests {
  private static let script = """
    read setup
    while read job; do
      case "$job" in
        wide*) ;;
        good) echo '"done"' ;;
        echo) echo "\\"$setup\\""; echo '"done"' ;;
        silent) echo '"ready"'; sleep 60 & wait ;;
        crash) echo 'at the end of its wits' >&2; kill -SEGV $$ ;;
        leaves) exit 3 ;;
        killed) kill -KILL $$ ;;
        slow) kill -XCPU $$ ;;
        noise) echo 'no answer at all'; echo '"done"' ;;
        hungry) hungry=$(head -c 300000000 /dev/zero | tr '\\0' x); sleep 9; echo '"done"' ;;
        child) sleep 100 & echo "\\"child $!\\""; echo '"done"' ;;
        waits) echo '"waiting"'; while read more; do echo "\\"$more\\""; [ "$more" = stop ] && break; done; echo '"done"' ;;
      esac
    done
    """

  private final class Jobs: Work {
    typealias Answer = String
    struct State {
      var jobs: [String]
      var heard: [String] = []
      var lost: [Breakage] = []
    }
    let state: Mutex<State>
    let tries: Int
    let stopping = Array("stop\n".utf8)

    init(_ jobs: [String], tries: Int = 1) {
      state = Mutex(State(jobs: jobs))
      self.tries = tries
    }

    func next() -> String? { state.withLock { $0.jobs.isEmpty ? nil : $0.jobs.removeFirst() } }
    func request(_ job: String) -> [UInt8] { Array((job + "\n").utf8) }
    func widening(to width: Int) -> [UInt8] { Array("wide \(width)\n".utf8) }
    func handle(_ answer: String, to job: String) -> WorkProgress {
      state.withLock { $0.heard.append("\(job): \(answer)") }
      return answer == "done" ? .ended(keepsWorker: true) : .goesOn
    }
    func triesAgain(_ job: String, after breakage: Breakage, attempt: Int, wasFresh: Bool) -> Bool {
      state.withLock { $0.lost.append(breakage) }
      return attempt < tries
    }
  }

  /// Beside many others a test may wait for minutes for its turn; no worker is to be killed for silence meanwhile.
  private static let patient = WorkerLimits(silence: 900, memory: 1 << 30)

  private func run(
    _ jobs: Jobs, count: Int = 1, limits: WorkerLimits = patient, mostJobs: Int = 50
  ) async -> Jobs.State {
    let pool = WorkerPool(program(mostJobs), count: count, limits: limits, work: jobs)
    await pool.run()
    return jobs.state.withLock { $0 }
  }

  private func program(_ mostJobs: Int = 50) -> WorkerProgram {
    WorkerProgram(
      executable: "/bin/sh", arguments: ["-c", Self.script], setup: Array("hello\n".utf8), mostJobs: mostJobs)
  }

  /// What breaks a worker, and what is said of it; the jobs around it are done.
  @Test(arguments: [
    ("crash", Breakage.Reason.crash, "worker-crashed"), ("leaves", .crash, "worker-crashed"),
    ("killed", .killed, "worker-killed"), ("silent", .silence, "too-slow"),
    ("slow", .processorTime, "too-much-processor-time"), ("hungry", .memory, "too-much-memory"),
  ])
  func aPoisonousJobIsOneFailure(_ job: String, _ reason: Breakage.Reason, _ code: String) async {
    let limits = WorkerLimits(silence: job == "silent" ? 4 : 900, memory: 100 << 20)
    let jobs = Jobs(["good", job, "good", "good"])
    let state = await run(jobs, limits: limits)
    #expect(state.lost.map(\.reason) == [reason])
    #expect(state.lost.first?.failure(of: "x.pdf").message.code == code)
    #expect(state.heard.filter { $0 == "good: done" }.count == 3)
  }

  @Test func theLastWordsOfACrashAreKept() async {
    let state = await run(Jobs(["crash"]))
    #expect(state.lost.first?.lastWords == "at the end of its wits" && state.lost.first?.number == Int(SIGSEGV))
  }

  @Test func aLostJobIsTriedAgainWhileItIsAskedFor() async {
    #expect(await run(Jobs(["killed", "good"], tries: 3)).lost.count == 3)
  }

  @Test func whatIsNoAnswerIsPassedOver() async {
    let state = await run(Jobs(["noise", "echo"]))
    #expect(state.heard == ["noise: done", "echo: hello", "echo: done"] && state.lost.isEmpty)
  }

  @Test func aProgramThatIsNotThereIsSaid() async {
    let program = WorkerProgram(executable: "/no/such/program", arguments: [], setup: [])
    let jobs = Jobs(["good"], tries: 2)
    await WorkerPool(program, count: 2, limits: Self.patient, work: jobs).run()
    #expect(jobs.state.withLock { $0.lost.map(\.reason) } == [.start, .start])
  }

  private func wait(for jobs: Jobs, _ isReady: (Jobs.State) -> Bool) async throws {
    while !jobs.state.withLock({ isReady($0) }) { try await Task.sleep(for: .milliseconds(5)) }
  }

  /// The places of idle workers go to the one that is still at work.
  @Test func theLastJobGetsAllPlaces() async throws {
    let jobs = Jobs(["waits"])
    let pool = WorkerPool(program(), count: 3, limits: Self.patient, work: jobs)
    async let ended: Void = pool.run()
    try await wait(for: jobs) { $0.heard.contains("waits: wide 3") }
    pool.stop()
    await ended
    #expect(jobs.state.withLock { $0.heard.suffix(2) } == ["waits: stop", "waits: done"])
  }

  @Test func stoppingGivesOutNoMoreJobs() async throws {
    let jobs = Jobs(["waits", "good", "good"])
    let pool = WorkerPool(program(), count: 1, limits: Self.patient, work: jobs)
    async let ended: Void = pool.run()
    try await wait(for: jobs) { !$0.heard.isEmpty }
    pool.stop()
    await ended
    #expect(jobs.state.withLock { $0.jobs.count } == 2)
  }

  @Test func killingEndsAtOnce() async throws {
    let jobs = Jobs(["silent", "good"], tries: 5)
    let pool = WorkerPool(program(), count: 1, limits: Self.patient, work: jobs)
    async let ended: Void = pool.run()
    try await wait(for: jobs) { $0.jobs.count <= 1 }
    pool.kill()
    await ended
    #expect(jobs.state.withLock { $0.lost.map(\.reason) } == [.abandoned])
  }

  /// What a worker started ends with it.
  @Test func childrenOfAWorkerDoNotOutliveIt() async throws {
    let state = await run(Jobs(["child"]))
    let words = try #require(state.heard.first).split(separator: " ")
    let child = try #require(words.last.flatMap { Int32($0) })
    // Once killed it is gone, or waits for whoever inherited it to notice; the signal takes a moment.
    var isGone = false
    for _ in 0..<500 where !isGone {
      let status = (try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)) ?? "0 (sleep) Z"
      isGone = status.contains(") Z")
      if !isGone { try await Task.sleep(for: .milliseconds(10)) }
    }
    #expect(isGone)
  }

  @Test func aWorkerIsReplacedAfterItsShareOfJobs() async {
    let jobs = Jobs(Array(repeating: "echo", count: 6))
    #expect(await run(jobs, mostJobs: 2).heard.count == 12)
  }
}
