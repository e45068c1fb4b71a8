import Testing
import Vietnamese

@testable import Restoration

/// The search of the lexicon leaves branches early; what it finds has to be what aligning every word finds.
@Suite struct TrieSearchTests {
  /// A lexicon small enough to align every word of it.
  private static let lexicon: Result<(GarbledLexicon, [GarbledLexicon.Entry], WordTrie), any Error> = Result {
    let lexicon = try Fixture.model.get().english.value
    let entries = lexicon.syllables.enumerated().filter { $0.offset % 7 == 0 }.map(\.element)
    let codes = entries.map { $0.text.unicodeScalars.map { lexicon.channel.knownCode(of: $0.value) } }
    return (lexicon, entries, WordTrie(codes))
  }

  @Test(
    arguments: ["quyét", "d6i", "Thyc", "nghiép", "TRUONG", "¢d", "h", "Vian", "chuyén"], [CaseShape.lower, .title])
  func matchesAreThoseOfAligningEveryWord(_ seen: String, _ shape: CaseShape) throws {
    let (lexicon, entries, trie) = try Self.lexicon.get()
    let channel = lexicon.channel, codes = channel.codes(of: seen)
    var search = TrieSearch()
    search.enter(codes, channel)
    search.run(in: trie, channel, as: shape)
    let alignment = Alignment(seen: codes, channel)
    let costs = entries.map { alignment.cost(of: channel.codes(of: shape.applied(to: $0.text))) }
    let ceiling = SearchLimits.ceiling + SearchLimits.ceilingPerCharacter * Float(codes.count)
    let limit = min(ceiling, (costs.min() ?? 0) + SearchLimits.spread)
    let found = Dictionary(search.matches.map { ($0.word, $0.cost) }) { first, _ in first }
    for (word, cost) in costs.enumerated() where abs(cost - limit) > TrieWalk.rounding {
      #expect((found[word] != nil) == (cost < limit), "\(entries[word].text) costs \(cost), the limit is \(limit)")
      if let own = found[word] { #expect(abs(own - cost) < TrieWalk.rounding) }
    }
  }

  @Test func aTableOfRulesFindsEveryKeyAfterItGrew() {
    var table = RuleTable()
    let keys = (1...20_000).map { RuleTable.key(UInt64($0 * 7919), 1 + $0 % 4) }
    for (index, key) in keys.enumerated() { table[key].append(.init(first: 0, last: 1, cost: Float(index))) }
    for (index, key) in keys.enumerated() { #expect(table[key].map(\.cost) == [Float(index)]) }
    #expect(table[RuleTable.key(1, 1)].isEmpty)
  }

  /// The costs of words by a search of the model, whichever the number of words that stand after a context.
  @Test func nodesAreFoundWhereverTheyStand() throws {
    let model = try Fixture.model.get()
    let language = model.language, words = model.vocabulary
    for (first, second) in [("nhân", "dân"), ("ủy", "ban"), ("thực", "hiện"), ("kế", "hoạch"), ("của", "Chính")] {
      let a = try #require(words.exact(first)), b = try #require(words.exact(second))
      let context = language.cost(of: a, after: .start).next
      #expect(language.pair(b, in: language.scope(of: context)) >= 0)
      #expect(language.cost(of: b, after: context).cost < language.cost(of: b))
    }
  }

  @Test(arguments: [
    ("Ngok Bay", [0: "Ngọk", 1: "Bay"]), ("“Ngok Bay”", [0: "Ngọk", 1: "Bay"]), ("ngok bay", [:]),
    ("o Ngok", [:]), ("(Ngọk Bay)", [0: "Ngọk", 1: "Bay"]),
  ])
  func namesAreFoundBehindSigns(_ text: String, _ expected: [Int: String]) {
    let matcher = TermMatcher([], places: ["Ngọk Bay"])
    let line = Fixture.lines(text)[0]
    #expect(matcher.matches(in: line) == expected)
  }
}
