import DocumentModel

/// Tells a table's gutters from spaces of running text that happen to stand under each other.
///
/// Justified print has spaces as wide as a narrow gutter, and short lines below them leave the white to the right alone.
/// A gutter is wider than the spaces of its own line where cells end before it and others begin behind it. A cell that is
/// full ends close to it: one line in four is enough. Between two figures no space of one text stands, however narrow the
/// gutter is, but that of thousands (`2 500 000`).
struct GutterEvidence {
  let rows: [VisualRow]
  /// By row: where the gutters stand, from left to right.
  let edges: [[Int]]
  let words: LayoutWords
  /// Nothing but white parts the table from text: the few lines that prove little have to be parted widely.
  var isUnruled = false

  /// How many times as wide as a space of the same line.
  private static let widening = 1.4
  /// The same where only so few lines tell: a typewriter's letters leave spaces of unlike width below each other.
  private static let wideningOfFew = 2.0, fewLines = 5
  /// In heights of a line: what a space is at least.
  private static let usualSpace = 0.35

  /// Which of the gutters part columns.
  var kept: [Bool] {
    let lines = zip(rows, edges).filter { !SpanningRow($0.words).isAnyTitle(over: $1) }
      .map { Crossing(words: $0.orderedWords, edges: $1) }
    let top = min(rows.count, LayoutSizes.deepestHeading)
    let seams = HeadingSeams(heading: Array(rows.prefix(top)), edges: Array(edges.prefix(top)), words: words).parting
    let between = Set(zip(rows, edges).flatMap { ColumnNumbers($0.orderedWords, edges: $1)?.spaces ?? [] })
    let needed = isUnruled && lines.count < Self.fewLines ? Self.wideningOfFew : Self.widening
    return (edges.first ?? []).indices.map { gutter in
      if between.contains(gutter) || seams.contains(gutter) { return false }
      let widths = lines.compactMap { $0.widths[gutter] }.sorted()
      return !widths.isEmpty && widths[widths.count * 3 / 4] >= needed
    }
  }

  /// One line of print over the gutters.
  private struct Crossing {
    /// By gutter: the white there in spaces of this line; nil where not both sides have print.
    let widths: [Double?]

    init(words texts: [Word], edges: [Int]) {
      let words = texts.compactMap(\.box)
      let gaps = zip(words, words.dropFirst()).map { (from: $0.right, to: $1.x, middle: ($0.midX, $1.midX)) }
      let isGutter = gaps.map { gap in edges.contains { $0 >= gap.middle.0 && $0 < gap.middle.1 } }
      let spaces = zip(gaps, isGutter).filter { !$1 }.map { Double($0.0.to - $0.0.from) }.sorted()
      let height = Double(words.map(\.height).sorted().dropFirst(words.count / 2).first ?? 1)
      let usual = height * GutterEvidence.usualSpace
      let space = spaces.isEmpty ? usual * 1.7 : max(spaces[spaces.count / 2], usual)
      widths = edges.map { edge in
        gaps.firstIndex { edge >= $0.middle.0 && edge < $0.middle.1 }.map { index in
          let width = Double(gaps[index].to - gaps[index].from) / space
          return Self.parts(texts[index].text, texts[index + 1].text) ? max(width, GutterEvidence.wideningOfFew) : width
        }
      }
    }

    /// Two whole figures, of which the second does not go on with the thousands of the first.
    private static func parts(_ left: String, _ right: String) -> Bool {
      guard isFigure(left), isFigure(right) else { return false }
      return right.count != 3 || !right.allSatisfy(\.isNumber)
    }

    private static func isFigure(_ text: String) -> Bool {
      text.contains(where: \.isNumber) && !text.contains(where: \.isLetter)
    }
  }
}

/// The row `(1) (2) (3)` under a heading: it has a number for each column, so that a gutter behind which it has none is the
/// space between two words that stand below each other.
private struct ColumnNumbers {
  /// Fewer numbers are no such row.
  private static let fewest = 3
  /// The gutters that part nothing, by their index.
  let spaces: [Int]

  /// Nil for any other row.
  init?(_ boxed: [Word], edges: [Int]) {
    let cells = boxed.columns(at: edges)
    let texts = cells.filter { !$0.isEmpty }.map { $0.map(\.text).joined() }
    let numbers = texts.compactMap { text in Int(text.filter { !"()[].".contains($0) }) }
    guard numbers.count >= Self.fewest, numbers.count == texts.count, numbers == Array(1...numbers.count) else {
      return nil
    }
    spaces = cells.indices.dropFirst().filter { cells[$0].isEmpty }.map { $0 - 1 }
  }
}
