/// Finds the words of a trie that a channel could have turned into what was seen, with their costs.
struct TrieSearch {
  struct Match {
    var word: Int
    var cost: Float
  }

  /// How much worse than the best a match may be, nats.
  var spread: Float = 9
  /// No match costs more than this for each seen character, plus a constant.
  var ceiling: Float = 10

  private var columns: [Float] = []
  private var edges: [ChannelIndex.Edge] = []
  private var starts: [Int] = []
  private var width = 0
  private var best: Float = 0
  private(set) var matches: [Match] = []

  /// Finds the matches; `shape` is how the trie's small letters were written on the page.
  mutating func run(_ seen: [UInt8], in trie: WordTrie, _ channel: ChannelIndex, as shape: CaseShape) {
    matches.removeAll(keepingCapacity: true)
    (edges, starts) = channel.edges(seen)
    width = seen.count + 1
    best = ceiling + Float(seen.count) * 1.2
    columns = Array(repeating: .infinity, count: width * (trie.depth + 1))
    for column in 0..<width { columns[column] = column == 0 ? 0 : .infinity }
    descend(0, depth: 0, previous: 0, trie, channel, shape)
    let limit = best
    matches.removeAll { $0.cost > limit }
  }

  private mutating func descend(
    _ node: Int, depth: Int, previous: UInt8, _ trie: WordTrie, _ channel: ChannelIndex, _ shape: CaseShape
  ) {
    let word = trie.nodes[node].word
    if word >= 0 {
      let cost = columns[depth * width + width - 1]
      if cost <= best {
        matches.append(Match(word: Int(word), cost: cost))
        best = min(best, cost + spread)
      }
    }
    let first = Int(trie.nodes[node].firstChild)
    for child in first..<(first + Int(trie.nodes[node].childCount)) {
      let letter = trie.nodes[child].letter
      let raised = shape == .upper || (shape == .title && depth == 0)
      let meant = raised ? channel.capital[Int(letter)] : letter
      if fill(depth + 1, meant: meant, previous: previous, channel) <= best {
        descend(child, depth: depth + 1, previous: meant, trie, channel, shape)
      }
    }
  }

  /// Computes the column of one more meant letter; its least value bounds everything below.
  private mutating func fill(_ depth: Int, meant: UInt8, previous: UInt8, _ channel: ChannelIndex) -> Float {
    let base = depth * width, above = base - width
    var least = Float.infinity
    let deletion = channel.deletion[Int(meant)]
    columns.withUnsafeMutableBufferPointer { columns in
      for column in 0..<width {
        var cost = columns[above + column] + deletion
        if column > 0 { cost = min(cost, columns[above + column - 1] + ChannelIndex.unseenSubstitution) }
        if column > 1 { cost = min(cost, columns[above + column - 2] + ChannelIndex.unseenExpansion) }
        if column > 2 { cost = min(cost, columns[above + column - 3] + ChannelIndex.unseenTriple) }
        columns[base + column] = cost
      }
      for index in starts[Int(meant)]..<starts[Int(meant) + 1] {
        let edge = edges[index]
        let row: Int
        if edge.first == 0 {
          row = above
        } else if edge.first == previous, depth > 1 {
          row = above - width
        } else {
          continue
        }
        let cost = columns[row + Int(edge.from)] + edge.cost
        if cost < columns[base + Int(edge.to)] { columns[base + Int(edge.to)] = cost }
      }
      for column in 0..<width { least = min(least, columns[base + column]) }
    }
    return least
  }
}
