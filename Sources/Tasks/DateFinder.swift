internal import DocumentModel
internal import Vietnamese

/// A time found in a text: a day, a month, a quarter, half a year or a year.
struct FoundDate: Sendable {
  var range: Range<Int>
  /// The first and the last day of it; the same day where it is a day.
  var first: CalendarDate?
  var last: CalendarDate?
  var precision: DeadlineItem.Precision
  /// The year as printed.
  var year: Int
  /// Read out of signs that ran together.
  var isDoubtful = false
}

/// Finds the times of a text: `31/12/2025`, `ngày 30 tháng 7 năm 1991`, `tháng 8/2025`, `quý IV/2025`, `6 tháng đầu
/// năm 2026`, `năm 2025`.
struct DateFinder: Sendable {
  private let quarters = QuarterReader()

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
    return sharingYears(result, in: text)
  }

  private func date(in text: LooseText, at offset: Int) -> FoundDate? {
    guard text.isBoundary(at: offset) else { return nil }
    if text.plain[offset].isDigit {
      return numericDay(in: text, at: offset) ?? half(in: text, at: offset) ?? numericMonth(in: text, at: offset)
        ?? bareYear(in: text, at: offset)
    }
    guard text.isWord(at: offset) else { return nil }
    return spelledDay(in: text, at: offset) ?? month(in: text, at: offset) ?? quarter(in: text, at: offset)
      ?? year(in: text, at: offset)
  }

  // MARK: Forms

  /// `31/12/2025`, `04-10-2025`, `15.7.2025`, `30/ 9/2025`.
  private func numericDay(in text: LooseText, at offset: Int) -> FoundDate? {
    guard let (day, dayEnd) = number(in: text, at: offset, digits: 1...2), let first = joint(in: text, at: dayEnd),
      let (month, monthEnd) = partedNumber(in: text, at: first), let second = joint(in: text, at: monthEnd),
      let (year, yearEnd) = number(in: text, at: second, digits: 4...4), text.isBoundary(at: yearEnd),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    return FoundDate(range: offset..<yearEnd, first: date, last: date, precision: .day, year: year)
  }

  /// `8/2025`.
  private func numericMonth(in text: LooseText, at offset: Int) -> FoundDate? {
    guard let (month, monthEnd) = number(in: text, at: offset, digits: 1...2),
      let start = joint(in: text, at: monthEnd),
      let (year, end) = number(in: text, at: start, digits: 4...4), text.isBoundary(at: end), isYear(year)
    else { return nil }
    return wholeMonth(month, of: year, range: offset..<end)
  }

  /// `ngày 30 tháng 7 năm 1991`.
  private func spelledDay(in text: LooseText, at offset: Int) -> FoundDate? {
    guard let dayStart = word("ngay", in: text, at: offset),
      let (day, dayEnd) = number(in: text, at: dayStart, digits: 1...2),
      let monthStart = word("thang", in: text, at: text.skipping([0x20], from: dayEnd)),
      let (month, monthEnd) = number(in: text, at: monthStart, digits: 1...2),
      let yearStart = word("nam", in: text, at: text.skipping([0x20], from: monthEnd)),
      let (year, end) = number(in: text, at: yearStart, digits: 4...4),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    return FoundDate(range: offset..<end, first: date, last: date, precision: .day, year: year)
  }

  /// `tháng 8/2025`, `tháng 8 năm 2025`.
  private func month(in text: LooseText, at offset: Int) -> FoundDate? {
    guard let start = word("thang", in: text, at: offset),
      let (month, monthEnd) = number(in: text, at: start, digits: 1...2)
    else { return nil }
    let yearStart = joint(in: text, at: monthEnd) ?? word("nam", in: text, at: text.skipping([0x20], from: monthEnd))
    guard let yearStart, let (year, end) = number(in: text, at: yearStart, digits: 4...4) else { return nil }
    return wholeMonth(month, of: year, range: offset..<end)
  }

  /// `quý IV/2025`, `quý 3 năm 2025`; `quý I` alone gets its year from the time after it.
  private func quarter(in text: LooseText, at offset: Int) -> FoundDate? {
    guard let digits = quarterDigits(in: text, at: offset) else { return nil }
    let end = digits.upperBound
    guard let quarter = quarters.quarter(text[digits]) else {
      return joinedQuarter(text[digits], range: offset..<end)
    }
    let yearStart = joint(in: text, at: end) ?? word("nam", in: text, at: text.skipping([0x20], from: end))
    guard let yearStart, let (year, yearEnd) = number(in: text, at: yearStart, digits: 4...4) else {
      return FoundDate(range: offset..<end, first: nil, last: nil, precision: .quarter, year: -quarter)
    }
    return wholeQuarter(quarter, of: year, range: offset..<yearEnd)
  }

  /// `quý IV2026`: only where one quarter can be meant.
  private func joinedQuarter(_ printed: String, range: Range<Int>) -> FoundDate? {
    guard let joined = quarters.joined(printed), let quarter = joined.quarter else { return nil }
    var found = wholeQuarter(quarter, of: joined.year, range: range)
    found?.isDoubtful = true
    return found
  }

  /// The words of quarters that ran together with their year and could be several: `quý 12026`.
  func unreadableQuarters(in text: LooseText) -> [String] {
    (0..<text.count).compactMap { offset in
      guard let digits = quarterDigits(in: text, at: offset), let joined = quarters.joined(text[digits]) else {
        return nil
      }
      return joined.quarter == nil ? text[offset..<digits.upperBound] : nil
    }
  }

  private func quarterDigits(in text: LooseText, at offset: Int) -> Range<Int>? {
    guard let start = word("quy", in: text, at: offset) ?? word("qui", in: text, at: offset) else { return nil }
    var end = start
    while text.isWord(at: end) { end += 1 }
    return start..<end
  }

  /// `6 tháng đầu năm 2026`, `6 tháng cuối năm 2025`.
  private func half(in text: LooseText, at offset: Int) -> FoundDate? {
    guard let (months, numberEnd) = number(in: text, at: offset, digits: 1...2), (1...11).contains(months),
      let next = word("thang", in: text, at: text.skipping([0x20], from: numberEnd)),
      let (isFirst, yearWord) = word("dau", in: text, at: next).map({ (true, $0) })
        ?? word("cuoi", in: text, at: next).map({ (false, $0) }),
      let yearStart = word("nam", in: text, at: yearWord),
      let (year, end) = number(in: text, at: yearStart, digits: 4...4)
    else { return nil }
    return FoundDate(
      range: offset..<end, first: CalendarDate(year: year, month: isFirst ? 1 : 13 - months, day: 1),
      last: isFirst ? .endOfMonth(year: year, month: months) : .endOfYear(year), precision: .month, year: year)
  }

  /// `năm 2025`.
  private func year(in text: LooseText, at offset: Int) -> FoundDate? {
    guard let start = word("nam", in: text, at: offset), let found = bareYear(in: text, at: start) else { return nil }
    var result = found
    result.range = offset..<found.range.upperBound
    return result
  }

  /// `2025`, as a cell of a table may say no more.
  private func bareYear(in text: LooseText, at offset: Int) -> FoundDate? {
    guard let (year, end) = number(in: text, at: offset, digits: 4...4), text.isBoundary(at: end), isYear(year),
      end >= text.count || ![0x2F, 0x25].contains(text.plain[end]),
      offset == 0 || ![0x2F, 0x2E].contains(text.plain[offset - 1])
    else { return nil }
    return FoundDate(
      range: offset..<end, first: CalendarDate(year: year, month: 1, day: 1), last: .endOfYear(year), precision: .year,
      year: year)
  }

  /// `Quý I và quý II/2026`: a time without a year has that of the next one.
  private func sharingYears(_ dates: [FoundDate], in text: LooseText) -> [FoundDate] {
    var result: [FoundDate] = []
    var following: Int?
    for date in dates.reversed() {
      if date.year > 0 {
        following = date.year
        result.append(date)
      } else if let following, let quarter = wholeQuarter(-date.year, of: following, range: date.range) {
        result.append(quarter)
      }
    }
    return result.reversed()
  }

  // MARK: Parts

  private func wholeMonth(_ month: Int, of year: Int, range: Range<Int>) -> FoundDate? {
    guard (1...12).contains(month) else { return nil }
    return FoundDate(
      range: range, first: CalendarDate(year: year, month: month, day: 1), last: .endOfMonth(year: year, month: month),
      precision: .month, year: year)
  }

  private func wholeQuarter(_ quarter: Int, of year: Int, range: Range<Int>) -> FoundDate? {
    guard (1...4).contains(quarter) else { return nil }
    return FoundDate(
      range: range, first: CalendarDate(year: year, month: quarter * 3 - 2, day: 1),
      last: .endOfQuarter(year: year, quarter: quarter), precision: .quarter, year: year)
  }

  /// Years that papers of today and of the archives speak of.
  private func isYear(_ year: Int) -> Bool { (1945...2100).contains(year) }

  private func number(in text: LooseText, at offset: Int, digits: ClosedRange<Int>) -> (Int, Int)? {
    var end = offset
    while end < text.count, text.plain[end].isDigit { end += 1 }
    guard digits.contains(end - offset), let value = Int(text[offset..<end]) else { return nil }
    return (value, end)
  }

  /// Up to two digits before a joint; a scan can part them: `29/1 1/2024`.
  private func partedNumber(in text: LooseText, at offset: Int) -> (Int, Int)? {
    let rest = text.plain[offset...].prefix(4)
    if rest.count == 4, rest.first == 0x31, rest[offset + 1] == 0x20, (0x30...0x32).contains(rest[offset + 2]),
      [0x2F, 0x2D, 0x2E].contains(rest[offset + 3])
    {
      return (Int(rest[offset + 2]) - 0x30 + 10, offset + 3)
    }
    return number(in: text, at: offset, digits: 1...2)
  }

  /// Past `/`, `-` or `.` and the spaces around it.
  private func joint(in text: LooseText, at offset: Int) -> Int? {
    let start = text.skipping([0x20], from: offset)
    guard start < text.count, [0x2F, 0x2D, 0x2E].contains(text.plain[start]) else { return nil }
    return text.skipping([0x20], from: start + 1)
  }

  /// Past a word in its plain form and the spaces after it.
  private func word(_ word: String, in text: LooseText, at offset: Int) -> Int? {
    let end = offset + word.utf8.count
    guard end <= text.count, text.isBoundary(at: offset), text.plain[offset..<end].elementsEqual(word.utf8) else {
      return nil
    }
    let next = text.skipping([0x20], from: end)
    return text.isBoundary(at: end) || (next < text.count && text.plain[next].isDigit) ? next : nil
  }
}
