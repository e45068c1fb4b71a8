internal import Foundation

/// What one input may take.
public struct WorkerLimits: Codable, Sendable, Hashable {
  /// Seconds without a sign of progress; a second more for every page of the input.
  public var silence: Double
  /// Bytes of main memory.
  public var memory: Int

  public init(silence: Double = 600, memory: Int = WorkerLimits.usualMemory(jobs: 1)) {
    self.silence = silence
    self.memory = memory
  }

  /// Four fifths of the machine's memory shared by the workers, at most 4 GiB each: the largest image that is read
  /// unless asked otherwise (100 million pixels, in colour) takes 1.3 GiB.
  public static func usualMemory(jobs: Int) -> Int {
    let all = Int(ProcessInfo.processInfo.physicalMemory)
    return max(1 << 30, min(4 << 30, all / 5 * 4 / max(1, jobs)))
  }
}

/// Limits that a worker sets for itself; the kernel holds it to them.
public enum OwnLimits {
  /// Those that do not change from input to input: memory, open files, no core dumps.
  ///
  /// The parent watches main memory ten times a second. The limit on address space stops what grows faster than that; it is
  /// 4 GiB higher, since maps and stacks count, too.
  public static func set(_ limits: WorkerLimits) {
    lower(RLIMIT_AS, to: limits.memory + (4 << 30))
    lower(RLIMIT_NOFILE, to: 256)
    lower(RLIMIT_CORE, to: 0)
    ignoreWriteSignals()
  }

  /// Ignores `SIGXFSZ` and `SIGPIPE`: a file that grows too large and a pipe that nobody reads are then errors of writing,
  /// with a message, and do not end the process.
  public static func ignoreWriteSignals() {
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
  }

  /// Sets what the next input may take.
  ///
  /// - Parameters:
  ///   - seconds: of processor time, all threads together.
  ///   - output: bytes of any one file that is written.
  public static func allow(seconds: Double, output: Int) {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    let used = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    lower(RLIMIT_CPU, to: used + Int(seconds.rounded(.up)) + 1)
    lower(RLIMIT_FSIZE, to: output)
  }

  /// Sets the soft limit, never above the hard one: it may have to be raised again for the next input.
  private static func lower(_ resource: __rlimit_resource, to value: Int) {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = min(rlim_t(value), limit.rlim_max)
    setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
  }
}
