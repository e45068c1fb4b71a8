import DocumentModel
import Structure
import Testing

/// What pages add to a text, and where one document ends and the next begins.
@Suite struct PageTests {
  @Test func aPageNumberNeverStandsInASentence() throws {
    let text = """
      1. Mục tiêu
      Định kỳ hoặc đột xuất, tổng hợp kết quả thực hiện báo cáo Thường



      8

      trực Đảng ủy phường.
      """
    #expect(
      try Trees.body(text)
        == "[1] Mục tiêu\n  Định kỳ hoặc đột xuất, tổng hợp kết quả thực hiện báo cáo Thường trực Đảng ủy phường.")
  }

  @Test func aFootnoteNeverStandsInASentence() throws {
    let text = """
      1. Mục đích
      Đẩy mạnh chuyển đổi số trong hoạt động của các cơ quan Đảng, Nhà

      1 Xét nội dung tham mưu tại Công văn số 189/CV-VHXH, ngày 09/10/2025.
       nước, Mặt trận Tổ quốc.
      """
    let tree = try Trees.parse("KẾ HOẠCH\nVề việc thử\n\n" + text)
    #expect(tree.footnotes.map(\.text) == ["1 Xét nội dung tham mưu tại Công văn số 189/CV-VHXH, ngày 09/10/2025."])
    #expect(tree.outline().contains("các cơ quan Đảng, Nhà nước, Mặt trận Tổ quốc."))
  }

  @Test func footnotesAtAPagesEndAndTheirMarksAreTakenOut() throws {
    let pages = [
      "KẾ HOẠCH\nVề việc thử\nCăn cứ hướng dẫn của Sở Khoa học và Công nghệ1, Ủy ban\nnhân dân xã ban hành Kế hoạch:\n1 Văn bản được gửi ngày 09/7/2025.",
      "2\nI. MỤC TIÊU\nNội dung.",
    ]
    let tree = try #require(try Trees.all(in: pages).first)
    #expect(
      tree.root.paragraphs.first?.text
        == "Căn cứ hướng dẫn của Sở Khoa học và Công nghệ, Ủy ban nhân dân xã ban hành Kế hoạch:")
    #expect(tree.footnotes.count == 1)
    #expect(tree.root.children.map(\.title) == ["MỤC TIÊU"])
  }

  @Test func aLetterheadBeginsAnotherDocument() throws {
    let head = "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ PHÚ LƯƠNG\tĐộc lập - Tự do - Hạnh phúc\n"
    let pages = [
      head + "Số: 1/TTr-UBND\tPhú Lương, ngày 1 tháng 8 năm 2025\nTỜ TRÌNH\nVề việc một\nCăn cứ Luật;\nNội dung.",
      "2\nNội dung tiếp theo.",
      head + "Số: /KH-UBND\tPhú Lương, ngày tháng 8 năm 2025\nKẾ HOẠCH\nVề việc hai\nCăn cứ Luật;\nNội dung.",
    ]
    let trees = try Trees.all(in: pages)
    #expect(trees.map { [$0.firstPage, $0.lastPage] } == [[1, 2], [3, 3]])
    #expect(trees.map(\.header.type) == ["TTr", "KH"])
  }

  @Test func aFormInAnAnnexIsNoOtherDocument() throws {
    let head = "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ PHÚ LƯƠNG\tĐộc lập - Tự do - Hạnh phúc\n"
    let pages = [
      head + "Số: 1/KH-UBND\tPhú Lương, ngày 1 tháng 8 năm 2025\nKẾ HOẠCH\nVề việc một\nCăn cứ Luật;\nNội dung.",
      "PHỤ LỤC\nMẪU ĐƠN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐƠN ĐỀ NGHỊ\nTôi tên là:",
    ]
    #expect(try Trees.all(in: pages).count == 1)
  }

  @Test func aNumberNotReadIsTakenFromTheAnnex() throws {
    let head = "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ PHÚ LƯƠNG\tĐộc lập - Tự do - Hạnh phúc\n"
    let pages = [
      head + "Số: ƒ1/KH-UBND\tPhú Lương, ngày ⟦?⟧ tháng 8 năm 2025\nKẾ HOẠCH\nVề việc một\nCăn cứ Luật;\nNội dung.",
      "PHỤ LỤC\nDANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số 21/KH-UBND ngày 05/8/2025 của Ủy ban nhân dân xã)",
    ]
    let header = try #require(try Trees.all(in: pages).first?.header)
    #expect(header.number == "21")
    #expect(header.date?.description == "2025-08-05")
    #expect(header.evidence["number"]?.source == "annex")
  }

  @Test func noPagesNoDocument() throws {
    #expect(try Trees.all(in: []).isEmpty)
    #expect(try Trees.all(in: ["\n\n"]).isEmpty)
  }
}
