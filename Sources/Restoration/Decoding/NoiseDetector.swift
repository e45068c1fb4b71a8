internal import DocumentModel
internal import Vietnamese

/// Tells what happened to each paragraph from the letters that stand in it.
///
/// Of the words of good Vietnamese two in three carry a letter that only Vietnamese has (`ạ`, `ổ`, `ư`, `đ`). A foreign
/// model never writes one, but é, è, ê, ó in every third word. Stripped text has no mark at all.
struct NoiseDetector {
  private let vocabulary: WordList

  init(vocabulary: WordList) { self.vocabulary = vocabulary }

  /// Letters of a stretch of text, counted by word.
  struct Census {
    var words: Float = 0
    /// Words with a letter of Vietnamese alone.
    var vietnamese: Float = 0
    /// Words with another accented letter only.
    var accented: Float = 0
    /// Words in plain letters, and those among them that are Vietnamese syllables without their marks.
    var plain: Float = 0
    var syllables: Float = 0
    /// Words with a sign or digit among their letters.
    var odd: Float = 0
    /// Words with marks that are no Vietnamese syllable.
    var broken: Float = 0
    /// Words that a recogniser was not certain of.
    var uncertain: Float = 0

    mutating func add(_ other: Census, weight: Float = 1) {
      words += weight * other.words
      vietnamese += weight * other.vietnamese
      accented += weight * other.accented
      plain += weight * other.plain
      syllables += weight * other.syllables
      odd += weight * other.odd
      broken += weight * other.broken
      uncertain += weight * other.uncertain
    }

    /// The noise that these counts of a part speak for; what the Vietnamese model leaves wrong is too rare to be seen
    /// in a part, so that the whole document is asked.
    func noise(within whole: Census) -> Noise {
      guard words > 0 else { return .clean }
      if vietnamese > 0.18 * words {
        return uncertain > 0 || whole.broken > max(3, 0.006 * whole.words) ? .vietnamese : .clean
      }
      if accented > 0.06 * words || accented + odd > 0.1 * words, syllables + accented > 0.5 * words { return .english }
      return syllables > 0.7 * words ? .stripped : .clean
    }
  }

  /// One noise for each paragraph. A short one is seen in the light of its neighbours and of the whole.
  func noises(_ lines: [Line], _ paragraphs: [Range<Int>]) -> [Noise] {
    var known: [String: Census] = [:]
    let counts = paragraphs.map { census(lines[$0], &known) }
    var whole = Census()
    for count in counts { whole.add(count) }
    return counts.indices.map { index in
      var seen = counts[index]
      for neighbour in max(0, index - 2)..<min(counts.count, index + 3) where neighbour != index {
        seen.add(counts[neighbour], weight: 0.5)
      }
      seen.add(whole, weight: 12 / max(12, whole.words))
      return seen.noise(within: whole)
    }
  }

  /// Adds up the words of some lines; each distinct word is looked at once.
  private func census(_ lines: ArraySlice<Line>, _ known: inout [String: Census]) -> Census {
    var census = Census()
    for line in lines {
      for word in line.words {
        let own = known[word.text] ?? self.census(of: word.text)
        known[word.text] = own
        census.add(own)
        if word.confidence < 1 { census.uncertain += own.words }
      }
    }
    return census
  }

  private func census(of text: String) -> Census {
    var census = Census(), letters = 0, others = 0, vietnamese = false, accented = false
    for scalar in text.unicodeScalars {
      switch ScalarClass(scalar.value) {
      case .letter:
        letters += 1
        if scalar.value >= 0x80 { if isVietnameseOnly(scalar.value) { vietnamese = true } else { accented = true } }
      case .digit, .sign: others += 1
      default: break
      }
    }
    if letters == 0 { return census }
    if others > 0 {
      if letters + others <= 6, letters >= others { census.odd = 1 }
      return census
    }
    guard letters > 1 || vietnamese || accented else { return census }
    census.words = 1
    if vietnamese || accented {
      if vietnamese { census.vietnamese = 1 } else { census.accented = 1 }
      if !isKnown(text) { census.broken = 1 }
    } else {
      census.plain = 1
      if vocabulary.hasSyllable(key: smallLetters(core(text))) { census.syllables = 1 }
    }
    return census
  }

  private func isVietnameseOnly(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x1EA0...0x1EF9: true
    default: false
    }
  }

  private func core(_ text: String) -> String {
    String(text.unicodeScalars.filter { ScalarClass($0.value) == .letter })
  }

  private func isKnown(_ text: String) -> Bool { Syllable.isValid(smallLetters(core(text))) || text.contains("-") }
}
