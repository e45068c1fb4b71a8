/// Readings of document symbols that a recogniser garbled: each group of letters is one of the list, or two of them.
struct SymbolReader {
  let lexicon: GarbledLexicon
  private var search = TrieSearch()

  init(lexicon: GarbledLexicon) { self.lexicon = lexicon }

  /// Appends the readings of a document symbol.
  mutating func append(_ text: String, into list: inout [Candidate]) {
    if text.utf8.count > SearchLimits.longestSymbol || text.contains(where: { $0 == "@" || $0 == ":" || $0 == "." }) {
      return list.append(Candidate(Symbol.code, cost: 0, text: text))
    }
    let isKnown = text.split { $0 == "-" || $0 == "/" }.allSatisfy { part in
      !part.contains(where: \.isLetter)
        || !knownParts(Self.withoutZero(String(part))).isEmpty
    }
    for reading in readings(of: text) {
      var candidate = Candidate(Symbol.code, cost: DecoderWeights.channelShare * reading.cost, text: reading.text)
      if !isKnown { candidate.ceiling = DecoderWeights.UnknownWord.symbolCeiling }
      list.append(candidate)
    }
  }

  /// The likeliest readings of the symbol: those of its groups put together, with the signs between them.
  private mutating func readings(of text: String) -> [(text: String, cost: Float)] {
    var readings: [(text: String, cost: Float)] = [("", 0)], part = "", isFirst = true
    for character in text + "/" {
      if character != "-", character != "/" {
        part.append(character)
        continue
      }
      let parts: [(text: String, cost: Float)] = isFirst ? numberParts(part) : symbolParts(part)
      isFirst = false
      readings = readings.flatMap { head in
        parts.map { (head.text + $0.text + String(character), head.cost + $0.cost) }
      }
      readings.sort { ($0.cost, $0.text) < ($1.cost, $1.text) }
      readings.removeLast(max(0, readings.count - SearchLimits.symbolReadings))
      part = ""
    }
    return readings.map { (String($0.text.dropLast()), $0.cost) }
  }

  /// The readings of the first group, which is a number more often than not: `Ol-KH/BCD` is `01-KH/BCĐ`.
  private mutating func numberParts(_ part: String) -> [(text: String, cost: Float)] {
    let parts = symbolParts(part)
    guard part.count <= Self.longestNumber, part.contains(where: \.isLetter) else { return parts }
    var figures = ""
    for letter in part {
      guard let figure = letter.isNumber ? letter : Self.figures[letter] else { return parts }
      figures.append(figure)
    }
    let isUnknown = knownParts(part).isEmpty
    return [(figures, DecoderWeights.Sign.lettersAsNumber)] + (isUnknown ? [] : parts)
  }

  /// A group of letters whose first was read as a zero, `0D`, with an O in its place, which Q and Đ are near.
  private static func withoutZero(_ part: String) -> String {
    let rest = part.dropFirst()
    return part.first == "0" && rest.contains(where: \.isLetter) && !rest.contains(where: \.isNumber)
      ? "O" + rest : part
  }

  /// Figures that letters of their shape may be, and how many a number has at most.
  private static let figures: [Character: Character] = ["O": "0", "o": "0", "Q": "0", "l": "1", "I": "1", "|": "1"]
  private static let longestNumber = 4

  /// The likeliest readings of one group; the group itself where it is a number or no known group is near.
  private mutating func symbolParts(_ part: String) -> [(text: String, cost: Float)] {
    let part = Self.withoutZero(part)
    guard part.contains(where: \.isLetter), part.first?.isNumber == false,
      part.count <= SearchLimits.longestSymbolPart
    else { return [(part, Float(0))] }
    var found = knownParts(part)
    if found.isEmpty || found[0].cost > SearchLimits.symbolPartIsPoor, part.count >= SearchLimits.shortestGlued {
      for cut in part.indices.dropFirst(SearchLimits.shortestHalf).dropLast(SearchLimits.shortestHalf - 1) {
        guard let head = knownParts(String(part[..<cut])).first, let tail = knownParts(String(part[cut...])).first
        else { continue }
        found.append((head.text + tail.text, head.cost + tail.cost + DecoderWeights.Space.gluedSymbolParts))
      }
      found.sort { ($0.cost, $0.text) < ($1.cost, $1.text) }
    }
    return found.isEmpty ? [(text: part, cost: Float(0))] : Array(found.prefix(SearchLimits.symbolPartReadings))
  }

  /// The groups of the list that are near a group, with their costs, the cheapest first.
  private mutating func knownParts(_ part: String) -> [(text: String, cost: Float)] {
    let seen = part.unicodeScalars.map { lexicon.channel.knownCode(of: $0.value) }
    search.enter(seen, lexicon.channel)
    search.run(in: lexicon.partTrie, lexicon.channel, as: .lower)
    let limit = SearchLimits.symbolPart + SearchLimits.symbolPartPerCharacter * Float(seen.count)
    return search.matches.filter { $0.cost < limit }
      .map { (lexicon.parts[$0.word].text, $0.cost + DecoderWeights.frequencyShare * lexicon.parts[$0.word].cost) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
  }
}
