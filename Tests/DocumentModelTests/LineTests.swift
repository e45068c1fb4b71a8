import DocumentModel
import SampleDocuments
import Testing

@Suite struct LineTests {
  @Test(arguments: [
    ("", [], ""), ("   ", [], "   "), ("Số: 05", ["Số:", "05"], ""), ("  a\tb  ", ["a", "b"], "  "),
    ("dòng\r", ["dòng"], "\r"), ("\u{0C}a", ["a"], ""), ("a\u{A0}b", ["a", "b"], ""),
  ])
  func splitsAtWhiteSpaceAndKeepsIt(_ text: String, _ words: [String], _ trailing: String) {
    let line = Line(parsing: text)
    #expect(line.words.map(\.text) == words)
    #expect(line.trailing == trailing)
    #expect(line.isEmpty == words.isEmpty)
  }

  @Test func anyTextComesOutAgainByteForByte() {
    for text in RandomText.texts(3000) {
      let line = Line(parsing: text)
      #expect(Array(line.text.utf8) == Array(text.utf8))
      #expect(line.originalText == line.text)
      #expect(line.words.allSatisfy { !$0.text.isEmpty })
    }
  }

  @Test func restoredTextLeavesTheOriginalAlone() {
    var line = Line(parsing: "ke  hoach ")
    line.words[0].text = "kế"
    line.words[1].text = "hoạch"
    #expect(line.text == "kế  hoạch ")
    #expect(line.originalText == "ke  hoach ")
  }

  @Test func boxAndConfidenceComeFromTheWords() {
    let box = PixelBox(x: 1, y: 2, width: 3, height: 4)
    let words = [
      Word(text: "a", box: box, confidence: 0.5), Word(text: "b", confidence: 1),
      Word(text: "c", box: PixelBox(x: 11, y: 2, width: 3, height: 5), confidence: 0.9),
    ]
    let line = Line(words: words, page: 3, number: 9)
    #expect(line.provenance == Provenance(page: 3, line: 9, box: PixelBox(x: 1, y: 2, width: 13, height: 5)))
    #expect(abs(line.confidence.value - 0.8) < 1e-9)
    #expect(Line(parsing: "  ").confidence == 1)
  }
}
