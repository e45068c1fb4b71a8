public import DocumentModel

/// How quickly the target comes nearer, and when it is reached if that goes on.
public struct Forecast: Hashable, Codable, Sendable {
  /// Pages a week, over the last weeks.
  public var pace: Double
  public var paceLow: Double
  public var paceHigh: Double
  /// Weeks that the pace is taken from.
  public var weeks: Int
  /// Pages that the target still lacks.
  public var missing: Double
  /// Pages a week that would reach the target in time; nil without a day, or where that is past.
  public var neededPace: Double?
  /// Nil where nothing moves, or the day is more than 50 years away.
  public var expected: CalendarDate?
  public var earliest: CalendarDate?
  public var latest: CalendarDate?

  /// Weeks looked back on.
  static let window = 12

  /// `gains`: pages that reached the stage, by the number of the day (`CalendarDate.dayNumber`).
  init?(gains: [(day: Int, pages: Double)], today: Int, missing: Double, until: Int?) {
    guard let first = gains.map(\.day).min() else { return nil }
    weeks = min(Self.window, max(1, (today - first) / 7 + 1))
    var byWeek = [Double](repeating: 0, count: weeks)
    for gain in gains {
      let back = (today - gain.day) / 7
      if gain.day <= today, back < byWeek.count { byWeek[back] += gain.pages }
    }
    let mean = byWeek.reduce(0, +) / Double(weeks)
    let squares = byWeek.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    // 80 % of the time the true pace is within 1.28 standard errors.
    let error = weeks > 1 ? 1.28 * (squares / Double(weeks - 1)).squareRoot() / Double(weeks).squareRoot() : mean
    (pace, paceLow, paceHigh) = (mean, max(0, mean - error), mean + error)
    self.missing = max(0, missing)
    let left = until.map { Double($0 - today) / 7 }
    neededPace = left.flatMap { $0 > 0 ? max(0, missing) / $0 : nil }
    expected = Self.day(from: today, missing: missing, pace: pace)
    earliest = Self.day(from: today, missing: missing, pace: paceHigh)
    latest = Self.day(from: today, missing: missing, pace: paceLow)
  }

  private static func day(from today: Int, missing: Double, pace: Double) -> CalendarDate? {
    if missing <= 0 { return CalendarDate(dayNumber: today) }
    let days = missing / pace * 7
    return pace > 0 && days < 50 * 365 ? CalendarDate(dayNumber: today + Int(days.rounded(.up))) : nil
  }
}
