/// When a task is to be done: the words, the day they come to, and each time they state.
public struct Deadline: Hashable, Codable, Sendable {
  public enum Mode: String, Codable, Sendable, CaseIterable {
    case immediate, ongoing, periodic, done, conditional
  }

  /// As printed, without the closing mark.
  @ExplicitNull public var text: String?
  /// The last day that the text allows; nil where it names no day.
  @ExplicitNull public var due: CalendarDate?
  public var modes: [Mode]
  public var items: [DeadlineItem]
  /// A default of the section above, for a task that states no day of its own.
  public var inherited: String?

  public init(
    text: String? = nil, due: CalendarDate? = nil, modes: [Mode] = [], items: [DeadlineItem] = [],
    inherited: String? = nil
  ) {
    self._text = ExplicitNull(wrappedValue: text)
    self._due = ExplicitNull(wrappedValue: due)
    self.modes = modes
    self.items = items
    self.inherited = inherited
  }
}

/// One time that a deadline states.
public struct DeadlineItem: Hashable, Codable, Sendable {
  public enum Mode: String, Codable, Sendable {
    case date, range, immediate, ongoing, periodic, done, conditional
  }
  public enum Precision: String, Codable, Sendable { case day, month, quarter, year }
  public enum Bound: String, Codable, Sendable { case on, before }

  public var mode: Mode
  @ExplicitNull public var start: CalendarDate?
  @ExplicitNull public var due: CalendarDate?
  @ExplicitNull public var precision: Precision?
  @ExplicitNull public var bound: Bound?
  /// What it waits for: `có hướng dẫn của Sở Nội vụ`.
  @ExplicitNull public var condition: String?
  /// How often: `hằng tháng`.
  @ExplicitNull public var recurrence: String?

  public init(
    mode: Mode, start: CalendarDate? = nil, due: CalendarDate? = nil, precision: Precision? = nil,
    bound: Bound? = nil, condition: String? = nil, recurrence: String? = nil
  ) {
    self.mode = mode
    self._start = ExplicitNull(wrappedValue: start)
    self._due = ExplicitNull(wrappedValue: due)
    self._precision = ExplicitNull(wrappedValue: precision)
    self._bound = ExplicitNull(wrappedValue: bound)
    self._condition = ExplicitNull(wrappedValue: condition)
    self._recurrence = ExplicitNull(wrappedValue: recurrence)
  }
}
