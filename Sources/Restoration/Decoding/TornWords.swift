internal import Vietnamese

/// Two units of a store, as indices into its `units`.
struct UnitPair: Hashable {
  var head, tail: Int32
}

/// Finds words that a space tore in two: `hie u qua`, `nhi ệm vụ`.
extension CandidateStore {
  /// Whether no reading is both near what was seen and a word of some frequency.
  func isFragment(_ range: Range<Int>) -> Bool {
    range.allSatisfy {
      let word = candidates[$0].words.0
      return word < Symbol.firstWord || candidates[$0].cost + language.cost(of: word) > SearchLimits.rareFragment
    }
  }

  /// Readings of two neighbouring units as one torn word, as indices into `candidates`; empty where both are words.
  ///
  /// Only letters that make one syllable, marks aside, are searched for. Few neighbours in a document do, so that the
  /// search costs nearly nothing.
  mutating func joinedReadings(_ head: Int, _ tail: Int) -> Range<Int> {
    guard units[head].closesToken, units[tail].opensToken, units[head].isFragment || units[tail].isFragment else {
      return 0..<0
    }
    let pair = UnitPair(head: Int32(head), tail: Int32(tail))
    if let known = joined[pair] { return known }
    let text = units[head].text + units[tail].text
    let first = candidates.count
    if text.unicodeScalars.count <= SearchLimits.longestSyllable, CaseShape(of: text) != .mixed,
      vocabulary.hasSyllable(key: folded(smallLetters(text)))
    {
      appendTorn(text)
    }
    joined[pair] = first..<candidates.count
    return first..<candidates.count
  }

  /// Set in the form of a torn word, so that it never equals the form of a reading of either part.
  private static let tornForm: UInt16 = 1 << 15

  private mutating func appendTorn(_ text: String) {
    let first = candidates.count, cost = source.tornCost(letters: text.unicodeScalars.count)
    addReadings(of: text, .word)
    let words = candidates[first...].filter { $0.wordCount == 1 && $0.words.0 >= Symbol.firstWord }
    candidates.removeLast(candidates.count - first)
    for var word in words {
      word.cost += cost
      word.initialCost += cost
      // Its letters are those of two units, and `reweigh` compares a reading with the letters of one.
      word.channel = Candidate.noChannel
      word.form |= Self.tornForm
      candidates.append(word)
    }
  }
}
