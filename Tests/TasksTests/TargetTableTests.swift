import DocumentModel
import Grammar
import Testing

@testable import Tasks

/// Tables of goals: columns are told by what stands in their cells.
@Suite struct TargetTableTests {
  private func table(_ headings: [String], _ rows: [[String]]) throws -> DataTable {
    let columns = ColumnRules(try Extraction().phrases).columns(headings.map { Passage(text: $0, at: nil) })
    return DataTable(columns: columns, rows: rows.map { DataTable.Row(cells: $0.map { Passage(text: $0, at: nil) }) })
  }

  private func targets(_ headings: [String], _ rows: [[String]], year: Int? = 2026) throws -> [String] {
    let reader = TargetTableReader(QuantityReader(try Extraction().phrases))
    return reader.targets(in: try table(headings, rows), year: year).map { target in
      "\(target.text) \(target.comparator.rawValue) \(target.value) \(target.unit)"
        + (target.due.map { " \($0)" } ?? "")
    }
  }

  @Test func unitsStandInTheirOwnColumn() throws {
    let found = try targets(
      ["TT", "Tên chỉ tiêu", "ĐVT", "Giao năm 2026"],
      [["1", "Số lớp dạy bơi được mở", "lớp", "1.250"], ["2", "Tỷ lệ trẻ em biết bơi", "%", "≥ 62,5"]])
    #expect(found == ["Số lớp dạy bơi được mở = 1250.0 lớp", "Tỷ lệ trẻ em biết bơi >= 62.5 %"])
  }

  @Test func noHeaderIsNeeded() throws {
    let found = try targets(
      [],
      [
        ["Thứ", "Việc phải đạt", "Mức"], ["1", "Hộ dân dùng nước sạch", "95%"],
        ["2", "Tuyến đường có đèn", "Trên 80%"],
        ["3", "Nhà văn hóa được sửa", "không quá 7%"],
      ])
    #expect(
      found == ["Hộ dân dùng nước sạch = 95.0 %", "Tuyến đường có đèn >= 80.0 %", "Nhà văn hóa được sửa <= 7.0 %"])
  }

  @Test func yearsThatArePastAreNoGoals() throws {
    let found = try targets(
      ["STT", "Chỉ tiêu", "Thực hiện 2025", "Năm 2026", "Năm 2027"],
      [["1", "Số chuyến xe buýt", "10", "12", "15"], ["2", "Số trạm chờ có mái", "3", "5", "9"]])
    #expect(
      found == [
        "Số chuyến xe buýt = 12.0  2026-12-31", "Số chuyến xe buýt = 15.0  2027-12-31",
        "Số trạm chờ có mái = 5.0  2026-12-31", "Số trạm chờ có mái = 9.0  2027-12-31",
      ])
  }

  @Test func ofTwoColumnsWithoutYearsTheLastIsTheGoal() throws {
    let found = try targets(
      ["Chỉ tiêu", "Hiện trạng", "Mục tiêu"],
      [["Số ao nuôi được cấp mã", "20", "45"], ["Số bè nuôi đã đăng ký", "8", "30"]])
    #expect(found == ["Số ao nuôi được cấp mã = 45.0 ", "Số bè nuôi đã đăng ký = 30.0 "])
  }

  @Test func namesAndTasksAreNoGoals() throws {
    #expect(
      try targets(
        ["TT", "Họ và tên", "Chức vụ"], [["1", "Lê Văn Tám", "Tổ trưởng"], ["2", "Mai Thị Sáu", "Tổ viên"]]) == [])
    #expect(
      try targets(
        ["TT", "Nội dung công việc", "Chủ trì", "Thời gian"],
        [["1", "Mở lớp dạy bơi", "Trạm Y tế", "2026"], ["2", "Sửa hồ bơi", "Đoàn xã", "2027"]])
        == [])
  }
}
