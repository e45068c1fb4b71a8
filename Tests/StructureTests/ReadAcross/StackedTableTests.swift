import DocumentModel
import Foundation
import Grammar
import SampleDocuments
import Testing

@testable import Structure

/// Tables that were read across their columns, headings over several lines and rows that begin with their numbers.
@Suite struct StackedTableTests {
  private static func lines(_ text: String) -> [FlowLine] {
    Page(textInput: text).blocks.compactMap { block in
      guard case .line(let line) = block, !line.words.isEmpty else { return nil }
      return FlowLine(line, hasGapBefore: false, startsPage: false)
    }
  }

  private static func header(_ text: String) throws -> StackedHeader.Found? {
    StackedHeader(Phrases(try .load(from: Repository.dictionaries))).first(in: lines(text))
  }

  @Test func headingsStandOverLines() throws {
    let found = try Self.header(
      """
      STT Nhiem vu, giai phap Co quan chu Co quan phoi Thoi han
      tri hop hoan thanh
      1 Trong cay
      """)
    #expect(found?.lines == 0..<2)
    #expect(found?.columns.map(\.role) == [.index, .task, .lead, .cooperating, .deadline])
  }

  @Test func lettersOfHeadingsAreMisreadAndRulesStandBetween() throws {
    let found = try Self.header(
      """
      S6 TEN NHIEM VU | DON VI | DON VI PHOI | TIEN BO
      TT CHU TRI HOP
      """)
    #expect(found?.columns.map(\.role) == [.index, .task, .lead, .cooperating, .deadline])
  }

  @Test(arguments: [
    "Các cơ quan, đơn vị chủ trì thực hiện nhiệm vụ đúng thời hạn và phối hợp chặt chẽ.",
    "III. Nội dung nhiệm vụ, đơn vị chủ trì, thời hạn", "- Nội dung nhiệm vụ, đơn vị chủ trì, thời hạn hoàn thành",
    "1 Nội dung nhiệm vụ đơn vị chủ trì thời hạn",
  ]) func sentencesAreNoHeadings(_ line: String) throws { #expect(try Self.header(line) == nil) }

  private static let table = """
    STT Nhiệm vụ, giải pháp Cơ quan chủ Cơ quan phối Thời hạn
    trì hợp hoàn thành
    1 | Trồng thêm cây bóng mát dọc các tuyến | Phòng Kinh tế | Hội Nông dân | Quý I
    đường mới mở và quanh các trường học năm 2026
    2 | Thu gom rác thải nhựa ở bến thuyền, bãi | Hội Nông dân | Hội Phụ nữ | Tháng 5/2026
    tắm và dọc bờ kênh
    STT Nhiệm vụ, giải pháp Cơ quan chủ Cơ quan phối Thời hạn
    trì hợp hoàn thành
    3 | Sửa mái nhà kho và sân phơi của thôn } Hội Phụ nữ | Phòng Kinh tế | Năm 2026
    trước mùa mưa
    """

  @Test func rowsAreCutAtRulesAndWidths() throws {
    let outline = try Trees.body("I. NHIỆM VỤ\n" + Self.table + "\nII. TỔ CHỨC THỰC HIỆN\nGiao các thôn làm theo.")
    #expect(
      outline == """
        [I] NHIỆM VỤ
          table: STT | Nhiệm vụ giải pháp | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn hoàn thành
          row: 1 | Trồng thêm cây bóng mát dọc các tuyến đường mới mở và quanh các trường học | Phòng Kinh tế | Hội Nông dân | Quý I năm 2026 (rebuilt)
          row: 2 | Thu gom rác thải nhựa ở bến thuyền, bãi tắm và dọc bờ kênh | Hội Nông dân | Hội Phụ nữ | Tháng 5/2026 (rebuilt)
          row: 3 | Sửa mái nhà kho và sân phơi của thôn trước mùa mưa | Hội Phụ nữ | Phòng Kinh tế | Năm 2026 (rebuilt)
        [II] TỔ CHỨC THỰC HIỆN
          Giao các thôn làm theo.
        finding: warning table-rebuilt
        """)
  }

  @Test func proseBelowWordsOfHeadingsIsNoTable() throws {
    let outline = try Trees.body(
      """
      I. NHIỆM VỤ
      Nội dung thực hiện và đơn vị chủ trì theo tiến độ
      của từng năm do thôn tự chọn, gửi về xã trước mùa mưa hằng năm.
      1. Trồng thêm cây bóng mát.
      2. Thu gom rác thải nhựa.
      """)
    #expect(!outline.contains("table:"))
  }

  /// Wishes that name work, persons in charge and times stand above numbered goals.
  @Test func goalsBelowWordsOfHeadingsAreNoTable() throws {
    let outline = try Trees.body(
      """
      I. Mục đích, yêu cầu
      Làm cơ sở để các thôn xây dựng kế hoạch và tổ chức
      thực hiện.
      Phân công rõ người, rõ việc, rõ thời gian, rõ kết quả; thường xuyên kiểm
      tra, đôn đốc.
      II. Chỉ tiêu
      1. Bán tối thiểu 39 lô đất tại khu mới; thu hồi ít nhất 29 ha
      để thực hiện dự án.
      2. Ít nhất 75% thửa đất được cấp giấy.
      3. Giảm hồ sơ quá hạn xuống dưới 01%.
      4. Tỷ lệ hộ dân nhận tiền đạt từ 90%
      trở lên.
      """)
    #expect(!outline.contains("table:"))
  }
}
