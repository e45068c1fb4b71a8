public import DocumentModel

/// Days as they begin and end in Vietnam: UTC+7, all year.
public enum VietnamDay {
  private static let offset = 7 * 3600
  private static let secondsPerDay = 86400

  /// The day that a moment (seconds since 1970, UTC) falls on.
  public static func day(of moment: Int) -> CalendarDate? {
    day(number: (moment + offset).floorDivided(by: secondsPerDay))
  }

  /// The last second of a day.
  public static func end(of day: CalendarDate) -> Int { (number(of: day) + 1) * secondsPerDay - offset - 1 }

  /// Days since 1 January 1970 (Hinnant, “chrono-compatible low-level date algorithms”).
  public static func number(of day: CalendarDate) -> Int {
    let year = day.month <= 2 ? day.year - 1 : day.year
    let era = year.floorDivided(by: 400), yearOfEra = year - era * 400
    let dayOfYear = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day of that number; nil outside the years 1 to 9999.
  public static func day(number: Int) -> CalendarDate? {
    let shifted = number + 719_468, era = shifted.floorDivided(by: 146_097), dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return CalendarDate(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}

extension Int {
  fileprivate func floorDivided(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
