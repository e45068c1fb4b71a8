/// The parts of a day of which perhaps only some can be read: where the day is written by pen, month and year may be
/// printed. The evidence of each stands under `dateParts.year`, `dateParts.month`, `dateParts.day`.
public struct DateParts: Hashable, Codable, Sendable {
  @ExplicitNull public var year: Int?
  @ExplicitNull public var month: Int?
  @ExplicitNull public var day: Int?

  public init(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
    _year = ExplicitNull(wrappedValue: year)
    _month = ExplicitNull(wrappedValue: month)
    _day = ExplicitNull(wrappedValue: day)
  }

  public init(_ date: CalendarDate) { self.init(year: date.year, month: date.month, day: date.day) }

  /// The whole day; nil where a part of it is not known or the calendar has no such day.
  public var date: CalendarDate? {
    guard let year, let month, let day else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// As far as it is known from the year down: `2024-09-11`, `2024-09`, `2024`; nil without a year.
  public var iso: String? {
    guard let year else { return nil }
    guard let month else { return year.padded(to: 4) }
    return date?.description ?? "\(year.padded(to: 4))-\(month.padded(to: 2))"
  }

  /// Of a year, or a year and a month, as people and programs write them: `2010`, `2010-05`, `5/2010`; nil for any other
  /// text, a whole day among them.
  public init?(known text: String) {
    let typed = text.split(separator: "/", omittingEmptySubsequences: false)
    let parts =
      typed.count == 2 ? Array(typed.reversed()) : text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, (1...2).contains(parts.count), parts[0].count == 4 else { return nil }
    guard numbers.count == 1 || (1...12).contains(numbers[1]) else { return nil }
    self.init(year: numbers[0], month: numbers.count == 2 ? numbers[1] : nil)
  }
}
