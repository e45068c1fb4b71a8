/// Readings of letters as two words with a space between them that was not read: `vềbiện` is `về biện`.
struct GluedWordReader {
  let language: LanguageModel

  /// Appends the likeliest cuts of the letters into two words of the lexicon.
  func append(_ text: String, _ syllables: inout SyllableReader, into list: inout [Candidate]) {
    let scalars = Array(text.unicodeScalars)
    var pairs: [Candidate] = []
    for cut in SearchLimits.shortestHalf..<(scalars.count - SearchLimits.shortestHalf + 1) {
      let heads = halves(String(String.UnicodeScalarView(scalars[..<cut])), &syllables)
      if heads.isEmpty { continue }
      for tail in halves(String(String.UnicodeScalarView(scalars[cut...])), &syllables) {
        pairs += heads.map { Self.pair($0, tail) }
      }
    }
    pairs.sort { ($0.cost, $0.text) < ($1.cost, $1.text) }
    list.append(contentsOf: pairs.prefix(SearchLimits.gluedPairs))
  }

  /// The likeliest readings of one half that are near what was seen; the frequency of each word counts in part.
  private func halves(_ text: String, _ syllables: inout SyllableReader) -> [Candidate] {
    let ranked = syllables.nearest(text).filter { $0.cost < DecoderWeights.channelShare * SearchLimits.halfCost }
      .map { (rank: $0.cost + DecoderWeights.frequencyShare * language.cost(of: $0.words.0), candidate: $0) }
      .sorted { ($0.rank, $0.candidate.text) < ($1.rank, $1.candidate.text) }
    return ranked.prefix(SearchLimits.gluedHalves).map(\.candidate)
  }

  private static func pair(_ head: Candidate, _ tail: Candidate) -> Candidate {
    let cost = head.cost + tail.cost + DecoderWeights.Space.glued
    var pair = Candidate(head.words.0, cost: cost, text: head.text + " " + tail.text)
    pair.words.1 = tail.words.0
    pair.wordCount = 2
    return pair
  }
}
