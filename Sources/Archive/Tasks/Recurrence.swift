internal import DocumentModel
internal import Vietnamese

/// How often a periodic task comes round, by the words of its deadline: `hằng tháng`, `chậm nhất ngày 25 hằng tháng`,
/// `6 tháng một lần`.
struct Recurrence {
  enum Unit { case week, month, quarter, halfYear, year }

  let unit: Unit
  /// Of the month, where the words name it.
  let day: Int?

  /// Nil for words that name no period: `định kỳ`, `thường xuyên`.
  init?(_ text: String) {
    let words = looseKey(nfc(text)).split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)
    guard let unit = Self.unit(in: words) else { return nil }
    self.unit = unit
    day = words.firstIndex(of: "ngay").flatMap { Int(words.dropFirst($0 + 1).first ?? "") }
      .flatMap { (1...31).contains($0) ? $0 : nil }
  }

  /// The words before a unit that say that it comes again.
  private static let every: Set<String> = ["hang", "hag", "moi", "theo", "ky"]

  private static func unit(in words: [String]) -> Unit? {
    for (before, word) in zip([""] + words, words) {
      let count = Int(before)
      switch word {
      case "thang" where count == 6: return .halfYear
      case "thang" where count == 3: return .quarter
      case "thang" where every.contains(before): return .month
      case "quy" where every.contains(before): return .quarter
      case "nam" where every.contains(before): return .year
      case "tuan" where every.contains(before): return .week
      default: continue
      }
    }
    return nil
  }

  /// The last day of the period that a day is in, or the named day of this month or the next.
  func next(from today: CalendarDate) -> CalendarDate? {
    switch unit {
    case .week: CalendarDate(dayNumber: today.dayNumber + (6 - (today.dayNumber + 3).floorModulo(7)))
    case .month: month(from: today)
    case .quarter: Self.lastDay(ofMonth: (today.month + 2) / 3 * 3, today.year)
    case .halfYear: Self.lastDay(ofMonth: today.month <= 6 ? 6 : 12, today.year)
    case .year: CalendarDate(year: today.year, month: 12, day: 31)
    }
  }

  private func month(from today: CalendarDate) -> CalendarDate? {
    guard let last = Self.lastDay(ofMonth: today.month, today.year) else { return nil }
    guard let day else { return last }
    if day >= today.day { return CalendarDate(year: today.year, month: today.month, day: min(day, last.day)) }
    let next = today.month == 12 ? (today.year + 1, 1) : (today.year, today.month + 1)
    return Self.lastDay(ofMonth: next.1, next.0)
      .flatMap { CalendarDate(year: next.0, month: next.1, day: min(day, $0.day)) }
  }

  private static func lastDay(ofMonth month: Int, _ year: Int) -> CalendarDate? {
    let next =
      month == 12 ? CalendarDate(year: year + 1, month: 1, day: 1) : CalendarDate(year: year, month: month + 1, day: 1)
    return next.flatMap { CalendarDate(dayNumber: $0.dayNumber - 1) }
  }
}

extension Int {
  /// The remainder that is never negative.
  fileprivate func floorModulo(_ other: Int) -> Int { ((self % other) + other) % other }
}
