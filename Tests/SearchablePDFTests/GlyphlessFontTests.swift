import Testing

@testable import SearchablePDF

@Suite struct GlyphlessFontTests {
  @Test func everyCharacterHasOneGlyphAndNoneIsTheMissingOne() {
    var font = GlyphlessFont()
    let (first, count) = font.encoded("ệệa\u{07}")
    #expect(first == "000100010002" && count == 3)
    #expect(font.encoded("a").hexadecimal == "0002")
  }
}
