internal import DocumentModel

/// A deadline with all that was found in its words, so that nobody reads them twice.
struct ReadDeadline: Sendable {
  var deadline = Deadline()
  /// All times of the words, in their order, those that are not meant included.
  var times: [Time] = []
  /// The words of quarters of which no day could be made.
  var unreadableQuarters: [String] = []
  /// The rule that found the day, or the first thing that the words say where they name no day; nil where no rule
  /// understood them.
  var rule: String?
  /// 0…1.
  var certainty = TimeCertainty.notUnderstood

  /// A time and whether the deadline means it.
  struct Time: Sendable {
    var date: FoundDate
    var standing: Standing
  }

  enum Standing: Sendable {
    case meant
    /// It is the day of a document that the words cite.
    case cited
    /// Its year is too far from the day of issue: a misreading, of which no day is made.
    case implausible
  }

  /// The years that cannot be meant, as printed.
  var implausibleYears: [Int] { times.filter { $0.standing == .implausible }.compactMap(\.date.period.year) }

  /// The last day of the last time that the words hold.
  var lastDay: CalendarDate? { times.last?.date.last }
}
