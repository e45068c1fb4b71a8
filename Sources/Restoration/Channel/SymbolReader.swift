/// Readings of document symbols that a recogniser garbled: group by group, from the list of groups.
struct SymbolReader {
  let lexicon: GarbledLexicon
  private var search = TrieSearch()

  /// What the channel's cost weighs.
  private static let weight: Float = 0.7
  /// A group of letters that is in no list.
  private static let unknownCeiling: Float = 3
  /// Longer ones, in bytes, are addresses or debris.
  private static let longest = 60

  init(lexicon: GarbledLexicon) { self.lexicon = lexicon }

  /// A document symbol: each group of letters as the known groups that it most likely was.
  mutating func append(_ text: String, into list: inout [Candidate]) {
    if text.utf8.count > Self.longest || text.contains(where: { $0 == "@" || $0 == ":" || $0 == "." }) {
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
    let isKnown = text.split { $0 == "-" || $0 == "/" }.allSatisfy { part in
      !part.contains(where: \.isLetter) || !knownParts(String(part)).isEmpty
    }
    for reading in readings {
      var candidate = Candidate(
        Symbol.code, cost: Self.weight * reading.cost, text: String(reading.text.dropLast()))
      if !isKnown { candidate.ceiling = Self.unknownCeiling }
      list.append(candidate)
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
    let seen = part.unicodeScalars.map { lexicon.channel.knownCode(of: $0.value) }
    search.enter(seen, lexicon.channel)
    search.run(in: lexicon.partTrie, lexicon.channel, as: .lower)
    let limit = 6 + 1.5 * Float(seen.count)
    return search.matches.filter { $0.cost < limit }
      .map { (lexicon.parts[$0.word].text, $0.cost + 0.5 * lexicon.parts[$0.word].cost) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
  }
}
