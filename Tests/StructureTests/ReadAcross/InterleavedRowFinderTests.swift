import Testing

@testable import Structure

/// Where rows begin and end in lines that were read across the columns.
@Suite struct InterleavedRowFinderTests {
  /// Three rows of three lines, each with its verb, its number at half its height and a deadline.
  private static let rows = """
    Thành lập Tổ Công tác liên ngành cấp tỉnh thực hiện giám Sở Tư pháp Hoàn thành
    1. sát, hỗ trợ triển khai Kế hoạch của Ban các đơn vị trong tháng
    chỉ đạo trung ương liên quan 6/2025
    Ban hành quy định mã số tổ chức trong hệ thống đảng, Sở Nội vụ Hoàn thành
    2. đoàn thể của tỉnh theo hướng dẫn của cấp trên các đơn vị trong tháng
    và các văn bản có liên quan 8/2025
    Rà soát, đề xuất sửa đổi các văn bản pháp luật Công an tỉnh Hoàn thành
    3. thuộc thẩm quyền của tỉnh về giao dịch điện tử các đơn vị trong tháng
    bảo đảm thống nhất 9/2025
    """

  @Test func eachRowHasItsNumberAndItsDeadline() throws {
    #expect(try found(Self.rows) == ["1: 0–2", "2: 3–5", "3: 6–8"])
  }

  /// `7.` is what is left of 17; a sign stands where a number was.
  @Test func damagedNumbersFollowEachOther() throws {
    let damaged = Self.rows.replacing("1. sát", with: "16. sát").replacing("2. đoàn", with: "7. đoàn")
      .replacing("3. thuộc", with: "% thuộc")
    #expect(try found(damaged, first: 16) == ["16: 0–2", "17: 3–5", "18: 6–8"])
  }

  /// Without the number in the middle a verb and a deadline are enough.
  @Test func aLostNumberIsCounted() throws {
    #expect(try found(Self.rows.replacing("2. đoàn", with: "đoàn")) == ["1: 0–2", "2: 3–5", "3: 6–8"])
  }

  /// What the group's title states is worth a row without number and deadline.
  @Test func theStatedCountDecidesDoubt() throws {
    let unclear = """
      Thành lập Tổ Công tác liên ngành cấp tỉnh thực hiện giám
      1. sát, hỗ trợ triển khai Kế hoạch của Ban
      Xây dựng hệ thống thông tin dùng chung của tỉnh
      chạy ổn định, an toàn
      """
    #expect(try found(unclear, count: 1).count == 1)
    #expect(try found(unclear, count: 2).map { $0.prefix(2) } == ["1:", "2:"])
  }

  @Test func costsDecide() throws {
    var costs = RowCosts()
    (costs.noDeadline, costs.noNumber, costs.oneLine, costs.wrongCount) = (-9, -9, -9, 0)
    #expect(try found(Self.rows, costs: costs).count == 9)
    costs = RowCosts()
    costs.longest = 2
    #expect(try found(Self.rows, costs: costs).allSatisfy { row in row.contains("–") })
    #expect(try found("").isEmpty)
  }

  private func found(
    _ text: String, first: Int = 1, count: Int? = nil, costs: RowCosts = RowCosts()
  ) throws -> [String] {
    let finder = InterleavedRowFinder(try ReadAcrossSamples.words.get(), costs: costs)
    return finder.rows(of: ReadAcrossSamples.lines(text), first: first, count: count).map { row in
      "\(row.number): \(row.lines.lowerBound)–\(row.lines.upperBound - 1)"
    }
  }
}
