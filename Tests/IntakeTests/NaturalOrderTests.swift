import SampleDocuments
import Testing

@testable import Intake

@Suite struct NaturalOrderTests {
  @Test(arguments: [
    ["page-2", "page-10"], ["page-02", "page-3", "page-010"], ["1", "1a", "2", "10"], ["a", "a1", "b"],
    ["trang 9.jpg", "trang 10.jpg", "trang 100.jpg"], ["p1-2", "p1-10", "p2-1"], ["01", "1"], ["", "0"],
    ["99999999999999999998", "99999999999999999999"],
  ])
  func numbersCountAsNumbers(_ names: [String]) {
    #expect(Array(names.reversed()).sorted(by: naturallyPrecedes) == names)
  }

  @Test func isAStrictOrder() {
    let names = RandomText.texts(60, upTo: 5, of: Array("ab019-.Đ".unicodeScalars), seed: 8)
    for a in names {
      #expect(!naturallyPrecedes(a, a))
      for b in names {
        #expect(a == b || naturallyPrecedes(a, b) != naturallyPrecedes(b, a))
        for c in names where naturallyPrecedes(a, b) && naturallyPrecedes(b, c) { #expect(naturallyPrecedes(a, c)) }
      }
    }
  }
}
