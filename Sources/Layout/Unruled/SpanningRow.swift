import DocumentModel

/// Knows the title of a group of rows in a table that no rules draw: its number stands in the first column, or it has none,
/// its words run on over the gutters behind it, and the last column is empty (`II   Công tác tuyên truyền`).
struct SpanningRow {
  /// In heights of a line: words of running text stand no further apart; columns do.
  private static let widestSpace = 0.9

  private let words: [PixelBox]

  /// The boxes of a row's words, from left to right.
  init(_ words: [PixelBox]) { self.words = words }

  /// Whether the row runs over a gutter, given where the gutters stand: the middle of each, from left to right.
  func isTitle(over gutters: [Int]) -> Bool {
    guard let first = gutters.first, let last = words.last, isNumberAndText(first: first..<first, last: gutters.last)
    else { return false }
    return gutters.dropFirst().contains { words[1].x < $0 && $0 < last.right }
  }

  func isAnyTitle(over gutters: [Int]) -> Bool { isTitle(over: gutters) || isTitleWithoutNumber(over: gutters) }

  /// Whether the row has a number before the first gutter and words that run on behind it, and nothing else: it may run
  /// over gutters of which nobody knows yet how wide they are.
  func isNumberAndText(first: Range<Int>, last: Int?) -> Bool {
    guard words.count > 2, words[0].right <= first.upperBound, words[1].x >= first.lowerBound,
      let end = words.last, let last, end.right < last, first.upperBound < last
    else { return false }
    return Self.isRunning(words.dropFirst())
  }

  /// Whether the row is one run of words over two gutters or more behind the first, without a number; or over the first,
  /// with two words before it, where a number would stand alone.
  func isTitleWithoutNumber(over gutters: [Int]) -> Bool {
    guard gutters.count > 2, let last = words.last, last.right < gutters[gutters.count - 1],
      isRun(before: gutters[1])
    else { return false }
    if words.count(where: { $0.right <= gutters[0] }) > 1, gutters[0] < last.x { return true }
    return gutters.dropFirst().contains { words[0].x < $0 && $0 < last.right }
  }

  /// Whether the row is one run of words, as a title without a number is; it begins in the first two columns.
  func isRun(before second: Int) -> Bool {
    words.count > 1 && words[0].x < second && Self.isRunning(words[...])
  }

  /// Whether words stand no further apart than words of a line do.
  private static func isRunning(_ words: ArraySlice<PixelBox>) -> Bool {
    let height = Double(words.map(\.height).max() ?? 1)
    return zip(words, words.dropFirst()).allSatisfy { Double($1.x - $0.right) < height * widestSpace }
  }
}
