internal import DocumentModel
internal import Vietnamese

/// Reads the targets of a table in the goals part.
struct TargetTableReader: Sendable {
  private let quantities: QuantityReader

  init(_ quantities: QuantityReader) { self.quantities = quantities }

  /// The targets of a table; none of one that states no amounts. `year` is that of the document: amounts under an earlier
  /// one say what was reached before.
  func targets(in table: DataTable, year: Int?) -> [Target] {
    let goals = TargetTable(table)?.goals ?? []
    let dues = dues(of: goals.map(\.heading.text), since: year)
    return goals.compactMap { goal in
      guard let column = dues[goal.heading.text], let quantity = quantities.amount(in: goal.amount.text) else {
        return nil
      }
      return target(goal, quantity, due: column.due)
    }
  }

  /// A column whose amounts are goals, and the day by which they are due.
  private struct Column { var due: CalendarDate? }

  /// A single column holds the goals whatever stands over it. Of several those of the years to come do, each due by the end
  /// of its year; where the headings name no years, the last: what was reached stands before what is to be.
  private func dues(of headings: [String], since year: Int?) -> [String: Column] {
    let distinct = headings.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    guard distinct.count > 1 else { return distinct.reduce(into: [:]) { $0[$1] = Column() } }
    let years = distinct.compactMap { heading in Self.year(in: heading).map { (heading, $0) } }
    guard let first = years.map(\.1).min() else { return distinct.suffix(1).reduce(into: [:]) { $0[$1] = Column() } }
    let since = year ?? first + 1
    return years.reduce(into: [:]) { columns, column in
      guard column.1 >= since else { return }
      columns[column.0] = Column(due: CalendarDate(year: column.1, month: 12, day: 31))
    }
  }

  private static func year(in heading: String) -> Int? {
    heading.split { !$0.isNumber }.compactMap { $0.count == 4 ? Int($0) : nil }.last { (1900...2100).contains($0) }
  }

  private func target(_ goal: TargetTable.Goal, _ quantity: Quantity, due: CalendarDate?) -> Target {
    let text = LooseText(goal.text.text)
    let whole = Passage(joining: [goal.text, goal.unit, goal.amount])
    return Target(
      text: text[text.trimmed(0..<text.count, of: [.space, .period, .semicolon, .colon])], value: quantity.value,
      unit: unit(of: goal, quantity), comparator: quantity.comparator, due: due,
      evidence: whole.evidence(certainty: FigureCertainties.target, source: "target.table"))
  }

  /// What the amount is counted in: the sign behind it, the cell of units, or the sign in what is to be reached or over the
  /// amount. A unit without any letter is a sign of per cent, however it was read.
  private func unit(of goal: TargetTable.Goal, _ quantity: Quantity) -> String {
    if quantity.unit == "%" { return "%" }
    let unit = goal.unit.text
    if unit.contains(where: \.isLetter) { return unit }
    if !unit.isEmpty || goal.text.text.contains("%") || goal.heading.text.contains("%") { return "%" }
    return ""
  }
}
