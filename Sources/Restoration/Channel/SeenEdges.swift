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
  /// By code of a letter: the index of its first edge, and of its first edge with another letter before it. One more at the
  /// end.
  private(set) var starts: [Int32] = Array(repeating: 0, count: 2 * ChannelIndex.codeCount + 1)

  init() {}

  init(_ found: [Edge]) {
    for edge in found { starts[Self.group(edge) + 1] += 1 }
    for group in 1..<starts.count { starts[group] += starts[group - 1] }
    var next = starts
    edges = found
    for edge in found {
      edges[Int(next[Self.group(edge)])] = edge
      next[Self.group(edge)] += 1
    }
  }

  private static func group(_ edge: Edge) -> Int { 2 * Int(edge.last) + (edge.first == 0 ? 0 : 1) }

  /// The edges whose last meant letter is this one.
  @inline(__always)
  func ending(_ letter: UInt8) -> ArraySlice<Edge> {
    edges[Int(starts[2 * Int(letter)])..<Int(starts[2 * Int(letter) + 2])]
  }

  /// Cells of a row of `remainders` for `count` seen characters: one for each place between them and at both ends, and
  /// infinite ones behind, so that a search need not ask where the row ends.
  static func stride(of count: Int) -> Int { SeenTables.lanes(count + 1) + ConfusionTable.longestSeen }

  /// The least that the characters from a place to the end can cost, nats: a row for each number of letters, 0 to
  /// `letters`, that may be meant by them at most, and in it a cell for each place.
  func remainders(count: Int, letters: Int) -> [Float] {
    let stride = Self.stride(of: count), (single, double) = cheapest(count)
    var least = Array(repeating: Float.infinity, count: stride * (letters + 1))
    least[count] = 0
    for row in 1..<(letters + 1) {
      least[row * stride + count] = 0
      for from in 0..<count {
        let before = (row - 1) * stride + from
        var best = least[before]
        least.withUnsafeBufferPointer { least in
          guard let cells = least.baseAddress else { return }
          var costs = Lanes.load(cells + before + 1) + single[from]
          if row > 1 { costs = Lanes.lesser(costs, Lanes.load(cells + before - stride + 1) + double[from]) }
          best = min(best, min(min(costs[0], costs[1]), min(costs[2], costs[3])))
        }
        least[row * stride + from] = best
      }
    }
    return least
  }

  /// By place, the cheapest edges of one to four characters for one letter, and for two.
  private func cheapest(_ count: Int) -> (single: [SIMD4<Float>], double: [SIMD4<Float>]) {
    typealias Unseen = DecoderWeights.Unseen
    let unseen = SIMD4(Unseen.substitution, Unseen.expansion, Unseen.tripling, .infinity)
    var single = Array(repeating: unseen, count: count)
    var double = Array(repeating: SIMD4(repeating: Float.infinity), count: count)
    for edge in edges {
      let from = Int(edge.from), length = Int(edge.to - edge.from) - 1
      if edge.first == 0 {
        single[from][length] = min(single[from][length], edge.cost)
      } else {
        double[from][length] = min(double[from][length], edge.cost)
      }
    }
    return (single, double)
  }
}
