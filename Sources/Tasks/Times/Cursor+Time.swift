internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// The steps that rules of time have in common.
extension Cursor {
  /// Goes past a word of the calendar, and the spaces after it. Its number may be glued to it.
  mutating func take(unit: Vocabulary.Role, of words: TimeWords) -> Bool {
    take(unit, of: words.calendar, beforeDigits: true)
  }

  /// Goes past a month of one or two figures, which a scan can part before a joint: `29/1 1/2024`.
  mutating func partedMonth() -> Int? {
    var ahead = self
    if ahead.take(.digit1), ahead.take(.space), let last = ahead.takeAny(of: [.digit0, .digit1, .digit2]),
      ahead.next.map(Array<UInt8>.dateJoints.contains) ?? false
    {
      self = ahead
      return 10 + Int(last - .digit0)
    }
    return number(digits: 1...2)
  }

  /// Goes past `28 tháng 9 năm 2014`.
  mutating func dayAndMonth(_ words: TimeWords) -> CalendarDate? {
    guard let day = number(digits: 1...2) else { return nil }
    skipSpaces()
    guard take(unit: .unitMonth, of: words), let month = number(digits: 1...2) else { return nil }
    skipSpaces()
    guard take(unit: .unitYear, of: words), let year = number(digits: 4...4) else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// Goes past the year of a month or a quarter: `/2025`, ` năm 2025`.
  mutating func yearOfUnit(_ words: TimeWords) -> Int? {
    var ahead = self
    if !ahead.takeJoint(.dateJoints) {
      ahead.skipSpaces()
      guard ahead.take(unit: .unitYear, of: words) else { return nil }
    }
    guard let year = ahead.number(digits: 4...4) else { return nil }
    self = ahead
    return year
  }

  /// Goes past a year that stands alone; a part of `2025/QĐ`, `12.2025` or `2000%` is none.
  mutating func bareYear(in years: ClosedRange<Int>) -> Int? {
    let before = previous
    var ahead = self
    guard before != .slash, before != .period, let year = ahead.number(digits: 4...4), ahead.isAtBoundary,
      years.contains(year), !ahead.isAt(.slash, .percent)
    else { return nil }
    self = ahead
    return year
  }

  /// Goes past `quý` and gives the letters and figures after it: `IV`, `3`, `IV2026`; nil without the word.
  mutating func quarterNumber(_ words: TimeWords) -> String? {
    take(unit: .unitQuarter, of: words) ? takeLetters() : nil
  }
}
