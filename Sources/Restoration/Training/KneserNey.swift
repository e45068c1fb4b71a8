internal import Foundation

/// Estimates the probabilities of n-grams of one to four words (modified Kneser–Ney, interpolated; Chen and Goodman
/// 1998).
struct KneserNey {
  /// By level and n-gram, the natural logarithm of its probability; 0 for one that was left out.
  private(set) var logProbability: [[Float]]
  /// By level and n-gram, the logarithm of the probability that it leaves, as a context, for words not seen after it.
  private(set) var logBackoff: [[Float]]

  init(_ counts: NgramCounts, leastLongest: UInt32) {
    logProbability = counts.levels.map { Array(repeating: 0, count: $0.count) }
    logBackoff = counts.levels.map { Array(repeating: 0, count: $0.count) }
    estimateUnigrams(counts.levels[1])
    for length in 2...NgramCounts.order {
      estimate(counts, length: length, least: length == NgramCounts.order ? leastLongest : 1)
    }
  }

  private mutating func estimateUnigrams(_ level: NgramList) {
    let total = level.adjusted.reduce(0.0) { $0 + Double($1) } + Double(level.count)
    for index in 0..<level.count {
      logProbability[1][index] = Float(log((Double(level.adjusted[index]) + 0.5) / total))
    }
  }

  private mutating func estimate(_ counts: NgramCounts, length: Int, least: UInt32) {
    let level = counts.levels[length], shorter = counts.levels[length - 1]
    let discount = Discount(level)
    let mask = (UInt64(1) << UInt64(16 * (length - 1))) - 1
    var start = 0, context = 0
    while start < level.count {
      let contextKey = level.keys[start] >> 16
      var end = start
      while end < level.count, level.keys[end] >> 16 == contextKey { end += 1 }
      while shorter.keys[context] < contextKey { context += 1 }
      let (total, saved) = discount.masses(level.adjusted[start..<end])
      let backoff = saved / total
      logBackoff[length - 1][context] = Float(log(backoff))
      for index in start..<end where level.adjusted[index] >= least {
        let count = level.adjusted[index]
        let lower =
          shorter.index(of: level.keys[index] & mask).map { Double(logProbability[length - 1][$0]) }
          ?? Double(NgramCounts.logUnseen)
        let own = (Double(count) - discount.of(count)) / total
        logProbability[length][index] = Float(log(own + backoff * exp(lower)))
      }
      start = end
    }
  }

  /// What is taken from counts of one, two, and three or more, by how many n-grams of the level have each count.
  private struct Discount {
    private let values: [Double]

    init(_ level: NgramList) {
      var n = [0.0, 0.0, 0.0, 0.0, 0.0]
      for count in level.adjusted where count <= 4 { n[Int(count)] += 1 }
      let y = n[1] / max(1, n[1] + 2 * n[2])
      values =
        [0]
        + [1, 2, 3].map { k in
          let count = Double(k)
          let discount: Double = count - (count + 1) * y * n[k + 1] / max(1, n[k])
          return min(max(discount, 0.1), count - 0.05)
        }
    }

    func of(_ count: UInt32) -> Double { values[Int(min(count, 3))] }

    /// The sum of the counts of a context, and the sum of what the discounts take from them.
    func masses(_ counts: ArraySlice<UInt32>) -> (total: Double, saved: Double) {
      counts.reduce(into: (0, 0)) { $0 = ($0.0 + Double($1), $0.1 + of($1)) }
    }
  }
}
