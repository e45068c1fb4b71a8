/// Every known reading of a part of what was seen, sorted by the last meant letter.
struct SeenEdges {
  /// A reading of one or two letters somewhere in what was seen.
  struct Edge {
    /// Codes of the meant letters; `first` is 0 for a rule of one letter.
    var first, last: UInt8
    /// Seen characters from...to.
    var from, to: UInt8
    var cost: Float
  }

  /// Most seen characters that an edge can count.
  static let longest = Int(UInt8.max)

  private(set) var edges: [Edge] = []
  /// By letter code, where its readings begin.
  private(set) var starts: [Int32] = Array(repeating: 0, count: 257)

  init() {}

  init(_ found: [Edge]) {
    for edge in found { starts[Int(edge.last) + 1] += 1 }
    for code in 1...256 { starts[code] += starts[code - 1] }
    var next = starts
    edges = found
    for edge in found {
      edges[Int(next[Int(edge.last)])] = edge
      next[Int(edge.last)] += 1
    }
  }

  /// The readings whose last meant letter is this.
  @inline(__always)
  func ending(_ letter: UInt8) -> ArraySlice<Edge> {
    edges[Int(starts[Int(letter)])..<Int(starts[Int(letter) + 1])]
  }

  /// By number of letters, and by place, the least that the seen characters from there to the end cost if so many letters
  /// at most were meant; three infinite cells after each row.
  func remainders(count: Int, letters: Int) -> [Float] {
    let stride = count + 4, lengths = ConfusionTable.longestSeen + 1, (single, double) = cheapest(count, lengths)
    var least = Array(repeating: Float.infinity, count: stride * (letters + 1))
    least[count] = 0
    for row in 1..<(letters + 1) {
      let here = row * stride
      least[here + count] = 0
      for from in 0..<count {
        var best = least[here - stride + from]
        for length in 1..<min(lengths, count - from + 1) {
          let edge = from * lengths + length, end = from + length
          best = min(best, single[edge] + least[here - stride + end])
          if row > 1 { best = min(best, double[edge] + least[here - 2 * stride + end]) }
        }
        least[here + from] = best
      }
    }
    return least
  }

  /// By place and number of seen characters, the cheapest reading of one letter, and of two.
  private func cheapest(_ count: Int, _ lengths: Int) -> (single: [Float], double: [Float]) {
    var single = Array(repeating: Float.infinity, count: count * lengths), double = single
    for from in 0..<count {
      single[from * lengths + 1] = ChannelIndex.unseenSubstitution
      single[from * lengths + 2] = ChannelIndex.unseenExpansion
      single[from * lengths + 3] = ChannelIndex.unseenTriple
    }
    for edge in edges {
      let place = Int(edge.from) * lengths + Int(edge.to - edge.from)
      if edge.first == 0 {
        single[place] = min(single[place], edge.cost)
      } else {
        double[place] = min(double[place], edge.cost)
      }
    }
    return (single, double)
  }

  /// By place, the least that the seen characters up to there cost.
  func before(_ count: Int) -> [Float] {
    var least = Array(repeating: Float.infinity, count: count + 4)
    least[0] = 0
    let byStart = edges.sorted { $0.from < $1.from }
    var position = 0
    for from in 0..<count {
      let own = least[from]
      least[from + 1] = min(least[from + 1], own + ChannelIndex.unseenSubstitution)
      least[from + 2] = min(least[from + 2], own + ChannelIndex.unseenExpansion)
      least[from + 3] = min(least[from + 3], own + ChannelIndex.unseenTriple)
      while position < byStart.count, Int(byStart[position].from) == from {
        let to = Int(byStart[position].to)
        least[to] = min(least[to], own + byStart[position].cost)
        position += 1
      }
    }
    return least
  }
}
