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

  private var edges: [Edge] = []
  /// By letter code, where its readings begin.
  private var starts: [Int32] = Array(repeating: 0, count: 257)

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

  /// By place, the least that the seen characters from there to the end cost, whatever was meant.
  func remainders(_ count: Int) -> [Float] {
    var least = Array(repeating: Float.infinity, count: count + 4)
    least[count] = 0
    let byStart = edges.sorted { $0.from > $1.from }
    var position = 0
    for from in stride(from: count - 1, through: 0, by: -1) {
      let known = min(least[from + 1] + ChannelIndex.unseenSubstitution, least[from + 2] + ChannelIndex.unseenExpansion)
      least[from] = min(known, least[from + 3] + ChannelIndex.unseenTriple)
      while position < byStart.count, Int(byStart[position].from) == from {
        least[from] = min(least[from], byStart[position].cost + least[Int(byStart[position].to)])
        position += 1
      }
    }
    return least
  }
}
