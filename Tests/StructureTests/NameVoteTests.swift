import DocumentModel
import Grammar
import Testing

@testable import Structure

/// Signers' names that lost a mark under a stamp.
@Suite struct NameVoteTests {
  private static let vote = NameVote(
    {
      var people = PersonNames()
      for (word, part, count) in [
        ("Lê", PersonNames.Part.family, 90), ("Trần", .family, 80), ("Văn", .middle, 70), ("Tuấn", .given, 46),
        ("Tuân", .given, 5), ("Dũng", .given, 42), ("Thanh", .given, 32), ("Thành", .given, 37),
      ] { people.add(word, part, count: count) }
      return people
    }())

  private func name(_ text: String, confidence: Confidence = 0.9, isScan: Bool = true) -> Passage {
    Passage(
      words: text.split(separator: " ").map {
        PlacedWord(
          text: String($0), page: 1, line: 1, box: isScan ? PixelBox(x: 0, y: 0, width: 9, height: 9) : nil,
          confidence: confidence)
      })
  }

  @Test(arguments: [
    // A mark that is easily lost, and a name that is rare without it.
    ("Trần Văn Tuân", "Trần Văn Tuấn"),
    // Nobody is called so, and one letter away somebody is.
    ("Lê Văn Đũng", "Lê Văn Dũng"), ("Lê Văn Dũn", "Lê Văn Dũng"),
    // Both are common: what was read stands.
    ("Lê Văn Thanh", "Lê Văn Thanh"), ("Lê Văn Thành", "Lê Văn Thành"),
    // Nothing in the table is near.
    ("Lê Văn Kpuih", "Lê Văn Kpuih"),
  ])
  func theLikelierNameIsTaken(_ read: String, _ wanted: String) {
    let voted = Self.vote.likeliest(name(read))
    #expect(voted.text == wanted)
    #expect(voted.isInferred == (read != wanted))
  }

  @Test func whatIsTakenInPlaceOfAReadingIsDoubtful() {
    let voted = Self.vote.likeliest(name("Trần Văn Tuân"))
    #expect(voted.words.last.map { $0.confidence < 0.7 } ?? false)
  }

  /// `Lò` is rare and no misreading of `Lê`, as long as the engine is sure.
  @Test func aRareNameSurelyReadStays() {
    #expect(Self.vote.likeliest(name("Lò Văn Thanh", confidence: 0.96)).text == "Lò Văn Thanh")
  }

  @Test func aTextThatNobodyScannedIsBelieved() {
    #expect(Self.vote.likeliest(name("Trần Văn Tuân", isScan: false)).text == "Trần Văn Tuân")
    #expect(Self.vote.likeliest(name("Trần Văn Tuân", confidence: 1)).text == "Trần Văn Tuân")
  }

  @Test func aPersonHasAFamilyNameAndAGivenName() {
    #expect(Self.vote.isPerson("Trần Văn Tuấn"))
    #expect(!Self.vote.isPerson("Các Chi Đoàn"))
    #expect(!Self.vote.isPerson("Trần"))
  }
}
