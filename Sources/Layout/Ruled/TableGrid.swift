public import DocumentModel

/// Builds tables from ruled lines: pure geometry, no pixels.
public struct TableGrid: Sendable {
  /// Dots per inch of the page.
  var dpi: Int

  public init(dpi: Int) { self.dpi = dpi }

  /// The tables that the rules draw, from top to bottom, with empty cells. A frame around a text is no table, nor is
  /// a line under a heading.
  public func tables(from rules: PageRules, page: Int) -> [Table] {
    groups(of: withoutStreaks(rules)).compactMap { table(from: $0, page: page) }.sorted {
      ($0.box?.y ?? 0) < ($1.box?.y ?? 0)
    }
  }

  /// The rules without upright ones that a scanner drew: they run out of the tables that they cross at both ends, while
  /// others end at the same level rules. A rule that runs on at one end may part the columns of a row that the page cuts.
  private func withoutStreaks(_ rules: PageRules) -> PageRules {
    let most = LayoutSizes.ruleOverhang.pixels(at: dpi)
    let crossed = rules.vertical.map { rule in rules.horizontal.filter { Self.touch($0, rule, within: reach) } }
    let overhangs = rules.vertical.map { rule -> (above: Int, below: Int) in
      let level = rules.horizontal.filter { $0.horizontalOverlap(with: rule) > -reach }
      guard let box = PixelBox.enclosing(level) else { return (0, 0) }
      return (box.y - rule.y, rule.bottom - box.bottom)
    }
    let kept = rules.vertical.indices.filter { index in
      guard min(overhangs[index].above, overhangs[index].below) > most else { return true }
      let ending = rules.vertical.indices.filter { other in
        max(overhangs[other].above, overhangs[other].below) <= reach && crossed[other].count > 1
          && crossed[other].contains(where: crossed[index].contains)
      }
      return ending.count < LayoutSizes.fewestRulesToEnd
    }
    return PageRules(horizontal: rules.horizontal, vertical: kept.map { rules.vertical[$0] })
  }

  /// Ends of rules that are no farther apart touch, pixels.
  private var reach: Int { max(LayoutSizes.ruleReach.pixels(at: dpi), LayoutSizes.leastRuleReach) }

  /// Two rules belong together where they touch.
  private func groups(of rules: PageRules) -> [PageRules] {
    var groups: [PageRules] = []
    for rule in rules.vertical {
      let touching = rules.horizontal.filter { Self.touch($0, rule, within: reach) }
      var merged = PageRules(horizontal: touching, vertical: [rule])
      groups.removeAll { group in
        guard group.horizontal.contains(where: touching.contains) else { return false }
        merged.vertical += group.vertical
        merged.horizontal += group.horizontal.filter { !merged.horizontal.contains($0) }
        return true
      }
      groups.append(merged)
    }
    return groups
  }

  private static func touch(_ a: PixelBox, _ b: PixelBox, within reach: Int) -> Bool {
    a.verticalOverlap(with: b) > -reach && a.horizontalOverlap(with: b) > -reach
  }

  private func table(from rules: PageRules, page: Int) -> Table? {
    guard let box = PixelBox.enclosing(rules.horizontal + rules.vertical) else { return nil }
    let rows = boundaries(rules.horizontal.map(\.midY), from: box.y, to: box.bottom)
    let columns = boundaries(rules.vertical.map(\.midX), from: box.x, to: box.right)
    guard rows.count >= 2, columns.count >= 3 else { return nil }
    let separators = Separators(rules: rules, rows: rows, columns: columns, tolerance: tolerance)
    let cells = separators.cells()
    guard cells.count >= 4 else { return nil }
    return Table(page: page, rowCount: rows.count - 1, columnCount: columns.count - 1, cells: cells, box: box)
  }

  /// In pixels.
  private var tolerance: Int {
    max(LayoutSizes.ruleTolerance.pixels(at: dpi), LayoutSizes.leastRuleTolerance)
  }

  /// Where rows or columns part: positions closer than the tolerance are one. The outer edges count where no rule
  /// is drawn at them: a table cut by the page's end has no line below.
  private func boundaries(_ positions: [Int], from start: Int, to end: Int) -> [Int] {
    var merged: [[Int]] = []
    for position in positions.sorted() {
      if let last = merged.last?.last, position - last <= tolerance {
        merged[merged.count - 1].append(position)
      } else {
        merged.append([position])
      }
    }
    var result = merged.map { $0.reduce(0, +) / $0.count }
    if let first = result.first, first - start > tolerance { result.insert(start, at: 0) }
    if let last = result.last, end - last > tolerance { result.append(end) }
    return result
  }
}
