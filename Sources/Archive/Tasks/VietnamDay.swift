public import DocumentModel

/// Days as they begin and end in Vietnam: UTC+7, all year.
public enum VietnamDay {
  private static let offset = 7 * 3600
  private static let secondsPerDay = 86400

  /// The day that a moment (seconds since 1970, UTC) falls on.
  public static func day(of moment: Int) -> CalendarDate? {
    CalendarDate(dayNumber: (moment + offset).floorDivided(by: secondsPerDay))
  }

  /// The last second of a day.
  public static func end(of day: CalendarDate) -> Int { (day.dayNumber + 1) * secondsPerDay - offset - 1 }

  /// The time of day at a moment (seconds since 1970, UTC): `16:05`.
  public static func clock(at moment: Int) -> String {
    let second = moment + offset - (moment + offset).floorDivided(by: secondsPerDay) * secondsPerDay
    return "\((second / 3600).padded(to: 2)):\((second / 60 % 60).padded(to: 2))"
  }
}
