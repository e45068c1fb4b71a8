import SampleDocuments
import Testing
import Vietnamese

@Suite struct ToneTests {
  @Test(arguments: [
    ("hóa", "hoá"), ("HÓA", "HOÁ"), ("Hòe", "Hoè"), ("thủy", "thuỷ"), ("Ủy", "Uỷ"), ("ỦY", "UỶ"), ("lụy", "luỵ"),
    ("xõa", "xoã"), ("hỏa", "hoả"), ("ọe", "oẹ"),
  ])
  func oldAndNewAreEachOther(_ old: String, _ new: String) {
    #expect(placingTone(of: old, .new) == new)
    #expect(placingTone(of: new, .old) == old)
    #expect(placingTone(of: old, .old) == old && placingTone(of: new, .new) == new)
    #expect(toneStyle(of: old) == .old && toneStyle(of: new) == .new)
  }

  @Test(arguments: ["quý", "QUÝ", "Quỳ", "khoản", "toàn", "hoa", "uy", "thuyết", "a", "", "y", "của", "toán", "hoạch"])
  func otherWordsStayAndShowNoStyle(_ word: String) {
    for style in ToneStyle.allCases { #expect(placingTone(of: word, style) == word) }
    #expect(toneStyle(of: word) == nil)
  }

  @Test func movingThereAndBackIsMovingBack() {
    let letters = markedLetters + "hoaeuyqtkcHOAEUYQ".unicodeScalars
    for word in RandomText.texts(5000, upTo: 5, of: letters, seed: 21) {
      #expect(placingTone(of: placingTone(of: word, .new), .old) == placingTone(of: word, .old))
      #expect(placingTone(of: placingTone(of: word, .old), .new) == placingTone(of: word, .new))
    }
  }
}

@Suite struct RomanNumeralTests {
  @Test func everyNumberReadsBack() {
    for number in 1...399 { #expect(romanValue(romanNumeral(number)) == number) }
  }

  @Test(arguments: [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("XL", 40), ("XCIX", 99), ("CCCXCIX", 399)])
  func readsThem(_ text: String, _ value: Int) {
    #expect(romanValue(text) == value)
  }

  @Test(arguments: ["", "i", "IIII", "VV", "IC", "IIX", "XM", "I.", "1", "Ⅳ", " I", "CCCC", "VX", "LL"])
  func refusesWhatIsNotWrittenTheRightWay(_ text: String) {
    #expect(romanValue(text) == nil)
  }
}
