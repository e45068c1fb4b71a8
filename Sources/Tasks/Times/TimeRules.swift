internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// What a rule of time reads at a place.
struct ReadTime: Sendable {
  /// Nil where the words are a time that nobody can tell: `quý 12026` is the first quarter or the second.
  var period: Period?
  /// The offset behind it.
  var end: Int

  init(_ period: Period?, upTo cursor: Cursor) { (self.period, end) = (period, cursor.offset) }
}

/// Question: which time is written here? The input is a cursor at the start of a word or a number.
///
/// To add a form of time, add a rule with its examples to one of the three lists.
enum TimeRules {
  typealias TimeRule = Rule<Cursor, ReadTime>

  static func book(_ words: TimeWords) -> RuleBook<Cursor, ReadTime> {
    RuleBook("which time is written here", partsOfMonth(words) + inFigures(words) + inWords(words) + quarters(words))
  }

  /// Years that papers of today and of the archives speak of.
  static let years = 1945...2100

  // MARK: Times that begin with a number

  private static func inFigures(_ words: TimeWords) -> [TimeRule] {
    [dayInFigures, dayBeforeMonth(words), partOfYear(words), monthInFigures, bareYear]
  }

  private static let dayInFigures = TimeRule(
    "time.day-in-figures", certainty: TimeCertainty.read,
    examples: [
      RuleExample("31/12/2025.", "2025-12-31"), RuleExample("04-10-2025", "2025-10-04"),
      RuleExample("15.7.2025", "2025-07-15"), RuleExample("30/ 9/2025", "2025-09-30"),
      // A scan can part the two figures of a month.
      RuleExample("29/1 1/2024", "2024-11-29"),
      RuleExample("31/12/20255", nil),
      // No day of the calendar (a finding says so); its month is one.
      RuleExample("31/02/2025", nil, whole: "2025-02-28"),
    ]
  ) { start in
    var cursor = start
    guard let day = cursor.number(digits: 1...2), cursor.takeJoint(.dateJoints), let month = cursor.partedMonth(),
      cursor.takeJoint(.dateJoints), let year = cursor.number(digits: 4...4), cursor.isAtBoundary,
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    return ReadTime(.day(date), upTo: cursor)
  }

  private static func dayBeforeMonth(_ words: TimeWords) -> TimeRule {
    TimeRule(
      "time.day-before-month", certainty: TimeCertainty.read,
      examples: [
        RuleExample("28 tháng 9 năm 2014", "2014-09-28"), RuleExample("05 thang 02 nam 2025", "2025-02-05"),
        RuleExample("6 tháng năm 2025", nil, whole: "2025-12-31"),
        RuleExample("31 tháng 6 năm 2025", nil, whole: "2025-06-30"),
      ]
    ) { start in
      var cursor = start
      return cursor.dayAndMonth(words).map { ReadTime(.day($0), upTo: cursor) }
    }
  }

  private static func partOfYear(_ words: TimeWords) -> TimeRule {
    TimeRule(
      "time.part-of-year", certainty: TimeCertainty.read,
      examples: [
        RuleExample("6 tháng đầu năm 2026", "2026-06-30"), RuleExample("6 tháng cuối năm 2025", "2025-12-31"),
        RuleExample("9 thang dau nam 2025", "2025-09-30"),
        RuleExample("13 tháng đầu năm 2025", nil, whole: "2025-12-31"),
      ]
    ) { start in
      var cursor = start
      guard let months = cursor.number(digits: 1...2) else { return nil }
      cursor.skipSpaces()
      guard cursor.take(unit: .unitMonth, of: words), let half = cursor.take(words.calendar, beforeDigits: true),
        half == .firstHalf || half == .lastHalf, cursor.take(unit: .unitYear, of: words),
        let year = cursor.number(digits: 4...4),
        let period = Period.partOfYear(first: half == .firstHalf, months: months, year: year)
      else { return nil }
      return ReadTime(period, upTo: cursor)
    }
  }

  private static let monthInFigures = TimeRule(
    "time.month-in-figures", certainty: TimeCertainty.read,
    examples: [
      RuleExample("6/2025", "2025-06-30"), RuleExample("02/2024", "2024-02-29"), RuleExample("13/2025", nil),
      // The number of a decree.
      RuleExample("69/2024/NĐ-CP", nil),
    ]
  ) { start in
    var cursor = start
    guard let month = cursor.number(digits: 1...2), cursor.takeJoint(.dateJoints),
      let year = cursor.number(digits: 4...4), cursor.isAtBoundary, years.contains(year),
      let period = Period.month(month, year: year)
    else { return nil }
    return ReadTime(period, upTo: cursor)
  }

  /// A cell of a table may say no more.
  private static let bareYear = TimeRule(
    "time.bare-year", certainty: TimeCertainty.read,
    examples: [
      RuleExample("2025", "2025-12-31"), RuleExample("2025/QĐ", nil), RuleExample("2000%", nil),
      RuleExample("1800", nil),
    ]
  ) { start in
    var cursor = start
    return cursor.bareYear(in: years).map { ReadTime(.year($0), upTo: cursor) }
  }

  // MARK: Times that begin with a word

  private static func inWords(_ words: TimeWords) -> [TimeRule] { [dayInWords(words), month(words), year(words)] }

  private static func dayInWords(_ words: TimeWords) -> TimeRule {
    TimeRule(
      "time.day-in-words", certainty: TimeCertainty.read,
      examples: [
        RuleExample("ngày 30 tháng 7 năm 1991", "1991-07-30"), RuleExample("ngay 30 thang7 nam 1991", "1991-07-30"),
        RuleExample("ngày 30 tháng 7", nil), RuleExample("ngày 31 tháng 6 năm 2025", nil, whole: "2025-06-30"),
      ]
    ) { start in
      var cursor = start
      guard cursor.take(unit: .unitDay, of: words), let date = cursor.dayAndMonth(words) else { return nil }
      return ReadTime(.day(date), upTo: cursor)
    }
  }

  private static func month(_ words: TimeWords) -> TimeRule {
    TimeRule(
      "time.month", certainty: TimeCertainty.read,
      examples: [
        RuleExample("Tháng 02/2024", "2024-02-29"), RuleExample("tháng 9 năm 2025", "2025-09-30"),
        RuleExample("tháng8/2025", "2025-08-31"), RuleExample("Tháng 8", nil),
        RuleExample("tháng 13/2025", nil),
      ]
    ) { start in
      var cursor = start
      guard cursor.take(unit: .unitMonth, of: words), let month = cursor.number(digits: 1...2),
        let year = cursor.yearOfUnit(words), let period = Period.month(month, year: year)
      else { return nil }
      return ReadTime(period, upTo: cursor)
    }
  }

  private static func year(_ words: TimeWords) -> TimeRule {
    TimeRule(
      "time.year", certainty: TimeCertainty.read,
      examples: [
        RuleExample("Năm 2025", "2025-12-31"), RuleExample("đến hết năm 2025", "2025-12-31"),
        RuleExample("Kỳ họp thường lệ cuối năm 2025", "2025-12-31"), RuleExample("năm 20255", nil),
      ]
    ) { start in
      var cursor = start
      guard cursor.take(unit: .unitYear, of: words), let year = cursor.bareYear(in: years) else { return nil }
      return ReadTime(.year(year), upTo: cursor)
    }
  }
}
