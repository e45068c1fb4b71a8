/// What a walk through a trie asks about the seen characters, as pointers into the memory of its search.
struct SeenTables {
  /// A place between the seen characters from which a match may still be reached.
  struct Place {
    /// Where its row begins in the tables of `bounds`.
    var row: Int
    /// How much the letters that are read from there on may cost, nats.
    var budget: Float
  }

  let edges: UnsafePointer<SeenEdges.Edge>
  /// See `SeenEdges.starts`.
  let starts: UnsafePointer<Int32>
  let deletion: UnsafePointer<Float>
  /// See `SeenEdges.remainders`.
  let remainder: UnsafePointer<Float>
  /// The tables of `bounds`, and by height whether its table was made.
  let made: UnsafeMutablePointer<Float>
  let isMade: UnsafeMutablePointer<Bool>
  /// Room for the places of each row of a walk.
  let places: UnsafeMutablePointer<Place>
  /// Places between and around the seen characters.
  let width: Int

  /// Cells of a row without its margin: `width`, and more behind up to whole lanes, which no match comes from.
  var lanes: Int { Self.lanes(width) }
  var stride: Int { lanes &+ TrieSearch.margin }
  var remainderStride: Int { SeenEdges.stride(of: width &- 1) }

  static func lanes(_ width: Int) -> Int { (width &+ Lanes.count &- 1) & ~(Lanes.count &- 1) }

  /// The edges of a letter alone, and of it and the one before it.
  @inline(__always)
  func singles(_ letter: UInt8) -> Range<Int> {
    Int(starts[2 &* Int(letter)])..<Int(starts[2 &* Int(letter) &+ 1])
  }
  @inline(__always)
  func pairs(_ letter: UInt8) -> Range<Int> {
    Int(starts[2 &* Int(letter) &+ 1])..<Int(starts[2 &* Int(letter) &+ 2])
  }

  /// By place and letter, the least that a letter which was read by itself from there on can cost, together with what the
  /// characters behind it cost in `height` letters at most, nats.
  @inline(__always)
  func bounds(height: Int) -> UnsafePointer<Float> {
    let table = made + height &* width &* ChannelIndex.codeCount
    if !isMade[height] { make(table, height) }
    return UnsafePointer(table)
  }

  @inline(never)
  private func make(_ table: UnsafeMutablePointer<Float>, _ height: Int) {
    typealias Unseen = DecoderWeights.Unseen
    isMade[height] = true
    let rest = remainder + height * remainderStride
    for place in 0..<width {
      let far = min(rest[place + 2] + Unseen.expansion, rest[place + 3] + Unseen.tripling)
      let unseen = SIMD4(repeating: min(rest[place + 1] + Unseen.substitution, far)), lost = rest[place]
      for code in Swift.stride(from: 0, to: ChannelIndex.codeCount, by: Lanes.count) {
        let bound = Lanes.lesser(Lanes.load(deletion + code) + lost, unseen)
        Lanes.store(bound, table + (place * ChannelIndex.codeCount + code))
      }
    }
    for letter in 0..<ChannelIndex.codeCount {
      for index in singles(UInt8(letter)) {
        let edge = edges[index], place = Int(edge.from) * ChannelIndex.codeCount + letter
        table[place] = min(table[place], edge.cost + rest[Int(edge.to)])
      }
    }
  }
}
