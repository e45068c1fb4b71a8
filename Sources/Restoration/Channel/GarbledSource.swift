internal import Vietnamese

/// Readings of text that a recogniser garbled, by the channel learned for it.
struct GarbledSource: CandidateSource {
  let vocabulary: WordList
  let language: LanguageModel
  private let channel: ChannelIndex
  private var symbols: SymbolReader
  private var syllables: SyllableReader
  private var terms: TermReader
  private let gluedWords: GluedWordReader
  /// The channel as the document itself taught it.
  private var adapted: ChannelIndex?

  var signsAreLetters: Bool { true }
  /// Of two signs that stand alone almost anything can be made: debris is full of them.
  func tornCost(letters: Int) -> Float { letters < 3 ? 10 : 5 }

  /// Most characters of what may be one word or two.
  private static let longestWord = 14
  /// Most readings of one word.
  private static let most = 24
  /// How sure what is left as it was read can be, for want of a known word.
  private static let unknownCeiling: Float = 2
  private static let quotes: Set<Character> = ["'", "’", "\"", "”", "?"]

  init(lexicon: GarbledLexicon, vocabulary: WordList, language: LanguageModel, terms: [String]) {
    self.vocabulary = vocabulary
    self.language = language
    channel = lexicon.channel
    symbols = SymbolReader(lexicon: lexicon)
    syllables = SyllableReader(lexicon: lexicon)
    self.terms = TermReader(terms, lexicon.channel, vocabulary)
    gluedWords = GluedWordReader(language: language)
  }

  mutating func append(for text: String, kind: Piece.Kind, into list: inout [Candidate]) {
    switch kind {
    case .code: symbols.append(text, into: &list)
    case .word: appendWord(text, into: &list)
    case .mixed:
      list.append(identity(text, Symbol.mixed))
      appendWord(text, into: &list)
      appendSplitNumber(text, into: &list)
    case .number:
      list.append(Candidate(Symbol.number, cost: 0, text: text))
      if text.utf8.count <= 3, text.utf8.contains(UInt8(ascii: "6")) || text.utf8.contains(UInt8(ascii: "0")) {
        syllables.append(text, penalty: 2, into: &list)
      }
    default: list.append(Candidate(Symbol.of(kind), cost: 0, text: text))
    }
  }

  func knownWord(_ text: String) -> UInt16? { vocabulary.exact(text) ?? vocabulary.exact(smallLetters(text)) }

  // MARK: - Words

  private mutating func appendWord(_ seen: String, into list: inout [Candidate]) {
    // The model writes tones in the old places; what was read is looked for there, and left where it is right.
    let text = placingTone(of: seen, .old)
    let first = list.count
    list.append(identity(text, Symbol.unknown(CaseShape(of: text))))
    if text.unicodeScalars.count > Self.longestWord || isStrange(text) { return }
    appendKnown(text, into: &list)
    syllables.append(text, penalty: 0, keeping: Self.most, into: &list)
    terms.append(text, into: &list)
    if let last = text.last, Self.quotes.contains(last) { appendQuoted(String(text.dropLast()), last, into: &list) }
    keepBest(from: first, of: &list)
    if isPoor(list[(first + 1)...], text) { gluedWords.append(text, &syllables, into: &list) }
  }

  /// What was read, left as it is.
  private func identity(_ text: String, _ word: UInt16) -> Candidate {
    let cost = ChannelIndex.weight * (5 + 2.2 * Float(text.unicodeScalars.count))
    var identity = Candidate(word, cost: cost, text: text)
    identity.ceiling = Self.unknownCeiling
    return identity
  }

  /// Whether a third of the characters is foreign to the channel: another script, or debris.
  private func isStrange(_ text: String) -> Bool {
    let seen = channel.codes(of: text)
    return 3 * seen.count { $0 == 0 } > seen.count
  }

  /// Whether nothing found explains what was seen, so that it may be two words.
  private func isPoor(_ found: ArraySlice<Candidate>, _ text: String) -> Bool {
    let count = text.unicodeScalars.count
    guard count >= 4, text.unicodeScalars.allSatisfy({ ScalarClass($0.value) == .letter }) else { return false }
    let best = found.map(\.cost).min() ?? .infinity
    return best > ChannelIndex.weight * Float(min(9, count + 3))
  }

  /// The readings of a word with a quotation mark after it. A question mark is the hook of `ử` or `ả`: plans ask nothing.
  private mutating func appendQuoted(_ text: String, _ quote: Character, into list: inout [Candidate]) {
    var readings: [Candidate] = []
    appendKnown(text, into: &readings)
    let isDouble = quote == "\"" || quote == "”", isHook = quote == "?"
    syllables.append(text, penalty: isDouble ? 0.5 : isHook ? 3 : 5, into: &readings)
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
      list.append(Candidate(word, cost: ChannelIndex.weight * 0.1 * Float(text.utf8.count), text: text))
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
    syllables.append(String(rest), penalty: 3, into: &tail)
    for var candidate in tail.sorted(by: { $0.cost < $1.cost }).prefix(16) {
      candidate.words = (Symbol.number, candidate.words.0, 0)
      candidate.wordCount = 2
      candidate.channel = -1
      candidate.text = digits + " " + candidate.text
      list.append(candidate)
    }
  }

  // MARK: - What the document teaches

  mutating func adapt(to evidence: [(seen: String, meant: String, weight: Float)]) {
    let words = evidence.map {
      ChannelAdaptation.Evidence(
        seen: channel.codes(of: $0.seen), meant: channel.codes(of: $0.meant), weight: $0.weight)
    }
    adapted = ChannelAdaptation(channel, words).adapted()
  }

  func reweigh(_ list: inout [Candidate], of units: [UnitPlan]) {
    guard let adapted else { return }
    for unit in units where list[unit.candidates].contains(where: { $0.channel >= 0 }) {
      reweigh(&list, unit.candidates, seen: unit.text, adapted)
    }
  }

  private func reweigh(_ list: inout [Candidate], _ range: Range<Int>, seen: String, _ adapted: ChannelIndex) {
    var alignment = Alignment(seen: channel.codes(of: seen), adapted)
    for index in range where list[index].channel >= 0 {
      let cost = alignment.cost(of: channel.codes(of: list[index].text))
      let change = ChannelIndex.weight * (cost - list[index].channel)
      list[index].cost += change
      list[index].initialCost += change
      list[index].channel = cost
    }
  }
}
