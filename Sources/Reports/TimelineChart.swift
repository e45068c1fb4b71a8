internal import Archive

/// A column for every month: tasks due, done and late.
struct TimelineChart {
  let months: [TaskGroup]
  let wording: Wording

  /// Nil where no task has a day.
  func svg() -> String? {
    let dated = months.filter { !$0.name.isEmpty }.suffix(36)
    guard let most = dated.map(\.count).max(), most > 0 else { return nil }
    let width = 940.0, step = min(60, (width - 20) / Double(dated.count)), height = 150.0
    // As many names as have room; counts where a column is wide enough for one.
    let every = max(1, Int((40 / step).rounded(.up)))
    let columns = dated.enumerated().map { index, month in
      let x = 10 + Double(index) * step
      func bar(_ count: Int, above base: Int, _ color: String) -> String {
        let tall = Double(count) / Double(most) * height, y = 20 + height - tall - Double(base) / Double(most) * height
        return "<rect x=\"\(x + 2)\" y=\"\(y)\" width=\"\(step - 6)\" height=\"\(tall)\" fill=\"\(color)\"/>"
      }
      let parts = month.name.split(separator: "-"),
        name = parts.count == 2 ? "\(parts[1])/\(parts[0].suffix(2))" : month.name
      return bar(month.done, above: 0, "#1a7f37") + bar(month.overdue, above: month.done, "#b3261e")
        + bar(month.count - month.done - month.overdue, above: month.done + month.overdue, "#86b3e0")
        + (index % every == 0 ? label(name, x + step / 2 - 1, height + 36) : "")
        + (step >= 20
          ? label("\(month.count)", x + step / 2 - 1, 16 + height - Double(month.count) / Double(most) * height) : "")
    }
    let names = [
      ("#1a7f37", wording.text("Đã xong", "Done")), ("#b3261e", wording.text("Quá hạn", "Overdue")),
      ("#86b3e0", wording.text("Chưa tới hạn", "Not yet due")),
    ]
    let legend = names.enumerated().map { index, entry in
      let x = 10 + Double(index) * 130
      return
        "<rect x=\"\(x)\" y=\"\(height + 50)\" width=\"12\" height=\"12\" fill=\"\(entry.0)\"/><text x=\"\(x + 18)\" y=\"\(height + 61)\">\(escaped(entry.1))</text>"
    }
    return """
      <svg viewBox="0 0 \(Int(width)) \(Int(height) + 70)" role="img" font-size="12" fill="#1c2733">
      \((columns + legend).joined(separator: "\n"))
      </svg>
      """
  }

  private func label(_ text: String, _ x: Double, _ y: Double) -> String {
    "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"middle\">\(escaped(text))</text>"
  }
}
