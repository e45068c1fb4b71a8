public import DocumentModel
internal import GRDB

extension Archive {
  /// How far digitization has come at the end of a day.
  ///
  /// - Throws: a `Failure` where there is no such baseline, and where the archive cannot be read.
  public func progress(_ query: ProgressQuery) throws(Failure) -> ProgressReport {
    try reading { db in
      let moment = VietnamDay.end(of: query.asOf)
      let baseline = try Self.baseline(named: query.baseline, before: moment, in: db)
      let predicate = baseline?.predicate ?? query.predicate
      let loader = StateLoader(
        db: db, baseline: baseline?.id, predicate: predicate, moment: moment, before: moment - ProgressMaker.period)
      let loaded = try loader.load()
      return try ProgressMaker(query: query, loaded: loaded, moment: moment)
        .report(baseline: baseline, predicate: predicate, in: db)
    }
  }

  /// Freezes a scope: the dossiers that a predicate holds for now, with the day and who approved it.
  ///
  /// - Throws: a `Failure` where a baseline has this name already, and where the archive cannot be written.
  @discardableResult
  public func freezeBaseline(
    named name: String, predicate: ScopePredicate, approvedBy: String, at moment: Int
  ) throws(Failure) -> Baseline {
    try writing { db in
      let isTaken = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM baseline WHERE name = ?)", arguments: [name])
      if isTaken == true { throw Failure(.badArguments, .baselineExists(name)) }
      try BaselineWriter(db: db).freeze(name, predicate, approvedBy: approvedBy, at: moment)
      guard let baseline = try Self.baseline(named: name, before: .max, in: db) else {
        throw Failure(.internalError, .noSuchBaseline(name))
      }
      return baseline
    }
  }

  /// The newest baseline of that name, or of any name; nil where no name was given and the archive has no baseline.
  static func baseline(named name: String?, before moment: Int, in db: Database) throws -> Baseline? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT *, (SELECT COUNT(*) FROM baselineDossier WHERE baselineId = baseline.id) AS dossiers FROM baseline
        WHERE (?1 IS NULL AND frozenAt <= ?2) OR name = ?1 ORDER BY id DESC LIMIT 1
        """, arguments: [name, moment])
    guard let row else {
      if let name { throw Failure(.badArguments, .noSuchBaseline(name)) }
      return nil
    }
    return Baseline(
      id: row["id"], name: row["name"], predicate: try BaselineWriter.decode(row["predicate"]),
      frozenAt: row["frozenAt"], approvedBy: row["approvedBy"], dossiers: row["dossiers"],
      pages: try BaselineWriter.decode(row["totals"]))
  }
}

/// Makes a report of what was loaded.
private struct ProgressMaker {
  let query: ProgressQuery
  let loaded: StateLoader.Loaded
  let moment: Int

  /// What “before” means in a report.
  static let period = 30 * 86400

  func report(baseline: Baseline?, predicate: ScopePredicate, in db: Database) throws -> ProgressReport {
    let scope = loaded.dossiers.filter { $0.standing == .inScope }
    let paper = loaded.uncounted.filter { $0.standing == .inScope }
    let all = group("", scope, paper)
    let headline = all.ratio(query.stage, .page)
    return ProgressReport(
      asOf: query.asOf, grouping: query.grouping, predicate: predicate, baseline: baseline, target: query.target,
      until: query.until, stage: query.stage, verdict: headline.map { Verdict($0, target: query.target) } ?? .undecided,
      all: all,
      groups: groups(scope, paper, by: query.grouping), years: groups(scope, paper, by: .year),
      additions: group("", standing(.added), []),
      secret: group("", standing(.secret), []), bornDigital: group("", standing(.bornDigital), []),
      outside: standing(.outside).count, undetermined: standing(.undetermined).count,
      forecast: forecast(scope, headline), series: series(scope), quality: try Self.quality(in: db),
      acceptance: try Archive.samples(in: db).first { $0.checked > 0 },
      openConflicts: try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM conflict WHERE status = 'open'") ?? 0,
      unlistedPages: try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM page WHERE itemId IS NULL") ?? 0,
      packages: query.tellsPackages ? try PackageSummary(of: db) : nil)
  }

  private func standing(_ standing: DossierState.Standing) -> [DossierState] {
    loaded.dossiers.filter { $0.standing == standing }
  }

  private func group(_ name: String, _ dossiers: [DossierState], _ paper: [UncountedPaper]) -> ProgressReport.Group {
    let lines = PageStage.allCases.dropFirst().flatMap { stage in
      ProgressUnit.allCases.map { unit in
        ProgressReport.Line(
          stage: stage, unit: unit, ratio: ProgressSum.ratio(stage, in: unit, of: dossiers, and: paper, asOf: moment),
          before: ProgressSum.ratio(stage, in: unit, of: dossiers, and: paper, asOf: moment - Self.period).mid)
      }
    }
    return ProgressReport.Group(
      name: name, dossiers: dossiers.count, lines: lines, uncountedMetres: paper.reduce(0) { $0 + $1.metres })
  }

  private func groups(
    _ dossiers: [DossierState], _ paper: [UncountedPaper], by grouping: ProgressQuery.Grouping
  ) -> [ProgressReport.Group] {
    func name(_ dossier: DossierState) -> String {
      switch grouping {
      case .fonds: dossier.fonds
      case .unit: dossier.unit
      case .year: dossier.year
      }
    }
    func name(_ paper: UncountedPaper) -> String {
      switch grouping {
      case .fonds: paper.fonds
      case .unit: paper.unit
      case .year: ""
      }
    }
    let byName = Dictionary(grouping: dossiers, by: name), papers = Dictionary(grouping: paper, by: name)
    return Set(byName.keys).union(papers.keys).sorted().map { group($0, byName[$0] ?? [], papers[$0] ?? []) }
  }

  // MARK: - Over time

  private func gains(_ dossiers: [DossierState], _ stage: PageStage) -> [(day: Int, pages: Double)] {
    dossiers.compactMap { dossier in
      guard dossier.stage(asOf: moment) >= stage,
        let last = dossier.reachedAt.prefix(stage.rawValue).compactMap({ $0 }).max(),
        let day = VietnamDay.day(of: last)
      else { return nil }
      let pages = dossier.weight(in: .page)
      return (day.dayNumber, pages.isKnown ? pages.mid : pages.low)
    }
  }

  private func forecast(_ scope: [DossierState], _ headline: Ratio?) -> Forecast? {
    guard let headline, let mid = headline.mid, mid > 0 || headline.counted > 0 else { return nil }
    let whole = mid > 0 ? headline.reached / mid : headline.counted
    return Forecast(
      gains: gains(scope, query.stage), today: query.asOf.dayNumber,
      missing: query.target * whole - headline.reached, until: query.until?.dayNumber)
  }

  /// Sums by week, from the first page on.
  private func series(_ scope: [DossierState]) -> [ProgressReport.Point] {
    let reached = gains(scope, query.stage), scanned = gains(scope, .scanned)
    let today = query.asOf.dayNumber
    guard let first = (reached + scanned).map(\.day).min(), first <= today else { return [] }
    // Of many years, months: a chart is no wider for it.
    let step = today - first > 7 * 160 ? 30 : 7
    let days = Array(stride(from: today, through: first - step, by: -step)).reversed()
    return days.compactMap { day in
      guard let date = CalendarDate(dayNumber: day) else { return nil }
      func sum(_ gains: [(day: Int, pages: Double)]) -> Double {
        gains.reduce(0) { $1.day <= day ? $0 + $1.pages : $0 }
      }
      return ProgressReport.Point(day: date, reached: sum(reached), scanned: sum(scanned))
    }
  }

  private static func quality(in db: Database) throws -> ProgressReport.Quality {
    let rejected = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM page WHERE rejected NOT NULL") ?? 0
    // Whoever passed the stage of images or verified the page has seen it; the program's own grade is no check.
    let isSeen = """
      rejected NOT NULL OR EXISTS (SELECT 1 FROM stageEvent
        WHERE pageId = page.id AND stageEvent.stage IN (2, 5) AND who <> '\(PageKeeper.program)')
      """
    let checked = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM page WHERE \(isSeen)") ?? 0
    let graded = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM page WHERE stage >= 2 AND NOT (\(isSeen))") ?? 0
    let interval = checked > 0 ? WilsonInterval(wrong: rejected, of: checked) : nil
    return ProgressReport.Quality(
      checked: checked, rejected: rejected, graded: graded, rate: interval?.share, low: interval?.low,
      high: interval?.high)
  }
}
