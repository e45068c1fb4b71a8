/// A day of the Gregorian calendar, written `2025-07-11`.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let year, month, day: Int

  /// Nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.lastDay(year: year, month: month)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2025-07-11`; nil for any other text, and for a day that the calendar does not have.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    // Digits only: to `Int` a sign is part of a number.
    guard parts.map(\.count) == [4, 2, 2], parts.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The last day of a month, 1...12.
  public static func lastDay(year: Int, month: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The last day of a month; nil where the calendar has no such month.
  public static func endOfMonth(year: Int, month: Int) -> CalendarDate? {
    CalendarDate(year: year, month: month, day: lastDay(year: year, month: month))
  }

  /// The last day of a quarter, 1...4; nil for another number or a year outside 1...9999.
  public static func endOfQuarter(year: Int, quarter: Int) -> CalendarDate? {
    (1...4).contains(quarter) ? endOfMonth(year: year, month: quarter * 3) : nil
  }

  public static func endOfYear(_ year: Int) -> CalendarDate? { CalendarDate(year: year, month: 12, day: 31) }

  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  public var description: String {
    "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
  }

  /// As Vietnamese documents write it: `31/12/2025`.
  public var printed: String { "\(day.padded(to: 2))/\(month.padded(to: 2))/\(year)" }
}

extension CalendarDate: Codable {
  /// - Throws: `DecodingError` where the text is not a day such as `2025-07-11`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = CalendarDate(iso: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no day of the calendar: \(text)")
    }
    self = date
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
