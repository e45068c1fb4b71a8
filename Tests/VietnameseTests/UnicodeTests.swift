import SampleDocuments
import Testing
import Vietnamese

@Suite struct UnicodeTests {
  private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

  @Test(arguments: [
    ("Vie\u{302}\u{323}t", "Việt"), ("Vie\u{323}\u{302}t", "Việt"), ("u\u{31B}\u{301}", "ứ"), ("đ", "đ"),
    ("Việt", "Việt"),
    ("cafe\u{301}", "café"), ("A\u{30A}", "Å"), ("", ""), ("plain", "plain"), ("đ\u{323}", "đ\u{323}"),
  ])
  func composesMarks(_ text: String, _ composed: String) {
    #expect(scalars(nfc(text)) == scalars(composed))
  }

  @Test func composingTwiceChangesNothing() {
    for text in RandomText.texts(2000, seed: 11) {
      let once = nfc(text)
      #expect(scalars(nfc(once)) == scalars(once))
      #expect(once == text, "canonically equal")
    }
  }

  @Test func everyMarkedLetterChangesCase() {
    let small = String(String.UnicodeScalarView(markedLetters[..<67]))
    let capital = String(String.UnicodeScalarView(markedLetters[67...]))
    #expect(uppercased(small) == capital)
    #expect(lowercased(capital) == small)
  }

  @Test(arguments: [("I", "i"), ("ĐẶNG THỊ", "đặng thị"), ("", ""), ("123 – ", "123 – ")])
  func smallLettersAreVietnamese(_ text: String, _ small: String) {
    #expect(lowercased(text) == small)
  }

  @Test func resultsMayBeLongerThanTheirSource() {
    let long = String(repeating: "ßŉ", count: 500)
    #expect(uppercased(long).utf16.count > long.utf16.count)
    #expect(scalars(nfc(String(repeating: "\u{1D15E}", count: 300))).count == 600)
  }

  /// Dictionary order: letters first (đ after d, ư after u), tones only between equal letters.
  @Test(arguments: [
    ["a", "ă", "â", "b"], ["d", "đ", "e", "ê"], ["o", "ô", "ơ", "p"], ["u", "ư", "v"], ["dung", "đa", "đung"],
    ["ma", "mà", "mả", "mã", "má", "mạ", "mai"], ["can", "cán", "cạn", "căn"], ["", "a"],
    ["Huế", "Lào Cai", "Tuyên Quang"],
  ])
  func dictionaryOrder(_ words: [String]) {
    for (first, second) in zip(words, words.dropFirst()) {
      #expect(precedes(first, second), "\(first) < \(second)")
      #expect(!precedes(second, first), "\(second) > \(first)")
      #expect(!precedes(first, first))
    }
  }
}
