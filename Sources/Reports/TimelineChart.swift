internal import Export
internal import Archive
internal import DocumentModel

/// A column for every month: tasks due, done and late.
struct TimelineChart {
  private let months: [TaskGroup]
  private let wording: Wording
  /// How many tasks the fullest month has.
  private let most: Int

  private let width = 940.0, height = 150.0
  private let done = "#1a7f37", late = "#b3261e", open = "#86b3e0"

  /// Of the last 36 months; nil where no task has a day.
  init?(months: [TaskGroup], wording: Wording) {
    let dated = months.filter { !$0.name.isEmpty }.suffix(36)
    guard let most = dated.map(\.count).max(), most > 0 else { return nil }
    (self.months, self.wording, self.most) = (Array(dated), wording, most)
  }

  var svg: HTML {
    """
    <svg viewBox="0 0 \(Int(width)) \(Int(height) + 70)" role="img" font-size="12" fill="#1c2733">
    \((months.indices.map(column) + legend).joined(by: "\n"))
    </svg>
    """
  }

  /// From one column to the next.
  private var step: Double { min(60, (width - 20) / Double(months.count)) }

  /// The bars of one month. Names stand under as many months as have room, counts where a column is wide enough.
  private func column(_ index: Int) -> HTML {
    let month = months[index], x = 10 + Double(index) * step, middle = x + step / 2 - 1
    let every = max(1, Int((40 / step).rounded(.up)))
    return bar(at: x, month.done, above: 0, done) + bar(at: x, month.overdue, above: month.done, late)
      + bar(at: x, month.count - month.done - month.overdue, above: month.done + month.overdue, open)
      + (index % every == 0 ? label(name(of: month), middle, height + 36) : .none)
      + (step >= 20 ? label("\(month.count)", middle, 16 + height - tall(month.count)) : .none)
  }

  private func bar(at x: Double, _ count: Int, above base: Int, _ color: String) -> HTML {
    let y = 20 + height - tall(count) - tall(base)
    return "<rect x=\"\(x + 2)\" y=\"\(y)\" width=\"\(step - 6)\" height=\"\(tall(count))\" fill=\"\(color)\"/>"
  }

  private func tall(_ count: Int) -> Double { Double(count) / Double(most) * height }

  /// `2025-07` as `07/25`.
  private func name(of month: TaskGroup) -> String {
    let parts = month.name.split(separator: "-")
    return parts.count == 2 ? "\(parts[1])/\(parts[0].suffix(2))" : month.name
  }

  private var legend: [HTML] {
    let names = [
      (done, wording.text("Đã xong", "Done")), (late, wording.text("Quá hạn", "Overdue")),
      (open, wording.text("Chưa tới hạn", "Not yet due")),
    ]
    return names.enumerated().map { index, entry in
      let x = 10 + Double(index) * 130
      return
        "<rect x=\"\(x)\" y=\"\(height + 50)\" width=\"12\" height=\"12\" fill=\"\(entry.0)\"/><text x=\"\(x + 18)\" y=\"\(height + 61)\">\(entry.1)</text>"
    }
  }

  private func label(_ text: String, _ x: Double, _ y: Double) -> HTML {
    "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"middle\">\(text)</text>"
  }
}
