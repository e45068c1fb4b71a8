/// What workers are to do, and what becomes of it. Its methods are called from the pool's threads.
public protocol Work<Job>: Sendable {
  associatedtype Job: Sendable
  /// What a worker says on a line: on the way, or at the end of a job.
  associatedtype Answer: Decodable & Sendable

  /// The next job; nil when there is none left. Asked by one thread at a time, and only when a worker is free: a queue
  /// that is made as it is asked for takes no memory.
  func next() -> Job?
  /// The line that gives a worker a job.
  func request(_ job: Job) -> [UInt8]
  /// The line that tells a worker how many pages it may read at the same time.
  func widening(to width: Int) -> [UInt8]
  /// The line that asks a worker to end its job at the next page.
  var stopping: [UInt8] { get }

  func take(_ answer: Answer, of job: Job) -> WorkProgress
  /// The worker broke over a job. Returns whether the job is to be tried again, in a fresh worker.
  func lost(_ job: Job, to breakage: Breakage, attempt: Int, wasFresh: Bool) -> Bool
}

/// What an answer means for the worker.
public enum WorkProgress: Sendable, Hashable {
  /// The job goes on.
  case goesOn
  /// The job goes on, and is now known to have so many pages: it may take longer.
  case hasPages(Int)
  /// The job has ended; the worker is kept for the next one, or not.
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
