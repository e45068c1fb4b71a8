/// What the workers of a pool are to do, and what becomes of it. Its methods are called from the pool's threads.
public protocol Work<Job>: Sendable {
  associatedtype Job: Sendable
  /// What a worker says on a line: on the way, or at the end of a job.
  associatedtype Answer: Decodable & Sendable

  /// The next job; nil when there is none left. It is asked for by one thread at a time, and only when a worker is free, so
  /// that the jobs need not be held in memory.
  func next() -> Job?
  /// The line that gives a worker a job.
  func request(_ job: Job) -> [UInt8]
  /// The line that tells a worker how many pages it may read at the same time.
  func widening(to width: Int) -> [UInt8]
  /// The line that asks a worker to end its job at the next page.
  var stopping: [UInt8] { get }

  /// Takes note of what a worker answered to a job, and says what that means for the worker.
  func handle(_ answer: Answer, to job: Job) -> WorkProgress
  /// Decides about a job over which the worker broke.
  ///
  /// - Parameters:
  ///   - job: the job that the worker had.
  ///   - breakage: what became of the worker.
  ///   - attempt: 1 for the first time that the job was tried.
  ///   - wasFresh: the worker had done no other job before.
  /// - Returns: whether the job is to be tried again, in a fresh worker.
  func triesAgain(_ job: Job, after breakage: Breakage, attempt: Int, wasFresh: Bool) -> Bool
}

/// What an answer means for the worker.
public enum WorkProgress: Sendable, Hashable {
  /// The job goes on.
  case goesOn
  /// The job goes on, and is now known to have this many pages: a second more for each may pass without progress.
  case hasPages(Int)
  /// The job has ended; says whether the worker is kept for the next one.
  case ended(keepsWorker: Bool)
}

/// How workers are started.
public struct WorkerProgram: Sendable {
  public var executable: String
  public var arguments: [String]
  /// The first lines that every worker is given.
  public var setup: [UInt8]
  /// Jobs after which a worker is replaced by a fresh one, so that what leaks in a library does not add up.
  public var mostJobs: Int

  public init(executable: String, arguments: [String], setup: [UInt8], mostJobs: Int = 500) {
    self.executable = executable
    self.arguments = arguments
    self.setup = setup
    self.mostJobs = mostJobs
  }
}
