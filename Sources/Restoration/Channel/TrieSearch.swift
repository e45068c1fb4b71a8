/// Finds the words of a trie that a channel may have turned into what was seen, with their costs.
///
/// A branch is left as soon as its cheapest cell is over the limit, together with the least that the remaining
/// characters can cost in the letters that may follow. The best match is searched for first, since it sets the limit
/// for the others.
struct TrieSearch {
  struct Match {
    /// Index of the word in the list that the trie was made of.
    var word: Int
    /// Nats.
    var cost: Float
  }

  /// How much worse than the best a match may be, nats.
  var spread = SearchLimits.spread
  /// No match costs more than this and something for each seen character, nats.
  var ceiling = SearchLimits.ceiling

  /// Infinite cells before each row, one for each character that a letter can become beyond the first, so that a row is
  /// computed without asking where it begins.
  static let margin = 3
  /// The rows of a `TrieWalk`.
  private var cells: [Float] = []
  private var edges = SeenEdges()
  /// By edge, a lower bound of the cost of a match that has it, nats.
  private var least: [Float] = []
  /// See `SeenEdges.remainders`.
  private var remainders: [Float] = []
  /// The edges that a match within the limit can have, and by letter the index of the first.
  private var useful: [SeenEdges.Edge] = []
  private var starts: [Int32] = Array(repeating: 0, count: ChannelIndex.codeCount + 1)
  /// Places between and around the seen characters.
  private var width = 0
  /// Matches that cost more are of no use, nats.
  private var limit: Float = 0
  /// How far above the least possible cost the best match is searched for, in one try after the other, nats.
  private static let steps: [Float] = [4, 8, 12, .infinity]
  private(set) var matches: [Match] = []

  /// Cells of a row.
  private var stride: Int { width + Self.margin }
  /// Where in `remainders` the row for the most letters begins.
  private var wholeRow: Int { WordTrie.longest * stride }

  /// Sets what was seen for the searches that follow.
  mutating func enter(_ seen: [UInt8], _ channel: ChannelIndex) {
    edges = channel.edges(seen)
    width = seen.count + 1
    remainders = edges.remainders(count: seen.count, letters: WordTrie.longest)
    let before = edges.before(seen.count)
    least = edges.edges.map { before[Int($0.from)] + $0.cost + remainders[wholeRow + Int($0.to)] }
  }

  /// Finds the matches; `shape` says how the small letters of the trie were printed.
  mutating func run(in trie: WordTrie, _ channel: ChannelIndex, as shape: CaseShape) {
    matches.removeAll(keepingCapacity: true)
    let ceiling = ceiling + Float(width - 1) * SearchLimits.ceilingPerCharacter
    prepare(depth: trie.depth)
    guard let best = best(within: ceiling, trie, channel, shape) else { return }
    matches.removeAll(keepingCapacity: true)
    limit = min(ceiling, best + spread)
    search(trie, channel, shape, seeksBest: false)
  }

  /// The cost of the best match; nil where none is within the ceiling. It is tried to find it near the least possible
  /// cost first, where it is most often.
  private mutating func best(
    within ceiling: Float, _ trie: WordTrie, _ channel: ChannelIndex, _ shape: CaseShape
  ) -> Float? {
    for step in Self.steps {
      limit = min(ceiling, remainders[wholeRow] + step)
      search(trie, channel, shape, seeksBest: true)
      if let best = matches.last?.cost { return best }
      if limit >= ceiling { break }
    }
    return nil
  }

  private mutating func prepare(depth: Int) {
    cells.removeAll(keepingCapacity: true)
    cells.append(contentsOf: repeatElement(.infinity, count: 2 * stride * (depth + 1)))
    cells[Self.margin] = 0
  }

  /// Takes the edges that a match within the limit can have.
  private mutating func selectEdges() {
    useful.removeAll(keepingCapacity: true)
    var letter = 0
    for (index, edge) in edges.edges.enumerated() {
      while letter <= Int(edge.last) {
        starts[letter] = Int32(truncatingIfNeeded: useful.count)
        letter += 1
      }
      if least[index] <= limit + TrieWalk.rounding { useful.append(edge) }
    }
    for rest in letter...ChannelIndex.codeCount { starts[rest] = Int32(truncatingIfNeeded: useful.count) }
  }

  private mutating func search(_ trie: WordTrie, _ channel: ChannelIndex, _ shape: CaseShape, seeksBest: Bool) {
    selectEdges()
    let stride = stride, limit = limit, found = matches
    matches = withBuffers(trie.nodes, channel.capital, channel.deletion) { nodes, capital, deletion in
      withBuffers(remainders, useful, starts) { remainder, edges, starts in
        cells.withUnsafeMutableBufferPointer { cells in
          var walk = TrieWalk(
            nodes: nodes, capital: capital, deletion: deletion, remainder: remainder, edges: edges, starts: starts,
            cells: cells, stride: stride, half: cells.count / 2, shape: shape, seeksBest: seeksBest, limit: limit,
            matches: found)
          walk.begin()
          return walk.matches
        }
      }
    }
  }
}

/// Calls the body with the elements of three arrays, for loops that cannot afford to check every index.
@inline(__always)
private func withBuffers<A, B, C, Result>(
  _ a: [A], _ b: [B], _ c: [C],
  _ body: (UnsafeBufferPointer<A>, UnsafeBufferPointer<B>, UnsafeBufferPointer<C>) -> Result
) -> Result {
  a.withUnsafeBufferPointer { a in
    b.withUnsafeBufferPointer { b in
      c.withUnsafeBufferPointer { c in body(a, b, c) }
    }
  }
}
