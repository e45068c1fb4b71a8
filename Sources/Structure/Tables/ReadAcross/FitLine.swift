internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// A line of a table that was read across its columns, made ready to be cut at places where cells may meet.
struct FitLine: Sendable {
  struct Token: Sendable {
    var word: PlacedWord
    /// Plain letters and digits, as restored.
    var key: [UInt8]
    /// Characters that it takes on the paper.
    var width: Int
    /// What speaks for a cell's edge right before it, in points: a rule, a sign that was read from one, wide space.
    var edge = 0.0
    var isCapital: Bool
    var opensBody = false
    /// It is a word of times, or a number.
    var isTime = false
    /// What binds it to the word before it, in points: both stand so in the name of a body.
    var bond = 0.0
    /// It ends with a comma or a semicolon, and a list goes on.
    var endsListed: Bool { word.text.last.map { ",;".contains($0) } ?? false }
    var endsSentence: Bool { word.text.hasSuffix(".") && key.count > 1 }

    init(_ word: PlacedWord, width: Int, edge: Double) {
      (self.word, self.width, self.edge) = (word, width, edge)
      key = LooseText(word.text).plain.filter { $0.isAnyLetter || $0.isDigit }
      isCapital = word.text.unicodeScalars.first { $0.properties.isAlphabetic }?.isCapital ?? false
    }
  }

  var tokens: [Token] = []
  /// It begins its row.
  var opensRow = false

  private static let rules: Set<Character> = ["|", "{", "}", "[", "]"]
  /// Signs that stick to a word where an edge of a cell is near.
  private static let stray: Set<Character> = ["‘", "’", "_", "“", "'", "~"]
  /// Signs that are printed in names and sentences on their own.
  private static let printed: Set<Character> = ["-", "–", "&", "/", "+", "(", ")", "%"]

  /// `skipping`: how many of the line's words are its number.
  init(_ line: FlowLine, skipping count: Int, marks: FitMarks) {
    let words = line.passage.words
    let originals = line.originals.count == words.count ? line.originals : words.map(\.text)
    let spaces = line.spaces.count == words.count ? line.spaces : words.map { _ in 1 }
    var edge = 0.0
    for index in words.indices.dropFirst(count) {
      if spaces[index] > 1 { edge = max(edge, FitWeights.wideSpace) }
      if Self.isRule(originals[index]), !Self.isQuarter(words, index) {
        edge = max(edge, FitWeights.rule)
      } else if Self.isStraySign(originals[index]) {
        edge = max(edge, FitWeights.straySign)
      } else {
        add(words[index], original: originals[index], edge: &edge)
      }
    }
    if !tokens.isEmpty { tokens[0].edge = 0 }
    for index in tokens.indices { marks.mark(&tokens, at: index) }
  }

  private static func isRule(_ original: String) -> Bool {
    original.contains { rules.contains($0) } && !original.contains { $0.isLetter || $0.isNumber }
  }

  /// `Quý |`: the number of a quarter that was read as a rule.
  private static func isQuarter(_ words: [PlacedWord], _ index: Int) -> Bool {
    words[index].text == "I" && index > 0 && LooseText(words[index - 1].text).plain.starts(with: "quy".utf8)
  }

  private static func isStraySign(_ original: String) -> Bool {
    !original.contains { $0.isLetter || $0.isNumber || printed.contains($0) }
  }

  /// Adds a word, in pieces where a rule is glued into it.
  private mutating func add(_ word: PlacedWord, original: String, edge: inout Double) {
    guard original.contains(where: { Self.rules.contains($0) }) else {
      if let first = original.first, Self.stray.contains(first) { edge = max(edge, FitWeights.signBefore) }
      var own = word
      own.text = String(word.text.trimmed { Self.stray.contains($0) })
      tokens.append(Token(own.text.isEmpty ? word : own, width: original.count, edge: edge))
      edge = 0
      return
    }
    let text = word.text.contains { Self.rules.contains($0) } ? word.text : original
    if text.first.map(Self.rules.contains) ?? false { edge = max(edge, FitWeights.rule) }
    for piece in text.split(whereSeparator: { Self.rules.contains($0) }) {
      var part = word
      part.text = String(piece)
      if piece.contains(where: { $0.isLetter || $0.isNumber }) {
        tokens.append(Token(part, width: piece.count, edge: edge))
      }
      edge = FitWeights.rule
    }
    if !(text.last.map(Self.rules.contains) ?? false) { edge = 0 }
  }

  /// Characters that some of its tokens take, with a space between each two.
  func width(_ range: Range<Int>) -> Int {
    range.isEmpty ? 0 : tokens[range].reduce(-1) { $0 + $1.width + 1 }
  }
}

/// What is told of a line's words before it is cut: which open a body's name, which belong to a time.
struct FitMarks: Sendable {
  private let heads: PhraseTable<Bool>
  private let sets: PlainWords
  private let times: Set<[UInt8]>

  init(_ phrases: Phrases, _ words: ReadAcrossWords) {
    heads = phrases.names(.head)
    sets = words.sets
    let places: Set<Vocabulary.Place> = [.tail, .calendar, .timeBinding, .dayCount]
    let wordings = places.flatMap { phrases.vocabulary.wordings($0).map(\.0) }
    times = Set(wordings.flatMap { $0.split(separator: " ") }.map { LooseText(String($0)).plain.filter(\.isAnyLetter) })
  }

  func mark(_ tokens: inout [FitLine.Token], at index: Int) {
    let text = tokens[index...].prefix(4).map { $0.word.text.trimmingSigns }.joined(separator: " ")
    let token = tokens[index]
    let isHead = token.isCapital && heads.match(in: LooseText(text), at: 0) != nil
    tokens[index].opensBody = isHead || sets.contains(token.key) && text.contains(" ")
    tokens[index].isTime = token.key.contains(where: \.isDigit) || times.contains(token.key)
  }
}
