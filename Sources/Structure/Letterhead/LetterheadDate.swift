internal import DocumentModel
internal import Vietnamese

/// `…, ngày 11 tháng 7 năm 2025` of a letterhead. Its day may be missing, written by hand or misread; words may be
/// glued (`11tháng`). Older papers write `ngày 6-5-1991`.
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
    guard let dayWord = text.firstRange(of: "ngay") ?? text.range(near: "ngay", atMost: 1) else { return nil }
    if let digits = Self.digits(in: text, from: dayWord.upperBound) {
      (day, month, year) = (digits.parts[0], digits.parts[1], digits.parts[2])
      range = dayWord.lowerBound..<digits.end
      return
    }
    guard let monthWord = Self.word("thang", in: text, after: dayWord.upperBound),
      let yearWord = Self.word("nam", in: text, after: monthWord.upperBound)
    else { return nil }
    day = Self.number(in: text, dayWord.upperBound..<monthWord.lowerBound, upTo: 31)
    month = Self.number(in: text, monthWord.upperBound..<yearWord.lowerBound, upTo: 12)
    let yearStart = text.skipping([0x20, 0x2E], from: yearWord.upperBound)
    let yearEnd = text.plain[yearStart...].prefix(4).prefix(while: \.isDigit).endIndex
    year = yearEnd - yearStart == 4 ? Int(text[yearStart..<yearEnd]) : nil
    range = dayWord.lowerBound..<max(yearEnd, yearWord.upperBound)
  }

  /// The word within a dozen letters, one of its own misread or lost (`ndam`, `thdang`).
  private static func word(_ word: String, in text: LooseText, after start: Int) -> Range<Int>? {
    let end = min(text.count, start + 12 + word.utf8.count)
    guard start < end else { return nil }
    let part = LooseText(text[start..<end])
    guard let found = part.firstRange(of: word) ?? part.range(near: word, atMost: 1) else { return nil }
    return found.lowerBound + start..<found.upperBound + start
  }

  /// `6-5-1991`, `06/5/1991` right after `ngày`.
  private static func digits(in text: LooseText, from start: Int) -> (parts: [Int], end: Int)? {
    let first = text.skipping([0x20], from: start)
    let end = text.skipping(Array("0123456789-/.".utf8), from: first)
    let parts = text.plain[first..<end].split { !$0.isDigit }.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    return parts.count == 3 && parts[2] > 1900 ? (parts, end) : nil
  }

  /// A nought read as a letter is a nought; what other letters stand for is not guessed.
  private static func digits(_ word: Substring) -> String {
    String(word.map { "OÖÓÒÔØoöóòôø".contains($0) ? "0" : $0 })
  }

  /// A number that fills the range but for spaces; anything else there is handwriting that was not read.
  private static func number(in text: LooseText, _ range: Range<Int>, upTo limit: Int) -> Int? {
    let words = text[range].split(separator: " ")
    let rest = words.dropFirst().joined()
    // Behind a misread word (`10 ndam`) a letter or two of it can be left over.
    guard let number = words.first.flatMap({ Int(Self.digits($0)) }), (1...limit).contains(number), rest.count <= 2,
      rest.allSatisfy(\.isLetter)
    else { return nil }
    return number
  }
}
