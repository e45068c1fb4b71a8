internal import DocumentModel

/// A stretch of the calendar that a text names. Made by the functions below, which give nil where the calendar has no
/// such stretch.
enum Period: Hashable, Sendable {
  case day(CalendarDate)
  /// Whole months of one year, 1…12: a month, or half a year.
  case months(ClosedRange<Int>, year: Int)
  /// Days of one month: a week of it, its first ten days.
  case days(ClosedRange<Int>, month: Int, year: Int)
  /// 1…4. Without a year, `quý I và quý II/2026`, it has that of the next time in the text.
  case quarter(Int, year: Int?)
  case year(Int)

  static func month(_ month: Int, year: Int) -> Period? {
    (1...12).contains(month) ? .months(month...month, year: year) : nil
  }

  /// The first or the last `count` months of a year: `6 tháng đầu năm 2026`.
  static func partOfYear(first isFirst: Bool, months count: Int, year: Int) -> Period? {
    guard (1...11).contains(count) else { return nil }
    return .months(isFirst ? 1...count : 13 - count...12, year: year)
  }

  /// The first or the last `count` days of a month: `10 ngày đầu tháng 9/2025`.
  static func partOfMonth(first isFirst: Bool, days count: Int, month: Int, year: Int) -> Period? {
    guard let length = CalendarDate.endOfMonth(year: year, month: month)?.day, (1...length).contains(count) else {
      return nil
    }
    return .days(isFirst ? 1...count : length - count + 1...length, month: month, year: year)
  }

  /// The week of a month, 1…4. Weeks are counted from its first day, whatever day of the week that is.
  static func week(_ number: Int, month: Int, year: Int) -> Period? {
    guard (1...4).contains(number), (1...12).contains(month) else { return nil }
    return .days(number * 7 - 6...number * 7, month: month, year: year)
  }

  /// As printed; nil for a quarter whose year stands elsewhere.
  var year: Int? {
    switch self {
    case .day(let day): day.year
    case .months(_, let year), .days(_, _, let year), .year(let year): year
    case .quarter(_, let year): year
    }
  }

  /// The first day of it; nil without a year.
  var first: CalendarDate? {
    switch self {
    case .day(let day): day
    case .months(let months, let year): CalendarDate(year: year, month: months.lowerBound, day: 1)
    case .days(let days, let month, let year): CalendarDate(year: year, month: month, day: days.lowerBound)
    case .quarter(let quarter, let year): year.flatMap { CalendarDate(year: $0, month: quarter * 3 - 2, day: 1) }
    case .year(let year): CalendarDate(year: year, month: 1, day: 1)
    }
  }

  /// The last day of it; nil without a year.
  var last: CalendarDate? {
    switch self {
    case .day(let day): day
    case .months(let months, let year): .endOfMonth(year: year, month: months.upperBound)
    case .days(let days, let month, let year): CalendarDate(year: year, month: month, day: days.upperBound)
    case .quarter(let quarter, let year): year.flatMap { .endOfQuarter(year: $0, quarter: quarter) }
    case .year(let year): .endOfYear(year)
    }
  }

  var precision: DeadlineItem.Precision {
    switch self {
    case .day, .days: .day
    case .months: .month
    case .quarter: .quarter
    case .year: .year
    }
  }
}
