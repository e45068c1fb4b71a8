internal import DocumentModel

/// A time found in a text, with the rule that read it.
struct FoundDate: Sendable {
  /// In scalars of the text.
  var range: Range<Int>
  var period: Period
  /// The name of the rule: `time.day-in-figures`.
  var rule: String
  /// 0…1, of the rule.
  var certainty: Double

  /// The first and the last day of it; the same day where it is a day.
  var first: CalendarDate? { period.first }
  var last: CalendarDate? { period.last }
  var precision: DeadlineItem.Precision { period.precision }
}

/// All times of a text.
struct FoundTimes: Sendable {
  var dates: [FoundDate] = []
  /// The words of quarters that ran together with their year and could be several: `quý 12026`. No day is made of them.
  var unreadable: [String] = []
}
