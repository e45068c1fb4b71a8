/// A share of a whole that may not be counted through: `low` is sure to be reached, `high` cannot be exceeded.
public struct Ratio: Hashable, Codable, Sendable {
  /// What has reached the stage.
  public var reached: Double
  /// The part of the whole that was counted or declared.
  public var counted: Double
  /// The part of the whole that is only estimated; nil where nothing bounds it.
  public var estimatedLow: Double
  public var estimatedHigh: Double?
  public var low: Double?
  public var mid: Double?
  public var high: Double?
  /// Share of the whole that was counted; nil where the rest cannot even be guessed.
  public var coverage: Double?
  /// How many dossiers have no count at all.
  public var unknown: Int
}

/// Paper that is not arranged yet: its length only.
struct UncountedPaper: Hashable, Sendable {
  var metres: Double
  var standing = DossierState.Standing.inScope
  var fonds = ""
  var unit = ""

  func weight(in unit: ProgressUnit) -> Weight {
    switch unit {
    case .dossier: Conversion.dossiersPerMetre.weight(metres)
    case .document: Conversion.documentsPerMetre.weight(metres)
    case .sheet: Conversion.sheetsPerMetre.weight(metres)
    case .page: Conversion.pagesPerMetre.weight(metres)
    case .metre: .known(metres, .declared)
    }
  }
}

/// Sums counts into shares: pure arithmetic, checked against an independent computation in the tests.
enum ProgressSum {
  /// The share of a unit that has reached a stage, at a moment.
  static func ratio(
    _ stage: PageStage, in unit: ProgressUnit, of dossiers: [DossierState], and uncounted: [UncountedPaper] = [],
    asOf moment: Int
  ) -> Ratio {
    var sum = Sums()
    for dossier in dossiers {
      let isReached = dossier.stage(asOf: moment) >= stage
      if !isReached, let parts = dossier.parts(reaching: stage, in: unit, asOf: moment) {
        sum.add(parts.reached, isReached: true)
        sum.add(parts.rest, isReached: false, isRest: true)
      } else {
        sum.add(dossier.weight(in: unit), isReached: isReached)
      }
    }
    for paper in uncounted { sum.add(paper.weight(in: unit), isReached: false) }
    return sum.ratio
  }

  private struct Sums {
    var reachedLow = 0.0, reachedMid = 0.0, reachedHigh = 0.0
    var restLow = 0.0, restMid = 0.0, restHigh = 0.0
    var counted = 0.0, countedDossiers = 0
    var estimatedLow = 0.0, estimatedMid = 0.0, estimatedHigh = 0.0
    var unknownReached = 0, unknownRest = 0

    /// Adds a dossier, or the rest of one of which a part was added before.
    mutating func add(_ weight: Weight, isReached: Bool, isRest: Bool = false) {
      let isUnknown = weight.basis == .unknown
      let mid = isUnknown ? 0 : weight.mid
      if isReached {
        (reachedLow, reachedMid, reachedHigh) = (reachedLow + weight.low, reachedMid + mid, reachedHigh + weight.high)
        unknownReached += isUnknown ? 1 : 0
      } else {
        (restLow, restMid, restHigh) = (restLow + weight.low, restMid + mid, restHigh + weight.high)
        unknownRest += isUnknown ? 1 : 0
      }
      if weight.isKnown {
        counted += weight.mid
        countedDossiers += isRest ? 0 : 1
      } else {
        (estimatedLow, estimatedMid, estimatedHigh) =
          (estimatedLow + weight.low, estimatedMid + mid, estimatedHigh + weight.high)
      }
    }

    /// The count that stands for a dossier without one: the average of those that were counted. Nil where no dossier
    /// was counted.
    private var average: Double? { countedDossiers > 0 ? counted / Double(countedDossiers) : nil }

    /// A share grows with what is reached and shrinks with what is left, so the ends of both give its ends.
    private static func share(_ reached: Double, of rest: Double) -> Double? {
      if reached.isInfinite { return rest.isInfinite ? nil : 1 }
      return rest.isInfinite ? 0 : reached + rest > 0 ? reached / (reached + rest) : nil
    }

    var ratio: Ratio {
      let unknown = unknownReached + unknownRest
      let guess = unknown == 0 ? 0 : average
      let reached = guess.map { reachedMid + $0 * Double(unknownReached) }
      let rest = guess.map { restMid + $0 * Double(unknownRest) }
      let whole = guess.map { counted + estimatedMid + $0 * Double(unknown) }
      return Ratio(
        reached: reachedMid, counted: counted, estimatedLow: estimatedLow,
        estimatedHigh: estimatedHigh.isFinite ? estimatedHigh : nil, low: Self.share(reachedLow, of: restHigh),
        mid: reached.flatMap { reached in rest.flatMap { Self.share(reached, of: $0) } },
        high: Self.share(reachedHigh, of: restLow), coverage: whole.flatMap { $0 > 0 ? counted / $0 : nil },
        unknown: unknown)
    }
  }
}

/// What can be said of a target.
public enum Verdict: String, Codable, Sendable {
  case met
  case notMet = "not-met"
  /// Too much of the whole is not counted: `chưa đủ căn cứ khẳng định đạt/không đạt`.
  case undecided

  /// Below this coverage only what holds at both ends is said.
  static let leastCoverage = 0.9

  init(_ ratio: Ratio, target: Double) {
    if let low = ratio.low, low >= target {
      self = .met
    } else if let high = ratio.high, high < target {
      self = .notMet
    } else if let coverage = ratio.coverage, coverage >= Self.leastCoverage, let mid = ratio.mid {
      self = mid >= target ? .met : .notMet
    } else {
      self = .undecided
    }
  }
}
