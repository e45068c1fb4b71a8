/// One walk through a trie. Its memory belongs to the search that makes it.
struct TrieWalk {
  let nodes: UnsafeBufferPointer<WordTrie.Node>
  let capital: UnsafeBufferPointer<UInt8>
  let deletion, remainder: UnsafeBufferPointer<Float>
  let edges: UnsafeBufferPointer<SeenEdges.Edge>
  let starts: UnsafeBufferPointer<Int32>
  /// A row for each meant letter of the branch, with the least cost up to each place of what was seen. In the second
  /// half, from `half` on, a row for each of what it brings to the next row if the next letter was read in no known
  /// way.
  let cells: UnsafeMutableBufferPointer<Float>
  let stride, half: Int
  let shape: CaseShape
  let seeksBest: Bool
  var limit: Float
  var matches: [TrieSearch.Match]

  /// Costs that were added up in another order differ by less than this, nats.
  static let rounding: Float = 0.001

  private var width: Int { stride &- TrieSearch.margin }

  mutating func begin() { descend(0, row: TrieSearch.margin, previous: 0) }

  /// Goes on from a node. `row` is where the row of the node's letter begins in `cells`, `previous` is that letter; 0
  /// at the root.
  private mutating func descend(_ node: Int, row: Int, previous: UInt8) {
    let word = nodes[node].word
    if word >= 0 { reach(Int(word), row) }
    let first = Int(nodes[node].firstChild), count = Int(nodes[node].childCount)
    if count == 0 { return }
    let (lost, unseen) = prepare(row, height: Int(nodes[node].height) &- 1)
    let isRaised = shape == .upper || (shape == .title && row == TrieSearch.margin)
    for child in first..<(first &+ count) {
      let letter = isRaised ? capital[Int(nodes[child].letter)] : nodes[child].letter
      let rest = Int(nodes[child].height) &* stride
      let bound = bound(row, letter, previous, min(lost + deletion[Int(letter)], unseen), rest)
      if bound > limit + Self.rounding { continue }
      fill(row, letter, previous)
      descend(child, row: row &+ stride, previous: letter)
    }
  }

  /// Adds the word that ends at a node, if its cost is within the limit.
  private mutating func reach(_ word: Int, _ row: Int) {
    let cost = cells[row &+ width &- 1]
    guard cost <= limit else { return }
    matches.append(TrieSearch.Match(word: word, cost: cost))
    if seeksBest { limit = cost }
  }

  /// Computes what a row brings to the next one if the next letter was read in no known way.
  ///
  /// - Returns: the least cost of a match if the letter was read so (`unseen`), and if nothing was read of it (`lost`,
  ///   without the cost of the loss).
  @inline(__always)
  private func prepare(_ row: Int, height: Int) -> (lost: Float, unseen: Float) {
    let unseen = half &+ row, rest = height &* stride
    var least = Float.infinity, lost = Float.infinity
    for column in 0..<width {
      let cell = row &+ column
      let far = min(
        cells[cell &- 2] + DecoderWeights.Unseen.expansion, cells[cell &- 3] + DecoderWeights.Unseen.tripling)
      let cost = min(cells[cell &- 1] + DecoderWeights.Unseen.substitution, far)
      cells[unseen &+ column] = cost
      least = min(least, cost + remainder[rest &+ column])
      lost = min(lost, cells[cell] + remainder[rest &+ column])
    }
    return (lost, least)
  }

  /// The least cost of a match with one more letter; `unknown` is that without a known rule for the letter.
  @inline(__always)
  private func bound(_ row: Int, _ letter: UInt8, _ previous: UInt8, _ unknown: Float, _ rest: Int) -> Float {
    var least = unknown
    for index in Int(starts[Int(letter)])..<Int(starts[Int(letter) &+ 1]) {
      guard let origin = origin(of: edges[index], row, previous) else { continue }
      least = min(least, cells[origin] + edges[index].cost + remainder[rest &+ Int(edges[index].to)])
    }
    return least
  }

  /// The cell that an edge starts from; nil if the first of its two letters is not the one before.
  @inline(__always)
  private func origin(of edge: SeenEdges.Edge, _ row: Int, _ previous: UInt8) -> Int? {
    if edge.first == 0 { return row &+ Int(edge.from) }
    return edge.first == previous ? row &- stride &+ Int(edge.from) : nil
  }

  /// Computes the row of one more letter.
  @inline(__always)
  private func fill(_ row: Int, _ letter: UInt8, _ previous: UInt8) {
    let next = row &+ stride, unseen = half &+ row, lost = deletion[Int(letter)]
    for column in 0..<width { cells[next &+ column] = min(cells[row &+ column] + lost, cells[unseen &+ column]) }
    for index in Int(starts[Int(letter)])..<Int(starts[Int(letter) &+ 1]) {
      guard let origin = origin(of: edges[index], row, previous) else { continue }
      let cell = next &+ Int(edges[index].to)
      cells[cell] = min(cells[cell], cells[origin] + edges[index].cost)
    }
  }
}
