/// Finds the words of a trie that a channel could have turned into what was seen, with their costs.
///
/// A branch is left as soon as its cheapest cell, with the least that the rest of the seen characters can cost in the
/// letters that may follow, is over the limit. The best match is sought first: it sets the limit for the others.
struct TrieSearch {
  struct Match {
    var word: Int
    var cost: Float
  }

  /// How much worse than the best a match may be, nats.
  var spread: Float = 9
  /// No match costs more than this for each seen character, plus a constant.
  var ceiling: Float = 10

  /// Infinite cells before each row, so that a row is computed without asking where it begins.
  static let margin = 3
  /// By seen characters that are explained, a row for each meant letter of the branch.
  private var cells: [Float] = []
  private var edges = SeenEdges()
  /// The least that a match costs that has the edge.
  private var least: [Float] = []
  /// By the most letters that may follow, the least that the characters from a place to the end cost.
  private var remainders: [Float] = []
  /// Those that matter for the limit, and for each letter where they start.
  private var useful: [SeenEdges.Edge] = []
  private var starts: [Int32] = Array(repeating: 0, count: 257)
  private var width = 0
  private var limit: Float = 0
  /// How far the best match is looked for from the least that any could cost, one after the other, nats.
  private static let steps: [Float] = [4, 8, 12, .infinity]
  private(set) var matches: [Match] = []

  /// Names what was seen; the searches that follow are for it.
  mutating func enter(_ seen: [UInt8], _ channel: ChannelIndex) {
    edges = channel.edges(seen)
    width = seen.count + 1
    remainders = edges.remainders(count: seen.count, letters: WordTrie.longest)
    let before = edges.before(seen.count), whole = WordTrie.longest * (seen.count + 4)
    least = edges.edges.map { before[Int($0.from)] + $0.cost + remainders[whole + Int($0.to)] }
  }

  /// Finds the matches; `shape` is how the trie's small letters were written on the page.
  mutating func run(in trie: WordTrie, _ channel: ChannelIndex, as shape: CaseShape) {
    matches.removeAll(keepingCapacity: true)
    let ceiling = ceiling + Float(width - 1) * 1.2
    prepare(depth: trie.depth)
    guard let best = best(within: ceiling, trie, channel, shape) else { return }
    matches.removeAll(keepingCapacity: true)
    limit = min(ceiling, best + spread)
    search(trie, channel, shape, seeksBest: false)
  }

  /// The cost of the best match. Most often it is little more than the least that any could cost.
  private mutating func best(
    within ceiling: Float, _ trie: WordTrie, _ channel: ChannelIndex, _ shape: CaseShape
  ) -> Float? {
    for step in Self.steps {
      limit = min(ceiling, remainders[WordTrie.longest * (width + 3)] + step)
      search(trie, channel, shape, seeksBest: true)
      if let best = matches.last?.cost { return best }
      if limit >= ceiling { break }
    }
    return nil
  }

  private mutating func prepare(depth: Int) {
    let stride = width + Self.margin
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
    for rest in letter..<257 { starts[rest] = Int32(truncatingIfNeeded: useful.count) }
  }

  private mutating func search(_ trie: WordTrie, _ channel: ChannelIndex, _ shape: CaseShape, seeksBest: Bool) {
    selectEdges()
    let matches = trie.nodes.withUnsafeBufferPointer { nodes in
      channel.capital.withUnsafeBufferPointer { capital in
        channel.deletion.withUnsafeBufferPointer { deletion in
          remainders.withUnsafeBufferPointer { remainder in
            useful.withUnsafeBufferPointer { edges in
              starts.withUnsafeBufferPointer { starts in
                cells.withUnsafeMutableBufferPointer { cells in
                  var walk = TrieWalk(
                    nodes: nodes, capital: capital, deletion: deletion, remainder: remainder, edges: edges,
                    starts: starts, cells: cells, stride: width + Self.margin, half: cells.count / 2, shape: shape,
                    seeksBest: seeksBest, limit: limit, matches: self.matches)
                  walk.begin()
                  return walk.matches
                }
              }
            }
          }
        }
      }
    }
    self.matches = matches
  }
}
