internal import Vietnamese

/// Chooses the words of the model and finds the word of every token of the corpora.
///
/// `hà` and `Hà` are two words. Where a token has a capital only because it begins a sentence or stands in a heading,
/// the word in its usual case is taken, so that these places teach the same n-grams as the middle of a sentence.
struct WordListBuilder {
  /// Syllables that were seen less often are left out.
  static let leastSyllable = 3
  /// Names, abbreviations and foreign words that were seen less often are left out.
  static let leastOther = 12

  private(set) var words: [String] = []
  /// By type of the stream: its word in the middle of a sentence, at the start of one, and in a heading.
  private var inner: [UInt16] = []
  private var initial: [UInt16] = []
  private var heading: [UInt16] = []
  private var shapes: [CaseShape] = []

  /// Chooses the words by how often they were seen, or takes those of a model that was built before.
  init(_ stream: CorpusStream, words known: [String]? = nil) {
    let texts = (0..<stream.types.count).map { placingTone(of: stream.types.text($0), .old) }
    shapes = texts.map { CaseShape(of: $0) }
    let counts = Self.innerCounts(stream, shapes: shapes)
    var byWord: [String: Int] = [:]
    for (index, text) in texts.enumerated() { byWord[text, default: 0] += counts[index] }
    words = known ?? Self.chosen(byWord)
    assign(texts, counts: byWord)
  }

  /// How often each type stands in places that do not change its case: not at a sentence's start, not in a heading.
  private static func innerCounts(_ stream: CorpusStream, shapes: [CaseShape]) -> [Int] {
    var counts = Array(repeating: 0, count: stream.types.count)
    let tokens = stream.tokens
    for index in tokens.indices where tokens[index] >= CorpusStream.firstWord {
      let type = Int(tokens[index] - CorpusStream.firstWord)
      switch Position(tokens, index, shapes) {
      case .inner: counts[type] += 1
      case .initial: if shapes[type] != .title { counts[type] += 1 }
      case .heading: break
      }
    }
    return counts
  }

  private static func chosen(_ counts: [String: Int]) -> [String] {
    var kept: [(key: String, word: String)] = []
    for (word, count) in counts where count >= leastSyllable {
      let lower = smallLetters(word)
      let isSyllable = Syllable.isValid(lower) && CaseShape(of: word) != .mixed
      guard word.utf8.count <= SearchLimits.longestModelWord,
        isSyllable && CaseShape(of: word) != .upper || count >= leastOther
      else { continue }
      kept.append((folded(lower), word))
    }
    kept.sort { ($0.key, $0.word) < ($1.key, $1.word) }
    return kept.map(\.word)
  }

  private mutating func assign(_ texts: [String], counts: [String: Int]) {
    var identifiers: [String: UInt16] = [:]
    for (index, word) in words.enumerated() { identifiers[word] = UInt16(index) + Symbol.firstWord }
    for text in texts {
      let shape = CaseShape(of: text), lower = smallLetters(text)
      let title = CaseShape.title.applied(to: lower)
      let likely = counts[title, default: 0] > counts[lower, default: 0] ? [title, lower] : [lower, title]
      let unknown = Symbol.unknown(shape)
      let own = identifiers[text] ?? (shape == .title ? identifiers[lower] : nil) ?? unknown
      let plain = likely.lazy.compactMap { identifiers[$0] }.first
      inner.append(own)
      initial.append(shape == .title ? plain ?? own : own)
      heading.append(shape == .upper ? (plain ?? own) : own)
    }
  }

  /// The tokens as words of the model.
  func resolved(_ stream: CorpusStream) -> [UInt16] {
    let tokens = stream.tokens
    return tokens.indices.map { index in
      guard tokens[index] >= CorpusStream.firstWord else { return UInt16(tokens[index]) }
      let type = Int(tokens[index] - CorpusStream.firstWord)
      switch Position(tokens, index, shapes) {
      case .inner: return inner[type]
      case .initial: return initial[type]
      case .heading: return heading[type]
      }
    }
  }

  /// The kind of place in which a token stands, which may change its case.
  private enum Position {
    case inner, initial, heading

    init(_ tokens: [UInt32], _ index: Int, _ shapes: [CaseShape]) {
      func shape(_ index: Int) -> CaseShape? {
        guard tokens.indices.contains(index), tokens[index] >= CorpusStream.firstWord else { return nil }
        return shapes[Int(tokens[index] - CorpusStream.firstWord)]
      }
      if shape(index) == .upper {
        self = shape(index - 1) == .upper || shape(index + 1) == .upper ? .heading : .inner
      } else {
        self = Self.startsSentence(tokens, index) ? .initial : .inner
      }
    }

    /// Whether a sentence begins here: after a boundary, or after a bullet, number or letter of a list that follows
    /// one.
    private static func startsSentence(_ tokens: [UInt32], _ index: Int) -> Bool {
      let boundary = UInt32(Symbol.boundary)
      guard index > 0 else { return true }
      if tokens[index - 1] == boundary { return true }
      let marks = [UInt32(Symbol.dash), UInt32(Symbol.bracket)]
      guard marks.contains(tokens[index - 1]) else { return false }
      return index < 2 || tokens[index - 2] == boundary || index < 3 || tokens[index - 3] == boundary
    }
  }
}
