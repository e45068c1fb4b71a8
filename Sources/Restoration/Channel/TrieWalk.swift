/// One walk through a trie. Its memory belongs to the search that makes it.
struct TrieWalk {
  let nodes: UnsafePointer<WordTrie.Node>
  let capital: UnsafePointer<UInt8>
  let seen: SeenTables
  /// A row for each meant letter of the branch, with the least cost up to each place of what was seen.
  let cells: UnsafeMutablePointer<Float>
  let shape: CaseShape
  let seeksBest: Bool
  var limit: Float
  var matches: [TrieSearch.Match]

  /// Costs that were added up in another order differ by less than this, nats.
  static let rounding: Float = 0.001

  mutating func begin() { descend(0, row: TrieSearch.margin, previous: 0) }

  /// Goes on from a node. `row` is where the row of the node's letter begins in `cells`, `previous` is that letter; 0
  /// at the root.
  private mutating func descend(_ node: Int, row: Int, previous: UInt8) {
    let (word, first, count) = (nodes[node].word, Int(nodes[node].firstChild), Int(nodes[node].childCount))
    if word >= 0 { reach(Int(word), row) }
    if count == 0 { return }
    let isRaised = shape == .upper || (shape == .title && row == TrieSearch.margin)
    let places = openPlaces(row, height: Int(nodes[node].height))
    for child in first..<(first &+ count) {
      let letter = isRaised ? capital[Int(nodes[child].letter)] : nodes[child].letter
      let height = Int(nodes[child].height)
      guard mayFollow(places, letter, height: height) || mayFollow(row, letter, previous, height: height) else {
        continue
      }
      fill(row, letter, previous)
      descend(child, row: row &+ seen.stride, previous: letter)
    }
  }

  /// Adds the word that ends at a node, if its cost is within the limit.
  private mutating func reach(_ word: Int, _ row: Int) {
    let cost = cells[row &+ seen.width &- 1]
    guard cost <= limit else { return }
    matches.append(TrieSearch.Match(word: word, cost: cost))
    if seeksBest { limit = cost }
  }

  /// The places of a row from which a match may still be reached with `height` letters at most, and how much the letters
  /// may cost there, nats. They stay in the memory of the row.
  private func openPlaces(_ row: Int, height: Int) -> UnsafeBufferPointer<SeenTables.Place> {
    let open = seen.places + row, rest = height &* seen.remainderStride
    var count = 0
    for column in 0..<seen.width {
      let budget = limit + Self.rounding - cells[row &+ column]
      if seen.remainder[rest &+ column] > budget { continue }
      open[count] = SeenTables.Place(row: column &* ChannelIndex.codeCount, budget: budget)
      count &+= 1
    }
    return UnsafeBufferPointer(start: open, count: count)
  }

  /// Whether some word may be a match whose next letter was read by itself at one of the places, with `height` letters
  /// after it at most.
  @inline(__always)
  private func mayFollow(
    _ places: UnsafeBufferPointer<SeenTables.Place>, _ letter: UInt8, height: Int
  ) -> Bool {
    let bounds = seen.bounds(height: height) + Int(letter)
    for place in places where bounds[place.row] <= place.budget { return true }
    return false
  }

  /// The same if the letter was read together with the one before it.
  @inline(__always)
  private func mayFollow(_ row: Int, _ letter: UInt8, _ previous: UInt8, height: Int) -> Bool {
    if previous == 0 || seen.pairs(letter).isEmpty { return false }
    let rest = height &* seen.remainderStride, before = row &- seen.stride
    for index in seen.pairs(letter) where seen.edges[index].first == previous {
      let edge = seen.edges[index]
      let cost = cells[before &+ Int(edge.from)] + edge.cost + seen.remainder[rest &+ Int(edge.to)]
      if cost <= limit + Self.rounding { return true }
    }
    return false
  }

  /// Computes the row of one more letter.
  @inline(__always)
  private func fill(_ row: Int, _ letter: UInt8, _ previous: UInt8) {
    let next = row &+ seen.stride, lost = seen.deletion[Int(letter)]
    var lane = 0
    while lane < seen.lanes {
      Lanes.store(Lanes.unseen(from: cells + (row &+ lane), step: -1, lost: lost), cells + (next &+ lane))
      lane &+= Lanes.count
    }
    for index in seen.singles(letter) {
      let edge = seen.edges[index], cell = next &+ Int(edge.to)
      cells[cell] = min(cells[cell], cells[row &+ Int(edge.from)] + edge.cost)
    }
    if previous == 0 { return }
    for index in seen.pairs(letter) where seen.edges[index].first == previous {
      let edge = seen.edges[index], cell = next &+ Int(edge.to)
      cells[cell] = min(cells[cell], cells[row &- seen.stride &+ Int(edge.from)] + edge.cost)
    }
  }
}

/// Four neighbouring cells at once.
enum Lanes {
  static let count = 4

  @inline(__always)
  static func load(_ cells: UnsafePointer<Float>) -> SIMD4<Float> {
    UnsafeRawPointer(cells).loadUnaligned(as: SIMD4<Float>.self)
  }

  @inline(__always)
  static func store(_ lanes: SIMD4<Float>, _ cells: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(cells).storeBytes(of: lanes, as: SIMD4<Float>.self)
  }

  @inline(__always)
  static func lesser(_ a: SIMD4<Float>, _ b: SIMD4<Float>) -> SIMD4<Float> { b.replacing(with: a, where: a .< b) }

  /// The least cost of one letter of which nothing was read (`lost`), or one, two or three characters in no known way. What
  /// is beyond the letter stands `step` cells further for each character.
  @inline(__always)
  static func unseen(from cells: UnsafePointer<Float>, step: Int, lost: Float) -> SIMD4<Float> {
    typealias Unseen = DecoderWeights.Unseen
    let near = lesser(load(cells) + lost, load(cells + step) + Unseen.substitution)
    return lesser(near, lesser(load(cells + 2 * step) + Unseen.expansion, load(cells + 3 * step) + Unseen.tripling))
  }
}
