public import DocumentModel

/// What a progress report is asked for.
public struct ProgressQuery: Sendable {
  public enum Grouping: String, Codable, Sendable, CaseIterable { case fonds, unit, year }

  /// The end of this day, in Vietnam.
  public var asOf: CalendarDate
  public var grouping: Grouping
  /// Nil for the newest baseline; without any, `predicate` is used as it stands.
  public var baseline: String?
  public var predicate: ScopePredicate
  /// 0…1.
  public var target: Double
  public var until: CalendarDate?
  /// The stage that the target is of: recognised and indexed where nothing else is said.
  public var stage: PageStage
  /// Whether packages are told as well. To know which are stale every packed dossier is read.
  public var tellsPackages: Bool

  public init(
    asOf: CalendarDate, grouping: Grouping = .fonds, baseline: String? = nil,
    predicate: ScopePredicate = ScopePredicate(), target: Double = 0.3, until: CalendarDate? = nil,
    stage: PageStage = .indexed, tellsPackages: Bool = false
  ) {
    self.tellsPackages = tellsPackages
    self.stage = stage
    self.asOf = asOf
    self.grouping = grouping
    self.baseline = baseline
    self.predicate = predicate
    self.target = target
    self.until = until
  }
}

/// How far the digitization of an archive has come, with everything that a reader needs to judge the numbers.
public struct ProgressReport: Hashable, Codable, Sendable {
  public struct Line: Hashable, Codable, Sendable {
    public var stage: PageStage
    public var unit: ProgressUnit
    public var ratio: Ratio
    /// 30 days before.
    public var before: Double?
  }

  public struct Group: Hashable, Codable, Sendable {
    public var name: String
    public var dossiers: Int
    /// Every stage in every unit.
    public var lines: [Line]
    public var uncountedMetres: Double

    public func ratio(_ stage: PageStage, _ unit: ProgressUnit) -> Ratio? {
      lines.first { $0.stage == stage && $0.unit == unit }?.ratio
    }
  }

  public struct Point: Hashable, Codable, Sendable {
    public var day: CalendarDate
    /// Pages of dossiers that have the target's stage, and that are scanned.
    public var reached: Double
    public var scanned: Double
  }

  public struct Quality: Hashable, Codable, Sendable {
    /// Pages that a person has looked at, and those that were sent back.
    public var checked: Int
    public var rejected: Int
    /// Pages whose images only the program has graded, as good enough.
    public var graded: Int
    public var rate: Double?
    /// Wilson's interval at 95 %.
    public var low: Double?
    public var high: Double?
  }

  public var asOf: CalendarDate
  public var grouping: ProgressQuery.Grouping
  public var predicate: ScopePredicate
  /// Nil where the scope was not frozen.
  public var baseline: Baseline?
  public var target: Double
  public var until: CalendarDate?
  /// The stage that the target is of.
  public var stage: PageStage
  public var verdict: Verdict
  public var all: Group
  public var groups: [Group]
  /// The same by year, whatever `groups` are by.
  public var years: [Group]
  /// Added after the baseline.
  public var additions: Group
  public var secret: Group
  public var bornDigital: Group
  public var outside: Int
  public var undetermined: Int
  public var forecast: Forecast?
  /// By week.
  public var series: [Point]
  public var quality: Quality
  /// The newest sample of accepted pages that somebody has looked at; nil where there is none.
  public var acceptance: Sample?
  public var openConflicts: Int
  /// Scanned pages of documents that no inventory lists.
  public var unlistedPages: Int
  /// Of the whole archive, as it stands now and not at `asOf`; nil where it was not asked for.
  public var packages: PackageSummary?
}

/// A scope that was frozen: which dossiers, by which predicate, when, by whom.
public struct Baseline: Hashable, Codable, Sendable {
  public var id: Int64
  public var name: String
  public var predicate: ScopePredicate
  public var frozenAt: Int
  public var approvedBy: String
  public var dossiers: Int
  /// Pages at the time: what was counted, and the estimate's ends.
  public var pages: Ratio
}
