/// What the stamp says that a paper got when it arrived (`CÔNG VĂN ĐẾN`): the number under which the receiver entered it,
/// and the day. Neither is the paper's own; the paper is not younger than the day.
public struct Receipt: Hashable, Codable, Sendable {
  @ExplicitNull public var number: String?
  @ExplicitNull public var date: CalendarDate?

  public init(number: String? = nil, date: CalendarDate? = nil) {
    _number = ExplicitNull(wrappedValue: number)
    _date = ExplicitNull(wrappedValue: date)
  }
}
