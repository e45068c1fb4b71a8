/// The rules of a channel that explain some part of what was read, sorted by the last meant letter: the edges of a
/// graph whose nodes are the places between the characters.
struct SeenEdges {
  /// One or two letters that may be meant by a part of what was read.
  struct Edge {
    /// Codes of the meant letters; `first` is 0 for a rule of one letter.
    var first, last: UInt8
    /// The characters `from..<to` of what was read.
    var from, to: UInt8
    /// Nats.
    var cost: Float
  }

  /// Most characters that an edge can number.
  static let longest = Int(UInt8.max)

  private(set) var edges: [Edge] = []
  /// By code of a letter, the index of its first edge; one more at the end.
  private(set) var starts: [Int32] = Array(repeating: 0, count: ChannelIndex.codeCount + 1)

  init() {}

  init(_ found: [Edge]) {
    for edge in found { starts[Int(edge.last) + 1] += 1 }
    for code in 1...ChannelIndex.codeCount { starts[code] += starts[code - 1] }
    var next = starts
    edges = found
    for edge in found {
      edges[Int(next[Int(edge.last)])] = edge
      next[Int(edge.last)] += 1
    }
  }

  /// The edges whose last meant letter is this one.
  @inline(__always)
  func ending(_ letter: UInt8) -> ArraySlice<Edge> {
    edges[Int(starts[Int(letter)])..<Int(starts[Int(letter) + 1])]
  }

  /// Cells of a row for `count` seen characters: one for each place between them and at both ends, and infinite ones
  /// behind, so that a search need not ask where the row ends.
  static func stride(of count: Int) -> Int { count + 1 + TrieSearch.margin }

  /// The least that the characters from a place to the end can cost, nats: a row for each number of letters, 0 to
  /// `letters`, that may be meant by them at most, and in it a cell for each place.
  func remainders(count: Int, letters: Int) -> [Float] {
    let stride = Self.stride(of: count), lengths = ConfusionTable.longestSeen + 1,
      (single, double) = cheapest(count, lengths)
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

  /// By place and number of seen characters, the cheapest edge for one letter, and for two.
  private func cheapest(_ count: Int, _ lengths: Int) -> (single: [Float], double: [Float]) {
    var single = Array(repeating: Float.infinity, count: count * lengths), double = single
    for from in 0..<count {
      single[from * lengths + 1] = DecoderWeights.Unseen.substitution
      single[from * lengths + 2] = DecoderWeights.Unseen.expansion
      single[from * lengths + 3] = DecoderWeights.Unseen.tripling
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

  /// By place, the least that the characters before it can cost, nats.
  func before(_ count: Int) -> [Float] {
    var least = Array(repeating: Float.infinity, count: Self.stride(of: count))
    least[0] = 0
    let byStart = edges.sorted { $0.from < $1.from }
    var position = 0
    for from in 0..<count {
      let own = least[from]
      least[from + 1] = min(least[from + 1], own + DecoderWeights.Unseen.substitution)
      least[from + 2] = min(least[from + 2], own + DecoderWeights.Unseen.expansion)
      least[from + 3] = min(least[from + 3], own + DecoderWeights.Unseen.tripling)
      while position < byStart.count, Int(byStart[position].from) == from {
        let to = Int(byStart[position].to)
        least[to] = min(least[to], own + byStart[position].cost)
        position += 1
      }
    }
    return least
  }
}
