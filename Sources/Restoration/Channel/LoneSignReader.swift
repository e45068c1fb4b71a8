internal import Vietnamese

/// Readings of a lone sign or consonant as a word of which nothing else was read: `khi ¢ yêu cầu`, `đáp g yêu cầu`.
struct LoneSignReader {
  private let entries: [GarbledLexicon.Entry]

  /// Words that cost more than this by their frequency are not thought of, nats.
  private static let rarest: Float = 9.5
  /// Consonants that stand by themselves in no paper; `m`, `h`, `l` are units.
  private static let consonants: Set<Unicode.Scalar> = [
    "b", "c", "d", "g", "k", "n", "p", "q", "r", "s", "t", "v", "x",
  ]

  init(_ lexicon: GarbledLexicon) { entries = lexicon.syllables.filter { $0.lower != 0 && $0.cost < Self.rarest } }

  func append(_ text: String, into list: inout [Candidate]) {
    guard let seen = text.unicodeScalars.first, text.unicodeScalars.count == 1 else { return }
    let isSign = ScalarClass(seen.value) == .sign
    guard isSign || Self.consonants.contains(seen) else { return }
    let shapes = isSign ? Set(LookalikeRules.all.filter { $0.seen == seen }.map(\.meant)) : [seen]
    for entry in entries {
      let letters = entry.text.unicodeScalars
      guard letters.count > 1, let first = letters.first, let last = letters.last,
        shapes.contains(first) || shapes.contains(last)
      else { continue }
      typealias Sign = DecoderWeights.Sign
      let cost = Sign.lostRest + Sign.perLostLetter * Float(letters.count - 1)
      var candidate = Candidate(entry.lower, cost: cost, text: entry.text)
      candidate.ceiling = Sign.numberCeiling
      list.append(candidate)
    }
  }
}
