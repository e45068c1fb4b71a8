internal import Vietnamese

/// Readings of garbled letters as syllables and abbreviations of the lexicon, in each case that they may have had in
/// print.
struct SyllableReader {
  /// A case that the letters may have had in print, and what it costs beyond the channel.
  private struct Appearance {
    var shape: CaseShape
    /// Nats.
    var penalty: Float
    /// Whether too few capitals were read for a word in capitals.
    var isWeak: Bool
    /// What a capital costs at the start where a sign was read, which has no case: `¢d` is `cố` sooner than `Cố`, nats.
    var bareStart: Float
  }

  private let lexicon: GarbledLexicon
  private var search = TrieSearch()

  private typealias LetterCase = DecoderWeights.LetterCase

  /// Letters whose capital differs in size only.
  private static let twins: [Unicode.Scalar] = ["c", "o", "s", "u", "v", "x"]
  /// Letters, and capitals among them, below which a word in capitals is doubtful outside a heading.
  private static let leastLetters = 3, leastCapitals = 2

  init(lexicon: GarbledLexicon) { self.lexicon = lexicon }

  /// Appends the readings of the letters; `penalty` is added to the cost of each, nats. `most` is how many readings the
  /// caller keeps: those that cannot be among them are left out.
  mutating func append(_ text: String, penalty: Float, keeping most: Int = .max, into list: inout [Candidate]) {
    search.enter(lexicon.channel.codes(of: text), lexicon.channel)
    let capitals = text.unicodeScalars.count { isCapital($0.value) }
    let isWeak = text.unicodeScalars.count < Self.leastLetters || capitals < Self.leastCapitals
    let bareStart = text.unicodeScalars.first.map { ScalarClass($0.value) } == .sign ? LetterCase.bareStart : 0
    for shape in Self.shapes(text) {
      let appearance = Appearance(shape: shape, penalty: penalty, isWeak: isWeak, bareStart: bareStart)
      search.run(in: lexicon.syllableTrie, lexicon.channel, as: shape)
      let limit = rankLimit(most, penalty)
      for match in search.matches where limit == .infinity || leastRank(match, penalty) <= limit {
        append(match, appearance, into: &list)
      }
      if shape == .upper { appendSigns(penalty, into: &list) }
    }
  }

  /// The readings of letters that were read nearly right. The search is narrow, since a glued word has many cuts.
  mutating func nearest(_ text: String) -> [Candidate] {
    var found: [Candidate] = []
    let (ceiling, spread) = (search.ceiling, search.spread)
    (search.ceiling, search.spread) = (SearchLimits.halfCeiling, SearchLimits.halfSpread)
    append(text, penalty: 0, into: &found)
    (search.ceiling, search.spread) = (ceiling, spread)
    return found
  }

  /// Abbreviations, which are written in capitals only.
  private mutating func appendSigns(_ penalty: Float, into list: inout [Candidate]) {
    search.run(in: lexicon.signTrie, lexicon.channel, as: .lower)
    for match in search.matches {
      let entry = lexicon.signs[match.word]
      list.append(Candidate(entry.lower, cost: DecoderWeights.channelShare * match.cost + penalty, text: entry.text))
    }
  }

  /// The rank beyond which a match cannot be among the best `most` readings, whatever its case costs.
  private func rankLimit(_ most: Int, _ penalty: Float) -> Float {
    guard search.matches.count > most else { return .infinity }
    let ranks = search.matches.map { leastRank($0, penalty) }.sorted()
    return ranks[most - 1] + LetterCase.strayCapital + LetterCase.lostCapital
  }

  /// A lower bound of the ranks of a match's readings.
  private func leastRank(_ match: TrieSearch.Match, _ penalty: Float) -> Float {
    DecoderWeights.channelShare * match.cost + penalty + DecoderWeights.frequencyShare
      * lexicon.syllables[match.word].cost
  }

  /// The cases that the letters may have had in print.
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

  /// Appends a match as a common word and as a name, each if the model has it.
  private func append(_ match: TrieSearch.Match, _ seen: Appearance, into list: inout [Candidate]) {
    let entry = lexicon.syllables[match.word]
    let text = seen.shape.applied(to: entry.text), cost = DecoderWeights.channelShare * match.cost + seen.penalty
    func add(_ word: UInt16, more: Float = 0, moreInside: Float = 0) {
      if word == 0 { return }
      var candidate = Candidate(
        word, cost: cost + more + moreInside, initialCost: cost + more, channel: match.cost, text: text)
      if seen.shape == .upper, seen.isWeak { candidate.outsideHeading = LetterCase.loneCapital }
      list.append(candidate)
    }
    switch seen.shape {
    case .lower, .mixed:
      add(entry.lower)
      if entry.lower == 0 { add(entry.title, more: LetterCase.lostCapital) }
    case .title:
      add(entry.title, moreInside: seen.bareStart)
      add(entry.lower, moreInside: LetterCase.strayCapital + seen.bareStart)
      if let small = Self.twin(of: entry, cost: cost, isBare: seen.bareStart > 0) { list.append(small) }
    case .upper:
      add(entry.title)
      add(entry.lower)
    }
  }

  /// The word in small letters, if its first letter looks like its capital or a sign was read for it, which is `isBare`;
  /// nil otherwise.
  private static func twin(of entry: GarbledLexicon.Entry, cost: Float, isBare: Bool) -> Candidate? {
    guard entry.lower != 0, isBare || twins.contains(entry.text.unicodeScalars.first.map { folded($0) } ?? " ") else {
      return nil
    }
    let more = isBare ? 0 : LetterCase.twinCapital
    var small = Candidate(entry.lower, cost: cost + more, text: entry.text)
    small.caseCost = more
    return small
  }
}
