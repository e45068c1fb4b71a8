internal import DocumentModel
internal import Vietnamese

/// A day as lists write it: `24/06/2012`, `24-6-2012`, `06/2012`, `2012`, `24 tháng 6 năm 2012`.
struct AidDate: Equatable {
  var parts: DateParts
  /// Figures of it were put right.
  var isRepaired = false
  /// All that stands there was read, and the calendar has it.
  var isWhole: Bool

  /// Nil where no part of it can be read.
  init?(_ text: String) {
    let pieces = Self.pieces(of: text), figures = pieces.map { AidFigures($0) }
    guard (1...3).contains(pieces.count), let last = figures.last else { return nil }
    func part(_ index: Int, _ range: ClosedRange<Int>) -> Int? {
      guard index >= 0 else { return nil }
      return figures[index]?.value.flatMap { range.contains($0) ? $0 : nil }
    }
    parts = DateParts(
      year: last?.digits.count == 4 ? part(pieces.count - 1, AidLimits.years) : nil,
      month: part(pieces.count - 2, 1...12),
      day: part(pieces.count - 3, 1...31))
    let read = [parts.year, parts.month, parts.day].count { $0 != nil }
    isWhole = read == pieces.count && (read < 3 || parts.date != nil)
    // The day is what the calendar does not have.
    if read == 3, parts.date == nil { parts.day = nil }
    isRepaired = figures.contains { $0?.isRepaired ?? false }
    if read == 0 { return nil }
  }

  /// What stands between strokes, dashes, stops and the words of a date.
  private static func pieces(of text: String) -> [String] {
    let words: Set<String> = ["ngay", "thang", "nam"]
    let isJoint: (Character) -> Bool = { "/-–.,".contains($0) || $0.isWhitespace }
    return text.split(whereSeparator: isJoint).map(String.init).filter { !words.contains(looseKey($0)) }
  }

  /// First and last day of `2010-2012`, `05/01/2012 - 28/12/2012`, `từ 01/2010 đến 12/2012`; one time is both.
  static func period(_ text: String) -> (start: AidDate?, end: AidDate?) {
    let joined = text.replacing("đến", with: "–").replacing("từ", with: "").replacing("Từ", with: "")
    for joint in ["–", " - ", "-"] as [String] {
      let ends = joined.split(separator: joint)
      if ends.count == 2 { return (AidDate(String(ends[0])), AidDate(String(ends[1]))) }
    }
    let day = AidDate(joined)
    return (day, day)
  }
}
