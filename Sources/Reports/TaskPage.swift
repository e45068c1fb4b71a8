public import Archive
public import DocumentModel

/// The report of a week's or a month's tasks: lines for a terminal, and a page to be printed.
public struct TaskPage: Sendable {
  private let report: TaskReport
  private let wording: Wording
  private let program: String

  public init(_ report: TaskReport, language: Language, program: String) {
    self.report = report
    wording = Wording(language)
    self.program = program
  }

  public var title: String {
    let w = wording
    return w.text(
      "Tình hình thực hiện nhiệm vụ từ \(w.day(report.from)) đến \(w.day(report.to))",
      "Tasks from \(w.day(report.from)) to \(w.day(report.to))")
  }

  public var summary: [String] {
    let w = wording
    return [
      w.text(
        "Chưa xong \(report.open), đã xong \(report.done), quá hạn \(report.overdueCount)",
        "\(report.open) open, \(report.done) done, \(report.overdueCount) overdue"),
      w.text(
        "Trong kỳ: đến hạn \(report.due.count), hoàn thành \(report.finished.count); kỳ tới đến hạn \(report.next.count)",
        "In the period: \(report.due.count) due, \(report.finished.count) finished; \(report.next.count) due in the next"
      ),
    ]
  }

  /// Heading, then rows.
  public var leadRows: [[String]] {
    let w = wording
    let heading = [
      w.text("Cơ quan chủ trì", "Lead"), w.text("Nhiệm vụ", "Tasks"), w.text("Chưa xong", "Open"),
      w.text("Đã xong", "Done"), w.text("Quá hạn", "Overdue"),
    ]
    return [heading]
      + report.byLead.map { [name($0), "\($0.count)", "\($0.open)", "\($0.done)", "\($0.overdue)"] }
  }

  private func name(_ group: TaskGroup) -> String {
    group.name.isEmpty ? wording.text("(không nêu)", "(not stated)") : group.name
  }

  public var html: String {
    let w = wording
    let lists: [(String, [TaskEntry])] = [
      (w.text("Quá hạn", "Overdue"), report.overdue), (w.text("Đến hạn trong kỳ", "Due in the period"), report.due),
      (w.text("Hoàn thành trong kỳ", "Finished in the period"), report.finished),
      (w.text("Đến hạn kỳ tới", "Due in the next period"), report.next),
    ]
    let parts = ["<h1>\(escaped(title))</h1>"] + summary.map { "<p class=\"lead\">\(escaped($0))</p>" }
    let timeline = TimelineChart(months: report.byMonth, wording: wording).svg().map { "<figure>\($0)</figure>" } ?? ""
    let body =
      parts + [section(w.text("Hạn theo tháng", "Due by month"), timeline)]
      + [section(w.text("Theo cơ quan chủ trì", "By lead"), table(leadRows[0], Array(leadRows.dropFirst())))]
      + lists.filter { !$0.1.isEmpty }.map { section("\($0.0) (\($0.1.count))", list($0.1)) }
      + ["<p class=\"note\">\(escaped(w.text("Lập bằng", "Made by"))) \(escaped(program)).</p>"]
    return page(title: title, language: w.language.rawValue, body: body.joined(separator: "\n"))
  }

  private func section(_ heading: String, _ body: String) -> String {
    body.isEmpty ? "" : "<h2>\(escaped(heading))</h2>\n\(body)"
  }

  private func list(_ tasks: [TaskEntry]) -> String {
    let w = wording, tables = TaskTables(language: wording.language)
    return table(
      [
        w.text("Văn bản", "Document"), w.text("Số", "No."), w.text("Nội dung", "Content"), w.text("Chủ trì", "Lead"),
        w.text("Hạn", "Due"), w.text("Tình trạng", "Status"),
      ],
      tasks.map { task in
        [
          task.document?.symbol ?? "–", task.number, task.title.isEmpty ? task.content : task.title,
          task.lead.joined(separator: "; "), task.due.map(w.day) ?? task.deadline ?? "–", tables.status(task),
        ]
      }, isNumeric: false)
  }
}

/// A column for every month: tasks due, done and late.
struct TimelineChart {
  let months: [TaskGroup]
  let wording: Wording

  /// Nil where no task has a day.
  func svg() -> String? {
    let dated = months.filter { !$0.name.isEmpty }.suffix(36)
    guard let most = dated.map(\.count).max(), most > 0 else { return nil }
    let width = 940.0, step = min(60, (width - 20) / Double(dated.count)), height = 150.0
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
        + "<text x=\"\(x + step / 2 - 1)\" y=\"\(height + 36)\" text-anchor=\"middle\">\(escaped(name))</text>"
        + "<text x=\"\(x + step / 2 - 1)\" y=\"\(16 + height - Double(month.count) / Double(most) * height)\" text-anchor=\"middle\">\(month.count)</text>"
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
}
