import DocumentModel
import Vietnamese
import Testing

@testable import Tasks

/// Citations in sentences: type, number, symbol and the day printed with it.
@Suite struct ReferenceTests {
  @Test(
    arguments: [
      ("Kế hoạch số 02-KH/BCĐTW, ngày 19/6/2025 của BCĐTW", ["KH 02 KH-BCĐTW 2025-06-19"]),
      ("Nghị quyết số 57- NQ/TW, ngày 22/12/2024", ["NQ 57 NQ-TW 2024-12-22"]),
      ("tại Kế hoạch số 02- KH/BCĐTW, Kế hoạch số 01/KH-BCĐ gắn với", ["KH 02 KH-BCĐTW", "KH 01 KH-BCĐ"]),
      ("Quyết định số: 01/QĐ - UBND, ngày 01/07/2025 về việc", ["QĐ 01 QĐ-UBND 2025-07-01"]),
      ("Quyết định số 206/QĐTTg, ngày 28/02/2024,", ["QĐ 206 QĐ-TTg 2024-02-28"]),
      (
        "Luật Lưu trữ số 33/2024/QH15 ngày 21/6/2024; Nghị định số 113/2025/NĐ-CP",
        ["Luật 33/2024 QH15 2024-06-21", "NĐ 113/2025 NĐ-CP"]
      ),
      ("Công văn số 742/SKHCN-CĐS ngày 08/7/2025 của Sở", ["CV 742 SKHCN-CĐS 2025-07-08"]),
      ("Quyết định số 176-HĐBT ngày 09/10/1989", ["QĐ 176 HĐBT 1989-10-09"]),
      ("Chương trình phối hợp số 07/CTPH-CAT-TĐ, ngày 30/6/2025", ["CTPH 07 CTPH-CAT-TĐ 2025-06-30"]),
      ("Thông tư liên tịch số 03/2006/TTLT-BTC-BNV", ["TTLT 03/2006 TTLT-BTC-BNV"]),
      ("theo Nghị định 85/2016/NĐ-CP", ["NĐ 85/2016 NĐ-CP"]),
      ("tại Văn bản số 37-CV/ĐU, ngày 15 tháng 8 năm 2025", ["CV 37 CV-ĐU 2025-08-15"]),
      // A project's name, a period, a fraction, a service around the clock are no citations.
      ("cải cách hành chính và Đề án 06-ĐA/CP của tỉnh", []),
      ("14/14 thôn, hỗ trợ 24/7, giai đoạn 2025-2030, khoản 1/2", []),
      ("bảo đảm “đúng - đủ - sạch - sống” 12 cơ sở dữ liệu", []),
    ] as [(String, [String])])
  func citations(_ text: String, _ expected: [String]) throws {
    let found = ReferenceFinder(try Extraction().phrases).citations(in: LooseText(text))
    let lines = found.map { citation in
      [citation.type, citation.symbol.number, citation.symbol.symbol, citation.date?.description].compactMap { $0 }
        .joined(separator: " ")
    }
    #expect(lines == expected)
  }
}
