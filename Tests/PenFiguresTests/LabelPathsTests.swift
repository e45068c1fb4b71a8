import Testing

@testable import PenFigures

@Suite struct LabelPathsTests {
  /// Two figures and the blank at three places.
  private static let places = [[0.5, 0.3, 0.2], [0.2, 0.5, 0.3], [0.4, 0.1, 0.5]]
  private static let paths = LabelPaths(places: places)

  /// What is left of a path when repeats are joined and blanks dropped.
  private static func spelled(_ path: [Int]) -> [Int] {
    path.indices.filter { path[$0] != 0 && ($0 == 0 || path[$0 - 1] != path[$0]) }.map { path[$0] }
  }

  /// The sum over all paths, one by one.
  private static func sums() -> [[Int]: Double] {
    var sums: [[Int]: Double] = [:]
    for a in 0..<3 {
      for b in 0..<3 {
        for c in 0..<3 { sums[spelled([a, b, c]), default: 0] += places[0][a] * places[1][b] * places[2][c] }
      }
    }
    return sums
  }

  @Test func theProbabilityOfAStringIsTheSumOverItsPaths() {
    for (labels, sum) in Self.sums() { #expect(abs(Self.paths.probability(of: labels) - sum) < 1e-12, "\(labels)") }
  }

  @Test func allStringsTogetherAreCertain() {
    #expect(abs(Self.sums().keys.reduce(0) { $0 + Self.paths.probability(of: $1) } - 1) < 1e-12)
  }

  @Test func aStringThatIsTooLongIsImpossible() {
    #expect(Self.paths.probability(of: [1, 1, 1]) == 0)
    #expect(LabelPaths(places: []).probability(of: [1]) == 0)
    #expect(LabelPaths(places: []).probability(of: []) == 1)
  }

  @Test func theLikeliestStringsComeFirst() {
    let sums = Self.sums()
    let best = sums.keys.sorted { sums[$0, default: 0] > sums[$1, default: 0] }
    #expect(Array(Self.paths.likeliest(20).prefix(4)) == Array(best.prefix(4)))
  }

  @Test func theBestPathJoinsRepeatsAndDropsBlanks() {
    func sure(_ path: [Int]) -> LabelPaths {
      LabelPaths(places: path.map { label in (0..<3).map { $0 == label ? 0.9 : 0.05 } })
    }
    #expect(sure([1, 1, 0, 1, 2, 2]).bestPath == [1, 1, 2])
    #expect(sure([0, 0]).bestPath == [])
    #expect(sure([1, 1, 0, 1, 2, 2]).likeliest(8).first == [1, 1, 2])
  }

  @Test func sharesAddUpToOneHoweverLargeTheScores() {
    let shares = PenNet.shares(of: [1000, 999, -1000])
    #expect(abs(shares.reduce(0, +) - 1) < 1e-12 && shares[0] > shares[1] && shares[2] == 0)
  }
}
