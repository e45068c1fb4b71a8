internal import Foundation

/// Learns from the words that a first reading was sure of how this document is garbled, since every scanner and font
/// has misreadings of its own, and mixes that with the confusion table.
struct ChannelAdaptation {
  /// A word that a first reading was sure of, as the channel's codes of its characters.
  struct Evidence {
    var seen, meant: [UInt8]
    /// How often it stands in the document, each place counted by its certainty.
    var weight: Float
  }

  /// One or two meant letters (`first` is 0 for one) and the characters that were read for them.
  private struct Part: Hashable {
    var first, last: UInt8
    var seen: [UInt8]
  }

  /// How often a part was read as it was, and how often each single letter stands in the evidence.
  private var counts: [Part: Float] = [:]
  private var totals: [UInt8: Float] = [:]
  private let channel: ChannelIndex

  init(_ channel: ChannelIndex, _ evidence: [Evidence]) {
    self.channel = channel
    for word in evidence {
      for part in Self.parts(word, channel) {
        counts[part, default: 0] += word.weight
        if part.first == 0 { totals[part.last, default: 0] += word.weight }
      }
    }
  }

  /// The channel with the document's own misreadings of single letters mixed in.
  func adapted() -> ChannelIndex {
    var result = channel
    for (letter, total) in totals {
      let share = total / (total + DecoderWeights.Document.channelPrior)
      result.scale(letter, by: 1 - share)
      for (part, count) in counts where part.first == 0 && part.last == letter {
        result.mix(letter, seen: part.seen, probability: share * count / total)
      }
    }
    return result
  }

  /// The parts of the cheapest alignment of a word with what was read.
  private static func parts(_ word: Evidence, _ channel: ChannelIndex) -> [Part] {
    var alignment = Alignment(seen: word.seen, channel)
    return alignment.parts(of: word.meant).map {
      Part(first: $0.first, last: $0.last, seen: Array(word.seen[$0.from..<$0.to]))
    }
  }
}

/// Aligns the characters that were read for one word with the letters of words that may be meant (dynamic programming
/// over the rules of a channel).
struct Alignment {
  /// Meant letters, `first` being 0 for one letter, that became the seen characters `from..<to`.
  struct Step {
    var first, last: UInt8
    var from, to: Int
  }

  private let channel: ChannelIndex
  private let edges: SeenEdges
  private let width: Int
  /// Row by row for the meant letters, column by column for the seen characters: the cost so far, and the cell before.
  private var columns: [Float] = []
  private var back: [(row: Int, column: Int)] = []

  init(seen: [UInt8], _ channel: ChannelIndex) {
    self.channel = channel
    edges = channel.edges(seen)
    width = seen.count + 1
  }

  /// The cost of the cheapest alignment, nats; infinite where there is none.
  func cost(of meant: [UInt8]) -> Float {
    let lanes = SeenTables.lanes(width), stride = lanes + TrieSearch.margin
    var cells = Array(repeating: Float.infinity, count: stride * (meant.count + 1))
    cells[TrieSearch.margin] = 0
    cells.withUnsafeMutableBufferPointer { cells in
      guard let first = cells.baseAddress else { return }
      for row in 0..<meant.count { fill(first + (row * stride + TrieSearch.margin), stride, meant, row) }
    }
    return cells[meant.count * stride + TrieSearch.margin + width - 1]
  }

  /// Computes the cells after one more letter from those before it, which begin at `here`.
  private func fill(_ here: UnsafeMutablePointer<Float>, _ stride: Int, _ meant: [UInt8], _ row: Int) {
    let letter = meant[row], next = here + stride, lost = channel.deletion[Int(letter)]
    for lane in Swift.stride(from: 0, to: stride - TrieSearch.margin, by: Lanes.count) {
      Lanes.store(Lanes.unseen(from: here + lane, step: -1, lost: lost), next + lane)
    }
    for edge in edges.ending(letter) where edge.first == 0 || row > 0 && edge.first == meant[row - 1] {
      let origin = edge.first == 0 ? here : here - stride
      next[Int(edge.to)] = min(next[Int(edge.to)], origin[Int(edge.from)] + edge.cost)
    }
  }

  /// The steps of the cheapest alignment, the last first; empty where there is none.
  mutating func parts(of meant: [UInt8]) -> [Step] {
    trace(meant)
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

  private mutating func trace(_ meant: [UInt8]) {
    columns.removeAll(keepingCapacity: true)
    columns.append(contentsOf: repeatElement(.infinity, count: width * (meant.count + 1)))
    back = Array(repeating: (0, 0), count: columns.count)
    columns[0] = 0
    for row in 1..<(meant.count + 1) {
      let letter = meant[row - 1]
      for column in 0..<width {
        relax(row, column, from: (row - 1, column), channel.deletion[Int(letter)])
        if column > 0 { relax(row, column, from: (row - 1, column - 1), DecoderWeights.Unseen.substitution) }
        if column > 1 { relax(row, column, from: (row - 1, column - 2), DecoderWeights.Unseen.expansion) }
        if column > 2 { relax(row, column, from: (row - 1, column - 3), DecoderWeights.Unseen.tripling) }
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

  /// Takes a step into a cell if it is the cheapest so far.
  private mutating func relax(_ row: Int, _ column: Int, from origin: (row: Int, column: Int), _ cost: Float) {
    let total = columns[origin.row * width + origin.column] + cost
    if total < columns[row * width + column] {
      columns[row * width + column] = total
      back[row * width + column] = origin
    }
  }
}
