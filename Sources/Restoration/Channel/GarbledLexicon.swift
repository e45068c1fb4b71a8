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

  init(channel: ChannelIndex, vocabulary: Vocabulary, language: LanguageModel, symbols: SymbolGrammar) {
    var syllables: [Entry] = [], places: [String: Int] = [:], signs: [Entry] = []
    for word in vocabulary.all {
      let flags = vocabulary.flags(word), text = vocabulary.text(word), cost = language.cost(of: word)
      if flags.contains(.syllable), flags.contains(.lower) || flags.contains(.title) {
        let small = flags.contains(.lower) ? text : smallLetters(text)
        let place = places[small] ?? syllables.count
        if place == syllables.count {
          places[small] = place
          syllables.append(Entry(text: small, cost: cost))
        }
        if flags.contains(.lower) { syllables[place].lower = word } else { syllables[place].title = word }
        syllables[place].cost = min(syllables[place].cost, cost)
      } else if flags.contains(.upper), cost < Self.rarest {
        signs.append(Entry(text: text, lower: word, title: word, cost: cost))
      }
    }
    let total = Float(max(1, symbols.known.reduce(0) { $0 + $1.count }))
    let parts = symbols.known.map { Entry(text: $0.text, cost: -log(Float($0.count) / total)) }
    self.channel = channel
    self.syllables = syllables.filter { $0.cost < Self.rarest }
    self.signs = signs
    self.parts = parts
    func trie(_ entries: [Entry]) -> WordTrie {
      WordTrie(entries.map { $0.text.unicodeScalars.map { channel.knownCode(of: $0.value) } })
    }
    syllableTrie = trie(self.syllables)
    signTrie = trie(signs)
    partTrie = trie(parts)
  }
}
