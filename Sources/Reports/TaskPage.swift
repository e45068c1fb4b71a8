internal import Export
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
        "Chưa xong \(count(report.open)), đã xong \(count(report.done)), quá hạn \(count(report.overdueCount))",
        "\(count(report.open)) open, \(count(report.done)) done, \(count(report.overdueCount)) overdue"),
      w.text(
        "Trong kỳ: đến hạn \(report.due.count), hoàn thành \(report.finished.count); kỳ tới đến hạn \(report.next.count)",
        "In the period: \(report.due.count) due, \(report.finished.count) finished; \(report.next.count) due in the next"
      ),
    ]
  }

  private func count(_ value: Int) -> String { wording.count(Double(value)) }

  /// How many leads a page shows; an archive may have thousands.
  private static let mostLeads = 40

  /// The heading and then a row for each lead, at most `mostLeads`; a last row counts those that are left out.
  public var leadRows: [[String]] {
    let w = wording
    let heading = [
      w.text("Cơ quan chủ trì", "Lead"), w.text("Nhiệm vụ", "Tasks"), w.text("Chưa xong", "Open"),
      w.text("Đã xong", "Done"), w.text("Quá hạn", "Overdue"),
    ]
    let rows = report.byLead.prefix(Self.mostLeads).map {
      [name($0), count($0.count), count($0.open), count($0.done), count($0.overdue)]
    }
    let left = report.byLead.count - rows.count
    let more = w.text("… và \(left) cơ quan khác", "… and \(left) more")
    return [heading] + rows + (left > 0 ? [[more, "", "", "", ""]] : [])
  }

  private func name(_ group: TaskGroup) -> String {
    group.name.isEmpty ? wording.text("(không nêu)", "(not stated)") : group.name
  }

  /// The whole page as HTML.
  public var html: String {
    let w = wording
    let lists: [(String, [TaskEntry])] = [
      (w.text("Quá hạn", "Overdue"), report.overdue), (w.text("Đến hạn trong kỳ", "Due in the period"), report.due),
      (w.text("Hoàn thành trong kỳ", "Finished in the period"), report.finished),
      (w.text("Đến hạn kỳ tới", "Due in the next period"), report.next),
    ]
    let lead: [HTML] = ["<h1>\(title)</h1>"] + summary.map { "<p class=\"lead\">\($0)</p>" }
    let timeline = TimelineChart(months: report.byMonth, wording: wording).map { "<figure>\($0.svg)</figure>" as HTML }
    let sections =
      [
        section(w.text("Hạn theo tháng", "Due by month"), timeline ?? .none),
        section(w.text("Theo cơ quan chủ trì", "By lead"), .table(leadRows[0], Array(leadRows.dropFirst()))),
      ] + lists.filter { !$0.1.isEmpty }.map { section("\($0.0) (\($0.1.count))", list($0.1)) }
    let foot: HTML = "<p class=\"note\">\(w.text("Lập bằng", "Made by")) \(program).</p>"
    let body = (lead + sections + [foot]).joined(by: "\n")
    return HTML.page(title: title, language: w.language.rawValue, body: body).source
  }

  private func section(_ heading: String, _ body: HTML) -> HTML {
    body.isEmpty ? .none : "<h2>\(heading)</h2>\n\(body)"
  }

  private func list(_ tasks: [TaskEntry]) -> HTML {
    let w = wording, tables = TaskTables(language: wording.language)
    return .table(
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
