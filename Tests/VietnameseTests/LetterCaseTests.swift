import Testing
import Vietnamese

/// Case that is told by a letter's number must be what Unicode says of it.
@Suite struct LetterCaseTests {
  /// What Vietnamese is written with and its neighbours in the tables; ICU and Swift know other letters by different editions.
  private static let scalars = [0..<0x180, 0x1A0..<0x1B1, 0x300..<0x324, 0x1E90..<0x1F00, 0x2000..<0x2030].joined()
    .compactMap { Unicode.Scalar(UInt32($0)) }

  @Test func everyScalarHasTheCaseThatUnicodeGivesIt() {
    for scalar in Self.scalars {
      let text = String(scalar)
      #expect(scalar.isCapital == scalar.properties.isUppercase, "\(scalar.value)")
      #expect(lowercased(text) == text.lowercased(), "\(scalar.value)")
      #expect(uppercased(text) == text.uppercased(), "\(scalar.value)")
    }
  }

  @Test(arguments: [
    ("UỶ BAN “Đ–Ư”", "uỷ ban “đ–ư”", "UỶ BAN “Đ–Ư”"), ("Straße, ÿ, ĳ", "straße, ÿ, ĳ", "STRASSE, Ÿ, Ĳ"),
    ("ΟΔΟΣ", "οδος", "ΟΔΟΣ"), ("Ý nghĩa", "ý nghĩa", "Ý NGHĨA"), ("", "", ""),
  ])
  func wordsOfOtherScriptsAreAskedOfUnicode(_ text: String, _ small: String, _ capital: String) {
    #expect(lowercased(text) == small)
    #expect(uppercased(text) == capital)
  }
}
