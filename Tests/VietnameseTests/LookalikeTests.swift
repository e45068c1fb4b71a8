import Testing
import Vietnamese

@Suite struct LookalikeTests {
  @Test(arguments: [
    ("Ðộc lập - Tự do", "Độc lập - Tự do"), ("Ɖơn vị chủ trì: ɖồng chí", "Đơn vị chủ trì: đồng chí"),
    ("d\u{336}ồng D\u{335}ội", "đồng Đội"),
    // Cyrillic and Greek letters in words that are otherwise Latin, with and without marks.
    ("Số: 27/КН-UBND", "Số: 27/KH-UBND"), ("bа́o сáo", "báo cáo"), ("ΤỔΝG ΗỢP", "TỔNG HỢP"), ("hοà nhậρ", "hoà nhập"),
    // A word of such letters alone beside Vietnamese ones.
    ("ТНÔNG ВÁО số 5", "THÔNG BÁO số 5"), ("Điều 3. ТА", "Điều 3. TA"),
    // Other forms of the same letters.
    ("Ｓố：１２／ＱĐ－ＵＢＮＤ", "Số:12/QĐ-UBND"), ("𝐐𝐔𝐘Ế𝐓 định", "QUYẾT định"), ("ﬁle ℎọc Ⅲ", "file học III"),
    ("ɡia đình", "gia đình"), ("nǎm", "năm"),
  ])
  func lettersThatOnlyLookVietnameseAreMended(_ text: String, _ wanted: String) {
    #expect(Lookalikes.mended(text) == wanted)
  }

  @Test(arguments: [
    "Độc lập - Tự do - Hạnh phúc", "báo «Правда» và тост на русском", "hệ số α, β và α-amylase", "Lǎo Tsǎi, kadın",
    "góc Ω = 5 µm", "Θεσσαλονίκη", "",
  ])
  func otherTextStays(_ text: String) {
    #expect(Lookalikes.mended(text) == text)
  }
}
