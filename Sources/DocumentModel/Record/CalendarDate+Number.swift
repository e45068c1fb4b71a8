/// Arithmetic with days, after Hinnant, “chrono-compatible low-level date algorithms”.
extension CalendarDate {
  /// Days from 1 January of year 1970 to this one; negative before.
  public var dayNumber: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear.floorDivided(by: Self.yearsPerEra), yearOfEra = shiftedYear - era * Self.yearsPerEra
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * Self.daysPerEra + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - Self.daysTo1970
  }

  /// The day with that `dayNumber`; nil outside the years 1 to 9999.
  public init?(dayNumber: Int) {
    let shifted = dayNumber + Self.daysTo1970, era = shifted.floorDivided(by: Self.daysPerEra)
    let dayOfEra = shifted - era * Self.daysPerEra
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * Self.yearsPerEra + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The calendar repeats itself after an era. Years begin on 1 March here, so that a leap day ends its year.
  private static let yearsPerEra = 400, daysPerEra = 146_097
  /// From 1 March of year 0.
  private static let daysTo1970 = 719_468
}

extension Int {
  /// The quotient rounded down, for negative numbers, too.
  public func floorDivided(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
