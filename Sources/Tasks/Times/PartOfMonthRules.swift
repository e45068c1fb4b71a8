internal import Grammar
internal import Vietnamese

/// Times that are a part of a month.
extension TimeRules {
  static func partsOfMonth(_ words: TimeWords) -> [TimeRule] { [week(words), daysOfMonth(words)] }

  private static func week(_ words: TimeWords) -> TimeRule {
    TimeRule(
      "time.week-of-month", certainty: TimeCertainty.read,
      examples: [
        RuleExample("Tuần thứ hai của tháng 9/2025", "2025-09-14"),
        RuleExample("tuan thu ba thang 02 nam 2026", "2026-02-21"), RuleExample("Tuần 1 tháng 10/2025", "2025-10-07"),
        RuleExample("tuần đầu tháng 10/2025", "2025-10-07"), RuleExample("tuần cuối tháng 02/2024", "2024-02-29"),
        RuleExample("Tuần thứ hai", nil), RuleExample("tuần 42 năm 2025", nil, whole: "2025-12-31"),
      ]
    ) { start in
      var cursor = start
      guard cursor.take(unit: .unitWeek, of: words), let which = cursor.weekNumber(words),
        let (month, year) = cursor.monthAndYear(words)
      else { return nil }
      let period =
        which == Cursor.lastWeek
        ? Period.partOfMonth(first: false, days: 7, month: month, year: year)
        : Period.week(which, month: month, year: year)
      return period.map { ReadTime($0, upTo: cursor) }
    }
  }

  private static func daysOfMonth(_ words: TimeWords) -> TimeRule {
    TimeRule(
      "time.days-of-month", certainty: TimeCertainty.read,
      examples: [
        RuleExample("10 ngày đầu tháng 9/2025", "2025-09-10"),
        RuleExample("10 ngay cuoi thang 9 nam 2025", "2025-09-30"),
        RuleExample("05 ngày đầu của tháng 02/2026", "2026-02-05"), RuleExample("10 ngày đầu", nil),
        RuleExample("40 ngày đầu tháng 9/2025", nil, whole: "2025-09-30"),
      ]
    ) { start in
      var cursor = start
      guard let count = cursor.number(digits: 1...2) else { return nil }
      cursor.skipSpaces()
      guard cursor.take(unit: .unitDay, of: words), let half = cursor.take(words.calendar, beforeDigits: true),
        half == .firstHalf || half == .lastHalf, let (month, year) = cursor.monthAndYear(words),
        let period = Period.partOfMonth(first: half == .firstHalf, days: count, month: month, year: year)
      else { return nil }
      return ReadTime(period, upTo: cursor)
    }
  }
}

extension Cursor {
  /// Stands for the last one, whichever number it has.
  fileprivate static let lastWeek = 0

  /// Goes past `thứ hai`, `2`, `đầu` or `cuối`.
  fileprivate mutating func weekNumber(_ words: TimeWords) -> Int? {
    if let number = number(digits: 1...2) { return number }
    switch take(words.calendar, beforeDigits: true) {
    case .firstOne, .firstHalf: return 1
    case .secondOne: return 2
    case .thirdOne: return 3
    case .fourthOne: return 4
    case .lastHalf: return Self.lastWeek
    default: return nil
    }
  }

  /// Goes past `của tháng 9/2025`, `tháng 9 năm 2025`.
  fileprivate mutating func monthAndYear(_ words: TimeWords) -> (month: Int, year: Int)? {
    skipSpaces()
    _ = take(unit: .ofUnit, of: words)
    guard take(unit: .unitMonth, of: words), let month = number(digits: 1...2), let year = yearOfUnit(words) else {
      return nil
    }
    return (month, year)
  }
}
