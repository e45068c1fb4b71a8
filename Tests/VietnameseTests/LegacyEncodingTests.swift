import Testing
import Vietnamese

@Suite struct LegacyEncodingTests {
  @Test(arguments: [
    ("Céng hoµ x· héi chñ nghÜa ViÖt Nam", LegacyEncoding.tcvn3, "Cộng hoà xã hội chủ nghĩa Việt Nam"),
    ("Quyeát ñònh veà vieäc ban haønh quy cheá", .vni, "Quyết định về việc ban hành quy chế"),
    ("Quyêìt ðiònh vêÌ viêòc ban haÌnh", .windows1258, "Quyết định về việc ban hành"),
  ])
  func decodes(_ text: String, _ encoding: LegacyEncoding, _ wanted: String) {
    #expect(LegacyEncoding.detect(in: text) == encoding)
    #expect(encoding.decoded(text) == wanted)
  }

  @Test(arguments: [
    ("KÕ HO¹CH", "KẾ HOẠCH"), ("UBND TØNH b¸o c¸o", "UBND TỈNH báo cáo"), ("¸p dông ë X·", "áp dụng ở Xã"),
    ("QuyÕt ®Þnh sè 12/Q§-UB", "Quyết định số 12/QĐ-UB"),
  ])
  func capitalsOfTCVN3AreSeenFromThePlainLetters(_ text: String, _ wanted: String) {
    #expect(LegacyEncoding.tcvn3.decoded(text) == wanted)
  }

  @Test(arguments: [
    "Cộng hòa xã hội chủ nghĩa Việt Nam", "Ké hoach s6 02, chuyén d6i sé quéc gia, hiéu qua",
    "Le café est très chaud à Orléans", "Uy ban nhan dan", "",
  ])
  func unicodeIsNotTakenForIt(_ text: String) {
    #expect(LegacyEncoding.detect(in: text) == nil)
  }

  @Test(arguments: [
    ("nghiêng", true), ("quyết", true), ("hoá", true), ("gì", true), ("tuc", false), ("xyz", false), ("ươngn", false),
  ])
  func syllables(_ text: String, _ isValid: Bool) {
    #expect(Syllable.isValid(text) == isValid)
  }
}
