internal import Foundation

/// The n-grams of one level after pruning: sorted keys with their logarithms of probability and back-off, such that the
/// probabilities after a context sum to one.
struct PrunedLevel {
  var keys: [UInt64] = []
  var logProbability: [Float] = []
  var logBackoff: [Float] = []

  func index(of key: UInt64) -> Int? { keys.sortedIndex(of: key) }
}

/// Leaves out n-grams that shorter ones predict nearly as well.
///
/// The measure is the weighted difference (Seymore and Rosenfeld 1996). Unlike relative entropy it needs no probability
/// of the context, which Kneser–Ney distorts.
struct Pruner {
  private(set) var levels: [PrunedLevel]

  /// The thresholds are, by length of an n-gram, the least gain over the whole corpus that it must bring, nats.
  init(_ counts: NgramCounts, _ model: KneserNey, thresholds: [Float]) {
    var kept: [[Bool]] = counts.levels.map { Array(repeating: false, count: $0.count) }
    kept[1] = Array(repeating: true, count: counts.levels[1].count)
    for length in stride(from: NgramCounts.order, to: 1, by: -1) {
      Self.mark(counts, model, length: length, threshold: thresholds[length], kept: &kept)
    }
    levels = zip(counts.levels.indices, kept).map { length, kept in
      var level = PrunedLevel()
      for index in kept.indices where kept[index] {
        level.keys.append(counts.levels[length].keys[index])
        level.logProbability.append(model.logProbability[length][index])
      }
      level.logBackoff = Array(repeating: 0, count: level.keys.count)
      return level
    }
    for length in 2...NgramCounts.order { renormalize(length) }
  }

  private static func mark(
    _ counts: NgramCounts, _ model: KneserNey, length: Int, threshold: Float, kept: inout [[Bool]]
  ) {
    let level = counts.levels[length], shorter = counts.levels[length - 1]
    let mask = (UInt64(1) << UInt64(16 * (length - 1))) - 1
    var context = 0
    for index in 0..<level.count {
      let contextKey = level.keys[index] >> 16
      while shorter.keys[context] < contextKey { context += 1 }
      let probability = model.logProbability[length][index]
      if !kept[length][index], probability < 0, level.isFree[index] {
        let lower =
          shorter.index(of: level.keys[index] & mask).map { model.logProbability[length - 1][$0] }
          ?? NgramCounts.logUnseen
        let gain = probability - model.logBackoff[length - 1][context] - lower
        kept[length][index] = Float(level.raw[index]) * gain >= threshold
      }
      if kept[length][index] { kept[length - 1][context] = true }
    }
  }

  /// The least probability that a context keeps for words not seen after it, or that these have: a divisor is never 0.
  private static let leastMass = 1e-5

  /// Gives each context of a level the back-off that makes its probabilities sum to one.
  private mutating func renormalize(_ length: Int) {
    let level = levels[length]
    let mask = (UInt64(1) << UInt64(16 * (length - 1))) - 1
    var start = 0
    while start < level.keys.count {
      let context = level.keys[start] >> 16
      var own = 0.0, lower = 0.0, end = start
      while end < level.keys.count, level.keys[end] >> 16 == context {
        own += exp(Double(level.logProbability[end]))
        lower += exp(Double(logProbability(level.keys[end] & mask, length: length - 1)))
        end += 1
      }
      if let index = levels[length - 1].index(of: context) {
        levels[length - 1].logBackoff[index] = Float(log(max(1 - own, Self.leastMass) / max(1 - lower, Self.leastMass)))
      }
      start = end
    }
  }

  /// The logarithm of the probability of an n-gram, by back-off where it was not kept.
  func logProbability(_ key: UInt64, length: Int) -> Float {
    if let index = levels[length].index(of: key) { return levels[length].logProbability[index] }
    if length == 1 { return NgramCounts.logUnseen }
    let mask = (UInt64(1) << UInt64(16 * (length - 1))) - 1
    let backoff = levels[length - 1].index(of: key >> 16).map { levels[length - 1].logBackoff[$0] } ?? 0
    return backoff + logProbability(key & mask, length: length - 1)
  }
}
