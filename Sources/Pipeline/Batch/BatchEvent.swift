public import Checkpoints
internal import DocumentModel

/// What happens in a batch, for logs.
public enum BatchEvent: Sendable {
  case started(run: Int, inputs: Int)
  /// An input is whole, or failed. Stages in seconds.
  case input(InputReport, stages: [String: Double], keptPages: Int)
  /// A worker broke over an input.
  case workerLost(path: String, reason: String, lastWords: String, triesAgain: Bool)
  case ended(run: Int, RunCounts, seconds: Double, stopped: Bool)
}
