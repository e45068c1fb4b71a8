internal import Vietnamese

/// Readings of text that a recogniser garbled, by the channel that was learned for it.
struct GarbledSource: CandidateSource {
  let vocabulary: WordList
  let language: LanguageModel
  private let channel: ChannelIndex
  private var symbols: SymbolReader
  var syllables: SyllableReader
  private var terms: TermReader
  private let gluedWords: GluedWordReader
  private let loneSigns: LoneSignReader
  /// The channel after the first pass over the document; nil before.
  private var adapted: ChannelIndex?

  var signsAreLetters: Bool { true }

  typealias Sign = DecoderWeights.Sign

  /// What may stand behind a word as a quotation mark, or be a part of its last letter.
  private static let quotes: Set<Character> = ["'", "’", "\"", "”", "?"]

  init(lexicon: GarbledLexicon, vocabulary: WordList, language: LanguageModel, terms: [String]) {
    self.vocabulary = vocabulary
    self.language = language
    channel = lexicon.channel
    symbols = SymbolReader(lexicon: lexicon)
    syllables = SyllableReader(lexicon: lexicon)
    self.terms = TermReader(terms, lexicon.channel, vocabulary)
    gluedWords = GluedWordReader(language: language)
    loneSigns = LoneSignReader(lexicon)
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
      appendWord(readAs: text, into: &list)
    default: list.append(Candidate(Symbol.of(kind), cost: 0, text: text))
    }
  }

  func tornCost(letters: Int) -> Float {
    letters < DecoderWeights.Space.shortWord ? DecoderWeights.Space.tornShort : DecoderWeights.Space.torn
  }

  func knownWord(_ text: String) -> UInt16? { vocabulary.exact(text) ?? vocabulary.exact(smallLetters(text)) }

  // MARK: - Words

  private mutating func appendWord(_ seen: String, into list: inout [Candidate]) {
    // The language model has tone marks in the old places only, so that the word is looked up with its mark there.
    let text = placingTone(of: seen, .old)
    let first = list.count
    list.append(identity(text, Symbol.unknown(CaseShape(of: text))))
    if text.unicodeScalars.count > SearchLimits.longestToken || isStrange(text) { return }
    appendKnown(text, into: &list)
    appendLookalike(text, into: &list)
    syllables.append(text, penalty: 0, keeping: SearchLimits.readings, into: &list)
    // The answer is taken first: a slice of the list that lives on would have the whole list copied.
    let isFar = isFar(list[(first + 1)...], text.unicodeScalars.count)
    if isFar { appendWithoutDust(text, into: &list) }
    terms.append(text, into: &list)
    if let last = text.last, Self.quotes.contains(last) { appendQuoted(String(text.dropLast()), last, into: &list) }
    keepBest(from: first, of: &list)
    loneSigns.append(text, into: &list)
    if isPoor(list[(first + 1)...], text) { gluedWords.append(text, &syllables, into: &list) }
  }

  /// The reading that leaves the text as it was read.
  private func identity(_ text: String, _ word: UInt16) -> Candidate {
    typealias Unknown = DecoderWeights.UnknownWord
    let cost = Unknown.base + Unknown.perCharacter * Float(text.unicodeScalars.count)
    var identity = Candidate(word, cost: DecoderWeights.channelShare * cost, text: text)
    identity.ceiling = Unknown.garbledCeiling
    return identity
  }

  /// Whether more than a third of the characters are unknown to the channel: another script, or debris of the scan.
  private func isStrange(_ text: String) -> Bool {
    let seen = channel.codes(of: text)
    return 3 * seen.count { $0 == 0 } > seen.count
  }

  /// Costs above this say that a token may be two words, before the channel's share: so much for each character, and no
  /// more than `most`.
  private enum Poor { static let extraCharacters = 3, most = 9 }

  /// Whether no reading explains what was seen well, so that it may be two words.
  private func isPoor(_ found: ArraySlice<Candidate>, _ text: String) -> Bool {
    let count = text.unicodeScalars.count
    guard count >= SearchLimits.shortestGlued, text.unicodeScalars.allSatisfy({ ScalarClass($0.value) == .letter })
    else { return false }
    return isFar(found, count)
  }

  /// Whether all readings of so many characters are far from what was seen.
  func isFar(_ found: ArraySlice<Candidate>, _ count: Int) -> Bool {
    let best = found.map(\.cost).min() ?? .infinity
    return best > DecoderWeights.channelShare * Float(min(Poor.most, count + Poor.extraCharacters))
  }

  /// The readings of a word whose last character is a quotation mark, or a question mark. The latter is dropped: it is
  /// the hook of `ử` or `ả`, since administrative papers ask no questions.
  private mutating func appendQuoted(_ text: String, _ quote: Character, into list: inout [Candidate]) {
    var readings: [Candidate] = []
    appendKnown(text, into: &readings)
    let isDouble = quote == "\"" || quote == "”", isHook = quote == "?"
    let penalty = isDouble ? Sign.doubleQuote : isHook ? Sign.hook : Sign.quote
    syllables.append(text, penalty: penalty, into: &readings)
    for var reading in readings {
      if !isHook { reading.text.append(quote) }
      list.append(reading)
    }
  }

  /// Appends the foreign word, name or abbreviation of the lexicon that was read letter for letter: `Krông`, `Đắk` and
  /// `website` are no syllables, and words. Small letters with marks that are no syllable are a misprint (`thựchiện`).
  private func appendKnown(_ text: String, into list: inout [Candidate]) {
    let perLetter = DecoderWeights.channelShare * DecoderWeights.UnknownWord.knownForeignPerLetter
    let isUpper = CaseShape(of: text) == .upper
    for word in vocabulary.words(withKey: folded(smallLetters(text))) {
      let flags = vocabulary.flags(word), known = vocabulary.text(word)
      guard !flags.contains(.syllable), text.isASCII || flags.contains(.title) else { continue }
      guard known == text || isUpper && CaseShape.upper.applied(to: known) == text else { continue }
      list.append(Candidate(word, cost: perLetter * Float(text.unicodeScalars.count), text: text))
    }
  }

  /// Drops all but the likeliest readings; the frequency of each word counts in part.
  private func keepBest(from first: Int, of list: inout [Candidate]) {
    guard list.count - first > SearchLimits.readings else { return }
    let found = (first + 1)..<list.count
    var ranked = found.map { place in
      let cost = min(list[place].cost, list[place].initialCost)
      return (rank: cost + DecoderWeights.frequencyShare * language.cost(of: list[place].words.0), place: place)
    }
    ranked.sort { $0.rank != $1.rank ? $0.rank < $1.rank : list[$0.place].text < list[$1.place].text }
    let kept = ranked.prefix(SearchLimits.readings).map { list[$0.place] }
    list.replaceSubrange(found, with: kept)
  }

  /// Appends the readings of a number and a word without a space between them: `11thang` is `11 tháng`.
  private mutating func appendSplitNumber(_ text: String, into list: inout [Candidate]) {
    let digits = text.prefix { $0.isNumber }
    let rest = text.dropFirst(digits.count)
    let lengths = Self.shortestAfterNumber...SearchLimits.longestToken
    guard !digits.isEmpty, lengths.contains(rest.count), rest.allSatisfy(\.isLetter) else { return }
    var tail: [Candidate] = []
    syllables.append(String(rest), penalty: DecoderWeights.Space.afterNumber, into: &tail)
    for var candidate in tail.sorted(by: { $0.cost < $1.cost }).prefix(SearchLimits.splitNumbers) {
      candidate.words = (Symbol.number, candidate.words.0, 0)
      candidate.wordCount = 2
      candidate.channel = Candidate.noChannel
      candidate.text = digits + " " + candidate.text
      list.append(candidate)
    }
  }

  /// Letters of the shortest word that is parted from a number before it.
  private static let shortestAfterNumber = 3

  // MARK: - The document's own misreadings

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
    let alignment = Alignment(seen: channel.codes(of: seen), adapted)
    for index in range where list[index].channel >= 0 {
      let cost = alignment.cost(of: channel.codes(of: list[index].text))
      let change = DecoderWeights.channelShare * (cost - list[index].channel)
      list[index].cost += change
      list[index].initialCost += change
      list[index].channel = cost
    }
  }
}
