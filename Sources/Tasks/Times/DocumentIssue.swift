internal import DocumentModel

/// What a deadline may lean on of the document that states it.
struct DocumentIssue: Hashable, Sendable {
  /// The day of issue; nil where the document names none.
  var date: CalendarDate?
  /// The code of its type, `KH`; nil where it has none.
  var type: String?

  init(date: CalendarDate? = nil, type: String? = nil) { (self.date, self.type) = (date, type) }

  /// The years from the year of issue on that a deadline of a paper can mean; a plan of ten years looks ahead furthest,
  /// and one that begins its work before it is signed does so in the year before.
  private static let furthest = -1...15

  /// Whether a deadline can mean a year. Where the day of issue is unknown, any.
  func allows(_ year: Int) -> Bool {
    guard let own = date?.year else { return true }
    return Self.furthest.contains(year - own)
  }
}
