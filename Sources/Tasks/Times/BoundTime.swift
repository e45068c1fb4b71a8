internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// What stands around a time.
extension BoundTime {
  /// In letters: how far before a time the words that bind it are looked for.
  private static let reach = 18
  /// In words: how many may stand between the two times of a range.
  private static let widestJoint = 4

  /// Whether the words before the time make it a beginning: `từ`, `kể từ ngày`.
  var startsWork: Bool { lead == .startingFrom }

  /// What the words before the time make of it, a beginning or a limit; nil where they do neither. The wording reaches up
  /// to the time, or into it: the day of `từ ngày 01 tháng 7 năm 2025` begins with `ngày`.
  var lead: Vocabulary.Role? {
    let end = time.range.lowerBound
    return (max(0, end - Self.reach)..<end).lazy.compactMap { words.binding.match(in: text, at: $0) }.first { match in
      (match.value == .startingFrom || match.value == .notAfter)
        && text.skipping([.space], from: match.range.upperBound) >= end
    }?.value
  }

  /// `… đến …` between two times.
  func isRange(from start: FoundDate, to end: FoundDate) -> Bool {
    let between = text[start.range.upperBound..<end.range.lowerBound].split(separator: " ")
    return between.count <= Self.widestJoint && between.contains { words.rangeJoints.contains(String($0)) }
  }

  /// `2025 - 2026`.
  func isSpan(from start: FoundDate, to end: FoundDate) -> Bool {
    let between = text.plain[text.trimmed(start.range.upperBound..<end.range.lowerBound)]
    return start.precision == .year && between.elementsEqual([.hyphen])
  }

  /// The item of a range that ends with this time.
  func range(from start: FoundDate) -> DeadlineItem {
    DeadlineItem(mode: .range, start: start.first, due: time.last, precision: time.precision, bound: .on)
  }

  /// The item of a time to be kept by itself.
  func day(bound: DeadlineItem.Bound) -> DeadlineItem {
    DeadlineItem(mode: .date, due: time.last, precision: time.precision, bound: bound)
  }
}
