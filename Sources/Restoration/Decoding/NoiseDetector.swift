internal import DocumentModel
internal import Vietnamese

/// Finds out from its letters what happened to each paragraph: which noise it went through.
///
/// In good Vietnamese two words in three have a letter that only Vietnamese has (`ạ`, `ổ`, `ư`, `đ`). A foreign model
/// never writes one of these, but writes é, è, ê or ó in every third word. Stripped text has no marks at all.
struct NoiseDetector {
  private let vocabulary: WordList

  init(vocabulary: WordList) { self.vocabulary = vocabulary }

  /// Counts of the words of a stretch of text by the kind of their letters. A neighbour may count for less than one
  /// word.
  struct Census {
    var words: Float = 0
    /// Words with a letter that only Vietnamese has.
    var vietnamese: Float = 0
    /// Words whose accented letters are all found in other languages, too.
    var accented: Float = 0
    /// Words in plain letters, and those among them that are Vietnamese syllables without their marks.
    var plain: Float = 0
    var syllables: Float = 0
    /// Words with a sign or digit among their letters.
    var odd: Float = 0
    /// Words with marks that are not Vietnamese syllables.
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

    private typealias Least = NoiseThresholds

    /// The noise of a part with these counts. What the Vietnamese model leaves wrong is too rare to show in one part,
    /// so that broken words are counted over the whole document.
    func noise(within whole: Census) -> Noise {
      guard words > 0 else { return .clean }
      if vietnamese > Least.vietnamese * words {
        let isBroken = whole.broken > max(Least.brokenWords, Least.brokenShare * whole.words)
        return uncertain > 0 || isBroken ? .vietnamese : .clean
      }
      let isForeign = accented > Least.accented * words || accented + odd > Least.accentedOrOdd * words
      if isForeign, syllables + accented > Least.syllablesBesideAccents * words { return .english }
      return syllables > Least.syllables * words ? .stripped : .clean
    }
  }

  /// The noise of each paragraph. Its neighbours and the whole document are counted with it, each at a lower weight, so
  /// that a paragraph of three words is judged like the text around it.
  func noises(_ lines: [Line], _ paragraphs: [Range<Int>]) -> [Noise] {
    var known: [String: Census] = [:]
    let counts = paragraphs.map { census(lines[$0], &known) }
    var whole = Census()
    for count in counts { whole.add(count) }
    return counts.indices.map { index in
      var seen = counts[index]
      let first = max(0, index - NoiseThresholds.neighbours)
      for neighbour in first..<min(counts.count, index + NoiseThresholds.neighbours + 1) where neighbour != index {
        seen.add(counts[neighbour], weight: NoiseThresholds.neighbourWeight)
      }
      seen.add(whole, weight: NoiseThresholds.documentWords / max(NoiseThresholds.documentWords, whole.words))
      return seen.noise(within: whole)
    }
  }

  /// The counts of some lines; `known` keeps those of each distinct word.
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
        if !isASCII(scalar.value) { if isVietnameseOnly(scalar.value) { vietnamese = true } else { accented = true } }
      case .digit, .sign: others += 1
      default: break
      }
    }
    if letters == 0 { return census }
    if others > 0 {
      if letters + others <= NoiseThresholds.longestOddWord, letters >= others { census.odd = 1 }
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

  /// Ă, Đ, Ĩ, Ũ, Ơ, Ư in both cases, and the letters with a tone mark of the block "Latin Extended Additional".
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
