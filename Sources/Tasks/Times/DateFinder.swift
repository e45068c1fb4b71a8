internal import DocumentModel
internal import Vietnamese

/// Finds the times of a text: `31/12/2025`, `ngày 30 tháng 7 năm 1991`, `tháng 8/2025`, `quý IV/2025`, `6 tháng đầu
/// năm 2026`, `năm 2025`.
struct DateFinder: Sendable {
  private let quarters = QuarterFinder()

  func dates(in text: LooseText) -> [FoundDate] {
    var result: [FoundDate] = []
    var offset = 0
    while offset < text.count {
      if let found = date(in: text, at: offset) {
        result.append(found)
        offset = found.range.upperBound
      } else {
        offset += 1
      }
    }
    return sharingYears(result)
  }

  /// The words of quarters that ran together with their year and could be several.
  func unreadableQuarters(in text: LooseText) -> [String] { quarters.unreadable(in: text) }

  private func date(in text: LooseText, at offset: Int) -> FoundDate? {
    guard text.isBoundary(at: offset) else { return nil }
    if text.plain[offset].isDigit {
      return numericDay(in: text, at: offset) ?? half(in: text, at: offset) ?? numericMonth(in: text, at: offset)
        ?? bareYear(in: text, at: offset)
    }
    guard text.isWord(at: offset) else { return nil }
    return spelledDay(in: text, at: offset) ?? month(in: text, at: offset)
      ?? quarters.quarter(in: text, at: offset) ?? year(in: text, at: offset)
  }

  /// `Quý I và quý II/2026`: a time without a year has that of the next one.
  private func sharingYears(_ dates: [FoundDate]) -> [FoundDate] {
    var result: [FoundDate] = []
    var following: Int?
    for date in dates.reversed() {
      if date.year > 0 {
        following = date.year
        result.append(date)
      } else if let following, let quarter = FoundDate(quarter: -date.year, of: following, range: date.range) {
        result.append(quarter)
      }
    }
    return result.reversed()
  }

  // MARK: Forms

  /// `31/12/2025`, `04-10-2025`, `15.7.2025`, `30/ 9/2025`.
  private func numericDay(in text: LooseText, at offset: Int) -> FoundDate? {
    guard let (day, dayEnd) = text.number(at: offset, digits: 1...2), let first = text.pastJoint(at: dayEnd),
      let (month, monthEnd) = text.partedNumber(at: first), let second = text.pastJoint(at: monthEnd),
      let (year, end) = text.number(at: second, digits: 4...4), text.isBoundary(at: end),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    return FoundDate(day: date, range: offset..<end)
  }

  /// `8/2025`.
  private func numericMonth(in text: LooseText, at offset: Int) -> FoundDate? {
    guard let (month, monthEnd) = text.number(at: offset, digits: 1...2), let start = text.pastJoint(at: monthEnd),
      let (year, end) = text.number(at: start, digits: 4...4), text.isBoundary(at: end), isYear(year)
    else { return nil }
    return FoundDate(month: month, of: year, range: offset..<end)
  }

  /// `ngày 30 tháng 7 năm 1991`.
  private func spelledDay(in text: LooseText, at offset: Int) -> FoundDate? {
    guard let dayStart = text.past("ngay", at: offset), let (day, dayEnd) = text.number(at: dayStart, digits: 1...2),
      let monthStart = text.past("thang", at: text.skipping([0x20], from: dayEnd)),
      let (month, monthEnd) = text.number(at: monthStart, digits: 1...2),
      let yearStart = text.past("nam", at: text.skipping([0x20], from: monthEnd)),
      let (year, end) = text.number(at: yearStart, digits: 4...4),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    return FoundDate(day: date, range: offset..<end)
  }

  /// `tháng 8/2025`, `tháng 8 năm 2025`.
  private func month(in text: LooseText, at offset: Int) -> FoundDate? {
    guard let start = text.past("thang", at: offset), let (month, monthEnd) = text.number(at: start, digits: 1...2),
      let (year, end) = text.namedYear(after: monthEnd)
    else { return nil }
    return FoundDate(month: month, of: year, range: offset..<end)
  }

  /// `6 tháng đầu năm 2026`, `6 tháng cuối năm 2025`.
  private func half(in text: LooseText, at offset: Int) -> FoundDate? {
    guard let (months, numberEnd) = text.number(at: offset, digits: 1...2), (1...11).contains(months),
      let next = text.past("thang", at: text.skipping([0x20], from: numberEnd)),
      let (isFirst, yearWord) = text.past("dau", at: next).map({ (true, $0) })
        ?? text.past("cuoi", at: next).map({ (false, $0) }),
      let yearStart = text.past("nam", at: yearWord), let (year, end) = text.number(at: yearStart, digits: 4...4)
    else { return nil }
    return FoundDate(
      range: offset..<end, first: CalendarDate(year: year, month: isFirst ? 1 : 13 - months, day: 1),
      last: isFirst ? .endOfMonth(year: year, month: months) : .endOfYear(year), precision: .month, year: year)
  }

  /// `năm 2025`.
  private func year(in text: LooseText, at offset: Int) -> FoundDate? {
    guard let start = text.past("nam", at: offset), let found = bareYear(in: text, at: start) else { return nil }
    var result = found
    result.range = offset..<found.range.upperBound
    return result
  }

  /// `2025`, as a cell of a table may say no more.
  private func bareYear(in text: LooseText, at offset: Int) -> FoundDate? {
    guard let (year, end) = text.number(at: offset, digits: 4...4), text.isBoundary(at: end), isYear(year),
      end >= text.count || ![0x2F, 0x25].contains(text.plain[end]),
      offset == 0 || ![0x2F, 0x2E].contains(text.plain[offset - 1])
    else { return nil }
    return FoundDate(wholeYear: year, range: offset..<end)
  }

  /// Years that papers of today and of the archives speak of.
  private func isYear(_ year: Int) -> Bool { (1945...2100).contains(year) }
}
