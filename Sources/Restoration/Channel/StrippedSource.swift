internal import Vietnamese

/// Readings of text that lost its marks and nothing else: all words of the model with the same letters.
struct StrippedSource: CandidateSource {
  let vocabulary: WordList
  let language: LanguageModel
  let symbols: SymbolGrammar

  var signsAreLetters: Bool { false }
  func tornCost(letters: Int) -> Float { DecoderWeights.Space.tornStripped }

  private typealias LetterCase = DecoderWeights.LetterCase

  mutating func append(for text: String, kind: Piece.Kind, into list: inout [Candidate]) {
    switch kind {
    case .code: list.append(Candidate(Symbol.code, cost: 0, text: symbols.restored(text)))
    case .word: appendWords(for: text, into: &list)
    default: list.append(Candidate(Symbol.of(kind), cost: 0, text: text))
    }
  }

  func knownWord(_ text: String) -> UInt16? { vocabulary.exact(text) ?? vocabulary.exact(smallLetters(text)) }

  private func appendWords(for text: String, into list: inout [Candidate]) {
    let shape = CaseShape(of: text), first = list.count
    let isPlain = text.isASCII && text.utf8.count <= SearchLimits.longestModelWord
    let range = isPlain ? vocabulary.words(withKey: smallLetters(text)) : 0..<0
    for word in range { append(word, in: range, for: text, shape, into: &list) }
    if list.count == first {
      var identity = Candidate(unknown(text, shape), cost: 0, text: text)
      if identity.words.0 < Symbol.firstWord { identity.ceiling = DecoderWeights.UnknownWord.strippedCeiling }
      list.append(identity)
    }
    // The corpora have glued words such as `thựchiện`, so that a known word may be two as well.
    let isNoWord = list[first...].allSatisfy { $0.words.0 < Symbol.firstWord || isGlued($0.words.0) }
    if isNoWord { appendPairs(for: text, into: &list) }
  }

  /// Whether a word of the model has marks but is not a syllable, so that it is two glued words.
  private func isGlued(_ word: UInt16) -> Bool {
    !vocabulary.flags(word).contains(.syllable) && !vocabulary.text(word).isASCII
  }

  /// Appends the likeliest cuts of letters into two syllables: `thuchien` is `thực hiện`.
  private func appendPairs(for text: String, into list: inout [Candidate]) {
    let letters = text.unicodeScalars
    let lengths = SearchLimits.shortestGlued...SearchLimits.longestToken
    guard lengths.contains(letters.count), letters.allSatisfy({ ScalarClass($0.value) == .letter }) else { return }
    var pairs: [(rank: Float, candidate: Candidate)] = []
    for cut in letters.indices.dropFirst(SearchLimits.shortestHalf).dropLast(SearchLimits.shortestHalf - 1) {
      let heads = syllables(String(letters[..<cut]))
      if heads.isEmpty { continue }
      let tails = syllables(String(letters[cut...]))
      for head in heads { pairs += tails.map { pair(head, $0) } }
    }
    pairs.sort { ($0.rank, $0.candidate.text) < ($1.rank, $1.candidate.text) }
    list += pairs.prefix(SearchLimits.strippedPairs).map(\.candidate)
  }

  /// The syllables with these letters; where the letters have marks, the marks must be the same.
  private func syllables(_ text: String) -> [Candidate] {
    let range = vocabulary.words(withKey: folded(smallLetters(text))), isPlain = text.isASCII
    var found: [Candidate] = []
    for word in range where vocabulary.flags(word).contains(.syllable) {
      append(word, in: range, for: text, CaseShape(of: text), into: &found)
    }
    return isPlain ? found : found.filter { $0.text == text }
  }

  /// Two syllables as one reading, ranked by its cost and by how often the second follows the first.
  private func pair(_ head: Candidate, _ tail: Candidate) -> (rank: Float, candidate: Candidate) {
    let glued = DecoderWeights.Space.gluedStripped
    var pair = Candidate(
      head.words.0, cost: head.cost + tail.cost + glued, initialCost: head.initialCost + tail.cost + glued,
      text: head.text + " " + tail.text)
    pair.words.1 = tail.words.0
    pair.wordCount = 2
    let first = language.cost(of: head.words.0, after: .start)
    return (pair.cost + language.cost(of: head.words.0) + language.cost(of: tail.words.0, after: first.next).cost, pair)
  }

  /// The word of the model with these very letters and marks, else the symbol for unknown words.
  private func unknown(_ text: String, _ shape: CaseShape) -> UInt16 {
    let range = vocabulary.words(withKey: folded(smallLetters(text)))
    return range.first { vocabulary.text($0) == text } ?? range.first { vocabulary.text($0) == smallLetters(text) }
      ?? Symbol.unknown(shape)
  }

  /// Appends a word, cased as the text is, with what the difference in case costs.
  private func append(
    _ word: UInt16, in range: Range<UInt16>, for text: String, _ shape: CaseShape, into list: inout [Candidate]
  ) {
    let flags = vocabulary.flags(word), form = vocabulary.text(word)
    let written = copyCase(of: text, to: form)
    switch shape {
    case .lower:
      if flags.contains(.lower) { list.append(Candidate(word, cost: 0, text: written)) }
      if flags.contains(.title) { list.append(Candidate(word, cost: LetterCase.lostCapital, text: written)) }
    case .title:
      if flags.contains(.title) {
        list.append(Candidate(word, cost: 0, text: written))
      } else if flags.contains(.lower) {
        list.append(Candidate(word, cost: LetterCase.strayCapital, initialCost: 0, text: written))
      } else if form == text {
        list.append(Candidate(word, cost: 0, text: text))
      }
    case .upper:
      let isSign = flags.contains(.upper) && !flags.contains(.syllable)
      let cost = isSign || !flags.contains(.upper) ? 0 : LetterCase.syllableInCapitals
      list.append(Candidate(word, cost: cost, text: written))
    case .mixed:
      if folded(form) == text { list.append(Candidate(word, cost: 0, text: form)) }
    }
  }

  /// The form with the case of the text, letter by letter; letters beyond the text are small.
  private func copyCase(of text: String, to form: String) -> String {
    var result = String.UnicodeScalarView()
    var seen = text.unicodeScalars.makeIterator()
    for scalar in form.unicodeScalars {
      let isHigh = seen.next().map { isCapital($0.value) } ?? false
      let value = isHigh ? capitalLetter(scalar.value) : smallLetter(scalar.value)
      result.append(Unicode.Scalar(value) ?? scalar)
    }
    return String(result)
  }
}
