import DocumentModel
import Export
import Foundation
import Testing

@Suite struct CalendarExportTests {
  @Test func anEventIsWrittenAsCalendarsReadIt() throws {
    let day = try #require(CalendarDate(year: 2025, month: 12, day: 31))
    let event = CalendarExport.Event(
      id: "task-7@sohoa", day: day, title: "Số hóa, kiểm tra; báo cáo", text: "Dòng một\nDòng hai", isDone: true)
    let text = CalendarExport.text(of: [event], stamp: 1_751_328_000)
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.first == "BEGIN:VCALENDAR" && lines.dropLast().last == "END:VCALENDAR")
    #expect(lines.contains("UID:task-7@sohoa"))
    #expect(lines.contains("DTSTAMP:20250701T000000Z"))
    #expect(lines.contains("DTSTART;VALUE=DATE:20251231"))
    #expect(lines.contains("SUMMARY:✓ Số hóa\\, kiểm tra\\; báo cáo"))
    #expect(lines.contains("DESCRIPTION:Dòng một\\nDòng hai"))
  }

  @Test func longLinesAreFoldedBetweenLetters() throws {
    let day = try #require(CalendarDate(year: 2025, month: 1, day: 1))
    let title = String(repeating: "đường ", count: 60)
    let text = CalendarExport.text(
      of: [CalendarExport.Event(id: "a", day: day, title: title, text: "")], stamp: 0)
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(text.replacing("\r\n ", with: "").contains("SUMMARY:" + title))
  }
}
