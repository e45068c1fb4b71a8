/// The level of the body whose paper it is, as the paper itself says it: after “nhân dân” and UBND stands `phường` in a ward's
/// paper, again and again. Where one reading of a word is that level, it is likelier than elsewhere.
struct DocumentLevel {
  /// Words of the language model: the level in small letters and with a capital.
  private var words: Set<UInt16> = []

  private static let levels = ["phường", "xã", "tỉnh", "huyện", "quận"]
  /// Words after which the level stands, in any case.
  private static let before = ["dân", "Dân", "UBND", "HĐND", "ủy", "Ủy"]
  /// The least weight of what was read sure, and how much more than the next level it has to be.
  private static let least: Float = 2, lead: Float = 2

  /// `entries` are the words of a first reading, each after the word before it.
  init(_ entries: [DocumentCache.Entry], _ vocabulary: WordList) {
    let heads = Set(Self.before.compactMap(vocabulary.exact))
    var votes: [Float] = []
    for level in Self.levels {
      let own = Self.words(of: level, vocabulary)
      votes.append(entries.reduce(0) { $0 + (own.contains($1.word) && heads.contains($1.previous) ? $1.weight : 0) })
    }
    guard let most = votes.max(), most >= Self.least, let place = votes.firstIndex(of: most) else { return }
    let next = votes.enumerated().filter { $0.offset != place }.map(\.element).max() ?? 0
    if most >= Self.lead * next { words = Self.words(of: Self.levels[place], vocabulary) }
  }

  private static func words(of level: String, _ vocabulary: WordList) -> Set<UInt16> {
    Set([level, level.prefix(1).uppercased() + level.dropFirst()].compactMap { vocabulary.exact(String($0)) })
  }

  /// What a reading saves that is the level, nats.
  func bonus(for word: UInt16) -> Float { words.contains(word) ? DecoderWeights.Document.levelBonus : 0 }

  var isKnown: Bool { !words.isEmpty }
}
