internal import Checkpoints
internal import DocumentModel
internal import Intake
internal import Workers

/// A line from the parent to a worker.
enum WorkerRequest: Codable, Sendable {
  /// Once, first of all.
  case setup(WorkerSetup)
  case job(WorkerJob)
  /// From now on so many pages at the same time.
  case widen(Int)
  /// End the job at the next page.
  case stop
}

/// What holds for all jobs of a worker.
struct WorkerSetup: Codable, Sendable {
  var settings: RunSettings
  var limits: WorkerLimits
  var keys: StageKeys
  /// Where artefacts are kept.
  var artefacts: String
  /// Artefacts of earlier runs are not believed.
  var ignoresKept: Bool
}

struct WorkerJob: Codable, Sendable {
  var input: Input
  /// The SHA-256 under which the input was finished before: where its bytes are still these, nothing is to be done.
  var finishedAs: String?
}

/// A line from a worker to the parent.
enum WorkerAnswer: Codable, Sendable {
  /// The worker cannot work at all.
  case unfit(exitCode: Int32, message: Message)
  /// The models are loaded.
  case ready
  case opened(pages: Int)
  case page
  /// A stage that takes the input as a whole has ended.
  case stage
  /// The file was touched, but its bytes are as they were.
  case unchanged
  case finished(FinishedInput)
}
