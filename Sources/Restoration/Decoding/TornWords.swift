internal import Vietnamese

/// Words that a space tore in two: `hie u qua`, `nhi ệm vụ`.
extension CandidateStore {
  /// A word alone that costs more than this is looked at together with its neighbours, nats.
  private static let rare: Float = 7
  /// Most characters of a syllable, one letter read as two among them.
  private static let longestSyllable = 8

  /// Whether no reading is both near what was seen and a word that is met now and then.
  func isFragment(_ range: Range<Int>) -> Bool {
    range.allSatisfy {
      let word = candidates[$0].words.0
      return word < Symbol.firstWord || candidates[$0].cost + language.cost(of: word) > Self.rare
    }
  }

  /// Readings of two neighbouring units as the one word that was torn; none where each is a word by itself.
  ///
  /// Only syllables are put together, and only letters that are those of one but for their marks: what is searched for is
  /// what stands apart, so that nearly all of a document costs nothing.
  mutating func joinedReadings(_ head: Int, _ tail: Int) -> Range<Int> {
    let (head, tail) = (units[head], units[tail])
    guard head.closesToken, tail.opensToken, head.isFragment || tail.isFragment else { return 0..<0 }
    let text = head.text + tail.text
    if let known = joined[text] { return known }
    let first = candidates.count
    if text.unicodeScalars.count <= Self.longestSyllable, CaseShape(of: text) != .mixed,
      vocabulary.hasSyllable(key: folded(smallLetters(text)))
    {
      appendTorn(text)
    }
    joined[text] = first..<candidates.count
    return first..<candidates.count
  }

  private mutating func appendTorn(_ text: String) {
    let first = candidates.count, cost = source.tornCost(letters: text.unicodeScalars.count)
    addReadings(of: text, .word)
    let words = candidates[first...].filter { $0.wordCount == 1 && $0.words.0 >= Symbol.firstWord }
    candidates.removeLast(candidates.count - first)
    for var word in words {
      word.cost += cost
      word.initialCost += cost
      // Two units were seen, so that no single one can be weighed again.
      word.channel = -1
      // Never the form of a reading of either part.
      word.form |= 1 << 15
      candidates.append(word)
    }
  }
}
