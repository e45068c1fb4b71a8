internal import Vietnamese

/// Readings of text that lost its marks and nothing else: every word of the model with the same letters.
struct StrippedSource: CandidateSource {
  let vocabulary: Vocabulary
  let symbols: SymbolGrammar

  var signsAreLetters: Bool { false }

  /// A capital in the middle of a sentence that the word does not ask for.
  private static let strayCapital: Float = 3
  /// What is left as it was read for want of a known word.
  private static let unknownCeiling: Float = 5
  /// A name written small.
  private static let lostCapital: Float = 3.5

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
    if text.utf8.allSatisfy({ $0 < 0x80 }), text.utf8.count <= 24 {
      let range = vocabulary.words(withKey: smallLetters(text))
      for word in range { append(word, in: range, for: text, shape, into: &list) }
    }
    guard list.count == first else { return }
    var identity = Candidate(unknown(text, shape), cost: 0, text: text)
    if identity.words.0 < Symbol.firstWord { identity.ceiling = Self.unknownCeiling }
    list.append(identity)
  }

  /// A word with its own marks that is known, else the class of unknown words.
  private func unknown(_ text: String, _ shape: CaseShape) -> UInt16 {
    let range = vocabulary.words(withKey: folded(smallLetters(text)))
    return range.first { vocabulary.text($0) == text } ?? range.first { vocabulary.text($0) == smallLetters(text) }
      ?? Symbol.unknown(shape)
  }

  private func append(
    _ word: UInt16, in range: Range<UInt16>, for text: String, _ shape: CaseShape, into list: inout [Candidate]
  ) {
    let flags = vocabulary.flags(word), form = vocabulary.text(word)
    let written = copyCase(of: text, to: form)
    switch shape {
    case .lower:
      if flags.contains(.lower) { list.append(Candidate(word, cost: 0, text: written)) }
      if flags.contains(.title) { list.append(Candidate(word, cost: Self.lostCapital, text: written)) }
    case .title:
      if flags.contains(.title) {
        list.append(Candidate(word, cost: 0, text: written))
      } else if flags.contains(.lower) {
        list.append(Candidate(word, cost: Self.strayCapital, initialCost: 0, text: written))
      } else if form == text {
        list.append(Candidate(word, cost: 0, text: text))
      }
    case .upper:
      let isSign = flags.contains(.upper) && !flags.contains(.syllable)
      list.append(Candidate(word, cost: isSign || !flags.contains(.upper) ? 0 : 1, text: written))
    case .mixed:
      if folded(form) == text { list.append(Candidate(word, cost: 0, text: form)) }
    }
  }

  /// Letter by letter, as far as both go.
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
