import Testing

@testable import Structure

/// Which of the bodies in a row lead and which help.
@Suite struct ColumnChooserTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    let row: String
    /// The line of the row's number, from 0.
    var middle = 0.0
    let leads, helps: [String]
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "the body at the left of a rule leads",
      row: "Rà soát các văn bản thuộc thẩm quyền của tỉnh | Sở Tư pháp | Công an tỉnh |",
      leads: ["Sở Tư pháp"], helps: ["Công an tỉnh"]),
    Case(
      name: "a set helps, one body leads",
      row: "Hướng dẫn công tác số hóa hồ sơ tài liệu Sở Nội vụ Các sở, ban, ngành",
      leads: ["Sở Nội vụ"], helps: ["Các sở, ban, ngành"]),
    Case(
      name: "bodies one after the other in a list share a column",
      row: "Bảo đảm hạ tầng kết nối giữa các cơ quan Sở Tư pháp, Sở Nội vụ, Công an tỉnh",
      leads: ["Sở Tư pháp", "Sở Nội vụ", "Công an tỉnh"], helps: []),
    Case(
      name: "names that run down side by side stand in two columns",
      row: """
        Thành lập Tổ Công tác liên ngành cấp tỉnh thực hiện giám Sở Khoa học Trung tâm Phục vụ
        sát, hỗ trợ triển khai Kế hoạch của Ban Chỉ đạo Trung ương và Công nghệ hành chính công tỉnh
        """,
      middle: 0.5, leads: ["Sở Khoa học và Công nghệ"], helps: ["Trung tâm Phục vụ hành chính công tỉnh"]),
    Case(
      name: "words right of a name that no body has are the next column's",
      row: "Rà soát, cập nhật dữ liệu hộ tịch với cơ sở dữ liệu Công an tỉnh những nơi liên quan",
      leads: ["Công an tỉnh"], helps: []),
  ]

  @Test(arguments: cases) func theColumnOfThoseThatLeadIsFound(_ sample: Case) throws {
    let found = try chosen(sample.row, middle: sample.middle)
    #expect(found.leads == sample.leads)
    #expect(found.helps == sample.helps)
  }

  /// Each weight is read where its comment says: turned round, it turns the answer.
  @Test func weightsDecide() throws {
    let ruled = Self.cases[0], list = Self.cases[2], beside = Self.cases[3]
    var weights = ColumnScores()
    weights.togetherAcrossRule = 10
    #expect(try chosen(ruled.row, weights: weights).leads == ["Sở Tư pháp", "Công an tỉnh"])
    weights = ColumnScores()
    (weights.listTogether, weights.listApart, weights.follows) = (-9, 9, -9)
    #expect(try chosen(list.row, weights: weights).leads.count < 3)
    weights = ColumnScores()
    (weights.sideBySide, weights.togetherAcrossSpace) = (9, 9)
    #expect(try chosen(beside.row, middle: beside.middle, weights: weights).leads.count == 2)
    weights = ColumnScores()
    (weights.somebodyLeads, weights.bodyLeads, weights.cellBehind) = (-9, -9, 0)
    #expect(try chosen(ruled.row, weights: weights).leads.isEmpty)
  }

  @Test func ofTooManyBodiesTheFirstLeads() throws {
    var weights = ColumnScores()
    weights.mostBodies = 2
    #expect(try chosen(Self.cases[2].row, weights: weights).leads == ["Sở Tư pháp"])
    #expect(try chosen("không có cơ quan nào ở đây").leads.isEmpty)
  }

  private func chosen(
    _ row: String, middle: Double = 0, weights: ColumnScores = ColumnScores()
  ) throws -> (leads: [String], helps: [String]) {
    let words = try ReadAcrossSamples.words.get()
    let names = [
      "Sở Tư pháp", "Sở Nội vụ", "Công an tỉnh", "Sở Khoa học và Công nghệ", "Các sở, ban, ngành",
      "Trung tâm Phục vụ hành chính công tỉnh",
    ]
    let lines = ReadAcrossSamples.tokens(row)
    let traces = BodyTracer(names: names, words: words).traces(in: lines, isProvincial: true)
    let leads = ColumnChooser(
      traces: traces, names: names, lines: lines, middle: middle, words: words, weights: weights
    ).leads()
    func named(_ isLead: Bool) -> [String] { zip(traces, leads).filter { $0.1 == isLead }.map { names[$0.0.name] } }
    return (named(true), named(false))
  }
}
