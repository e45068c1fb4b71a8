internal import DocumentModel
internal import Vietnamese

/// `…, ngày 11 tháng 7 năm 2025` of a letterhead. Its day may be missing, written by hand or misread; words may be
/// glued (`11tháng`).
struct LetterheadDate {
  /// From the first letter of `ngày` to the end of the year.
  let range: Range<Int>
  let day, month, year: Int?

  /// Nil unless all of the day, the month and the year are read.
  var date: CalendarDate? {
    guard let day, let month, let year else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  init?(in text: LooseText) {
    guard let dayWord = text.firstRange(of: "ngay"),
      let monthWord = text.firstRange(of: "thang", from: dayWord.upperBound),
      let yearWord = text.firstRange(of: "nam", from: monthWord.upperBound),
      monthWord.lowerBound - dayWord.upperBound <= 12, yearWord.lowerBound - monthWord.upperBound <= 12
    else { return nil }
    day = Self.number(in: text, dayWord.upperBound..<monthWord.lowerBound, upTo: 31)
    month = Self.number(in: text, monthWord.upperBound..<yearWord.lowerBound, upTo: 12)
    let yearStart = text.skipping([0x20, 0x2E], from: yearWord.upperBound)
    let yearEnd = text.plain[yearStart...].prefix(4).prefix(while: \.isDigit).endIndex
    year = yearEnd - yearStart == 4 ? Int(text[yearStart..<yearEnd]) : nil
    range = dayWord.lowerBound..<max(yearEnd, yearWord.upperBound)
  }

  /// A number that fills the range but for spaces; anything else there is handwriting that was not read.
  private static func number(in text: LooseText, _ range: Range<Int>, upTo limit: Int) -> Int? {
    guard let number = Int(text[text.trimmed(range)]), (1...limit).contains(number) else { return nil }
    return number
  }
}
