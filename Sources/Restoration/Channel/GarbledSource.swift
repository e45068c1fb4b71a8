internal import Vietnamese

/// Readings of text that a recogniser garbled, by the channel learned for it.
struct GarbledSource: CandidateSource {
  let lexicon: GarbledLexicon
  let vocabulary: Vocabulary
  let language: LanguageModel
  private var symbols: SymbolReader
  private var search = TrieSearch()
  /// Local words, and the trie of them.
  private let terms: [GarbledLexicon.Entry]
  private let termTrie: WordTrie
  private var adapted: ChannelIndex?

  var signsAreLetters: Bool { true }
  /// Of two signs that stand alone almost anything can be made: debris is full of them.
  func tornCost(letters: Int) -> Float { letters < 3 ? 10 : 5 }

  /// What the channel's cost weighs against the language model's.
  private let weight: Float = 0.7
  /// Most characters of what may be one word or two.
  private static let longestWord = 14
  /// Most readings of one word.
  private static let most = 24
  private static let strayCapital: Float = 3
  private static let lostCapital: Float = 3.5
  /// A small letter read as its capital, of which it differs in size only.
  private static let twinCapital: Float = 3
  private static let twins: Set<Unicode.Scalar> = ["c", "o", "s", "u", "v", "x", "k", "p"]
  /// A word all in capitals of which one letter only was read as a capital.
  private static let loneCapital: Float = 5

  init(lexicon: GarbledLexicon, vocabulary: Vocabulary, language: LanguageModel, terms: [String]) {
    self.lexicon = lexicon
    self.vocabulary = vocabulary
    self.language = language
    symbols = SymbolReader(lexicon: lexicon)
    self.terms = Set(terms.flatMap { $0.split(separator: " ").map(String.init) }).sorted().map { term in
      let word = vocabulary.exact(term) ?? Symbol.unknown(CaseShape(of: term))
      return GarbledLexicon.Entry(text: term, lower: word, title: word, cost: 0)
    }
    termTrie = WordTrie(self.terms.map { $0.text.unicodeScalars.map { lexicon.channel.knownCode(of: $0.value) } })
  }

  mutating func append(for text: String, kind: Piece.Kind, into list: inout [Candidate]) {
    switch kind {
    case .code: symbols.append(text, into: &list)
    case .word: appendWord(text, into: &list)
    case .mixed:
      var identity = Candidate(Symbol.mixed, cost: weight * identityCost(text), text: text)
      identity.ceiling = Self.unknownCeiling
      list.append(identity)
      appendWord(text, into: &list)
      appendSplitNumber(text, into: &list)
    case .number:
      list.append(Candidate(Symbol.number, cost: 0, text: text))
      if text.utf8.count <= 3, text.utf8.contains(UInt8(ascii: "6")) || text.utf8.contains(UInt8(ascii: "0")) {
        appendSyllables(text, penalty: 2, into: &list)
      }
    default: list.append(Candidate(Symbol.of(kind), cost: 0, text: text))
    }
  }

  func knownWord(_ text: String) -> UInt16? { vocabulary.exact(text) ?? vocabulary.exact(smallLetters(text)) }

  mutating func adapt(to evidence: [(seen: String, meant: String, weight: Float)]) {
    let words = evidence.map {
      ChannelAdaptation.Evidence(seen: codes($0.seen), meant: codes($0.meant), weight: $0.weight)
    }
    adapted = ChannelAdaptation(lexicon.channel, words).adapted()
  }

  func reweigh(_ list: inout [Candidate], of units: [UnitPlan]) {
    guard let adapted else { return }
    for unit in units where list[unit.candidates].contains(where: { $0.channel >= 0 }) {
      reweigh(&list, unit.candidates, seen: unit.text, adapted)
    }
  }

  private func reweigh(_ list: inout [Candidate], _ range: Range<Int>, seen: String, _ adapted: ChannelIndex) {
    var alignment = Alignment(seen: codes(seen), adapted)
    for index in range where list[index].channel >= 0 {
      let channel = alignment.cost(of: codes(list[index].text))
      let change = weight * (channel - list[index].channel)
      list[index].cost += change
      list[index].initialCost += change
      list[index].channel = channel
    }
  }

  private func codes(_ text: String) -> [UInt8] {
    lexicon.channel.codes(of: text)
  }

  private func identityCost(_ text: String) -> Float { 5 + 2.2 * Float(text.unicodeScalars.count) }

  private mutating func appendWord(_ seen: String, into list: inout [Candidate]) {
    // The model writes tones in the old places; what was read is looked for there, and left where it is right.
    let text = placingTone(of: seen, .old)
    let shape = CaseShape(of: text), first = list.count
    var identity = Candidate(Symbol.unknown(shape), cost: weight * identityCost(text), text: text)
    identity.ceiling = Self.unknownCeiling
    list.append(identity)
    if text.unicodeScalars.count > Self.longestWord || isStrange(text) { return }
    appendKnown(text, into: &list)
    appendSyllables(text, penalty: 0, isRanked: true, into: &list)
    appendTerms(text, into: &list)
    if let last = text.last, Self.quotes.contains(last) { appendQuoted(String(text.dropLast()), last, into: &list) }
    keepBest(from: first, of: &list)
    if isPoor(list[(first + 1)...], text) { appendPairs(text, into: &list) }
  }

  /// Whether a third of the characters is foreign to the channel: another script, or debris.
  private func isStrange(_ text: String) -> Bool {
    let seen = codes(text)
    return 3 * seen.count { $0 == 0 } > seen.count
  }

  /// Words of the user's own list cost less than any other reading.
  private mutating func appendTerms(_ text: String, into list: inout [Candidate]) {
    if terms.isEmpty { return }
    search.enter(codes(text), lexicon.channel)
    search.run(in: termTrie, lexicon.channel, as: .lower)
    for match in search.matches {
      let entry = terms[match.word]
      list.append(
        Candidate(entry.lower, cost: weight * match.cost - Self.termBonus, channel: match.cost, text: entry.text))
    }
  }

  /// What is left as it was read for want of a known word.
  private static let unknownCeiling: Float = 2
  private static let termBonus: Float = 6

  /// Whether nothing found explains what was seen, so that it may be two words.
  private func isPoor(_ found: ArraySlice<Candidate>, _ text: String) -> Bool {
    let count = text.unicodeScalars.count
    guard count >= 4, text.unicodeScalars.allSatisfy({ ScalarClass($0.value) == .letter }) else { return false }
    let best = found.map(\.cost).min() ?? .infinity
    return best > weight * Float(min(9, count + 3))
  }

  /// `vềbiện` → `về biện`, `BanChidao` → `Ban Chỉ`, …: every cut into two words.
  private mutating func appendPairs(_ text: String, into list: inout [Candidate]) {
    let scalars = Array(text.unicodeScalars)
    var pairs: [Candidate] = []
    for cut in 2..<(scalars.count - 1) {
      let heads = best(String(String.UnicodeScalarView(scalars[..<cut])))
      if heads.isEmpty { continue }
      for tail in best(String(String.UnicodeScalarView(scalars[cut...]))) {
        for head in heads {
          var pair = Candidate(
            head.words.0, cost: head.cost + tail.cost + Self.lostSpace, text: head.text + " " + tail.text)
          pair.words.1 = tail.words.0
          pair.wordCount = 2
          pairs.append(pair)
        }
      }
    }
    pairs.sort { ($0.cost, $0.text) < ($1.cost, $1.text) }
    list.append(contentsOf: pairs.prefix(8))
  }

  /// A space that was not seen.
  private static let lostSpace: Float = 3

  private mutating func best(_ text: String) -> [Candidate] {
    var found: [Candidate] = []
    // Halves of a word must be read nearly right: a narrow search, since there is one for every cut.
    let (ceiling, spread) = (search.ceiling, search.spread)
    (search.ceiling, search.spread) = (2, 4)
    appendSyllables(text, penalty: 0, into: &found)
    (search.ceiling, search.spread) = (ceiling, spread)
    let ranked = found.filter { $0.cost < weight * 5 }
      .map { (rank: $0.cost + 0.5 * language.cost(of: $0.words.0), candidate: $0) }
      .sorted { ($0.rank, $0.candidate.text) < ($1.rank, $1.candidate.text) }
    return ranked.prefix(3).map(\.candidate)
  }

  private static let quotes: Set<Character> = ["'", "’", "\"", "”", "?"]

  /// The readings of a word with a quotation mark after it. A question mark is the hook of `ử` or `ả`: plans ask nothing.
  private mutating func appendQuoted(_ text: String, _ quote: Character, into list: inout [Candidate]) {
    var readings: [Candidate] = []
    appendKnown(text, into: &readings)
    let isDouble = quote == "\"" || quote == "”", isHook = quote == "?"
    appendSyllables(text, penalty: isDouble ? 0.5 : isHook ? 3 : 5, into: &readings)
    for var reading in readings {
      if !isHook { reading.text.append(quote) }
      list.append(reading)
    }
  }

  /// Foreign words and abbreviations that are read right.
  private func appendKnown(_ text: String, into list: inout [Candidate]) {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return }
    for word in vocabulary.words(withKey: smallLetters(text)) {
      guard !vocabulary.flags(word).contains(.syllable), vocabulary.text(word) == text else { continue }
      list.append(Candidate(word, cost: weight * 0.1 * Float(text.utf8.count), text: text))
    }
  }

  /// Appends the syllables and abbreviations that what was seen may be; with `isRanked`, those alone that can be among
  /// the best that the caller keeps.
  private mutating func appendSyllables(
    _ text: String, penalty: Float, isRanked: Bool = false, into list: inout [Candidate]
  ) {
    search.enter(codes(text), lexicon.channel)
    let isWeak = text.unicodeScalars.count < 3 || text.unicodeScalars.count(where: { isCapital($0.value) }) < 2
    for shape in Self.shapes(text) {
      search.run(in: lexicon.syllableTrie, lexicon.channel, as: shape)
      let limit = isRanked ? rankLimit(shape, penalty) : .infinity
      for match in search.matches where limit == .infinity || leastRank(match, shape, penalty) <= limit {
        append(
          lexicon.syllables[match.word], as: shape, channel: match.cost, penalty: penalty, isWeak: isWeak, into: &list)
      }
      if shape == .upper {
        search.run(in: lexicon.signTrie, lexicon.channel, as: .lower)
        for match in search.matches {
          let entry = lexicon.signs[match.word]
          list.append(Candidate(entry.lower, cost: weight * match.cost + penalty, text: entry.text))
        }
      }
    }
  }

  /// The rank of the last match that can be among the best whatever else is found, so that no others need be written.
  private func rankLimit(_ shape: CaseShape, _ penalty: Float) -> Float {
    guard search.matches.count > Self.most else { return .infinity }
    let ranks = search.matches.map { leastRank($0, shape, penalty) }.sorted()
    return ranks[Self.most - 1] + Self.strayCapital + Self.lostCapital
  }

  /// At most what the better of a match's readings ranks, as `keepBest` does.
  private func leastRank(_ match: TrieSearch.Match, _ shape: CaseShape, _ penalty: Float) -> Float {
    weight * match.cost + penalty + 0.5 * lexicon.syllables[match.word].cost
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

  private func append(
    _ entry: GarbledLexicon.Entry, as shape: CaseShape, channel: Float, penalty: Float, isWeak: Bool,
    into list: inout [Candidate]
  ) {
    let text = shape.applied(to: entry.text), cost = weight * channel + penalty
    func add(_ word: UInt16, more: Float = 0, moreInside: Float = 0) {
      if word == 0 { return }
      var candidate = Candidate(
        word, cost: cost + more + moreInside, initialCost: cost + more, channel: channel, text: text)
      if shape == .upper, isWeak { candidate.outsideHeading = Self.loneCapital }
      list.append(candidate)
    }
    switch shape {
    case .lower, .mixed:
      add(entry.lower)
      if entry.lower == 0 { add(entry.title, more: Self.lostCapital) }
    case .title:
      add(entry.title)
      add(entry.lower, moreInside: Self.strayCapital)
      if entry.lower != 0, Self.twins.contains(entry.text.unicodeScalars.first.map { folded($0) } ?? " ") {
        var small = Candidate(entry.lower, cost: cost + Self.twinCapital, text: entry.text)
        small.caseCost = Self.twinCapital
        list.append(small)
      }
    case .upper:
      add(entry.title)
      add(entry.lower)
    }
  }

  /// Drops all but the likeliest readings, the language model's single-word cost counted in part.
  private func keepBest(from first: Int, of list: inout [Candidate]) {
    guard list.count - first > Self.most else { return }
    let found = Array(list[(first + 1)...])
    let ranks = found.map { min($0.cost, $0.initialCost) + 0.5 * language.cost(of: $0.words.0) }
    let order = found.indices.sorted {
      ranks[$0] != ranks[$1] ? ranks[$0] < ranks[$1] : found[$0].text < found[$1].text
    }
    list.removeLast(found.count)
    for place in order.prefix(Self.most) { list.append(found[place]) }
  }

  /// `11thang` → `11 tháng`.
  private mutating func appendSplitNumber(_ text: String, into list: inout [Candidate]) {
    let digits = text.prefix { $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard !digits.isEmpty, (3...Self.longestWord).contains(rest.count), rest.allSatisfy(\.isLetter) else { return }
    var tail: [Candidate] = []
    appendSyllables(String(rest), penalty: 3, into: &tail)
    for var candidate in tail.sorted(by: { $0.cost < $1.cost }).prefix(16) {
      candidate.words = (Symbol.number, candidate.words.0, 0)
      candidate.wordCount = 2
      candidate.channel = -1
      candidate.text = digits + " " + candidate.text
      list.append(candidate)
    }
  }
}
