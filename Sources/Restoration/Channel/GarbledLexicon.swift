internal import Foundation
internal import Vietnamese

/// The words that garbled letters may be, as tries in the codes of one channel.
struct GarbledLexicon: Sendable {
  /// A word with its numbers in the language model in small letters and with a capital; 0 where the model lacks one.
  struct Entry: Sendable {
    var text: String
    var lower: UInt16 = 0
    var title: UInt16 = 0
    /// The cost of the more frequent of the two, nats.
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

  init(channel: ChannelIndex, vocabulary: WordList, language: LanguageModel, symbols: SymbolGrammar) {
    self.channel = channel
    syllables = Self.syllables(vocabulary, language).filter { $0.cost < SearchLimits.rarestWord }
    signs = Self.signs(vocabulary, language)
    let total = Float(max(1, symbols.known.reduce(0) { $0 + $1.count }))
    parts = symbols.known.map { Entry(text: $0.text, cost: -log(Float($0.count) / total)) }
    func trie(_ entries: [Entry]) -> WordTrie {
      WordTrie(entries.map { $0.text.unicodeScalars.map { channel.knownCode(of: $0.value) } })
    }
    (syllableTrie, signTrie, partTrie) = (trie(syllables), trie(signs), trie(parts))
  }

  /// One entry for a syllable in small letters and the name with the same letters.
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
      guard !isSyllable(flags), flags.contains(.upper), cost < SearchLimits.rarestWord else { return nil }
      return Entry(text: vocabulary.text(word), lower: word, title: word, cost: cost)
    }
  }

  private static func isSyllable(_ flags: WordFlags) -> Bool {
    flags.contains(.syllable) && (flags.contains(.lower) || flags.contains(.title))
  }
}
