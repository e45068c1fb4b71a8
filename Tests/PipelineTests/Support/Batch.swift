import SampleDocuments
import Workers

@testable import Pipeline

extension BatchRun {
  /// The way that users go: the built program is started as a worker.
  convenience init(_ settings: RunSettings, selection: BatchSelection = .unfinished) throws {
    try self.init(
      settings: BatchSettings(
        run: settings, limits: WorkerLimits(), selection: selection, worker: WorkerCall(executable: BuiltProgram.path)))
  }
}

extension BatchReport {
  /// What was made of every input, in order.
  var inputs: [InputReport] {
    var inputs: [InputReport] = []
    forEach { inputs.append($0) }
    return inputs
  }

  var failed: [InputReport] { inputs.filter { $0.failure != nil } }
}

extension TemporaryFolder {
  /// Every file below but what a batch keeps to go on.
  func results() throws -> [String] { try files().filter { !$0.contains("/.sohoa/") } }
}
