/// What the neighbours on both sides say of the readings of a place, on the second pass: the neighbours are what the
/// first pass read.
final class SentenceContext {
  private let model: ContextModel
  private let groups: WordGroups
  private var words: [UInt16] = []
  /// Which place the costs of a word are of, by word; the number of a place is `turn` plus its index.
  private var places = [Int](repeating: -1, count: 1 << 16)
  private var costs = [Float](repeating: 0, count: 1 << 16)
  private var turn = 0
  private let scratch = UnsafeMutablePointer<Float>.allocate(capacity: WordGroups.most)

  init(_ model: ContextModel) { (self.model, groups) = (model, model.groups) }

  deinit { scratch.deallocate() }

  /// Tells which words a paragraph has by its first reading.
  func enter(_ words: [UInt16]) {
    turn += self.words.count
    self.words = words
  }

  /// By how much the neighbours of a place make a word less likely than it is by itself, nats; 0 for a word that no
  /// other shares its letters with.
  func cost(of word: UInt16, at place: Int) -> Float {
    let group = groups.range(of: word)
    if group.isEmpty { return 0 }
    if places[Int(groups.members[group.lowerBound])] != turn + place { fill(group, at: place) }
    return places[Int(word)] == turn + place ? costs[Int(word)] : 0
  }

  private func fill(_ group: Range<Int>, at place: Int) {
    words.withUnsafeBufferPointer { model.costs(of: group, at: place, in: $0, into: scratch) }
    for (index, member) in group.enumerated() {
      let word = Int(groups.members[member])
      (places[word], costs[word]) = (turn + place, scratch[index])
    }
  }
}
