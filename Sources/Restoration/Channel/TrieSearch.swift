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

  /// Infinite cells before each row, one at least for each character that a letter can become beyond the first, so that a
  /// row is computed without asking where it begins.
  static let margin = Lanes.count
  /// The rows of a `TrieWalk`.
  private var cells: [Float] = []
  private var edges = SeenEdges()
  /// See `SeenEdges.remainders`.
  private var remainders: [Float] = []
  /// The memory of `SeenTables`.
  private var made: [Float] = []
  private var isMade: [Bool] = []
  private var places: [SeenTables.Place] = []
  /// Places between and around the seen characters.
  private var width = 0
  /// Matches that cost more are of no use, nats.
  private var limit: Float = 0
  /// How far above the least possible cost the best match is searched for, in one try after the other, nats.
  private static let steps: [Float] = [4, 8, 12, .infinity]
  private(set) var matches: [Match] = []

  /// The least that what was seen can cost, nats.
  private var least: Float { remainders[WordTrie.longest * SeenEdges.stride(of: width - 1)] }

  /// Sets what was seen for the searches that follow.
  mutating func enter(_ seen: [UInt8], _ channel: ChannelIndex) {
    edges = channel.edges(seen)
    width = seen.count + 1
    remainders = edges.remainders(count: seen.count, letters: WordTrie.longest)
    let lanes = SeenTables.lanes(width), stride = lanes + Self.margin
    cells.removeAll(keepingCapacity: true)
    cells.append(contentsOf: repeatElement(.infinity, count: stride * (WordTrie.longest + 1)))
    cells[Self.margin] = 0
    isMade = Array(repeating: false, count: WordTrie.longest + 1)
    let room = isMade.count * width * ChannelIndex.codeCount
    if made.count < room { made = Array(repeating: 0, count: room) }
    if places.count < cells.count { places = Array(repeating: SeenTables.Place(row: 0, budget: 0), count: cells.count) }
  }

  /// Finds the matches; `shape` says how the small letters of the trie were printed.
  mutating func run(in trie: WordTrie, _ channel: ChannelIndex, as shape: CaseShape) {
    matches.removeAll(keepingCapacity: true)
    let ceiling = ceiling + Float(width - 1) * SearchLimits.ceilingPerCharacter
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
    if least > ceiling + TrieWalk.rounding { return nil }
    for step in Self.steps {
      limit = min(ceiling, least + step)
      search(trie, channel, shape, seeksBest: true)
      if let best = matches.last?.cost { return best }
      if limit >= ceiling { break }
    }
    return nil
  }

  private mutating func search(_ trie: WordTrie, _ channel: ChannelIndex, _ shape: CaseShape, seeksBest: Bool) {
    let limit = limit, width = width, edges = edges, remainders = remainders
    matches.removeAll(keepingCapacity: true)
    // Taken out and put back, so that the walk adds to it in place.
    var found: [Match] = []
    swap(&found, &matches)
    withPointers(trie.nodes, channel.capital, channel.deletion) { nodes, capital, deletion in
      withPointers(edges.edges, edges.starts, remainders) { edges, starts, remainder in
        withMutablePointers(&cells, &made, &isMade, &places) { cells, made, isMade, places in
          let seen = SeenTables(
            edges: edges, starts: starts, deletion: deletion, remainder: remainder, made: made, isMade: isMade,
            places: places, width: width)
          var walk = TrieWalk(
            nodes: nodes, capital: capital, seen: seen, cells: cells, shape: shape, seeksBest: seeksBest,
            limit: limit, matches: [])
          swap(&walk.matches, &found)
          walk.begin()
          swap(&walk.matches, &found)
        }
      }
    }
    matches = found
  }
}

/// Calls the body with the elements of three arrays, for loops that cannot afford to check every index.
@inline(__always)
private func withPointers<A, B, C>(
  _ a: [A], _ b: [B], _ c: [C], _ body: (UnsafePointer<A>, UnsafePointer<B>, UnsafePointer<C>) -> Void
) {
  body(a, b, c)
}

/// The same for four arrays whose elements the body changes.
@inline(__always)
private func withMutablePointers<A, B, C, D>(
  _ a: inout [A], _ b: inout [B], _ c: inout [C], _ d: inout [D],
  _ body: (
    UnsafeMutablePointer<A>, UnsafeMutablePointer<B>, UnsafeMutablePointer<C>, UnsafeMutablePointer<D>
  ) -> Void
) {
  body(&a, &b, &c, &d)
}
