import DocumentModel
import Testing

@Suite struct DigitsTests {
  @Test(arguments: [(7, 2, "07"), (12, 2, "12"), (123, 2, "123"), (0, 4, "0000")])
  func zerosStandBeforeShortNumbers(_ number: Int, _ width: Int, _ text: String) {
    #expect(number.padded(to: width) == text)
  }

  @Test func hexadecimalDigitsAreTwoAByte() {
    #expect(([0, 9, 0xAB, 0xFF] as [UInt8]).hexadecimal == "0009abff")
    #expect(0x1EA0.padded(to: 4, radix: 16) == "1EA0")
    #expect(0x20.padded(to: 4, radix: 16) == "0020")
  }

  @Test(arguments: [
    ("", "", ""), ("...", "", ""), ("a", "a", "a"), (".a.b.", "a.b", ".a.b"), ("..Đ", "Đ", "..Đ"),
    ("e\u{301}.", "e\u{301}", "e\u{301}"),
  ])
  func signsAtTheEndsAreTrimmed(_ text: String, _ trimmed: String, _ end: String) {
    #expect(text.trimmed { $0 == "." } == trimmed)
    #expect(text.trimmedEnd { $0 == "." } == end)
  }

  @Test func aReaderGetsOneOfTwoTexts() {
    struct Table: Bilingual { var language: Language }
    #expect(Table(language: .vi).text("Trang", "Page") == "Trang")
    #expect(Table(language: .en).text("Trang", "Page") == "Page")
    #expect(Language.vi.oneDecimal(-2.34) == "−2,3" && Language.en.oneDecimal(-0.04) == "0.0")
  }
}

@Suite struct DayNumberTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11016), ("2025-07-11", 20280), ("0001-01-01", -719_162),
    ("9999-12-31", 2_932_896),
  ])
  func daysAreNumberedFromTheYear1970(_ text: String, _ number: Int) {
    #expect(CalendarDate(iso: text)?.dayNumber == number)
    #expect(CalendarDate(dayNumber: number)?.description == text)
  }

  @Test func everyDayOfFourCenturiesFollowsTheOneBefore() {
    var before = CalendarDate(dayNumber: -1)
    for number in 0..<146_097 {
      let day = CalendarDate(dayNumber: number)
      #expect(day?.dayNumber == number && day != before)
      before = day
    }
  }

  @Test func noDayLiesOutsideTheYears1To9999() {
    #expect(CalendarDate(dayNumber: -719_163) == nil)
    #expect(CalendarDate(dayNumber: 2_932_897) == nil)
  }
}
