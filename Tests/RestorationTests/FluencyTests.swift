import DocumentModel
import Testing

@testable import Restoration

/// What is right reads more fluently than what an engine might make of it.
@Suite struct FluencyTests {
  @Test(arguments: [
    ("Triển khai thực hiện chuyển đổi số", "Trien khai thuc hien chuyen doi so"),
    ("Ủy ban nhân dân xã báo cáo kết quả", "Úy ban nhãn đân xã bảo cáo kểt quá"),
    ("Trước ngày 30 tháng 6 năm 2025", "Truớc ngảy 30 thảng 6 nàm 2025"),
    ("Phòng Văn hóa - Xã hội chủ trì", "Phỏng Vãn hóa - Xä hội chú trì"),
  ])
  func rightWordsCostLess(_ right: String, _ wrong: String) throws {
    let restorer = try Fixture.restorer()
    let good = try #require(restorer.cost(ofReading: Line(parsing: right)))
    let bad = try #require(restorer.cost(ofReading: Line(parsing: wrong)))
    #expect(good < bad)
  }

  /// A word of no language costs more than one that only the model does not know, and the more the longer it is.
  @Test func whatNoSyllableIsCostsMore() throws {
    let restorer = try Fixture.restorer()
    let costs = try ["số hóa", "số huýnh", "số hxkq", "số hxkqzwvf"].map {
      try #require(restorer.cost(ofReading: Line(parsing: $0)))
    }
    #expect(costs == costs.sorted() && Set(costs).count == costs.count, "\(costs)")
  }

  @Test(arguments: ["", "   "]) func aLineWithoutWordsHasNone(_ text: String) throws {
    #expect(try Fixture.restorer().cost(ofReading: Line(parsing: text)) == nil)
  }

  @Test(arguments: ["\u{0}\u{1}", "👩\u{1F3FD}", "----", "....", "1/2/3"])
  func anythingElseHasACostThatIsANumber(_ text: String) throws {
    let cost = try Fixture.restorer().cost(ofReading: Line(parsing: text))
    #expect(cost?.isFinite ?? true)
  }
}
