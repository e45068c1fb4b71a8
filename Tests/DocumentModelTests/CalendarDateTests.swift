import DocumentModel
import Foundation
import SampleDocuments
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [(2024, 29), (2025, 28), (2000, 29), (1900, 28), (2100, 28)])
  func februaryKnowsLeapYears(_ year: Int, _ days: Int) {
    #expect(CalendarDate.lastDay(year: year, month: 2) == days)
    #expect(CalendarDate(year: year, month: 2, day: days) != nil)
    #expect(CalendarDate(year: year, month: 2, day: days + 1) == nil)
  }

  @Test(arguments: [(2025, 0, 1), (2025, 13, 1), (2025, 4, 31), (2025, 7, 0), (2025, 7, 32), (0, 1, 1), (10_000, 1, 1)])
  func refusesWhatTheCalendarDoesNotHave(_ year: Int, _ month: Int, _ day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [
    "2025-7-11", "2025-07-1", "25-07-11", "2025/07/11", "2025-07-11 ", "2025-02-29", "2025-07", "", "--", "2025-+7-11",
    "+025-07-11", "2025-07-+1", "２０２５-07-11",
  ])
  func refusesWhatIsNotISO(_ text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test(arguments: [(1, "2025-03-31"), (2, "2025-06-30"), (3, "2025-09-30"), (4, "2025-12-31")])
  func quartersEndWithTheirLastMonth(_ quarter: Int, _ end: String) {
    #expect(CalendarDate.endOfQuarter(year: 2025, quarter: quarter)?.description == end)
  }

  @Test func thereAreFourQuartersAndTwelveMonths() {
    #expect(CalendarDate.endOfQuarter(year: 2025, quarter: 0) == nil)
    #expect(CalendarDate.endOfQuarter(year: 2025, quarter: 5) == nil)
    #expect(CalendarDate.endOfMonth(year: 2025, month: 13) == nil)
    #expect(CalendarDate.endOfYear(2025)?.description == "2025-12-31")
  }

  @Test func everyDayReadsBackAndKeepsItsOrder() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<1000 {
      let (a, b) = (try day(using: &generator), try day(using: &generator))
      #expect(CalendarDate(iso: a.description) == a)
      #expect((a < b) == (a.description < b.description))
      let json = try JSONEncoder().encode([a])
      #expect(try JSONDecoder().decode([CalendarDate].self, from: json) == [a])
    }
  }

  @Test func jsonWithoutSuchADayIsAnError() {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([CalendarDate].self, from: Data(#"["2025-02-30"]"#.utf8))
    }
  }

  private func day(using generator: inout SeededGenerator) throws -> CalendarDate {
    let year = Int.random(in: 1...9999, using: &generator), month = Int.random(in: 1...12, using: &generator)
    let last = CalendarDate.lastDay(year: year, month: month)
    return try #require(CalendarDate(year: year, month: month, day: .random(in: 1...last, using: &generator)))
  }
}
