public import Workers

/// Which inputs of a batch are worked on.
public enum BatchSelection: String, Sendable, Codable, CaseIterable {
  /// Those that are new or have changed.
  case unfinished
  /// Those and the ones that failed before.
  case withFailed = "with-failed"
  /// The ones that failed before, alone.
  case onlyFailed = "only-failed"
  /// All, as if nothing had been done before; artefacts are made anew.
  case all
}

/// The program that is started as a worker, and its arguments: it must call `InputWorker.serve`.
public struct WorkerCall: Sendable {
  public var executable: String
  public var arguments: [String]

  /// The running program itself, as `sohoa worker`.
  public static let thisProgram = WorkerCall(executable: "/proc/self/exe")

  public init(executable: String, arguments: [String] = ["worker"]) {
    self.executable = executable
    self.arguments = arguments
  }
}

/// How a batch is to be made: a run in processes of their own that keeps what it has done.
public struct BatchSettings: Sendable {
  public var run: RunSettings
  public var limits: WorkerLimits
  public var selection: BatchSelection
  /// Whether a folder that holds the results of other bytes is never written over: a later input of the same name gets a
  /// number. Scanners begin at `scan001` every morning.
  public var keepsAll = false
  public var worker: WorkerCall

  public init(
    run: RunSettings, limits: WorkerLimits, selection: BatchSelection = .unfinished,
    worker: WorkerCall = .thisProgram
  ) {
    self.run = run
    self.limits = limits
    self.selection = selection
    self.worker = worker
  }
}
