import SampleDocuments
import Testing
import Vietnamese

/// The letters with marks: 67 small, 67 capital.
let markedLetters = Array(
  ("àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
    + "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ").unicodeScalars)

/// Every marked letter, plain letters and signs: what folding must map one for one.
private let alphabet = markedLetters + RandomText.awkward

@Suite struct FoldingTests {
  @Test func thereAre134MarkedLetters() {
    #expect(Set(markedLetters).count == 134)
  }

  @Test(arguments: markedLetters) func everyMarkedLetterHasAPlainOneOfItsCase(_ letter: Unicode.Scalar) {
    let plain = folded(letter)
    #expect(plain.isASCII && plain.properties.isAlphabetic)
    #expect(plain.properties.isUppercase == letter.properties.isUppercase)
  }

  @Test(arguments: [
    ("Quyết định", "Quyet dinh"), ("ĐƯỜNG", "DUONG"), ("plain – text", "plain – text"), ("ñ ð ç", "ñ ð ç"), ("", ""),
  ])
  func marksAreTakenAndNothingElse(_ text: String, _ plain: String) {
    #expect(folded(text) == plain)
    #expect(folded(folded(text)) == folded(text))
  }

  @Test func foldingIsOneScalarForOne() {
    for text in RandomText.texts(1000, of: alphabet) {
      #expect(folded(text).unicodeScalars.count == text.unicodeScalars.count)
    }
  }

  @Test(arguments: [
    ("KẾ  HOẠCH", "kế hoạch"), ("Văn hóa – Xã hội", "Van hoa - Xa hoi"), ("“a”", "\"a\""), ("  a\tb\n", "a b"),
    ("hoá", "hóa"), ("ke\u{301}", "ké"),
  ])
  func looseKeysAgree(_ a: String, _ b: String) {
    #expect(looseKey(nfc(a)) == looseKey(b))
  }

  @Test func aLooseKeyIsItsOwnKey() {
    for text in RandomText.texts(1000, of: alphabet, seed: 2) {
      let key = looseKey(nfc(text))
      #expect(looseKey(key) == key)
      #expect(key.first != " " && key.last != " ")
    }
  }
}
