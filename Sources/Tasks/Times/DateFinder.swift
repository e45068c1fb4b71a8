internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Finds the times of a text: `31/12/2025`, `ngày 30 tháng 7 năm 1991`, `tháng 8/2025`, `quý IV/2025`, `6 tháng đầu
/// năm 2026`, `năm 2025`.
struct DateFinder: Sendable {
  private let book: RuleBook<Cursor, ReadTime>
  private let words: TimeWords

  init(_ phrases: Phrases) {
    let words = TimeWords(phrases)
    self.init(words, TimeRules.book(words))
  }

  init(_ words: TimeWords, _ book: RuleBook<Cursor, ReadTime>) { (self.words, self.book) = (words, book) }

  func dates(in text: LooseText) -> [FoundDate] { times(in: text).dates }

  /// From left to right, none overlapping another.
  func times(in text: LooseText) -> FoundTimes {
    var result = FoundTimes()
    // Every time has a figure; only a quarter may be without one, and it needs the year of the next time.
    guard text.plain.contains(where: \.isDigit) else { return result }
    for reading in readings(in: text) {
      let found = reading.found, range = reading.start..<found.answer.end
      if let period = found.answer.period {
        result.dates.append(FoundDate(range: range, period: period, rule: found.rule, certainty: found.certainty))
      } else {
        result.unreadable.append(text[range])
      }
    }
    result.dates = sharingYears(result.dates)
    return result
  }

  /// What the rules read, as they read it: a quarter is still without its year.
  func readings(in text: LooseText) -> [(start: Int, found: RuleBook<Cursor, ReadTime>.Finding)] {
    var result: [(start: Int, found: RuleBook<Cursor, ReadTime>.Finding)] = []
    var offset = 0
    while offset < text.count {
      if mayBegin(in: text, at: offset), let found = book.answer(to: Cursor(text, at: offset)) {
        result.append((offset, found))
        offset = found.answer.end
      } else {
        offset += 1
      }
    }
    return result
  }

  /// A number or a word of the calendar stands there: most places of a text need not be shown to the rules.
  private func mayBegin(in text: LooseText, at offset: Int) -> Bool {
    text.isBoundary(at: offset)
      && (text.plain[offset].isDigit || words.calendar.match(in: text, at: offset, beforeDigits: true) != nil)
  }

  /// `Quý I và quý II/2026`: a quarter without a year has that of the next time; without a next time it is none.
  private func sharingYears(_ dates: [FoundDate]) -> [FoundDate] {
    var result: [FoundDate] = []
    var following: Int?
    for var date in dates.reversed() {
      if case .quarter(let quarter, nil) = date.period { date.period = .quarter(quarter, year: following) }
      guard let year = date.period.year else { continue }
      following = year
      result.append(date)
    }
    return result.reversed()
  }
}
