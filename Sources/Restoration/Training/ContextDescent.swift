internal import Foundation

/// The weights while they are learned.
struct ContextDescent {
  private let groups: WordGroups
  private let counts: ContextCounts
  private let settings: ContextTrainer.Settings
  private let mask: Int
  private var weights: [Float]
  /// By weight, the sum of the squares of its gradients so far.
  private var squares: [Float]
  private var scores = [Float](repeating: 0, count: WordGroups.most)
  private var slots = [Int](repeating: 0, count: WordGroups.most * ContextFeatures.count)

  /// Before the first gradient.
  private static let firstSquare: Float = 1e-3
  /// A word that is as likely as this teaches nothing more; a gradient as small as this is passed over.
  private static let certain: Float = 0.99, leastGradient: Float = 1e-3
  /// Tokens that are read one after the other; blocks come in an order that mixes the texts.
  private static let block = 4096, stride = 7_919

  init(_ groups: WordGroups, _ counts: ContextCounts, _ settings: ContextTrainer.Settings) {
    (self.groups, self.counts, self.settings) = (groups, counts, settings)
    mask = 1 << settings.logWeights - 1
    weights = Array(repeating: 0, count: mask + 1)
    squares = Array(repeating: Self.firstSquare, count: mask + 1)
  }

  /// Goes over the texts once; returns the share of words with a rival that were right before they were learned from.
  mutating func pass(_ words: UnsafeBufferPointer<UInt16>) -> Double {
    let blocks = (words.count + Self.block - 1) / Self.block
    var seen = 0, right = 0
    for number in 0..<blocks {
      let block = number * Self.stride % blocks
      for place in block * Self.block..<min(words.count, (block + 1) * Self.block) {
        guard let isRight = learn(words, place) else { continue }
        seen += 1
        right += isRight ? 1 : 0
      }
    }
    return Double(right) / Double(max(seen, 1))
  }

  /// Calls the body with each pair of a feature and a word at a place, and its weight.
  func forEachWeight(_ words: UnsafeBufferPointer<UInt16>, _ place: Int, _ body: (UInt64, Float) -> Void) {
    let group = groups.range(of: words[place])
    if group.isEmpty { return }
    for feature in features(words, place, group) {
      for member in group {
        let pair = ContextFeatures.pair(feature, groups.members[member])
        body(pair, weights[Int(truncatingIfNeeded: pair) & mask])
      }
    }
  }

  /// The features of a place that were seen often enough with its group.
  private func features(_ words: UnsafeBufferPointer<UInt16>, _ place: Int, _ group: Range<Int>) -> [UInt64] {
    let all = ContextFeatures(words, at: place), first = groups.members[group.lowerBound]
    var kept: [UInt64] = []
    kept.reserveCapacity(ContextFeatures.count)
    for feature in 0..<ContextFeatures.count
    where counts.has(ContextFeatures.pair(all.hashes[feature], first), least: settings.least) {
      kept.append(all.hashes[feature])
    }
    return kept
  }

  /// Whether the word of a place was the likeliest of its group; nil where it has no rival. Then learns from it.
  private mutating func learn(_ words: UnsafeBufferPointer<UInt16>, _ place: Int) -> Bool? {
    let group = groups.range(of: words[place])
    guard let truth = group.first(where: { groups.members[$0] == words[place] }) else { return nil }
    let features = features(words, place, group)
    var sum = LogSum(), best = group.lowerBound
    for member in group {
      let index = member - group.lowerBound
      scores[index] = groups.logShares[member]
      for (number, feature) in features.enumerated() {
        let slot = Int(truncatingIfNeeded: ContextFeatures.pair(feature, groups.members[member])) & mask
        slots[index * ContextFeatures.count + number] = slot
        scores[index] += weights[slot]
      }
      sum.add(scores[index])
      if scores[index] > scores[best - group.lowerBound] { best = member }
    }
    descend(group, truth: truth, features.count, sum.value)
    return best == truth
  }

  private mutating func descend(_ group: Range<Int>, truth: Int, _ features: Int, _ sum: Float) {
    if exp(scores[truth - group.lowerBound] - sum) > Self.certain { return }
    for index in 0..<group.count {
      let gradient = exp(scores[index] - sum) - (index == truth - group.lowerBound ? 1 : 0)
      if abs(gradient) < Self.leastGradient { continue }
      for number in 0..<features {
        let slot = slots[index * ContextFeatures.count + number]
        squares[slot] += gradient * gradient
        weights[slot] -= settings.rate * gradient / squares[slot].squareRoot()
      }
    }
  }
}
