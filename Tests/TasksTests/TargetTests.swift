import DocumentModel
import Testing
import Vietnamese

@testable import Tasks

/// Targets of a goals part: value, unit, comparator, the day of their own sentence.
@Suite struct TargetTests {
  @Test(
    arguments: [
      ("Tối thiểu 80% hồ sơ được xử lý trực tuyến, người dân chỉ phải nhập dữ liệu một lần.", ["80% >="]),
      (
        "Bảo đảm cung cấp dịch vụ công đối với 82 nhóm thủ tục hành chính theo Quyết định số 06/QĐ-TTg, ngày 06/01/2022.",
        ["82 nhóm thủ tục hành chính ="]
      ),
      ("Hoàn thành giai đoạn 1 và giai đoạn 2 trong năm 2025, kết thúc vào năm 2026.", []),
      (
        "100% hồ sơ phát sinh từ ngày 01/7/2025 được lập trên môi trường điện tử; hoàn thành số hóa ít nhất 30% tài liệu, tạo tiền đề hoàn thành toàn bộ trong năm 2026.",
        ["100% =", "30% >="]
      ),
      ("14/14 thôn, bản có Tổ công nghệ số; không quá 02% hồ sơ quá hạn.", ["14 thôn =", "2% <="]),
      (
        "Cắt giảm ít nhất 30% thời gian và giảm tối thiểu 30% chi phí, hoàn thành trước ngày 31/12/2025.",
        ["30% >= 2025-12-31", "30% >= 2025-12-31"]
      ),
      (
        "Tỷ lệ thanh toán trực tuyến đạt từ 65% trở lên; thời gian chờ không quá 15 phút mỗi lượt.",
        ["65% >=", "15 phút <="]
      ),
      (
        "100% chi bộ sử dụng Sổ tay trước ngày 30/9/2025; ít nhất 90% đảng viên trước ngày 31/12/2025.",
        ["100% = 2025-09-30", "90% >= 2025-12-31"]
      ),
      (
        "Hướng dẫn ít nhất 1.500 lượt người dân; thành lập 09 đội hình tình nguyện tại 09 ấp.",
        ["1500 lượt người dân >=", "9 đội hình tình nguyện ="]
      ),
      ("Cấp tài khoản mức độ 2 cho 100% công dân trước ngày 10/12/2025.", ["100% = 2025-12-10"]),
      ("Vận hành mô hình chính quyền địa phương 2 cấp thông suốt.", []),
      ("Tăng trưởng đạt 8,5%.", ["8.5% ="]),
    ] as [(String, [String])])
  func targets(_ sentence: String, _ expected: [String]) throws {
    let record = try Extraction().record(of: "KẾ HOẠCH\nVề việc thử\n\nI. MỤC TIÊU\n\n- \(sentence)\n")
    let found = record.targets.map { target in
      let value = target.value == target.value.rounded() ? String(Int(target.value)) : String(target.value)
      let amount = value + (target.unit == "%" ? "%" : " " + target.unit)
      return ([amount, target.comparator.rawValue] + [target.due?.description].compactMap { $0 }).joined(separator: " ")
    }
    #expect(found == expected)
  }

  @Test func boundsOfNumbers() throws {
    let book = QuantityBounds(try Extraction().phrases).book
    book.expectNamesAndExamples()
    book.expectExamplesHold(firstNumber(of:)) { $0.rawValue }
  }

  private func firstNumber(of example: String) -> QuantityBounds.Number {
    let text = LooseText(example)
    let start = text.plain.firstIndex(where: \.isDigit) ?? text.count
    return QuantityBounds.Number(text: text, range: start..<text.skipping(.digits, from: start))
  }

  @Test func numbersOutsideTheGoalsAreNone() throws {
    let record = try Extraction().record(
      of: "KẾ HOẠCH\nVề việc thử\n\nI. MỤC ĐÍCH\n\n- Đạt 100% kế hoạch ở cả 14 thôn.\n")
    #expect(record.targets.isEmpty)
  }

  /// Where headings have no numbers, one that names goals opens them and the next heading closes them.
  @Test func goalsStandUnderAHeadingWithoutANumber() throws {
    let record = try Extraction().record(
      of: """
        KẾ HOẠCH
        Về việc thử

        ĐÁNH GIÁ THỰC TRẠNG
        Năm qua đạt 70% kế hoạch.
        MỤC TIÊU CỤ THỂ
        Phấn đấu 93% trường học có tủ sách.

        Nhiệm vụ chủ yếu
        Tập huấn cho 100% giáo viên.
        """)
    #expect(record.targets.map(\.value) == [93])
  }

  @Test func aRomanNumberMayHaveAGoalBehindIt() throws {
    let record = try Extraction().record(
      of: """
        KẾ HOẠCH
        Về việc thử

        B. MỤC TIÊU
        I. Phấn đấu 79% người dân tham gia bảo hiểm y tế.
        II. Tối thiểu 67% bếp ăn tập thể được kiểm tra.
        """)
    #expect(record.targets.map(\.value) == [79, 67] && record.sections.map(\.title) == ["MỤC TIÊU", "", ""])
  }

  @Test func articlesAreListedTitledOrNot() throws {
    let record = try Extraction().record(
      of:
        "QUYẾT ĐỊNH\nVề việc thử\n\nQUYẾT ĐỊNH:\nĐiều 1. Thành lập Tổ công tác.\nĐiều 2. Tổ công tác giải thể khi xong việc.\n"
    )
    #expect(record.sections.map(\.label) == ["Điều 1", "Điều 2"])
  }

  @Test func anItemsTitleCanDateItsTargets() throws {
    let text =
      "KẾ HOẠCH\nVề việc thử\n\nI. CHỈ TIÊU\n\na) Năm 2025: chỉnh lý ít nhất 150 mét giá.\n\nb) Năm 2026: chỉnh lý 136 mét giá.\n"
    let record = try Extraction().record(of: text)
    #expect(record.targets.map(\.due?.description) == ["2025-12-31", "2026-12-31"])
  }

  @Test(
    arguments: [
      (
        [
          "Điều 1. Phê duyệt Đề án phòng cháy năm 2027, với các chỉ tiêu sau: ít nhất 85% hộ có bình chữa cháy; tập huấn 12 lớp."
        ],
        ["85.0%", "12.0lớp"]
      ),
      (
        [
          "Điều 1. Giao các đơn vị thực hiện các chỉ tiêu chủ yếu:", "- 90% trường học có nước sạch;",
          "- Mở 12 lớp dạy bơi.",
        ],
        ["90.0%", "12.0lớp dạy bơi"]
      ),
      (["Điều 1. Đánh giá việc thực hiện chỉ tiêu, trong đó 85% hộ đạt chuẩn."], []),
      (["Điều 1. Đánh giá chung.", "Điều 3. Số liệu: 85% hộ đạt chuẩn."], []),
    ] as [([String], [String])])
  func goalsOfAnArticle(_ lines: [String], _ expected: [String]) throws {
    let text =
      "QUYẾT ĐỊNH\nVề việc thử\n\n" + lines.joined(separator: "\n\n") + "\n\nĐiều 2. Quyết định này có hiệu lực.\n"
    #expect(try Extraction().record(of: text).targets.map { "\($0.value)\($0.unit)" } == expected)
  }
}
