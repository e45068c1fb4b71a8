/// Finds the words of a trie that a channel could have turned into what was seen, with their costs.
///
/// A branch is left as soon as its cheapest cell, with the least that the rest of the seen characters can cost, is over
/// the limit. The best match is sought first: it sets the limit for the others.
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
  private static let margin = 3
  /// Sums in another order differ by less, nats.
  private static let rounding: Float = 0.001

  /// By seen characters that are explained, a row for each meant letter of the branch.
  private var cells: [Float] = []
  /// The least that the characters from here to the end cost, whatever was meant.
  private var remainder: [Float] = []
  private var edges = SeenEdges()
  private var width = 0
  private var limit: Float = 0
  private var seeksBest = false
  private(set) var matches: [Match] = []

  /// Names what was seen; the searches that follow are for it.
  mutating func enter(_ seen: [UInt8], _ channel: ChannelIndex) {
    edges = channel.edges(seen)
    width = seen.count + 1
    remainder = edges.remainders(seen.count)
  }

  /// Finds the matches; `shape` is how the trie's small letters were written on the page.
  mutating func run(in trie: WordTrie, _ channel: ChannelIndex, as shape: CaseShape) {
    matches.removeAll(keepingCapacity: true)
    let ceiling = ceiling + Float(width - 1) * 1.2
    limit = ceiling
    prepare(depth: trie.depth)
    search(trie, channel, shape, seeksBest: true)
    guard let best = matches.last?.cost else { return }
    matches.removeAll(keepingCapacity: true)
    limit = min(ceiling, best + spread)
    search(trie, channel, shape, seeksBest: false)
  }

  private mutating func prepare(depth: Int) {
    let stride = width + Self.margin
    cells.removeAll(keepingCapacity: true)
    cells.append(contentsOf: repeatElement(.infinity, count: stride * (depth + 1)))
    cells[Self.margin] = 0
  }

  private mutating func search(_ trie: WordTrie, _ channel: ChannelIndex, _ shape: CaseShape, seeksBest: Bool) {
    self.seeksBest = seeksBest
    trie.nodes.withUnsafeBufferPointer { nodes in
      channel.capital.withUnsafeBufferPointer { capital in
        descend(0, depth: 0, previous: 0, nodes, capital, channel.deletion, shape)
      }
    }
  }

  private mutating func descend(
    _ node: Int, depth: Int, previous: UInt8, _ nodes: UnsafeBufferPointer<WordTrie.Node>,
    _ capital: UnsafeBufferPointer<UInt8>, _ deletion: [Float], _ shape: CaseShape
  ) {
    let word = nodes[node].word
    if word >= 0 {
      let cost = cells[(depth + 1) * (width + Self.margin) - 1]
      if cost <= limit {
        matches.append(Match(word: Int(word), cost: cost))
        if seeksBest { limit = cost }
      }
    }
    let first = Int(nodes[node].firstChild)
    for child in first..<(first + Int(nodes[node].childCount)) {
      let letter = nodes[child].letter
      let raised = shape == .upper || (shape == .title && depth == 0)
      let meant = raised ? capital[Int(letter)] : letter
      if fill(depth + 1, meant: meant, previous: previous, deletion[Int(meant)]) {
        descend(child, depth: depth + 1, previous: meant, nodes, capital, deletion, shape)
      }
    }
  }

  /// Computes the row of one more meant letter; false where no match below can be within the limit.
  private mutating func fill(_ depth: Int, meant: UInt8, previous: UInt8, _ deletion: Float) -> Bool {
    let stride = width + Self.margin, width = width, limit = limit + Self.rounding, hasPair = depth > 1
    return cells.withUnsafeMutableBufferPointer { cells in
      let row = UnsafeMutableBufferPointer(rebasing: cells[(depth * stride)...])
      let above = UnsafeMutableBufferPointer(rebasing: cells[((depth - 1) * stride)...])
      for column in Self.margin..<(width + Self.margin) {
        let near = min(above[column] + deletion, above[column - 1] + ChannelIndex.unseenSubstitution)
        let far = min(above[column - 2] + ChannelIndex.unseenExpansion, above[column - 3] + ChannelIndex.unseenTriple)
        row[column] = min(near, far)
      }
      for edge in edges.ending(meant) {
        if edge.first != 0, edge.first != previous || !hasPair { continue }
        let origin = edge.first == 0 ? (depth - 1) * stride : (depth - 2) * stride
        let cost = cells[origin + Self.margin + Int(edge.from)] + edge.cost
        row[Self.margin + Int(edge.to)] = min(row[Self.margin + Int(edge.to)], cost)
      }
      return remainder.withUnsafeBufferPointer { remainder in
        var least = Float.infinity
        for column in 0..<width { least = min(least, row[Self.margin + column] + remainder[column]) }
        return least <= limit
      }
    }
  }
}
