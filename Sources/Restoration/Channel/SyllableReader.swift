internal import Vietnamese

/// Readings of garbled letters as the syllables and abbreviations of the lexicon, in the shapes they could have had.
struct SyllableReader {
  /// How the letters stood on the page, and what that costs beyond the channel.
  private struct Appearance {
    var shape: CaseShape
    var penalty: Float
    /// Whether too few capitals were seen for a word all in capitals.
    var isWeak: Bool
  }

  private let lexicon: GarbledLexicon
  private var search = TrieSearch()

  private static let strayCapital: Float = 3
  private static let lostCapital: Float = 3.5
  /// A small letter read as its capital, of which it differs in size only.
  private static let twinCapital: Float = 3
  private static let twins: Set<Unicode.Scalar> = ["c", "o", "s", "u", "v", "x", "k", "p"]
  /// A word all in capitals of which one letter only was read as a capital.
  private static let loneCapital: Float = 5

  init(lexicon: GarbledLexicon) { self.lexicon = lexicon }

  /// Appends what the letters may be, every reading `penalty` nats dearer. Readings that cannot be among as many of the
  /// best as the caller keeps are left out.
  mutating func append(_ text: String, penalty: Float, keeping most: Int = .max, into list: inout [Candidate]) {
    search.enter(lexicon.channel.codes(of: text), lexicon.channel)
    let isWeak = text.unicodeScalars.count < 3 || text.unicodeScalars.count(where: { isCapital($0.value) }) < 2
    for shape in Self.shapes(text) {
      let appearance = Appearance(shape: shape, penalty: penalty, isWeak: isWeak)
      search.run(in: lexicon.syllableTrie, lexicon.channel, as: shape)
      let limit = rankLimit(most, penalty)
      for match in search.matches where limit == .infinity || leastRank(match, penalty) <= limit {
        append(match, appearance, into: &list)
      }
      if shape == .upper { appendSigns(penalty, into: &list) }
    }
  }

  /// What the letters may be where they were read nearly right: a narrow search, since a word has many cuts.
  mutating func nearest(_ text: String) -> [Candidate] {
    var found: [Candidate] = []
    let (ceiling, spread) = (search.ceiling, search.spread)
    (search.ceiling, search.spread) = (2, 4)
    append(text, penalty: 0, into: &found)
    (search.ceiling, search.spread) = (ceiling, spread)
    return found
  }

  /// Abbreviations, which are written in capitals only.
  private mutating func appendSigns(_ penalty: Float, into list: inout [Candidate]) {
    search.run(in: lexicon.signTrie, lexicon.channel, as: .lower)
    for match in search.matches {
      let entry = lexicon.signs[match.word]
      list.append(Candidate(entry.lower, cost: ChannelIndex.weight * match.cost + penalty, text: entry.text))
    }
  }

  /// The rank of the last match that can be among the best whatever else is found, so that no others need be written.
  private func rankLimit(_ most: Int, _ penalty: Float) -> Float {
    guard search.matches.count > most else { return .infinity }
    let ranks = search.matches.map { leastRank($0, penalty) }.sorted()
    return ranks[most - 1] + Self.strayCapital + Self.lostCapital
  }

  /// At most what the better of a match's readings ranks among the readings of the word.
  private func leastRank(_ match: TrieSearch.Match, _ penalty: Float) -> Float {
    ChannelIndex.weight * match.cost + penalty + 0.5 * lexicon.syllables[match.word].cost
  }

  /// The shapes that what was seen could have had on the page.
  private static func shapes(_ text: String) -> [CaseShape] {
    var capitals = 0, small = 0
    var startsSmall = false
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if isCapital(scalar.value) {
        capitals += 1
      } else if capitalLetter(scalar.value) != scalar.value {
        small += 1
        if index == 0 { startsSmall = true }
      }
    }
    var shapes: [CaseShape] = []
    if capitals <= small + 1 { shapes.append(.lower) }
    if !startsSmall, capitals <= small + 1 || capitals + small < 3 { shapes.append(.title) }
    if capitals >= 2 || (capitals == 1 && small <= 1) { shapes.append(.upper) }
    return shapes
  }

  /// The readings of a match: as a common word and as a name, as far as the model knows both.
  private func append(_ match: TrieSearch.Match, _ seen: Appearance, into list: inout [Candidate]) {
    let entry = lexicon.syllables[match.word]
    let text = seen.shape.applied(to: entry.text), cost = ChannelIndex.weight * match.cost + seen.penalty
    func add(_ word: UInt16, more: Float = 0, moreInside: Float = 0) {
      if word == 0 { return }
      var candidate = Candidate(
        word, cost: cost + more + moreInside, initialCost: cost + more, channel: match.cost, text: text)
      if seen.shape == .upper, seen.isWeak { candidate.outsideHeading = Self.loneCapital }
      list.append(candidate)
    }
    switch seen.shape {
    case .lower, .mixed:
      add(entry.lower)
      if entry.lower == 0 { add(entry.title, more: Self.lostCapital) }
    case .title:
      add(entry.title)
      add(entry.lower, moreInside: Self.strayCapital)
      if let small = Self.twin(of: entry, cost: cost) { list.append(small) }
    case .upper:
      add(entry.title)
      add(entry.lower)
    }
  }

  /// The word in small letters where its first looks like its capital.
  private static func twin(of entry: GarbledLexicon.Entry, cost: Float) -> Candidate? {
    guard entry.lower != 0, twins.contains(entry.text.unicodeScalars.first.map { folded($0) } ?? " ") else {
      return nil
    }
    var small = Candidate(entry.lower, cost: cost + twinCapital, text: entry.text)
    small.caseCost = twinCapital
    return small
  }
}
