import DocumentModel

/// The white gutters that a run of rows keeps between its columns.
///
/// A gutter is followed from row to row: each row leaves of it what no word touches, and gives it a little back on
/// either side, since columns of a curled page lean while its lines are level.
struct Gutters {
  private struct Gutter {
    let id: Int
    var range: Range<Int>
    /// Rows that crossed it: a speck beside a word makes its box reach over.
    var crossings = 0
  }

  /// How far a column may lean, in pixels across for a pixel down: a degree and a half.
  private static let lean = 0.026
  /// Rows in which the headings of a table end, mostly.
  private static let openingRows = 3

  private let narrowest: Int
  private var open: [Gutter] = []
  private var nextID = 0
  private var lastMidY: Int?
  /// By row: where the middle of each gutter stood.
  private var middles: [[Int: Int]] = []
  /// Rows that are titles of groups.
  private var titles = 0

  /// By row: whether it does not stand in the columns as the rows before do. It crosses a gutter that is kept all the
  /// same, or takes more than half of one, as a heading does that begins left of the column it stands over.
  private(set) var isOdd: [Bool] = []

  /// Any space between words of the first row may be one; the next rows will tell.
  init(dpi: Int) { narrowest = LayoutSizes.narrowestGutter.pixels(at: dpi) }

  var count: Int { open.count }

  /// Narrows the gutters by one more row. `next` is the row below it, which tells a title from a heading that follows the
  /// table.
  mutating func follow(_ row: VisualRow, next: VisualRow? = nil) {
    let words = row.words
    if lastMidY == nil {
      let gaps = zip(words, words.dropFirst()).map { $0.right..<max($0.right, $1.x) }
      open = gaps.enumerated().map { Gutter(id: $0, range: $1) }
      nextID = gaps.count
    } else {
      let slack = Int((Double(row.box.midY - (lastMidY ?? 0)) * Self.lean).rounded(.up))
      for index in open.indices {
        let range = open[index].range
        open[index].range = range.lowerBound - slack..<range.upperBound + slack
      }
    }
    lastMidY = row.box.midY
    if isTitle(words, above: next?.words ?? []) {
      // The title of a group says nothing of the columns that it runs over.
      titles += 1
      isOdd.append(false)
      return keepMiddles()
    }
    let crossed = open.count { narrowed($0.range, by: words) == nil }
    // Where a row crosses most of them it is no row of this table.
    let isForgiving = middles.count >= 3 && crossed * 2 < open.count
    let taken = open.contains { gutter in
      (narrowed(gutter.range, by: words) ?? gutter.range).count * 2 < gutter.range.count
    }
    let isHeading = middles.count >= 3 && taken && crossed == 0 && isBeside(words)
    isOdd.append(isHeading || isForgiving && crossed > 0)
    // A heading says nothing of the columns.
    if !isHeading {
      if isOpening { splitWide(by: words) }
      open = open.compactMap { kept($0, after: words, isForgiving: isForgiving) }
    }
    keepMiddles()
  }

  /// Whether a row is the title of a group: a number with its text, or a run of words over gutters that the next row keeps.
  private func isTitle(_ words: [PixelBox], above next: [PixelBox]) -> Bool {
    guard !middles.isEmpty, titles <= middles.count / 2, open.count > 2 else { return false }
    guard keepsColumns(next) else { return false }
    let row = SpanningRow(words)
    if row.isNumberAndText(first: open[0].range, last: open.last?.range.upperBound) { return true }
    let isCrossing = open.contains { narrowed($0.range, by: words) == nil }
    return isCrossing && row.isRun(before: open[1].range.lowerBound)
  }

  /// Whether a row stands in the columns: it leaves all gutters and has print on both sides of two of them at least. Under
  /// the headings some of the gutters are still spaces between their words.
  private func keepsColumns(_ words: [PixelBox]) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    let kept = open.filter { narrowed($0.range, by: words) != nil }
    let between = kept.count { first.x < $0.range.lowerBound && $0.range.upperBound < last.right }
    return between > 1 && (isOpening || kept.count == open.count)
  }

  /// The rows so far may all be headings.
  private var isOpening: Bool { middles.count <= Self.openingRows }

  /// A column may have nothing on the first line of the headings: words of the next lines stand in the white there, with
  /// white on both sides of them that is surely no space between words.
  private mutating func splitWide(by words: [PixelBox]) {
    open = open.flatMap { gutter -> [Gutter] in
      let parts = whites(of: gutter.range, by: words).filter { $0.count >= narrowest * 2 }
      guard parts.count > 1 else { return [gutter] }
      return parts.enumerated().map { place, part in
        place == 0 ? Gutter(id: gutter.id, range: part, crossings: gutter.crossings) : added(part)
      }
    }
  }

  /// A gutter of its own from here on; above, it stands where it stands now.
  private mutating func added(_ range: Range<Int>) -> Gutter {
    nextID += 1
    for row in middles.indices { middles[row][nextID] = (range.lowerBound + range.upperBound) / 2 }
    return Gutter(id: nextID, range: range)
  }

  private mutating func keepMiddles() {
    middles.append(
      Dictionary(uniqueKeysWithValues: open.map { ($0.id, ($0.range.lowerBound + $0.range.upperBound) / 2) }))
  }

  /// Whether all the words stand before the second gutter: what a heading does, and a table's last lines seldom.
  private func isBeside(_ words: [PixelBox]) -> Bool {
    guard open.count > 1, let last = words.last else { return false }
    return last.x < open[1].range.lowerBound
  }

  private func kept(_ gutter: Gutter, after words: [PixelBox], isForgiving: Bool) -> Gutter? {
    var gutter = gutter
    if let range = narrowed(gutter.range, by: words) {
      gutter.range = range
      return gutter
    }
    gutter.crossings += 1
    return isForgiving && gutter.crossings <= 1 + middles.count / 8 ? gutter : nil
  }

  /// For the first `count` rows: where the gutters that all of them keep stand in each, from left to right.
  func edges(ofFirst count: Int) -> [[Int]] {
    let kept = middles[count - 1].keys
    return middles.prefix(count).map { row in kept.compactMap { row[$0] }.sorted() }
  }

  /// The widest part of a gutter that no word touches; nil where that is less than the space between two words.
  private func narrowed(_ gutter: Range<Int>, by words: [PixelBox]) -> Range<Int>? {
    let widest = whites(of: gutter, by: words).max { ($0.count, $1.lowerBound) < ($1.count, $0.lowerBound) }
    return widest.flatMap { $0.count >= narrowest ? $0 : nil }
  }

  /// The parts of a gutter that no word touches, from left to right.
  private func whites(of gutter: Range<Int>, by words: [PixelBox]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var free = gutter.lowerBound
    for box in words where box.right > gutter.lowerBound && box.x < gutter.upperBound {
      if box.x > free { parts.append(free..<box.x) }
      free = max(free, box.right)
    }
    if gutter.upperBound > free { parts.append(free..<gutter.upperBound) }
    return parts
  }
}
