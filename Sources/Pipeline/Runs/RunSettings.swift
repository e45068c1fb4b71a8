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
  /// How many documents every input is taken to hold.
  public var documents: DocumentsOfFile
  /// Whether a searchable PDF that cannot be marked as PDF/A is refused.
  public var isStrictPDFA: Bool

  public init(
    output: String, jobs: Int, formats: Set<OutputFormat>, language: Language, models: String, archive: String? = nil,
    reading: ReadingSettings = ReadingSettings(), documents: DocumentsOfFile = .auto,
    isStrictPDFA: Bool = false
  ) {
    self.output = output
    self.jobs = jobs
    self.formats = formats
    self.language = language
    self.models = models
    self.archive = archive
    self.reading = reading
    self.documents = documents
    self.isStrictPDFA = isStrictPDFA
  }
}

/// What a run is at, for a progress bar.
public struct RunProgress: Sendable {
  public var inputs: Int
  public var inputsDone: Int
  public var pagesDone: Int
  public var current: String
  /// Inputs for which this run had nothing to do.
  public var inputsPassed = 0
  /// Inputs that this run opened, and the pages that they have.
  public var inputsOpened = 0, pagesOpened = 0

  /// The share of this run's work that is done, 0...1: of the pages, where inputs that nobody has opened yet are taken to
  /// have as many as the others. Nil while that cannot be told.
  public var share: Double? {
    let opened = max(inputsOpened, inputsDone - inputsPassed), all = inputs - inputsPassed
    guard opened > 0, all > 0 else { return nil }
    if pagesOpened == 0 { return Double(inputsDone - inputsPassed) / Double(all) }
    let pages = Double(pagesOpened) * max(1, Double(all) / Double(opened))
    return min(1, Double(pagesDone) / pages)
  }
}
