internal import Foundation
internal import Vietnamese

/// Learns a confusion table from aligned words by expectation maximisation (Brill and Moore 2000).
///
/// Every way of cutting a pair into parts, each of one or two meant letters and up to four seen characters, is weighed
/// by its probability, and the parts are counted with these weights; then the probabilities are estimated anew.
public struct ConfusionLearner {
  /// An aligned pair of words and how often it was seen.
  struct Pair {
    var seen, meant: [UInt32]
    var count: Double
  }

  private struct Part: Hashable {
    var meant, seen: ArraySlice<UInt32>
  }

  private let pairs: [Pair]
  private var probability: [Part: Double] = [:]
  private let occurrences: [ArraySlice<UInt32>: Double]

  /// Characters of a word; longer pairs are passed over.
  private static let longestWord = 18
  private static let rounds = 7
  /// Taken from every expected count, so that chance alignments fade from round to round.
  private static let discount = 0.15
  /// Rules that explain fewer occurrences than this are left out of the table.
  private static let leastOccurrences = 0.5
  /// Expected counts, and shared probabilities, below these are left out: they cost time and memory, and no more.
  private static let leastShare = 1e-6, leastSharedProbability = 1e-5

  /// - Parameter rows: `seen<TAB>meant<TAB>count` in each line, as `align_pages.py` writes them; other lines are passed
  ///   over.
  public init(rows: some StringProtocol) {
    pairs = rows.split(separator: "\n").compactMap { row in
      let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 3, let count = Double(fields[2]) else { return nil }
      let seen = Array(fields[0].unicodeScalars.map(\.value)), meant = Array(fields[1].unicodeScalars.map(\.value))
      guard seen.count <= Self.longestWord, meant.count <= Self.longestWord, !meant.isEmpty else { return nil }
      return Pair(seen: seen, meant: meant, count: count)
    }
    var occurrences: [ArraySlice<UInt32>: Double] = [:]
    for pair in pairs {
      for start in pair.meant.indices {
        for end in (start + 1)...min(start + 2, pair.meant.count) {
          occurrences[pair.meant[start..<end], default: 0] += pair.count
        }
      }
    }
    self.occurrences = occurrences
  }

  /// The learned table.
  public mutating func table() -> ConfusionTable {
    for _ in 0..<Self.rounds { maximize(expectedCounts()) }
    var costs = probability.filter { $0.value * (occurrences[$0.key.meant] ?? 0) >= Self.leastOccurrences }
    shareWithinFamilies(&costs)
    let rules = costs.map { part, value in
      ConfusionTable.Rule(meant: Array(part.meant), seen: Array(part.seen), cost: Float(-log(value)))
    }
    return ConfusionTable(rules: rules.sorted(by: Self.precedes))
  }

  /// Gives each letter with marks a share of what the others of its family show, since letters that differ in marks
  /// only are garbled alike and rare ones are seldom met in training.
  private func shareWithinFamilies(_ probability: inout [Part: Double]) {
    var families: [UInt32: [ArraySlice<UInt32>: Double]] = [:]
    var weights: [UInt32: Double] = [:]
    let marked = occurrences.filter { $0.key.count == 1 && Self.isMarked($0.key.first ?? 0) }
    for (part, value) in probability where part.meant.count == 1 {
      guard let count = marked[part.meant], let letter = part.meant.first else { continue }
      families[Self.base(letter), default: [:]][part.seen, default: 0] += value * count
    }
    for (meant, count) in marked { weights[Self.base(meant.first ?? 0), default: 0] += count }
    for meant in marked.keys {
      let base = Self.base(meant.first ?? 0)
      for (seen, count) in families[base] ?? [:] {
        let part = Part(meant: meant, seen: seen), shared = count / (weights[base] ?? 1)
        let mixed = (1 - Self.familyShare) * (probability[part] ?? 0) + Self.familyShare * shared
        if mixed > Self.leastSharedProbability { probability[part] = mixed }
      }
    }
  }

  /// How much a letter takes from its family, 0…1.
  private static let familyShare = 0.12

  private static func isMarked(_ scalar: UInt32) -> Bool { base(scalar) != scalar }

  /// The letter without marks, its case kept.
  private static func base(_ scalar: UInt32) -> UInt32 { Unicode.Scalar(scalar).map { folded($0).value } ?? scalar }

  private static func precedes(_ a: ConfusionTable.Rule, _ b: ConfusionTable.Rule) -> Bool {
    if a.meant.count != b.meant.count { return a.meant.count < b.meant.count }
    if a.meant != b.meant { return a.meant.lexicographicallyPrecedes(b.meant) }
    return a.cost != b.cost ? a.cost < b.cost : a.seen.lexicographicallyPrecedes(b.seen)
  }

  /// The probability of a part: as learned, or by the likeness of its letters before the first round.
  private func weight(_ part: Part) -> Double {
    probability.isEmpty ? Self.likeness(part) : probability[part] ?? 0
  }

  /// A first guess, which the rounds replace: equal letters are likeliest, then letters that differ in marks or case,
  /// and parts of unequal length are the less likely the more they differ.
  private static func likeness(_ part: Part) -> Double {
    let (meant, seen) = (part.meant, part.seen)
    if meant.count == 1, seen.count == 1, let a = meant.first, let b = seen.first {
      return a == b ? 0.7 : plain(a) == plain(b) ? 0.3 : 0.01
    }
    let spread = abs(meant.count - seen.count)
    return meant.count == 2 ? 0.002 * exp(-Double(spread)) : 0.01 * exp(-1.5 * Double(spread))
  }

  private static func plain(_ scalar: UInt32) -> UInt32 {
    Unicode.Scalar(smallLetter(scalar)).map { folded($0).value } ?? scalar
  }

  /// How often each part is expected, by a forward and a backward pass over all cuts of every pair.
  private func expectedCounts() -> [Part: Double] {
    var counts: [Part: Double] = [:]
    for pair in pairs {
      let forward = sums(pair)
      let total = forward[pair.meant.count][pair.seen.count]
      guard total > 0 else { continue }
      var backward = forward.map { $0.map { _ in 0.0 } }
      backward[pair.meant.count][pair.seen.count] = 1
      for i in stride(from: pair.meant.count, through: 0, by: -1) {
        for j in stride(from: pair.seen.count, through: 0, by: -1) where backward[i][j] > 0 {
          eachPart(of: pair, endingAt: i, j) { part, k, l in
            let weight = self.weight(part)
            backward[k][l] += backward[i][j] * weight
            let share = forward[k][l] * weight * backward[i][j] / total
            if share > Self.leastShare { counts[part, default: 0] += share * pair.count }
          }
        }
      }
    }
    return counts
  }

  /// By number of meant letters and seen characters, the probability of all cuts up to there.
  private func sums(_ pair: Pair) -> [[Double]] {
    var forward = Array(repeating: Array(repeating: 0.0, count: pair.seen.count + 1), count: pair.meant.count + 1)
    forward[0][0] = 1
    for i in 1...pair.meant.count {
      for j in 0...pair.seen.count {
        eachPart(of: pair, endingAt: i, j) { part, k, l in forward[i][j] += forward[k][l] * weight(part) }
      }
    }
    return forward
  }

  /// Calls `body` with every part that ends at meant letter `i` and seen character `j`, and with where it begins.
  private func eachPart(of pair: Pair, endingAt i: Int, _ j: Int, _ body: (Part, Int, Int) -> Void) {
    for k in stride(from: i - 1, through: max(0, i - 2), by: -1) {
      let fewest = i - k == 2 ? 1 : 0
      guard j >= fewest else { continue }
      for l in stride(from: j - fewest, through: max(0, j - ConfusionTable.longestSeen), by: -1) {
        body(Part(meant: pair.meant[k..<i], seen: pair.seen[l..<j]), k, l)
      }
    }
  }

  /// Estimates the probabilities from expected counts. A part of two letters is divided by how often these two occur,
  /// so that it becomes likely only where it explains what the two letters alone cannot.
  private mutating func maximize(_ counts: [Part: Double]) {
    var totals: [ArraySlice<UInt32>: Double] = [:]
    for (part, count) in counts where part.meant.count == 1 { totals[part.meant, default: 0] += count }
    probability = [:]
    for (part, count) in counts where count > Self.discount {
      let total = part.meant.count == 1 ? totals[part.meant] ?? 1 : occurrences[part.meant] ?? 1
      probability[part] = min((count - Self.discount) / (total + 1), 1)
    }
  }
}

extension ConfusionLearner {
  /// The learned table as text: meant, seen, cost in nats.
  public mutating func tabSeparated() -> String { table().tabSeparated() }
}
