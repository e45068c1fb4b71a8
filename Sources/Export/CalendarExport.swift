public import DocumentModel
internal import Foundation

/// Days of work as an iCalendar file (RFC 5545), for any calendar program.
public enum CalendarExport {
  public struct Event: Sendable {
    /// The id stays the same when the file is made again, so that a calendar updates the event and does not double it.
    public var id: String
    public var day: CalendarDate
    public var title: String
    public var text: String
    public var isDone: Bool

    public init(id: String, day: CalendarDate, title: String, text: String, isDone: Bool = false) {
      self.id = id
      self.day = day
      self.title = title
      self.text = text
      self.isDone = isDone
    }
  }

  /// `stamp`: when the file is made, in seconds since 1970.
  public static func text(of events: [Event], stamp: Int) -> String {
    let moment = Self.moment(stamp)
    let lines =
      ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//sohoa//tasks//VI", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
      + events.flatMap { Self.lines(of: $0, stamp: moment) } + ["END:VCALENDAR"]
    return lines.map(folded).joined()
  }

  private static func lines(of event: Event, stamp: String) -> [String] {
    let day = event.day.description.filter { $0 != "-" }
    return [
      "BEGIN:VEVENT", "UID:\(event.id)", "DTSTAMP:\(stamp)", "DTSTART;VALUE=DATE:\(day)",
      "SUMMARY:\(escaped((event.isDone ? "✓ " : "") + event.title))", "DESCRIPTION:\(escaped(event.text))",
      "TRANSP:TRANSPARENT", "END:VEVENT",
    ]
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
      .replacing("\r", with: "").replacing("\n", with: "\\n")
  }

  /// A line of at most 75 bytes goes on after a line end and a space, never inside a letter.
  private static func folded(_ line: String) -> String {
    var result = "", width = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if width + size > 75 {
        result += "\r\n "
        width = 1
      }
      result.unicodeScalars.append(scalar)
      width += size
    }
    return result + "\r\n"
  }

  private static func moment(_ stamp: Int) -> String {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      in: .gmt, from: Date(timeIntervalSince1970: Double(stamp)))
    func two(_ value: Int?) -> String { (value ?? 0).padded(to: 2) }
    let day = (parts.year ?? 0).padded(to: 4) + two(parts.month) + two(parts.day)
    return "\(day)T\(two(parts.hour))\(two(parts.minute))\(two(parts.second))Z"
  }
}
