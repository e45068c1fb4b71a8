internal import Vietnamese

/// Readings of garbled letters as words of the user's own list, which cost less than other words.
struct TermReader {
  private let channel: ChannelIndex
  private let terms: [GarbledLexicon.Entry]
  private let trie: WordTrie
  private var search = TrieSearch()

  init(_ terms: [String], _ channel: ChannelIndex, _ vocabulary: WordList) {
    self.channel = channel
    self.terms = Set(terms.flatMap { $0.split(separator: " ").map(String.init) }).sorted().map { term in
      let word = vocabulary.exact(term) ?? Symbol.unknown(CaseShape(of: term))
      return GarbledLexicon.Entry(text: term, lower: word, title: word, cost: 0)
    }
    trie = WordTrie(self.terms.map { $0.text.unicodeScalars.map { channel.knownCode(of: $0.value) } })
  }

  mutating func append(_ text: String, into list: inout [Candidate]) {
    if terms.isEmpty { return }
    search.enter(channel.codes(of: text), channel)
    search.run(in: trie, channel, as: .lower)
    for match in search.matches {
      let entry = terms[match.word], cost = DecoderWeights.channelShare * match.cost - DecoderWeights.userTermBonus
      list.append(Candidate(entry.lower, cost: cost, channel: match.cost, text: entry.text))
    }
  }
}
