public import DocumentModel
public import PageReading

/// How a run is to be made.
public struct RunSettings: Sendable, Codable {
  public var output: String
  /// Pages recognised at the same time.
  public var jobs: Int
  public var formats: Set<OutputFormat>
  /// The language of the headings in what is written for people.
  public var language: Language
  /// The folder of the restoration model and the dictionaries.
  public var models: String
  /// The archive's file; nil where the run has no archive.
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
