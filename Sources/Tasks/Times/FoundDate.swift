internal import DocumentModel

/// A time found in a text: a day, a month, a quarter, half a year or a year.
struct FoundDate: Sendable {
  var range: Range<Int>
  /// The first and the last day of it; the same day where it is a day.
  var first: CalendarDate?
  var last: CalendarDate?
  var precision: DeadlineItem.Precision
  /// The year as printed.
  var year: Int
  /// Read out of signs that ran together.
  var isDoubtful = false
}

extension FoundDate {
  init(day: CalendarDate, range: Range<Int>) {
    self.init(range: range, first: day, last: day, precision: .day, year: day.year)
  }

  /// Nil where the year has no such month.
  init?(month: Int, of year: Int, range: Range<Int>) {
    guard (1...12).contains(month) else { return nil }
    self.init(
      range: range, first: CalendarDate(year: year, month: month, day: 1), last: .endOfMonth(year: year, month: month),
      precision: .month, year: year)
  }

  /// Nil where the year has no such quarter.
  init?(quarter: Int, of year: Int, range: Range<Int>) {
    guard (1...4).contains(quarter) else { return nil }
    self.init(
      range: range, first: CalendarDate(year: year, month: quarter * 3 - 2, day: 1),
      last: .endOfQuarter(year: year, quarter: quarter), precision: .quarter, year: year)
  }

  init(wholeYear year: Int, range: Range<Int>) {
    self.init(
      range: range, first: CalendarDate(year: year, month: 1, day: 1), last: .endOfYear(year), precision: .year,
      year: year)
  }
}
