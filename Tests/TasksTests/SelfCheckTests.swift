import DocumentModel
import SampleDocuments
import Structure
import Testing

@testable import Tasks

/// What a document says of itself and is not so: each is a finding with its place, and nothing is put right in silence.
@Suite struct SelfCheckTests {
  struct Case: CustomTestStringConvertible {
    var code: String
    var body: String
    var testDescription: String { code }
  }

  private static let head = """
    ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    XÃ HỢP MINH\tĐộc lập - Tự do - Hạnh phúc
    Số: 05/KH-UBND\tHợp Minh, ngày 11 tháng 7 năm 2025
    KẾ HOẠCH
    Triển khai chuyển đổi số

    """

  @Test(arguments: [
    Case(
      code: "impossible-date",
      body: "I. MỤC TIÊU\nHoàn thành trước ngày 31/02/2025 việc rà soát thủ tục hành chính.\n"),
    Case(
      code: "impossible-year",
      body: "1. Rà soát\nRà soát thủ tục.\n- Chủ trì: Công an xã.\n- Thời gian hoàn thành: Trong tháng 6/2005.\n"),
    Case(
      code: "unreadable-quarter",
      body: "1. Rà soát\nRà soát thủ tục.\n- Chủ trì: Công an xã.\n- Thời gian hoàn thành: Đến hết quý 12026.\n"),
    Case(
      code: "numbering-gap",
      body: "I. MỤC ĐÍCH\nNội dung.\nII. MỤC TIÊU\nNội dung.\nIV. TỔ CHỨC THỰC HIỆN\nNội dung.\n"),
    Case(
      code: "lead-missing",
      body: "1. Rà soát\nRà soát thủ tục.\n- Phối hợp thực hiện: Công an xã.\n- Thời gian: Thường xuyên.\n"),
  ])
  func isFound(_ sample: Case) throws {
    let record = try Extraction().record(of: Self.head + sample.body)
    let found = record.findings.filter { $0.message.code == sample.code }
    #expect(found.count == 1, "\(record.findings.map(\.message.code))")
    #expect((found.first?.provenance?.line ?? 0) > 5)
  }

  @Test func aSoundDocumentHasNone() throws {
    let body = """
      I. NHIỆM VỤ
      1. Rà soát
      Rà soát thủ tục.
      - Chủ trì: Công an xã.
      - Thời gian hoàn thành: Trước ngày 31/12/2025.
      """
    #expect(try Extraction().record(of: Self.head + body).findings.map(\.message.code) == [])
  }

  /// 003:801 prints 6/2005; other rows of its table say 6/2025.
  @Test(arguments: [("6/2025", "2025-06-30"), ("8/2025", nil)])
  func aYearIsRepairedOnlyWithEvidence(_ other: String, _ due: String?) throws {
    let body = """
      1. Rà soát
      Rà soát thủ tục.
      - Chủ trì: Công an xã.
      - Thời gian hoàn thành: Trong tháng 6/2005.
      2. Cập nhật
      Cập nhật dữ liệu.
      - Chủ trì: Công an xã.
      - Thời gian hoàn thành: Trong tháng \(other).
      """
    let record = try Extraction().record(of: Self.head + body)
    #expect(record.tasks.first?.deadline.due?.description == due)
    #expect(record.findings.contains { $0.message.code == "year-repaired" } == (due != nil))
    #expect(record.tasks.first?.evidence["deadline"]?.source == (due == nil ? nil : "year-repaired"))
  }

  @Test func aMarkReadAsALetterTwiceIsTheKnownShortForm() throws {
    let body = "Căn cứ Quyết định số 176-HĐĐBT ngày 09/10/1989 của Hội đồng Bộ trưởng;\nI. MỤC TIÊU\nNội dung.\n"
    let record = try Extraction().record(of: Self.head + body)
    #expect(record.references.map(\.symbol) == ["HĐBT"])
  }
}
