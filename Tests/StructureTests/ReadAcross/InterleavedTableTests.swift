import DocumentModel
import Foundation
import SampleDocuments
import Structure
import Tasks
import Testing

/// The annex of seed 003: 61 rows in eight groups that an engine read across the columns. Rows that cannot be told are
/// not made up; the record says what is missing.
@Suite struct InterleavedTableTests {
  private static let lines = """
    TT Nội dung nhiệm vụ Đơn vị chủ trì phối hợp hoàn thành
    I | Về thể chế (03 nhiệm vụ)
    Thành lập Tổ Công tác liên ngành cấp tỉnh thực hiện giám Công an tỉnh, Hoàn thành
    1. sát, hỗ trợ triển khai Kế hoạch của Ban Văn phòng Tỉnh ủy các đơn vị trong tháng
    Chỉ đạo Trung ương liên quan 6/2025
    Ban hành quy định mã số tổ chức trong hệ thống Ban Tổ chức Các Đảng ủy Đã hoàn thành
    5. đảng, đoàn thể của tỉnh Tỉnh ủy xã
    Rà soát, đề xuất sửa đổi các văn bản pháp luật Các Sở, ngành, Hoàn thành
    3. | thuộc thẩm quyền của UBND tỉnh Sở Tư pháp đơn vị trong tháng
    có liên quan 9/2025
    TT Nội dung nhiệm vụ Đơn vị chủ trì phối hợp hoàn thành
    II | Về dữ liệu (02 nhiệm vụ)
    Hỗ trợ hướng dẫn các ban, sở, ngành, địa phương Công an tỉnh, các Nhiệm vụ
    4. công tác số hóa hồ sơ tài liệu Sở Nội vụ sở, ban, ngành thường xuyên
    Rà soát, cập nhật dữ liệu hộ tịch với Cơ sở Hoàn thành
    5. dữ liệu quốc gia về dân cư Sở Tư pháp UBND cấp xã trong tháng
    trong toàn tỉnh 6/2025
    Triển khai phòng họp trực tuyến thông suốt Sở Khoa học và Các Sở, ngành Đã hoàn thành
    6. đến cấp xã Công nghệ
    """

  @Test func rowsAreRebuiltFromNumbersAndNames() throws {
    let record = try Extraction().record(of: "KẾ HOẠCH\nVề việc thử\n\nI. NHIỆM VỤ\n\n" + Self.lines)
    let rows = record.tasks.map { "\($0.number) \($0.lead.joined(separator: ", ")) \($0.deadline.text ?? "")" }
    #expect(
      rows == [
        "1 Văn phòng Tỉnh ủy Hoàn thành trong tháng 6/2025", "2 Ban Tổ chức Tỉnh ủy Đã hoàn thành",
        "3 Sở Tư pháp Hoàn thành trong tháng 9/2025", "4 Sở Nội vụ Nhiệm vụ thường xuyên",
        "5 Sở Tư pháp Hoàn thành trong tháng 6/2025", "6 Sở Khoa học và Công nghệ Đã hoàn thành",
      ])
    #expect(record.tasks.map(\.group).last == "Về dữ liệu (02 nhiệm vụ)")
    #expect(record.findings.contains { $0.message.code == "table-rebuilt" })
    #expect(record.findings.contains { $0.message.code == "count-differs" })
    #expect(record.tasks.allSatisfy { $0.evidence["content"]?.source?.hasPrefix("rebuilt") ?? false })
    #expect(record.tasks.allSatisfy { !($0.raw ?? []).isEmpty })
  }

  /// The table ends where the next section is headed; its headings may stand over two lines, its groups bear letters.
  @Test func theTableEndsBeforeTheNextSection() throws {
    let table = """
      TT Nội dung công việc Cơ quan chủ Cơ quan phối Thời gian
      trì hợp hoàn thành
      A | Chuẩn bị
      1 | Thành lập Tổ công tác số hóa tài liệu của xã | Văn phòng HĐND và UBND xã | Công an xã | 25/8/2025
      2 | Khảo sát khối lượng tài liệu tại các trụ sở cũ | Phòng Kinh tế | Công an xã | 30/9/2025
      3 | Xây dựng dự toán trình cấp có thẩm quyền | Phòng Kinh tế | Công an xã | 30/9/2025
      B | Thực hiện
      4 | Vận chuyển toàn bộ tài liệu về kho tập trung | Công an xã | Phòng Kinh tế | 31/10/2025
      5 | Chỉnh lý tài liệu của ba xã cũ trước sắp xếp | Phòng Kinh tế | Công an xã | Quý IV/2025
      IV. TỔ CHỨC THỰC HIỆN
      1. Phòng Kinh tế
      - Bảo đảm kinh phí.
      """
    let record = try Extraction().record(of: "KẾ HOẠCH\nVề việc thử\n\nIII. NHIỆM VỤ\n\n" + table)
    #expect(record.tasks.map(\.number) == ["1", "2", "3", "4", "5"])
    #expect(record.tasks.map(\.deadline.due).compactMap { $0 }.count >= 3)
    #expect(record.tasks.map(\.lead.first).compactMap { $0 }.count >= 4)
    #expect(record.sections.contains { $0.label == "IV" && $0.title == "TỔ CHỨC THỰC HIỆN" })
    #expect(record.assignments.map(\.body) == ["Phòng Kinh tế"])
  }

  @Test func theSeedsRowsAreAccountedFor() throws {
    let path = Repository.root + "seeds/003_a4d74860d245bb86.txt"
    let record = try Extraction().record(of: String(contentsOfFile: path, encoding: .utf8))
    // As read, without its marks; restored, 58 rows are found.
    #expect((20...61).contains(record.tasks.count))
    #expect(record.findings.contains { $0.message.code == "table-rebuilt" })
  }
}
