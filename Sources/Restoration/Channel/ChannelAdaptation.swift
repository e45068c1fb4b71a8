internal import Foundation

/// Learns how this very document is garbled from the words of which a first reading was sure, and weighs the readings
/// again: every scanner and font has its own ways.
struct ChannelAdaptation {
  /// A word that was read with some certainty.
  struct Evidence {
    var seen, meant: [UInt8]
    /// How often, each counted by its certainty.
    var weight: Float
  }

  private struct Part: Hashable {
    var first, last: UInt8
    var seen: [UInt8]
  }

  private var counts: [Part: Float] = [:]
  private var totals: [UInt8: Float] = [:]
  private let channel: ChannelIndex

  /// Occurrences of a letter after which the document is believed as much as the table.
  private static let trust: Float = 6

  init(_ channel: ChannelIndex, _ evidence: [Evidence]) {
    self.channel = channel
    for word in evidence {
      for part in Self.parts(word, channel) {
        counts[part, default: 0] += word.weight
        if part.first == 0 { totals[part.last, default: 0] += word.weight }
      }
    }
  }

  /// The channel with the document's own habits mixed in.
  func adapted() -> ChannelIndex {
    var result = channel
    for (letter, total) in totals {
      let share = total / (total + Self.trust)
      result.scale(letter, by: 1 - share)
      for (part, count) in counts where part.first == 0 && part.last == letter {
        result.mix(letter, seen: part.seen, probability: share * count / total)
      }
    }
    return result
  }

  /// The likeliest way in which the word became what was seen.
  private static func parts(_ word: Evidence, _ channel: ChannelIndex) -> [Part] {
    var alignment = Alignment(seen: word.seen, channel)
    return alignment.parts(of: word.meant).map {
      Part(first: $0.first, last: $0.last, seen: Array(word.seen[$0.from..<$0.to]))
    }
  }
}

/// Aligns one seen word with meant ones.
struct Alignment {
  struct Step {
    var first, last: UInt8
    var from, to: Int
  }

  private let channel: ChannelIndex
  private let edges: SeenEdges
  private let width: Int
  private var columns: [Float] = []
  private var back: [(row: Int, column: Int)] = []

  init(seen: [UInt8], _ channel: ChannelIndex) {
    self.channel = channel
    edges = channel.edges(seen)
    width = seen.count + 1
  }

  /// The cost of the best alignment, nats.
  mutating func cost(of meant: [UInt8]) -> Float {
    fill(meant, isTraced: false)
    return columns[columns.count - 1]
  }

  /// The steps of the best alignment.
  mutating func parts(of meant: [UInt8]) -> [Step] {
    fill(meant, isTraced: true)
    var steps: [Step] = []
    var row = meant.count, column = width - 1
    while row > 0, columns[row * width + column] < .infinity {
      let origin = back[row * width + column]
      let first = row - origin.row == 2 ? meant[row - 2] : 0
      steps.append(Step(first: first, last: meant[row - 1], from: origin.column, to: column))
      (row, column) = origin
    }
    return steps
  }

  private mutating func fill(_ meant: [UInt8], isTraced: Bool) {
    columns.removeAll(keepingCapacity: true)
    columns.append(contentsOf: repeatElement(.infinity, count: width * (meant.count + 1)))
    back = isTraced ? Array(repeating: (0, 0), count: columns.count) : []
    columns[0] = 0
    for row in 1..<(meant.count + 1) {
      let letter = meant[row - 1]
      for column in 0..<width {
        relax(row, column, from: (row - 1, column), channel.deletion[Int(letter)])
        if column > 0 { relax(row, column, from: (row - 1, column - 1), ChannelIndex.unseenSubstitution) }
        if column > 1 { relax(row, column, from: (row - 1, column - 2), ChannelIndex.unseenExpansion) }
        if column > 2 { relax(row, column, from: (row - 1, column - 3), ChannelIndex.unseenTriple) }
      }
      for edge in edges.ending(letter) {
        if edge.first == 0 {
          relax(row, Int(edge.to), from: (row - 1, Int(edge.from)), edge.cost)
        } else if row > 1, edge.first == meant[row - 2] {
          relax(row, Int(edge.to), from: (row - 2, Int(edge.from)), edge.cost)
        }
      }
    }
  }

  private mutating func relax(_ row: Int, _ column: Int, from origin: (row: Int, column: Int), _ cost: Float) {
    let total = columns[origin.row * width + origin.column] + cost
    if total < columns[row * width + column] {
      columns[row * width + column] = total
      if !back.isEmpty { back[row * width + column] = origin }
    }
  }
}
