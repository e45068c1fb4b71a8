internal import Vietnamese

/// Readings of text that a recogniser garbled, by the channel learned for it.
struct GarbledSource: CandidateSource {
  let lexicon: GarbledLexicon
  let vocabulary: Vocabulary
  let language: LanguageModel
  private var search = TrieSearch()
  private var adapted: ChannelIndex?

  var signsAreLetters: Bool { true }

  /// What the channel's cost weighs against the language model's.
  private let weight: Float = Tune.c
  /// Most readings of one word.
  private static let most = 24
  private static let strayCapital: Float = 3
  private static let lostCapital: Float = 3.5
  /// A small letter read as its capital, of which it differs in size only.
  private static let twinCapital: Float = 3
  private static let twins: Set<Unicode.Scalar> = ["c", "o", "s", "u", "v", "x", "k", "p"]
  /// A word all in capitals of which one letter only was read as a capital.
  private static let loneCapital: Float = 5

  init(lexicon: GarbledLexicon, vocabulary: Vocabulary, language: LanguageModel) {
    self.lexicon = lexicon
    self.vocabulary = vocabulary
    self.language = language
  }

  mutating func append(for text: String, kind: Piece.Kind, into list: inout [Candidate]) {
    switch kind {
    case .code: appendCodes(text, into: &list)
    case .word: appendWord(text, into: &list)
    case .mixed:
      list.append(Candidate(Symbol.mixed, cost: weight * identityCost(text), text: text))
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

  mutating func adapt(to evidence: [(seen: String, meant: String, weight: Float)]) {
    let words = evidence.map {
      ChannelAdaptation.Evidence(seen: codes($0.seen), meant: codes($0.meant), weight: $0.weight)
    }
    adapted = ChannelAdaptation(lexicon.channel, words).adapted()
  }

  func reweigh(_ list: inout [Candidate], _ range: Range<Int>, seen: String) {
    guard let adapted else { return }
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
    text.unicodeScalars.map { lexicon.channel.knownCode(of: $0.value) }
  }

  private func identityCost(_ text: String) -> Float { 5 + 2.2 * Float(text.unicodeScalars.count) }

  private mutating func appendWord(_ text: String, into list: inout [Candidate]) {
    let shape = CaseShape(of: text), first = list.count
    list.append(Candidate(Symbol.unknown(shape), cost: weight * identityCost(text), text: text))
    if text.unicodeScalars.count > 14 { return }
    appendKnown(text, into: &list)
    appendSyllables(text, penalty: 0, into: &list)
    if let last = text.last, Self.quotes.contains(last) { appendQuoted(String(text.dropLast()), last, into: &list) }
    keepBest(from: first, of: &list)
  }

  private static let quotes: Set<Character> = ["'", "’", "\"", "”"]

  /// The readings of a word with a quotation mark after it.
  private mutating func appendQuoted(_ text: String, _ quote: Character, into list: inout [Candidate]) {
    var readings: [Candidate] = []
    appendKnown(text, into: &readings)
    let isHorn = text.last.map { "ouOU".contains($0) } ?? false
    appendSyllables(text, penalty: isHorn ? 5 : 0.5, into: &readings)
    for var reading in readings {
      reading.text.append(quote)
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

  private mutating func appendSyllables(_ text: String, penalty: Float, into list: inout [Candidate]) {
    let seen = codes(text),
      isWeak = text.unicodeScalars.count < 3 || text.unicodeScalars.count(where: { isCapital($0.value) }) < 2
    for shape in Self.shapes(text) {
      search.run(seen, in: lexicon.syllableTrie, lexicon.channel, as: shape)
      for match in search.matches {
        append(
          lexicon.syllables[match.word], as: shape, channel: match.cost, penalty: penalty, isWeak: isWeak, into: &list)
      }
      if shape == .upper {
        search.run(seen, in: lexicon.signTrie, lexicon.channel, as: .lower)
        for match in search.matches {
          let entry = lexicon.signs[match.word]
          list.append(Candidate(entry.lower, cost: weight * match.cost + penalty, text: entry.text))
        }
      }
    }
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
        list.append(Candidate(entry.lower, cost: cost + Self.twinCapital, text: entry.text))
      }
    case .upper:
      add(entry.title)
      add(entry.lower)
    }
  }

  /// Drops all but the likeliest readings, the language model's single-word cost counted in part.
  private func keepBest(from first: Int, of list: inout [Candidate]) {
    guard list.count - first > Self.most else { return }
    let ranked = list[(first + 1)...].map {
      (rank: min($0.cost, $0.initialCost) + 0.5 * language.cost(of: $0.words.0), candidate: $0)
    }
    .sorted { ($0.rank, $0.candidate.text) < ($1.rank, $1.candidate.text) }
    list.removeLast(list.count - first - 1)
    list.append(contentsOf: ranked.prefix(Self.most).map(\.candidate))
  }

  /// `11thang` → `11 tháng`.
  private mutating func appendSplitNumber(_ text: String, into list: inout [Candidate]) {
    let digits = text.prefix { $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard !digits.isEmpty, rest.count >= 3, rest.allSatisfy(\.isLetter) else { return }
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

  /// A document symbol: each group of letters as the known groups that it most likely was.
  private mutating func appendCodes(_ text: String, into list: inout [Candidate]) {
    if text.contains(where: { $0 == "@" || $0 == ":" || $0 == "." }) {
      return list.append(Candidate(Symbol.code, cost: 0, text: text))
    }
    var readings: [(text: String, cost: Float)] = [("", 0)], part = ""
    for character in text + "/" {
      if character != "-", character != "/" {
        part.append(character)
        continue
      }
      let parts: [(text: String, cost: Float)] = symbolParts(part)
      readings = readings.flatMap { head in parts.map { (head.text + $0.text + String(character), head.cost + $0.cost) }
      }
      readings.sort { ($0.cost, $0.text) < ($1.cost, $1.text) }
      readings.removeLast(max(0, readings.count - 6))
      part = ""
    }
    for reading in readings {
      list.append(Candidate(Symbol.code, cost: weight * reading.cost, text: String(reading.text.dropLast())))
    }
  }

  private mutating func symbolParts(_ part: String) -> [(text: String, cost: Float)] {
    guard part.contains(where: \.isLetter), part.first?.isNumber == false, part.count <= 12 else {
      return [(part, Float(0))]
    }
    var found = knownParts(part)
    if found.isEmpty || found[0].cost > 3, part.count >= 4 {
      for cut in part.indices.dropFirst(2).dropLast() {
        guard let head = knownParts(String(part[..<cut])).first, let tail = knownParts(String(part[cut...])).first
        else { continue }
        found.append((head.text + tail.text, head.cost + tail.cost + Self.joinedParts))
      }
      found.sort { ($0.cost, $0.text) < ($1.cost, $1.text) }
    }
    return found.isEmpty ? [(text: part, cost: Float(0))] : Array(found.prefix(4))
  }

  /// Two groups written as one that is in no list.
  private static let joinedParts: Float = 2

  private mutating func knownParts(_ part: String) -> [(text: String, cost: Float)] {
    let seen = codes(part)
    search.run(seen, in: lexicon.partTrie, lexicon.channel, as: .lower)
    let limit = 6 + 1.5 * Float(seen.count)
    return search.matches.filter { $0.cost < limit }
      .map { (lexicon.parts[$0.word].text, $0.cost + 0.5 * lexicon.parts[$0.word].cost) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
  }
}
