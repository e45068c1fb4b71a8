internal import Checkpoints
internal import DocumentModel
internal import Intake
internal import Workers

/// A line from the parent to a worker.
enum WorkerRequest: Codable, Sendable {
  /// Once, first of all.
  case setup(WorkerSetup)
  case input(InputRequest)
  /// From now on, this many pages may be read at the same time.
  case widen(Int)
  /// End the input under way at the next page.
  case stop
}

/// What holds for all inputs of a worker.
struct WorkerSetup: Codable, Sendable {
  var settings: RunSettings
  var limits: WorkerLimits
  var keys: StageKeys
  /// Where artefacts are kept.
  var artefacts: String
  /// Artefacts of earlier runs are not used, and made anew.
  var ignoresKept: Bool
  /// What people decided about pages, by their file's SHA-256; of few files in an archive.
  var decisions: [String: PageDecisions]
}

/// One input that a worker is to take through all stages.
struct InputRequest: Codable, Sendable {
  var input: Input
  /// The SHA-256 that the input had when it was finished before; where it still has it, nothing is to be done. Nil where it
  /// was not finished.
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
