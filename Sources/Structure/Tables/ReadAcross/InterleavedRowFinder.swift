internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Cuts the lines of an interleaved table into rows: the cheapest way to do so that its signs allow. A row begins where
/// its work begins with a verb, has its number and its deadline at half its height, and one of each; numbers follow each
/// other; a group has as many rows as its title says. No sign is sure, so each only costs something where it fails.
struct InterleavedRowFinder: Sendable {
  struct Row: Sendable {
    var number: Int
    var lines: Range<Int>
  }

  private let signs: InterleavedSigns
  private let costs: RowCosts

  init(_ words: ReadAcrossWords, costs: RowCosts = RowCosts(), starts: StartCosts = StartCosts()) {
    signs = InterleavedSigns(words, costs: starts)
    self.costs = costs
  }

  /// The rows of a run of lines whose first is numbered `first`, as many as `count` where the group's title states it.
  func rows(of lines: [InterleavedLine], first: Int, count: Int?) -> [Row] {
    guard !lines.isEmpty else { return [] }
    let found = lines.indices.map {
      signs.sign(of: lines[$0], before: $0 > 0 ? lines[$0 - 1] : nil, next: lines.dropFirst($0 + 1).first)
    }
    let pages = pagesOfOneRow(lines)
    var ways: [[Int: Step]] = Array(repeating: [:], count: lines.count + 1)
    for shift in -costs.mostShift...costs.mostShift where first - 1 + shift >= 0 {
      ways[0][first - 1 + shift] = Step(cost: costs.shiftedStart * Double(abs(shift)), from: 0, number: 0)
    }
    for end in 1...lines.count {
      for start in stride(from: end - 1, through: max(0, end - costs.longest), by: -1) where !ways[start].isEmpty {
        extend(&ways, start..<end, lines: lines, signs: found)
      }
      if let start = pages[end], end - start > costs.longest { extend(&ways, start..<end, lines: lines, signs: found) }
      prune(&ways[end])
    }
    return bestWay(ways, count: lines.count, last: count.map { first + $0 - 1 })
  }

  /// Pages that a single row fills, read cell by cell, its number on a line of its own: by the line after a page's last,
  /// the page's first line.
  private func pagesOfOneRow(_ lines: [InterleavedLine]) -> [Int: Int] {
    var result: [Int: Int] = [:]
    let starts = lines.indices.filter { $0 == 0 || lines[$0].startsPage }
    for (start, end) in zip(starts, starts.dropFirst() + [lines.count]) where isRowByColumn(lines[start..<end]) {
      result[end] = start
    }
    return result
  }

  private func isRowByColumn(_ lines: ArraySlice<InterleavedLine>) -> Bool {
    guard let first = lines.first, first.number != nil, !first.body.contains(where: \.hasLetters) else { return false }
    return lines.count > 4 && !lines.dropFirst().contains { $0.number != nil }
  }

  private struct Step {
    var cost: Double
    /// Where the row that ends here began, and the number of the row before it.
    var from: Int
    var number: Int
  }

  private func extend(
    _ ways: inout [[Int: Step]], _ range: Range<Int>, lines: [InterleavedLine], signs: [InterleavedSigns.Sign]
  ) {
    let shape = shapeCost(range, lines: lines, signs: signs)
    let printed = range.filter { lines[$0].number != nil }
    for (number, step) in ways[range.lowerBound] {
      for lost in 0...1 {
        let next = number + 1 + lost
        let cost =
          step.cost + shape + costs.lostRow * Double(lost)
          + numberCost(next, range, printed: printed, lines: lines)
        if cost < ways[range.upperBound][next]?.cost ?? .infinity {
          ways[range.upperBound][next] = Step(cost: cost, from: range.lowerBound, number: number)
        }
      }
    }
  }

  private func prune(_ ways: inout [Int: Step]) {
    guard ways.count > costs.beam else { return }
    let limit = ways.values.map(\.cost).sorted()[costs.beam - 1]
    ways = ways.filter { $0.value.cost <= limit }
  }

  private func bestWay(_ ways: [[Int: Step]], count: Int, last: Int?) -> [Row] {
    func total(_ entry: (key: Int, value: Step)) -> Double {
      entry.value.cost + (last.map { costs.wrongCount * Double(abs($0 - entry.key)) } ?? 0)
    }
    guard let best = ways[count].min(by: { (total($0), $0.key) < (total($1), $1.key) }) else { return [] }
    var rows: [Row] = []
    var end = count, number = best.key
    while end > 0, let step = ways[end][number] {
      rows.append(Row(number: number, lines: step.from..<end))
      (end, number) = (step.from, step.number)
    }
    return rows.reversed()
  }

  // MARK: Costs

  /// What speaks against these lines being one row, whatever its number.
  private func shapeCost(_ range: Range<Int>, lines: [InterleavedLine], signs: [InterleavedSigns.Sign]) -> Double {
    if isRowByColumn(lines[range]), range.upperBound == lines.count || lines[range.upperBound].startsPage { return 0 }
    var cost = signs[range.lowerBound].startCost
    if range.count == 1 { cost += costs.oneLine }
    if range.count > costs.usualLines { cost += costs.furtherLine * Double(range.count - costs.usualLines) }
    let isStart = signs[range.lowerBound].beginsWork
    for index in range.dropFirst() {
      // Cells that are taller than the work's stand over its first line.
      if signs[index].beginsWork, isStart || index > range.lowerBound + costs.tallCellLines {
        cost += costs.workWithin
      }
      if lines[index].startsPage { cost += costs.pageWithin }
    }
    return cost + deadlineCost(range, signs: signs)
  }

  /// A row has one deadline, at half its height.
  private func deadlineCost(_ range: Range<Int>, signs: [InterleavedSigns.Sign]) -> Double {
    let deadlines = range.filter { signs[$0].opensDeadline }
    guard let first = deadlines.first else { return costs.noDeadline }
    if deadlines.count > 1 { return costs.furtherDeadline * Double(deadlines.count - 1) }
    let last = range.last { signs[$0].isInDeadline } ?? first
    return costs.deadlineOffCentre * distance(Double(first + max(first, last)) / 2, from: range)
  }

  /// A number stands at half its row's height and is the one that follows.
  private func numberCost(
    _ number: Int, _ range: Range<Int>, printed: [Int], lines: [InterleavedLine]
  ) -> Double {
    guard let place = nearest(to: number, of: printed, lines: lines)
    else {
      let sign = range.filter { lines[$0].hasNumberSign }.map { distance(Double($0), from: range) }.min()
      return sign.map { costs.signForNumber + costs.numberOffCentre * min($0, costs.mostSignLines) } ?? costs.noNumber
    }
    let isAlone = place == range.lowerBound && isRowByColumn(lines[range])
    if isAlone { return cost(of: lines[place].number, as: number) }
    return cost(of: lines[place].number, as: number) + costs.numberOffCentre * distance(Double(place), from: range)
      + costs.furtherNumber * Double(printed.count - 1)
  }

  private func nearest(to number: Int, of printed: [Int], lines: [InterleavedLine]) -> Int? {
    var best: (place: Int, cost: Double)?
    for place in printed {
      let cost = cost(of: lines[place].number, as: number)
      if cost < best?.cost ?? .infinity { best = (place, cost) }
    }
    return best?.place
  }

  /// `7.` may be left of 17, `5` of 2; another number of two digits is hardly this one.
  private func cost(of printed: Int?, as number: Int) -> Double {
    guard let printed else { return costs.numberUnread }
    if printed == number { return 0 }
    if printed < 10, number >= 10 {
      return number / 10 == printed || number % 10 == printed ? costs.digitLost : costs.digitWrong
    }
    if printed < 10 && number < 10 { return costs.digitWrong }
    if number >= 10, printed / 10 == number / 10 || printed % 10 == number % 10 { return costs.digitWrong }
    return costs.numberWrong
  }

  private func distance(_ place: Double, from range: Range<Int>) -> Double {
    max(0, abs(place - Double(range.lowerBound + range.upperBound - 1) / 2) - costs.centreSlack)
  }
}
