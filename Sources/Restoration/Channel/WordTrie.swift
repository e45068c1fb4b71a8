/// Words by their letters (a prefix tree), for searches that leave a branch as soon as it costs too much.
struct WordTrie: Sendable {
  struct Node: Sendable {
    /// The letter that leads here, as a channel's code.
    var letter: UInt8
    /// How many letters the longest word has after this one.
    var height: UInt8 = 0
    /// How many children there are, and the index of the first; the others follow it.
    var childCount: UInt8 = 0
    var firstChild: Int32 = 0
    /// Index of the word that ends here; −1 where none does.
    var word: Int32 = -1
  }

  private(set) var nodes: [Node] = [Node(letter: 0)]
  /// Letters of the longest word.
  private(set) var depth = 0
  /// Letters of the longest word that a trie takes; longer ones are left out.
  static let longest = 12

  /// - Parameter words: distinct words as codes of their letters. A word with a letter that has no code (0) is left
  ///   out.
  init(_ words: [[UInt8]]) {
    let order = words.indices.filter { !words[$0].contains(0) && words[$0].count <= Self.longest }
      .sorted { words[$0].lexicographicallyPrecedes(words[$1]) }
    depth = order.map { words[$0].count }.max() ?? 0
    var level: [(node: Int, range: Range<Int>)] = [(0, 0..<order.count)]
    for position in 0...depth {
      var next: [(node: Int, range: Range<Int>)] = []
      for (node, range) in level { expand(node, range, at: position, words, order, into: &next) }
      level = next
    }
    // Children have higher indices than their parents, so that backwards every child comes first.
    for node in nodes.indices.reversed() where nodes[node].childCount > 0 {
      let first = Int(nodes[node].firstChild)
      let tallest = nodes[first..<(first + Int(nodes[node].childCount))].map(\.height).max() ?? 0
      nodes[node].height = tallest + 1
    }
  }

  private mutating func expand(
    _ node: Int, _ range: Range<Int>, at position: Int, _ words: [[UInt8]], _ order: [Int],
    into next: inout [(node: Int, range: Range<Int>)]
  ) {
    var start = range.lowerBound
    while start < range.upperBound, words[order[start]].count == position {
      nodes[node].word = Int32(order[start])
      start += 1
    }
    nodes[node].firstChild = Int32(nodes.count)
    while start < range.upperBound {
      let letter = words[order[start]][position]
      var end = start
      while end < range.upperBound, words[order[end]][position] == letter { end += 1 }
      next.append((nodes.count, start..<end))
      nodes.append(Node(letter: letter))
      nodes[node].childCount += 1
      start = end
    }
  }
}
