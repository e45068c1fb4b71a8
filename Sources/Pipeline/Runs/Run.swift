internal import Archive
public import DocumentModel
internal import Intake
public import PageReading
internal import Restoration
internal import Structure
internal import Tasks

/// How a run is to be made.
public struct RunSettings: Sendable, Codable {
  public var output: String
  /// Pages recognised at the same time.
  public var jobs: Int
  public var formats: Set<OutputFormat>
  /// Of the headings in what is written for people.
  public var language: Language
  /// Where the restoration model and the vocabularies are.
  public var models: String
  /// The archive's file; nil for none.
  public var archive: String?
  public var reading: ReadingSettings

  public init(
    output: String, jobs: Int, formats: Set<OutputFormat>, language: Language, models: String, archive: String? = nil,
    reading: ReadingSettings = ReadingSettings()
  ) {
    self.output = output
    self.jobs = jobs
    self.formats = formats
    self.language = language
    self.models = models
    self.archive = archive
    self.reading = reading
  }
}

/// What a run is at, for a progress bar.
public struct RunProgress: Sendable {
  public var inputs: Int
  public var inputsDone: Int
  public var pagesDone: Int
  public var current: String
}

/// Inputs → records and files: the whole way, in this process. `BatchRun` does the same in processes of their own.
public struct Run: Sendable {
  private let settings: RunSettings
  private let stages: InputStages
  private let archive: Archive?

  /// Loads the models and opens the archive. Fails where one is missing or damaged.
  public init(settings: RunSettings) throws(Failure) {
    self.settings = settings
    stages = try InputStages(settings)
    if let path = settings.archive { archive = try Archive(path: path) } else { archive = nil }
  }

  /// Processes every input; a bad one is reported and the rest go on.
  public func process(
    _ paths: [String], progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
  ) async -> RunReport {
    let clock = ContinuousClock(), start = clock.now
    let (inputs, rejections) = InputFinder(excluding: settings.output).inputs(at: paths)
    let pool = RecognitionPool(width: settings.jobs, languages: settings.reading.languages)
    defer { pool.close() }
    let (inputsDone, pagesDone) = (Counter(), Counter())
    progress(RunProgress(inputs: inputs.count, inputsDone: 0, pagesDone: 0, current: ""))
    let reports = await mapped(inputs, width: settings.jobs) { input in
      let report = await process(input, pool: pool) { _, _ in
        _ = pagesDone.increment()
        progress(
          RunProgress(
            inputs: inputs.count, inputsDone: inputsDone.value, pagesDone: pagesDone.value, current: input.name))
      }
      let done = inputsDone.increment()
      progress(
        RunProgress(inputs: inputs.count, inputsDone: done, pagesDone: pagesDone.value, current: input.name))
      return report
    }
    let refused = rejections.map { InputReport(path: $0.path, name: "", failure: $0.failure, seconds: 0) }
    return RunReport(inputs: reports + refused, seconds: (clock.now - start).inSeconds)
  }

  private func process(
    _ input: Input, pool: RecognitionPool, onPage: @escaping @Sendable (Int, Int) -> Void
  ) async -> InputReport {
    let events = InputProcessor.Events(onPage: onPage)
    let job = InputJob(settings: settings, stages: stages, pool: pool, gate: PageGate(width: settings.jobs))
    let made = await job.process(input, events: events)
    do throws(Failure) {
      if let kept = made.kept { try archive?.keep(kept) }
      return made.report
    } catch {
      return InputReport(path: input.path, name: input.name, failure: error, seconds: made.report.seconds)
    }
  }
}
