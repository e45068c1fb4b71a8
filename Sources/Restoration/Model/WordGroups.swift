/// For every word of the model, those of the same letters without marks and case that are frequent enough to be mistaken
/// for it, each with its own share among them.
struct WordGroups {
  /// Nats by which a word may be rarer than the most frequent of its letters.
  private static let leastShare: Float = 6.5
  /// Words of one group at most.
  static let most = 12

  /// The words of all groups, and by word: where its group begins and ends there. Empty for symbols.
  let members: [UInt16]
  private let ranges: [Range<Int32>]
  /// Natural logarithms of the shares, in the order of `members`.
  let logShares: [Float]

  init(_ vocabulary: WordList, _ language: LanguageModel) {
    var members: [UInt16] = [], ranges = [Range<Int32>](repeating: 0..<0, count: 1 << 16)
    vocabulary.forEachKey { words in
      let costs = words.map(language.cost(of:)), least = costs.min() ?? 0
      let kept = zip(words, costs).filter { $1 <= least + Self.leastShare }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
      guard kept.count > 1 else { return }
      let start = Int32(members.count)
      members += kept.prefix(Self.most).map(\.0)
      for word in words { ranges[Int(word)] = start..<Int32(members.count) }
    }
    self.members = members
    self.ranges = ranges
    logShares = members.map { -language.cost(of: $0) }
  }

  /// Where the members of a word's group are; empty where no other word has its letters.
  @inline(__always)
  func range(of word: UInt16) -> Range<Int> {
    let range = ranges[Int(word)]
    return Int(range.lowerBound)..<Int(range.upperBound)
  }
}
