internal import DocumentModel
internal import Vietnamese

/// Finds quarters: `quý IV/2025`, `quý 3 năm 2025`, and those that ran together with their year.
struct QuarterFinder: Sendable {
  private let numbers = QuarterReader()

  /// The quarter that begins at an offset. `quý I` alone gets its year from the time after it: until then it has none,
  /// and its number stands negative in the year's place.
  func quarter(in text: LooseText, at offset: Int) -> FoundDate? {
    guard let number = numberRange(in: text, at: offset) else { return nil }
    let end = number.upperBound
    guard let quarter = numbers.quarter(text[number]) else { return joined(text[number], range: offset..<end) }
    guard let (year, yearEnd) = text.namedYear(after: end) else {
      return FoundDate(range: offset..<end, first: nil, last: nil, precision: .quarter, year: -quarter)
    }
    return FoundDate(quarter: quarter, of: year, range: offset..<yearEnd)
  }

  /// The words of quarters that ran together with their year and could be several: `quý 12026`.
  func unreadable(in text: LooseText) -> [String] {
    (0..<text.count).compactMap { offset in
      guard let number = numberRange(in: text, at: offset), let joined = numbers.joined(text[number]) else {
        return nil
      }
      return joined.quarter == nil ? text[offset..<number.upperBound] : nil
    }
  }

  /// `quý IV2026`: only where one quarter can be meant.
  private func joined(_ printed: String, range: Range<Int>) -> FoundDate? {
    guard let joined = numbers.joined(printed), let quarter = joined.quarter else { return nil }
    var found = FoundDate(quarter: quarter, of: joined.year, range: range)
    found?.isDoubtful = true
    return found
  }

  private func numberRange(in text: LooseText, at offset: Int) -> Range<Int>? {
    guard let start = text.past("quy", at: offset) ?? text.past("qui", at: offset) else { return nil }
    var end = start
    while text.isWord(at: end) { end += 1 }
    return start..<end
  }
}
