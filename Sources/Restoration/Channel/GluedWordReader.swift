/// Readings of letters as two words whose space was not seen: `vềbiện` → `về biện`.
struct GluedWordReader {
  let language: LanguageModel

  /// A space that was not seen, nats.
  private static let lostSpace: Float = 3
  /// Most readings of one half, and of the whole.
  private static let mostHalves = 3, most = 8
  /// A half is read nearly right where the channel asks less, nats.
  private static let nearlyRight: Float = 5

  /// Appends every cut of the letters into two words of the lexicon.
  func append(_ text: String, _ syllables: inout SyllableReader, into list: inout [Candidate]) {
    let scalars = Array(text.unicodeScalars)
    var pairs: [Candidate] = []
    for cut in 2..<(scalars.count - 1) {
      let heads = halves(String(String.UnicodeScalarView(scalars[..<cut])), &syllables)
      if heads.isEmpty { continue }
      for tail in halves(String(String.UnicodeScalarView(scalars[cut...])), &syllables) {
        pairs += heads.map { Self.pair($0, tail) }
      }
    }
    pairs.sort { ($0.cost, $0.text) < ($1.cost, $1.text) }
    list.append(contentsOf: pairs.prefix(Self.most))
  }

  /// The likeliest readings of one half, by the language model's single-word cost in part.
  private func halves(_ text: String, _ syllables: inout SyllableReader) -> [Candidate] {
    let ranked = syllables.nearest(text).filter { $0.cost < ChannelIndex.weight * Self.nearlyRight }
      .map { (rank: $0.cost + 0.5 * language.cost(of: $0.words.0), candidate: $0) }
      .sorted { ($0.rank, $0.candidate.text) < ($1.rank, $1.candidate.text) }
    return ranked.prefix(Self.mostHalves).map(\.candidate)
  }

  private static func pair(_ head: Candidate, _ tail: Candidate) -> Candidate {
    var pair = Candidate(head.words.0, cost: head.cost + tail.cost + lostSpace, text: head.text + " " + tail.text)
    pair.words.1 = tail.words.0
    pair.wordCount = 2
    return pair
  }
}
