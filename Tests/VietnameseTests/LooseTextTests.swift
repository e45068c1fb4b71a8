import SampleDocuments
import Testing
import Vietnamese

@Suite struct LooseTextTests {
  @Test func thePlainFormIsOneByteForOneScalar() {
    for text in RandomText.texts(1000, of: markedLetters + RandomText.awkward, seed: 9) {
      let loose = LooseText(text)
      #expect(loose.plain.count == text.unicodeScalars.count)
      #expect(Array(loose.text.utf8) == Array(text.utf8))
      #expect(loose.plain.allSatisfy { $0 < 0x7F && !(0x41...0x5A).contains($0) })
    }
  }

  @Test(arguments: [
    ("Kế Hoạch", "ke hoach"), ("06–QĐ\u{A0}“x”", "06-qd \"x\""), ("a\tb", "a b"), ("ñ§", "\u{1}\u{2}"),
  ])
  func plainForms(_ text: String, _ plain: String) {
    #expect(LooseText(text).plain == Array(plain.utf8))
  }

  @Test(arguments: [(-5, 3, "một"), (4, 99, "hai"), (0, 0, ""), (9, 12, "")])
  func rangesAreDrawnIn(_ start: Int, _ end: Int, _ text: String) {
    #expect(LooseText("một hai")[start..<end] == text)
  }

  @Test(arguments: [(0, true), (1, false), (3, true), (4, true), (7, true), (99, true)])
  func wordsBeginAtBoundaries(_ offset: Int, _ isBoundary: Bool) {
    #expect(LooseText("một hai").isBoundary(at: offset) == isBoundary)
  }

  @Test func trimsSkipsAndFinds() {
    let text = LooseText("  a;b  ")
    #expect(text.trimmed(0..<7) == 2..<5)
    #expect(text.trimmed(0..<2) == 2..<2)
    #expect(text.skipping([0x20], from: 0) == 2)
    #expect(text.skipping([0x20], from: 5) == 7)
    #expect(text.firstIndex(of: 0x3B) == 3)
    #expect(text.firstIndex(of: 0x3B, from: 4) == nil && text.firstIndex(of: 0x3B, from: 99) == nil)
  }
}
