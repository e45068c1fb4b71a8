import DocumentModel

/// Level rules of one width that stand above each other without an upright rule between them: the lines of a three-line
/// table, or the upper and lower edge of its filled heading.
struct RuleStack {
  /// From the first rule to the last.
  let box: PixelBox
  /// Where the rules stand, from top to bottom.
  let rules: [Int]

  /// The stacks of a page, from top to bottom.
  static func all(in rules: PageRules, outside tables: [Table], dpi: Int) -> [RuleStack] {
    let level = wholeRules(rules.horizontal, dpi: dpi).filter { rule in
      rule.width >= LayoutSizes.narrowestStack.pixels(at: dpi)
        && !tables.contains { $0.box?.contains(x: rule.midX, y: rule.midY) == true }
    }
    let slack = LayoutSizes.stackSlack.pixels(at: dpi)
    var stacks: [[PixelBox]] = []
    for rule in level.sorted(by: { $0.midY < $1.midY }) {
      let own = stacks.indices.last { index in
        guard let first = stacks[index].first else { return false }
        return abs(first.x - rule.x) <= slack && abs(first.right - rule.right) <= slack
      }
      if let own { stacks[own].append(rule) } else { stacks.append([rule]) }
    }
    return stacks.compactMap { stack(of: $0, dpi: dpi) }
  }

  private static func stack(of rules: [PixelBox], dpi: Int) -> RuleStack? {
    let least = LayoutSizes.lowestBand.pixels(at: dpi)
    var places: [Int] = []
    for rule in rules where places.last.map({ rule.midY - $0 >= least }) ?? true { places.append(rule.midY) }
    guard places.count >= 2, let first = places.first, let last = places.last, let box = PixelBox.enclosing(rules)
    else { return nil }
    return RuleStack(box: PixelBox(x: box.x, y: first, width: box.width, height: last - first), rules: places)
  }

  /// Rules at one height, whose pieces end at the gaps between columns, are one.
  private static func wholeRules(_ pieces: [PixelBox], dpi: Int) -> [PixelBox] {
    let gap = LayoutSizes.stackGap.pixels(at: dpi)
    var whole: [PixelBox] = []
    for piece in pieces.sorted(by: { ($0.midY, $0.x) < ($1.midY, $1.x) }) {
      let index = whole.lastIndex {
        abs($0.midY - piece.midY) <= LayoutSizes.leastRuleTolerance && $0.horizontalOverlap(with: piece) > -gap
      }
      if let index { whole[index] = whole[index].union(piece) } else { whole.append(piece) }
    }
    return whole
  }
}
