import DocumentModel
import Testing

@testable import Restoration

/// What makes a word of a scan doubtful.
@Suite struct ScanDoubtTests {
  private func word(
    recogniser: Float = 0.97, nearest: Float? = nil, margin: Float = 12, passedOver: Float = 0, hasLetters: Bool = true
  ) -> Confidence {
    ScanDoubt(
      recogniser: recogniser, nearest: nearest, margin: margin, passedOver: passedOver, hasLetters: hasLetters
    ).confidence
  }

  @Test func everyKindOfEvidenceMakesAWordLessCertain() {
    let sure = word()
    #expect(sure > 0.99)
    for doubtful in [
      word(recogniser: 0.9), word(nearest: 0.5), word(margin: 2), word(passedOver: 4), word(hasLetters: false),
    ] {
      #expect(doubtful < sure)
    }
    #expect(word(recogniser: 0.92, nearest: 1, margin: 4) < 0.9)
  }

  /// The recogniser was so sure of `cân` that it stays; the sentence says `cần`, so that a person looks at it.
  @Test func aWordThatTheSentenceSpeaksAgainstIsDoubtful() throws {
    let line = "để án được triển khai trong năm 2025 là cân thiết và cấp bách"
    let words = line.split(separator: " ").map { Word(text: String($0), confidence: $0 == "cân" ? 0.965 : 0.968) }
    let restored = try Fixture.restorer(.vietnamese).restore([Line(words: words)])[0].words
    let word = try #require(restored.first { $0.original == "cân" })
    #expect(word.text == "cần" || word.isDoubtful && word.alternatives.contains { $0.text == "cần" })
  }

  @Test(arguments: ["Ủy ban nhân dân xã Krông Á, tỉnh Đắk Lắk", "UBND XÃ KRÔNG Á"])
  func namesThatAreNoSyllablesStay(_ text: String) throws {
    let words = text.split(separator: " ").map { Word(text: String($0), confidence: 0.96) }
    #expect(try Fixture.restorer(.vietnamese).restore([Line(words: words)])[0].text.hasSuffix(text))
    #expect(try Fixture.restored(text, .vietnamese) == text)
  }
}
