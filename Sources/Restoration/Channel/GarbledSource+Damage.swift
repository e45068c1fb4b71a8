internal import Vietnamese

/// Damage that no table of letters describes: figures that are words, strokes in names, characters too many.
extension GarbledSource {
  /// Digits of the longest number that may be a garbled word.
  private static let longestNumber = 3

  /// Words that a number may be: `60` is `so`, `14` is `là`. Such a word is never certain. One figure alone is a number,
  /// but for those that look most like a letter.
  mutating func appendWord(readAs number: String, into list: inout [Candidate]) {
    guard number.utf8.count <= Self.longestNumber, number.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return
    }
    let first = list.count, isUsual = number.contains("6") || number.contains("0")
    guard isUsual || number.utf8.count > 1 else { return }
    syllables.append(number, penalty: isUsual ? Sign.numberAsWord : Sign.rareNumberAsWord, into: &list)
    for index in first..<list.count { list[index].ceiling = Sign.numberCeiling }
  }

  /// Appends the names of mixed case of the lexicon that differ in strokes only: `VNelD` is `VNeID`.
  func appendLookalike(_ text: String, into list: inout [Candidate]) {
    guard text.isASCII, CaseShape(of: text) == .mixed, text.contains(where: Self.strokes.contains) else { return }
    let perLetter = DecoderWeights.channelShare * DecoderWeights.UnknownWord.knownForeignPerLetter
    var variants: [String] = [""]
    for letter in text {
      let isStroke = Self.strokes.contains(letter) && variants.count < Self.mostVariants
      variants = variants.flatMap { head in (isStroke ? ["I", "l"] : [letter]).map { head + String($0) } }
    }
    for variant in variants where variant != text {
      guard let word = vocabulary.exact(variant), !vocabulary.flags(word).contains(.syllable) else { continue }
      list.append(Candidate(word, cost: perLetter * Float(text.utf8.count), text: variant))
    }
  }

  /// Letters that are one stroke in print, and how many ways to read them are tried.
  private static let strokes: Set<Character> = ["I", "l", "1"], mostVariants = 16

  /// The readings of a word that nothing explains well without one character that the print does not have: `Ké&`, `To6`,
  /// `Vian`, `coéng`.
  mutating func appendWithoutDust(_ text: String, into list: inout [Candidate]) {
    let scalars = Array(text.unicodeScalars)
    guard (Self.shortestDusty...SearchLimits.longestSyllable).contains(scalars.count) else { return }
    for index in scalars.indices.dropFirst() {
      let kind = ScalarClass(scalars[index].value), isLetter = kind == .letter
      if kind == .quote || kind == .question { continue }
      var rest = scalars
      rest.remove(at: index)
      // What is left has to be near, or too much would be explained away.
      let penalty = isLetter ? Sign.extraLetter : Sign.dust
      for var reading in syllables.nearest(String(String.UnicodeScalarView(rest))) {
        reading.cost += penalty
        reading.initialCost += penalty
        reading.channel = Candidate.noChannel
        list.append(reading)
      }
    }
  }

  /// Characters of the shortest word that may hold dust.
  private static let shortestDusty = 3
}
