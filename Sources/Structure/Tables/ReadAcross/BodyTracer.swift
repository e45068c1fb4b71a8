internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Finds the names of known bodies in lines that were read across their columns: a name's words stand on up to four lines
/// one under the other, garbled and stuck together.
struct BodyTracer: Sendable {
  /// A piece of a name on a line.
  struct Piece: Sendable {
    var line: Int
    var tokens: Range<Int>
  }

  /// A name where it was found.
  struct Trace: Sendable {
    var name: Int
    var pieces: [Piece]
    /// How many of the name's words were found.
    var words: Int
    /// The more letters stand as they should, the higher.
    var score: Double

    func overlaps(_ other: Trace) -> Bool {
      pieces.contains { piece in
        other.pieces.contains { $0.line == piece.line && $0.tokens.overlaps(piece.tokens) }
      }
    }
  }

  /// A name by its words, in plain letters (see `LooseText.plain`).
  struct Name: Sendable {
    var words: [[UInt8]]
    /// How many first words of it no other name begins with, among all names and among those of a province.
    var uniqueWords: Int
    var uniqueWordsInProvince: Int
    var letters: Int
    var isOfCommune: Bool
    var isSet: Bool

    /// The name without its first words.
    func tail(from word: Int) -> Name {
      var tail = self
      tail.words.removeFirst(word)
      tail.letters = tail.words.reduce(0) { $0 + $1.count }
      (tail.uniqueWords, tail.uniqueWordsInProvince) = (tail.words.count, tail.words.count)
      return tail
    }
  }

  let names: [String]
  private let words: ReadAcrossWords
  private let bounds: NameBounds
  private let parts: [Name]
  /// Names that lost their first words.
  private let tails: [(name: Int, tail: Name)]

  init(names: [String], words: ReadAcrossWords, bounds: NameBounds = NameBounds()) {
    (self.names, self.words, self.bounds) = (names, words, bounds)
    let texts = names.map { LooseText($0) }
    let split = texts.map { text in text.plain.split { !($0.isSmallLatin || $0.isDigit) }.map(Array.init) }
    let isOfCommune = texts.map { text in
      words.ward.endWord(of: text) || words.commune.endWord(of: text) && !words.anyCommune.end(text)
    }
    let ofProvince = zip(split, isOfCommune).filter { !$0.1 }.map(\.0)
    parts = names.indices.map { index in
      Name(
        words: split[index], uniqueWords: Self.uniqueWords(of: split[index], among: split),
        uniqueWordsInProvince: Self.uniqueWords(of: split[index], among: ofProvince),
        letters: split[index].reduce(0) { $0 + $1.count }, isOfCommune: isOfCommune[index],
        isSet: words.sets.begin(texts[index]))
    }
    tails = parts.enumerated().flatMap { index, name in
      Self.tails(of: name, among: split, bounds).map { (index, $0) }
    }
  }

  private static func uniqueWords(of name: [[UInt8]], among all: [[[UInt8]]]) -> Int {
    let unique = (1...max(1, name.count)).first { count in all.count { $0.starts(with: name.prefix(count)) } == 1 }
    return unique ?? name.count
  }

  /// The name without its first word, and the shortest end that no other name has.
  private static func tails(of name: Name, among all: [[[UInt8]]], _ bounds: NameBounds) -> [Name] {
    guard name.words.count >= bounds.wordsToLoseFirst else { return [] }
    var result = [name.tail(from: 1)]
    let shortest = (2..<max(2, name.words.count - 1)).first { count in
      all.count { $0.suffix(count).elementsEqual(name.words.suffix(count)) } == 1
    }
    if name.words.count >= bounds.wordsToLoseMore, let shortest {
      result.append(name.tail(from: name.words.count - shortest))
    }
    return result.filter {
      $0.letters >= bounds.fewestTailLetters && $0.words[0].count >= bounds.fewestTailHeadLetters
    }
  }

  /// Ends of names whose beginnings cannot be read, at the start of a cell: for rows where nobody leads.
  func tailTraces(in lines: [[InterleavedLine.Token]], besides traces: [Trace], isProvincial: Bool) -> [Trace] {
    let search = NameSearch(lines: lines, isProvincial: isProvincial, words: words, bounds: bounds)
    var found = tails.flatMap { index, tail in
      !isProvincial || !tail.isOfCommune ? search.traces(of: tail, index) : []
    }
    found.removeAll { tail in traces.contains(where: tail.overlaps) || tail.pieces.count > bounds.mostTailPieces }
    found.sort { ($0.score, $1.name) > ($1.score, $0.name) }
    return found.reduce(into: []) { kept, trace in
      if !kept.contains(where: trace.overlaps) { kept.append(trace) }
    }
  }

  /// The names in a row's lines, none over another, from top to bottom.
  func traces(in lines: [[InterleavedLine.Token]], isProvincial: Bool) -> [Trace] {
    let search = NameSearch(lines: lines, isProvincial: isProvincial, words: words, bounds: bounds)
    var found: [Trace] = []
    for (index, name) in parts.enumerated() where !isProvincial || !name.isOfCommune {
      found += search.traces(of: name, index)
    }
    found += cellTraces(in: lines, isProvincial: isProvincial)
    found.sort { ($0.score, $1.name) > ($1.score, $0.name) }
    let kept = found.reduce(into: [Trace]()) { kept, trace in
      if !kept.contains(where: trace.overlaps) { kept.append(trace) }
    }
    return Self.inOrder(kept)
  }

  static func inOrder(_ traces: [Trace]) -> [Trace] {
    traces.sorted {
      ($0.pieces[0].line, $0.pieces[0].tokens.lowerBound) < ($1.pieces[0].line, $1.pieces[0].tokens.lowerBound)
    }
  }

  /// A whole cell between two rules that is most like one name, its last word on another line or not.
  private func cellTraces(in lines: [[InterleavedLine.Token]], isProvincial: Bool) -> [Trace] {
    lines.enumerated().flatMap { index, line -> [Trace] in
      let bars = line.indices.filter { line[$0].isBar }
      return zip(bars, bars.dropFirst()).compactMap { open, close in
        let letters = line[open + 1..<close].flatMap { $0.keys.last ?? [] }
        guard letters.count >= bounds.fewestCellLetters, let near = nearest(to: letters, isProvincial: isProvincial)
        else { return nil }
        return Trace(
          name: near.name, pieces: [Piece(line: index, tokens: open + 1..<close)], words: .max,
          score: Double(letters.count - bounds.errorInCell * near.errors))
      }
    }
  }

  private func nearest(to letters: [UInt8], isProvincial: Bool) -> (name: Int, errors: Int)? {
    var best: (name: Int, errors: Int)?
    for (index, name) in parts.enumerated() where !isProvincial || !name.isOfCommune {
      for count in [name.words.count, name.words.count - 1] where count > 0 {
        let wanted = name.words.prefix(count).flatMap { $0 }
        let limit = min(Int(Double(wanted.count) * bounds.mostErrorShare), (best?.errors ?? .max) - 1)
        if limit >= 0, let errors = editDistance(wanted, letters, atMost: limit) { best = (index, errors) }
      }
    }
    return best
  }
}
