import Testing
import Vietnamese

@Suite struct LegacyEncodingTests {
  @Test(arguments: [
    ("Céng hoµ x· héi chñ nghÜa ViÖt Nam", LegacyEncoding.tcvn3, "Cộng hoà xã hội chủ nghĩa Việt Nam"),
    ("Quyeát ñònh veà vieäc ban haønh quy cheá", .vni, "Quyết định về việc ban hành quy chế"),
    ("Quyêìt ðiònh vêÌ viêòc ban haÌnh", .windows1258, "Quyết định về việc ban hành"),
    ("Cµng hòa xã hµi chü nghîa Vi\u{AE}t Nam", .viscii, "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ("VI\u{06}T NAM: c¶ng hòa xã h¶i chû nghïa", .vps, "VIỆT NAM: cộng hòa xã hội chủ nghĩa"),
    ("C\u{97}NG H\u{92}A H\u{97}I CH\u{9E} NGH\u{8F}A c\u{E9}ng hßa", .tcvn5712, "CỘNG HÒA HỘI CHỦ NGHĨA cộng hòa"),
    ("Quyïët àõnh vïì viïåc ban haânh quy chïë", .bkhcm2, "Quyết định về việc ban hành quy chế"),
    ("Co^.ng ho`a xa~ ho^.i chu? nghi~a Vie^.t Nam ddo^.c la^.p", .viqr, "Cộng hòa xã hội chủ nghĩa Việt Nam độc lập"),
    ("Cá»™ng hÃ²a xÃ£ há»™i chá»§ nghÄ©a Viá»‡t Nam", .doubledUTF8, "Cộng hòa xã hội chủ nghĩa Việt Nam"),
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
    ("UBND xa~ Ta^n Ho`a. Bo^. Ta`i chi'nh ba'o ca'o quo^'c gia.", "UBND xã Tân Hòa. Bộ Tài chính báo cáo quốc gia."),
    ("II. CHU? NGHI~A, NHIE^.M VU.", "II. CHỦ NGHĨA, NHIỆM VỤ"), ("chu? Ti.ch co' ddi ha?", "chủ Tịch có đi ha?"),
    ("DDie^`u ta\\. cu+.u", "Điều ta. cựu"),
  ])
  func fullStopsOfVIQRAreTold(_ text: String, _ wanted: String) {
    #expect(LegacyEncoding.viqr.decoded(text) == wanted)
  }

  /// Lines, and the encoding of each: `u` for Unicode.
  @Test(arguments: [
    (
      "X· T¢N HßA|Sè: 27|KÕ HO¹CH|TriÓn khai sè hãa tµi liÖu||I. MỤC ĐÍCH|Bảo đảm an toàn|XÃ TÂN HÒA", "t t t t t u u u"
    ),
    ("Kính gửi các đơn vị|Thöïc hieän Quyeát ñònh veà vieäc ban haønh|về việc số hóa", "u v u"),
    ("Căn cứ Luật|Café à Orléans, très chaud, déjà été|Ké hoach s6, chuyén d6i sé quéc gia, hiéu qua", "u u u"),
    ("Điều 1|see e.g. www.a.com, f(x) o'clock|Điều 2", "u u u"),
  ])
  func everyLineHasItsEncoding(_ text: String, _ wanted: String) {
    var finder = LineEncodings()
    let lines = text.split(separator: "|", omittingEmptySubsequences: false).map { String($0) }
    let found = finder.encodings(of: lines.map { .init(unicode: $0, western: $0) })
    let names = zip(lines, found).map { $0.isEmpty ? "t" : $1?.rawValue.prefix(1) ?? "u" }
    #expect(names.joined(separator: " ") == wanted)
  }

  @Test(arguments: [
    ("nghiêng", true), ("quyết", true), ("hoá", true), ("gì", true), ("tuc", false), ("xyz", false), ("ươngn", false),
  ])
  func syllables(_ text: String, _ isValid: Bool) {
    #expect(Syllable.isValid(text) == isValid)
  }
}
