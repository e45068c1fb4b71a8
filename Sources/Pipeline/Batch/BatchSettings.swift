public import Workers

/// Which inputs of a batch are worked on.
public enum BatchSelection: String, Sendable, Codable, CaseIterable {
  /// Those that are new or have changed.
  case unfinished
  /// Those and the ones that failed before.
  case withFailed = "with-failed"
  /// The ones that failed before, alone.
  case onlyFailed = "only-failed"
  /// All, as if nothing had been done before; nothing kept is believed.
  case all
}

/// How a batch is to be made: a run in processes of their own that keeps what it has done.
public struct BatchSettings: Sendable {
  public var run: RunSettings
  public var limits: WorkerLimits
  public var selection: BatchSelection
  /// A folder of the output that holds results of other bytes is never written over: what comes later under the same
  /// name takes a number. Scanners begin at `scan001` every morning.
  public var keepsAll = false
  /// The program that is started as a worker, and what it is told: it must call `InputWorker.serve`.
  public var worker: (executable: String, arguments: [String])

  public init(
    run: RunSettings, limits: WorkerLimits, selection: BatchSelection = .unfinished,
    worker: (executable: String, arguments: [String]) = ("/proc/self/exe", ["worker"])
  ) {
    self.run = run
    self.limits = limits
    self.selection = selection
    self.worker = worker
  }
}
