import DocumentModel
import Testing

@Suite struct DocumentSymbolTests {
  @Test(
    arguments: [
      ("05/KH-UBND", "05", "KH-UBND", false), ("02-KH/BCĐTW", "02", "KH-BCĐTW", true),
      ("30/2020/NĐ-CP", "30/2020", "NĐ-CP", false), ("742/SKHCN-CĐS", "742", "SKHCN-CĐS", false),
      ("68 / KH – UBND", "68", "KH-UBND", false), ("06/QĐTTg", "06", "QĐ-TTg", false),
      ("/KH-UBND", nil, "KH-UBND", false),
    ] as [(String, String?, String, Bool)])
  func readsBothWaysOfWriting(_ text: String, _ number: String?, _ symbol: String, _ isParty: Bool) {
    #expect(DocumentSymbol(text) == DocumentSymbol(number: number, symbol: symbol, isParty: isParty))
  }

  @Test(arguments: ["", "05", "KH", "05/", "05/kh-ubnd", "2025-07-11", "05/KH-", "1234567/KH-UBND", "km/h", "30%"])
  func refusesAnythingElse(_ text: String) {
    #expect(DocumentSymbol(text) == nil)
  }
}
