internal import DocumentModel
internal import Vietnamese

/// `…, ngày 11 tháng 7 năm 2025` of a letterhead. Its day may be missing, written by hand or misread; words may be
/// glued (`11tháng`). Older papers write `ngày 6-5-1991`.
struct LetterheadDate {
  /// From the first letter of `ngày` to the end of the year.
  let range: Range<Int>
  /// Nil where it cannot be read.
  let day, month, year: Int?
  /// Where they stand, or should stand, in the text.
  let places: (day: Range<Int>, month: Range<Int>, year: Range<Int>)
  /// Written in figures with joints, not with the words `tháng` and `năm`.
  let isInFigures: Bool

  /// Nil unless the day, the month and the year are read and make a day of the calendar.
  var date: CalendarDate? {
    guard let day, let month, let year else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// Nil where the text holds no such date.
  init?(in text: LooseText, _ words: LetterheadWords) {
    guard
      let dayWord = words.day.range(in: text) ?? words.day.range(misreadIn: text, oneIn: LetterheadLimits.misreadDay)
    else { return nil }
    if let (parts, end) = Self.figures(in: text, from: dayWord.upperBound) {
      (day, month, year) = (parts[0], parts[1], parts[2])
      let whole = dayWord.upperBound..<end
      places = (whole, whole, whole)
      range = dayWord.lowerBound..<end
      isInFigures = true
      return
    }
    guard let monthWord = Self.word(words.month, in: text, after: dayWord.upperBound),
      let yearWord = Self.word(words.year, in: text, after: monthWord.upperBound)
    else { return nil }
    day = Self.number(in: text, dayWord.upperBound..<monthWord.lowerBound, upTo: 31)
    month = Self.number(in: text, monthWord.upperBound..<yearWord.lowerBound, upTo: 12)
    let yearStart = text.skipping([.space, .period], from: yearWord.upperBound)
    let yearEnd = text.plain[yearStart...].prefix(4).prefix(while: \.isDigit).endIndex
    let isYear = yearEnd - yearStart == 4
    year = isYear ? Int(text[yearStart..<yearEnd]).flatMap { Self.years.contains($0) ? $0 : nil } : nil
    places = (
      dayWord.upperBound..<monthWord.lowerBound, monthWord.upperBound..<yearWord.lowerBound,
      yearWord.upperBound..<max(yearEnd, yearWord.upperBound)
    )
    range = dayWord.lowerBound..<max(yearEnd, yearWord.upperBound)
    isInFigures = false
  }

  /// Years that a letterhead can have.
  private static let years = (LetterheadLimits.earliestYear + 1)...2100

  /// The word a few letters further, one of its own misread or lost (`ndam`, `thdang`); nil where it does not follow.
  private static func word(_ word: LooseWordings, in text: LooseText, after start: Int) -> Range<Int>? {
    let longest = word.shapes.map(\.count).max() ?? 0
    let end = min(text.count, start + LetterheadLimits.lettersBetweenDateWords + longest)
    guard start < end else { return nil }
    let part = LooseText(text[start..<end])
    guard
      let found = word.range(in: part) ?? word.range(misreadIn: part, oneIn: LetterheadLimits.misreadMonthAndYear)
    else { return nil }
    return found.lowerBound + start..<found.upperBound + start
  }

  /// Day, month and year of `6-5-1991`, `06/5/1991` right after `ngày`, and where they end; nil for anything else.
  private static func figures(in text: LooseText, from start: Int) -> (parts: [Int], end: Int)? {
    let first = text.skipping([.space], from: start)
    let end = text.skipping(.decimalDigits + .dateJoints, from: first)
    let parts = text.plain[first..<end].split { !$0.isDigit }.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    return parts.count == 3 && parts[2] > LetterheadLimits.earliestYear ? (parts, end) : nil
  }

  /// The word with every letter that a nought is misread as made a nought; other letters are not guessed.
  private static func digits(_ word: Substring) -> String {
    String(word.map { Letters.misreadNoughts.contains($0) ? "0" : $0 })
  }

  /// The number of a word. Figures that were typed over a dotted or drawn blank take a piece of it along (`19_`); of one
  /// figure with such a piece nobody knows whether the piece was a figure, too.
  private static func value(_ word: Substring) -> Int? {
    let bare = word.drop { "._".contains($0) }.reversed().drop { "._".contains($0) }.reversed()
    let isWhole = bare.count == word.count
    return isWhole || bare.count == 2 ? Int(digits(Substring(String(bare)))) : nil
  }

  /// A number that fills the range but for spaces; nil for anything else, which is handwriting that was not read.
  private static func number(in text: LooseText, _ range: Range<Int>, upTo limit: Int) -> Int? {
    let words = text[range].split(separator: " ")
    let rest = words.dropFirst().joined()
    guard let number = words.first.flatMap(Self.value), (1...limit).contains(number),
      rest.count <= LetterheadLimits.lettersLeftOver, rest.allSatisfy(\.isLetter)
    else { return nil }
    return number
  }
}
