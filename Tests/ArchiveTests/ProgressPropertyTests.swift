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

  /// How many there may be: the least, the most, and whether they are counted.
  private typealias Size = (least: Double, most: Double, isCounted: Bool)

  /// Told from the rules of the domain note alone.
  private func size(of d: DossierState, in unit: ProgressUnit) -> Size {
    func exactly(_ number: Int) -> Size { (Double(number), Double(number), true) }
    if unit == .document {
      guard let cover = d.documents else { return d.items > 0 ? exactly(d.items) : (1, .infinity, false) }
      return exactly(d.items > 0 && cover - d.items == 1 ? d.items : cover)
    }
    let listIsWhole = d.items > 0 && d.itemsWithoutPages == 0 && d.items + 1 >= (d.documents ?? 0)
    if listIsWhole { return exactly(d.itemPages) }
    if let pages = d.pages { return exactly(pages) }
    if let sheets = d.sheets { return (Double(sheets), Double(sheets) * 2, false) }
    return (1, .infinity, false)
  }

  /// What has reached the stage, and what is left. Of a dossier that has not, some documents may have.
  private func halves(_ d: DossierState, _ unit: ProgressUnit, _ stage: Int, _ moment: Int) -> (done: Size, rest: Size)
  {
    let none: Size = (0, 0, true), whole = size(of: d, in: unit)
    if hasReached(d, stage, moment) { return (whole, none) }
    guard let part = d.parts[moment]?[stage - 1], part.documents > 0 else { return (none, whole) }
    let done = Double(unit == .document ? part.documents : part.pages)
    // A list may be longer than its cover says.
    let all = unit == .document ? max(whole.least, Double(d.items)) : whole.least
    let most = unit == .document ? all : whole.most
    let rest: Size =
      most.isInfinite ? whole : (max(0, all - done), max(0, most - done), whole.isCounted)
    return ((done, done, true), rest)
  }

  private func hasReached(_ d: DossierState, _ stage: Int, _ moment: Int) -> Bool {
    // One more on the cover than in the list is an error of the cover.
    if d.items == 0 || (d.documents ?? 0) > d.items + 1 { return false }
    for index in 0..<stage {
      guard let at = d.reachedAt[index], at <= moment else { return false }
    }
    return true
  }

  /// Documents that have reached each stage of a dossier that is not done: ever fewer.
  private func parts(of d: DossierState, _ random: inout SeededGenerator) -> [DossierState.Part] {
    var part = DossierState.Part(documents: d.items, pages: d.itemPages)
    return (0..<6).map { _ in
      part.documents = Int.random(in: 0...part.documents, using: &random)
      part.pages = part.documents == 0 ? 0 : Int.random(in: 0...part.pages, using: &random)
      return part
    }
  }

  /// Paper that nobody arranged, by its length: so many documents and pages a metre.
  @Test(arguments: [(ProgressUnit.page, 4000.0, 12000.0), (.document, 100, 4000)])
  func sharesAreWhatAnIndependentComputationSays(_ unit: ProgressUnit, leastPerMetre: Double, mostPerMetre: Double) {
    for seed in 0..<2000 {
      var random = SeededGenerator(seed: UInt64(seed))
      var dossiers = (0..<Int.random(in: 0...12, using: &random)).map { _ in dossier(&random) }
      let metres = seed % 3 == 0 ? Double(Int.random(in: 0...3, using: &random)) : 0
      let moment = Int.random(in: 0...100, using: &random)
      let stage = Int.random(in: 1...6, using: &random)
      for index in dossiers.indices where dossiers[index].items > 0 && Bool.random(using: &random) {
        dossiers[index].parts[moment] = parts(of: dossiers[index], &random)
      }
      let paper = metres > 0 ? [UncountedPaper(metres: metres)] : []
      let ratio = ProgressSum.ratio(
        PageStage(rawValue: stage) ?? .scanned, in: unit, of: dossiers, and: paper, asOf: moment)
      let halves = dossiers.map { self.halves($0, unit, stage, moment) }
      check(ratio, halves, metres * leastPerMetre, metres * mostPerMetre, seed)
    }
  }

  private func check(
    _ ratio: Ratio, _ halves: [(done: Size, rest: Size)], _ leastPaper: Double, _ mostPaper: Double, _ seed: Int
  ) {
    func sum(_ values: [Double]) -> Double { values.reduce(0, +) }
    let sizes = halves.flatMap { [$0.done, $0.rest] }
    #expect(isNear(ratio.counted, sum(sizes.filter(\.isCounted).map(\.least))), "seed \(seed)")
    #expect(ratio.unknown == sizes.count { $0.most == .infinity }, "seed \(seed)")
    // The least share: what is reached is as small, what is left as great as can be; and the other way round.
    let ends = [
      (sum(halves.map(\.done.least)), sum(halves.map(\.rest.most)) + mostPaper, ratio.low),
      (sum(halves.map(\.done.most)), sum(halves.map(\.rest.least)) + leastPaper, ratio.high),
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
