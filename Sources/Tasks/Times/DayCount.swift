internal import DocumentModel

/// Counts days on from a day, which itself is not counted (Bộ luật Dân sự 2015, Điều 147, khoản 2).
enum DayCount {
  /// The day so many calendar days later; nil beyond the year 9999.
  static func day(_ count: Int, after start: CalendarDate) -> CalendarDate? {
    CalendarDate(dayNumber: start.dayNumber + count)
  }

  /// The day so many working days later: Monday to Friday, without the days of `holidays`. Nil beyond the year 9999.
  static func workingDay(_ count: Int, after start: CalendarDate, holidays: Set<CalendarDate> = []) -> CalendarDate? {
    var number = start.dayNumber, left = count
    while left > 0 {
      number += 1
      guard let day = CalendarDate(dayNumber: number) else { return nil }
      if day.isWeekday, !holidays.contains(day) { left -= 1 }
    }
    return CalendarDate(dayNumber: number)
  }
}

extension CalendarDate {
  /// Monday to Friday; 1 January 1970 was a Thursday.
  fileprivate var isWeekday: Bool {
    let sinceMonday = dayNumber + 3
    return sinceMonday - sinceMonday.floorDivided(by: 7) * 7 < 5
  }
}
