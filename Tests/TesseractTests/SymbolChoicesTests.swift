import DocumentModel
import Testing

@testable import Tesseract

@Suite struct SymbolChoicesTests {
  private func choices(_ symbols: [[(String, Double)]]) -> SymbolChoices {
    SymbolChoices(symbols: symbols.map { $0.map { SymbolChoices.Choice(text: $0.0, behind: $0.1) } })
  }

  @Test func combinesTheLettersOfAWordTheLikeliestFirst() {
    let word = choices([[("c", 0)], [("h", 0), ("n", 1.5)], [("ỉ", 0), ("i", 0.5)]])
    #expect(
      word.alternatives(to: "chỉ") == [
        .init("chi", behind: 0.5), .init("cnỉ", behind: 1.5), .init("cni", behind: 2),
      ])
  }

  @Test func keepsTheBestFewOfManyAndNoneThatIsFarBehind() {
    let letter: [(String, Double)] = [("a", 0), ("á", 1), ("à", 2)]
    let word = choices([letter, letter, letter, letter])
    let found = word.alternatives(to: "aaaa")
    #expect(found.count == 6)
    #expect(found.map(\.behind) == [1, 1, 1, 1, 2, 2])
    #expect(choices([[("a", 0), ("b", 2)], [("c", 0), ("d", 2)]]).alternatives(to: "ac").count == 2)
  }

  @Test func hasNoneWhereItsLettersAreNotTheWord() {
    #expect(choices([[("a", 0), ("b", 0.1)]]).alternatives(to: "ab").isEmpty)
    #expect(choices([]).alternatives(to: "").isEmpty)
  }
}
