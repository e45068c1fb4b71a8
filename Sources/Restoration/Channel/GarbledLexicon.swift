internal import Foundation
internal import Vietnamese

/// The words that a garbled text is searched for, arranged for one channel.
struct GarbledLexicon: Sendable {
  /// A word and its two readings for the language model; 0 where it has none.
  struct Entry: Sendable {
    var text: String
    var lower: UInt16 = 0
    var title: UInt16 = 0
    /// The better of the two alone, nats.
    var cost: Float
  }

  let channel: ChannelIndex
  /// Syllables in small letters.
  let syllables: [Entry]
  let syllableTrie: WordTrie
  /// Abbreviations as they are written.
  let signs: [Entry]
  let signTrie: WordTrie
  /// Letter groups of document symbols.
  let parts: [Entry]
  let partTrie: WordTrie

  /// Words rarer than this are not searched for: they would be found by chance. Nats.
  private static let rarest: Float = 14.5

  init(channel: ChannelIndex, vocabulary: WordList, language: LanguageModel, symbols: SymbolGrammar) {
    self.channel = channel
    syllables = Self.syllables(vocabulary, language).filter { $0.cost < Self.rarest }
    signs = Self.signs(vocabulary, language)
    let total = Float(max(1, symbols.known.reduce(0) { $0 + $1.count }))
    parts = symbols.known.map { Entry(text: $0.text, cost: -log(Float($0.count) / total)) }
    func trie(_ entries: [Entry]) -> WordTrie {
      WordTrie(entries.map { $0.text.unicodeScalars.map { channel.knownCode(of: $0.value) } })
    }
    (syllableTrie, signTrie, partTrie) = (trie(syllables), trie(signs), trie(parts))
  }

  /// One entry for the word in small letters and the name that is written so.
  private static func syllables(_ vocabulary: WordList, _ language: LanguageModel) -> [Entry] {
    var syllables: [Entry] = [], places: [String: Int] = [:]
    for word in vocabulary.all where isSyllable(vocabulary.flags(word)) {
      let flags = vocabulary.flags(word), text = vocabulary.text(word), cost = language.cost(of: word)
      let small = flags.contains(.lower) ? text : smallLetters(text)
      let place = places[small] ?? syllables.count
      if place == syllables.count {
        places[small] = place
        syllables.append(Entry(text: small, cost: cost))
      }
      if flags.contains(.lower) { syllables[place].lower = word } else { syllables[place].title = word }
      syllables[place].cost = min(syllables[place].cost, cost)
    }
    return syllables
  }

  private static func signs(_ vocabulary: WordList, _ language: LanguageModel) -> [Entry] {
    vocabulary.all.compactMap { word in
      let flags = vocabulary.flags(word), cost = language.cost(of: word)
      guard !isSyllable(flags), flags.contains(.upper), cost < rarest else { return nil }
      return Entry(text: vocabulary.text(word), lower: word, title: word, cost: cost)
    }
  }

  private static func isSyllable(_ flags: WordFlags) -> Bool {
    flags.contains(.syllable) && (flags.contains(.lower) || flags.contains(.title))
  }
}
