import DocumentModel
import Testing

@testable import Tasks

/// Deadlines as domain experts met them, with the day and the modes they come to.
@Suite struct DeadlineTests {
  struct Case: CustomTestStringConvertible {
    var text: String
    var due: String?
    var modes: [Deadline.Mode]
    var testDescription: String { text }

    init(_ text: String, _ due: String? = nil, _ modes: Deadline.Mode...) {
      self.text = text
      self.due = due
      self.modes = modes
    }
  }

  static let cases = [
    // Days.
    Case("31/12/2025.", "2025-12-31"),
    Case("Trước ngày 20/12/2025", "2025-12-20"),
    Case("Trước 31/12/2025", "2025-12-31"),
    Case("Hoàn thành trước ngày 15/8/2025; cập nhật hằng tháng", "2025-08-15", .periodic),
    Case("chậm nhất ngày 04-10-2025", "2025-10-04"),
    Case("xong trước ngày 30 tháng 7 năm 1991", "1991-07-30"),
    // Months, quarters, halves, years: their last day.
    Case("Hoàn thành trong tháng 6/2025", "2025-06-30"),
    Case("6/2025", "2025-06-30"),
    Case("Tháng 02/2024", "2024-02-29"),
    Case("tháng 9 năm 2025", "2025-09-30"),
    Case("Quý II/2025", "2025-06-30"),
    Case("Quí III năm 2025", "2025-09-30"),
    Case("Quý I và quý II/2026", "2026-06-30"),
    Case("Quý IH/2025", "2025-09-30"),
    // The `/` was lost or became a stroke: a day only where one quarter can be meant.
    Case("Đến hết quý IV2026", "2026-12-31"),
    Case("quý 212026", "2026-06-30"),
    Case("quý 32026", "2026-09-30"),
    Case("Đến hết quý 12026"),
    Case("quý 112026"),
    Case("quý 1112026"),
    Case("quý 62026"),
    Case("6 tháng đầu năm 2026", "2026-06-30"),
    Case("6 tháng cuối năm 2025", "2025-12-31"),
    Case("Năm 2025", "2025-12-31"),
    Case("2025", "2025-12-31"),
    Case("đến hết năm 2025", "2025-12-31"),
    Case("Kỳ họp thường lệ cuối năm 2025", "2025-12-31"),
    // Ranges.
    Case("từ ngày 01/8/2025 đến ngày 15/12/2025", "2025-12-15"),
    Case("2025 - 2026", "2026-12-31"),
    Case("Giai đoạn 2025-2030", "2030-12-31"),
    Case("2025 và những năm tiếp theo"),
    Case("Từ ngày 01/7/2025"),
    // How it is to be kept.
    Case("Thường xuyên", nil, .ongoing),
    Case("Nhiệm vụ thường xuyên", nil, .ongoing),
    Case("Triển khai thực hiện ngay", nil, .immediate),
    Case("Triển khai thực hiện ngay và thường xuyên", nil, .immediate, .ongoing),
    Case("Triển khai thực hiện ngay và thường xuyên. Đến năm 2026 hoàn thành 100%", "2026-12-31", .immediate, .ongoing),
    Case(
      "Triển khai thực hiện ngay, thường xuyên, định kỳ hoặc khi có yêu cầu", nil, .immediate, .ongoing, .periodic,
      .conditional),
    Case("Hằng năm", nil, .periodic),
    Case("Hàng quý", nil, .periodic),
    Case("6 tháng một lần", nil, .periodic),
    Case("Trước ngày 25 hằng tháng", nil, .periodic),
    Case("Ngày 05 hằng tháng", nil, .periodic),
    Case("hàng ngày trước 10h, hàng tuần trước 8h00 thứ năm, hàng tháng trước ngày 25", nil, .periodic),
    Case("Đã hoàn thành", nil, .done),
    Case("Đã hoàn thành và thực hiện thường xuyên", nil, .ongoing, .done),
    // What it waits for.
    Case("Ngay khi Trung ương ban hành", nil, .conditional),
    Case("Ngay sau khi Chủ tịch UBND thành phố công bố tại các Quyết định công bố", nil, .conditional),
    Case("Khi có hướng dẫn của Sở Nội vụ", nil, .conditional),
    Case("Sau khi Tòa án nhân dân tối cao triển khai", nil, .conditional),
    Case("Thực hiện theo Kế hoạch của Trung ương", nil, .conditional),
    Case("Thường xuyên, theo hướng dẫn của thành phố", nil, .ongoing, .conditional),
    Case("Trong 15 ngày kể từ ngày ban hành Kế hoạch", nil, .conditional),
    Case("Trước ngày 30/9/2025, sau đó duy trì thường xuyên", "2025-09-30", .ongoing),
    // A beginning and the day of a citation are no deadlines.
    Case(
      "Theo hướng dẫn của Bộ Công an; bảo đảm không làm gián đoạn dịch vụ từ ngày 01/7/2025 khi dùng các tài khoản tổ chức theo Nghị định số 69/2024/NĐ-CP của Chính phủ",
      nil, .conditional),
    Case("Theo tiến độ tại Quyết định số 108/QĐ-BCĐ ngày 24/7/2025", nil, .conditional),
    // Nothing can be read.
    Case(""),
    Case("ʘ ﬂmm OB"),
  ]

  @Test(arguments: cases) func dueAndModes(_ sample: Case) throws {
    let deadline = DeadlineParser(try Extraction().phrases).parse(sample.text, issueYear: nil)
    #expect(deadline.due?.description == sample.due)
    #expect(deadline.modes == sample.modes)
  }

  @Test func itemsTellEachTime() throws {
    let parser = DeadlineParser(try Extraction().phrases)
    let range = try #require(parser.parse("từ ngày 01/8/2025 đến ngày 15/12/2025").items.first)
    #expect(range.mode == .range)
    #expect(range.start?.description == "2025-08-01")
    let before = try #require(parser.parse("Trước ngày 20/12/2025").items.first)
    #expect(before.bound == .before)
    #expect(before.precision == .day)
    #expect(parser.parse("Quý IV/2025").items.first?.precision == .quarter)
    #expect(parser.parse("Hằng tháng").items.first?.recurrence == "hằng tháng")
    #expect(
      parser.parse("Khi có yêu cầu; thường xuyên").items.first { $0.mode == .conditional }?.condition
        == "Khi có yêu cầu")
  }

  @Test func aYearFarFromTheDocumentGivesNoDay() throws {
    let parser = DeadlineParser(try Extraction().phrases)
    #expect(parser.parse("Hoàn thành trong tháng 6/2005", issueYear: 2025).due == nil)
    #expect(parser.implausibleYears(in: "Hoàn thành trong tháng 6/2005", issueYear: 2025) == [2005])
    #expect(parser.parse("đến năm 2030", issueYear: 2025).due?.description == "2030-12-31")
  }
}
