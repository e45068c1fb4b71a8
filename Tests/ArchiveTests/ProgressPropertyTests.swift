import Foundation
import SampleDocuments
import Testing

@testable import Archive

/// Percentages against a computation that shares no code with them: every bound is sought by trying all the values
/// that a count may have, instead of summing ends.
@Suite struct ProgressPropertyTests {
  private func dossier(_ random: inout SeededGenerator) -> DossierState {
    func maybe(_ range: ClosedRange<Int>) -> Int? {
      Bool.random(using: &random) ? Int.random(in: range, using: &random) : nil
    }
    var state = DossierState()
    state.documents = maybe(0...6)
    state.sheets = maybe(0...300)
    state.pages = maybe(0...600)
    state.items = Int.random(in: 0...6, using: &random)
    state.itemsWithoutPages = state.items > 0 && Int.random(in: 0...3, using: &random) == 0 ? 1 : 0
    state.unscannedItems = state.items > 0 ? Int.random(in: 0...1, using: &random) : 0
    state.itemPages = state.items * Int.random(in: 0...40, using: &random)
    let reached = Int.random(in: 0...6, using: &random)
    state.reachedAt = (0..<6).map { $0 < reached ? Int.random(in: 0...100, using: &random) : nil }
    return state
  }

  /// How many pages a dossier may have, told from the rules of the domain note alone: the least, the most, and whether
  /// they are counted.
  private func pages(_ d: DossierState) -> (least: Double, most: Double, isCounted: Bool) {
    let listIsWhole = d.items > 0 && d.itemsWithoutPages == 0 && d.items + 1 >= (d.documents ?? 0)
    if listIsWhole { return (Double(d.itemPages), Double(d.itemPages), true) }
    if let pages = d.pages { return (Double(pages), Double(pages), true) }
    if let sheets = d.sheets { return (Double(sheets), Double(sheets) * 2, false) }
    return (1, .infinity, false)
  }

  private func hasReached(_ d: DossierState, _ stage: Int, _ moment: Int) -> Bool {
    // One more on the cover than in the list is an error of the cover.
    if d.items == 0 || (d.documents ?? 0) > d.items + 1 { return false }
    for index in 0..<stage {
      guard let at = d.reachedAt[index], at <= moment else { return false }
    }
    return true
  }

  @Test func sharesAreWhatAnIndependentComputationSays() {
    for seed in 0..<2000 {
      var random = SeededGenerator(seed: UInt64(seed))
      let dossiers = (0..<Int.random(in: 0...12, using: &random)).map { _ in dossier(&random) }
      let metres = seed % 3 == 0 ? Double(Int.random(in: 0...3, using: &random)) : 0
      let moment = Int.random(in: 0...100, using: &random)
      let stage = Int.random(in: 1...6, using: &random)
      let paper = metres > 0 ? [UncountedPaper(metres: metres)] : []
      let ratio = ProgressSum.ratio(
        PageStage(rawValue: stage) ?? .scanned, in: .page, of: dossiers, and: paper, asOf: moment)
      check(ratio, dossiers, metres, stage, moment, seed)
    }
  }

  private func check(
    _ ratio: Ratio, _ dossiers: [DossierState], _ metres: Double, _ stage: Int, _ moment: Int, _ seed: Int
  ) {
    let sizes = dossiers.map(pages), reached = dossiers.map { hasReached($0, stage, moment) }
    func sum(_ isReached: Bool, _ value: ((least: Double, most: Double, isCounted: Bool)) -> Double) -> Double {
      zip(sizes, reached).filter { $0.1 == isReached }.map { value($0.0) }.reduce(0, +)
    }
    let counted = sizes.filter(\.isCounted).map(\.least).reduce(0, +)
    #expect(ratio.counted == counted, "seed \(seed)")
    #expect(ratio.unknown == sizes.count { $0.most == .infinity }, "seed \(seed)")
    // The least share: what is reached is as small, what is left as great as can be; and the other way round.
    let ends = [
      (sum(true) { $0.least }, sum(false) { $0.most } + metres * 12000, ratio.low),
      (sum(true) { $0.most }, sum(false) { $0.least } + metres * 4000, ratio.high),
    ]
    for (done, rest, found) in ends {
      let expected: Double? =
        done.isInfinite
        ? (rest.isInfinite ? nil : 1) : rest.isInfinite ? 0 : done + rest == 0 ? nil : done / (done + rest)
      #expect(isNear(found, expected), "seed \(seed): \(String(describing: found)) \(String(describing: expected))")
    }
    if let low = ratio.low, let high = ratio.high { #expect(low <= high + 1e-12, "seed \(seed)") }
    if let coverage = ratio.coverage { #expect((0...1 + 1e-12).contains(coverage), "seed \(seed)") }
  }

  private func isNear(_ first: Double?, _ second: Double?) -> Bool {
    guard let first, let second else { return first == nil && second == nil }
    return abs(first - second) < 1e-9
  }

  @Test func moreWorkNeverLowersAShare() {
    for seed in 0..<300 {
      var random = SeededGenerator(seed: UInt64(seed) &+ 99)
      let dossiers = (0..<8).map { _ in dossier(&random) }
      let shares = PageStage.allCases.map {
        ProgressSum.ratio($0, in: .dossier, of: dossiers, asOf: 50).low ?? 0
      }
      #expect(shares == shares.sorted(by: >), "seed \(seed)")
    }
  }

  /// Two of three documents, of two and three pages; the third has six.
  @Test(arguments: [
    (ProgressUnit.dossier, 0.0, 1.0), (.document, 2, 3), (.page, 5, 11), (.sheet, 4, 6),
  ])
  func aPartOfADossierCountsInSmallerUnits(_ unit: ProgressUnit, reached: Double, counted: Double) {
    var state = DossierState()
    (state.items, state.itemPages, state.sheets, state.unscannedItems) = (3, 11, 6, 1)
    state.parts[9] = [.init(documents: 2, pages: 5)] + Array(repeating: .init(), count: 5)
    let ratio = ProgressSum.ratio(.scanned, in: unit, of: [state], asOf: 9)
    #expect(isNear(ratio.reached, reached) && isNear(ratio.counted, counted))
    #expect(isNear(ratio.low, reached / counted) && isNear(ratio.high, reached / counted))
    #expect(ProgressSum.ratio(.recognised, in: unit, of: [state], asOf: 9).reached == 0)
    #expect(ProgressSum.ratio(.scanned, in: unit, of: [state], asOf: 8).reached == 0)
  }

  @Test(arguments: [(3, 3, true), (4, 3, true), (5, 3, false), (1, 0, false)])
  func oneMoreOnTheCoverHoldsNothingBack(documents: Int, items: Int, isScanned: Bool) {
    var state = DossierState()
    (state.documents, state.items, state.reachedAt[0]) = (documents, items, 1)
    #expect((state.stage(asOf: 9) == .scanned) == isScanned)
  }

  @Test func whatIsNotCountedDecidesNothing() {
    var counted = DossierState()
    (counted.items, counted.itemPages, counted.reachedAt) = (1, 400, [1, 1, 1, 1, 1, 1])
    var rest = counted
    (rest.itemPages, rest.reachedAt) = (600, [nil, nil, nil, nil, nil, nil])
    func verdict(metres: Double) -> Verdict {
      let paper = metres > 0 ? [UncountedPaper(metres: metres)] : []
      return Verdict(
        ProgressSum.ratio(.packaged, in: .page, of: [counted, rest], and: paper, asOf: 9), target: 0.3)
    }
    #expect(verdict(metres: 0) == .met)
    #expect(verdict(metres: 0.05) == .undecided)
    #expect(verdict(metres: 1) == .notMet)
    #expect(Verdict(ProgressSum.ratio(.packaged, in: .page, of: [], asOf: 9), target: 0.3) == .undecided)
  }
}
