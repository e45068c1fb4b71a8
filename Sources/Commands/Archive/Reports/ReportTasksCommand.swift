internal import Archive
internal import ArgumentParser
internal import DocumentModel
internal import Export
internal import Reports

/// `sohoa report tasks`: the weekly or monthly report that plans ask for.
struct ReportTasksCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tasks",
    abstract: say(vi: "Báo cáo nhiệm vụ theo tuần hoặc tháng.", en: "Report on tasks by week or month."),
    discussion: say(
      vi: "Ví dụ:\n  sohoa report tasks --period month --format html --output thang.html",
      en: "Example:\n  sohoa report tasks --period month --format html --output month.html"))

  enum Period: String, ExpressibleByArgument, CaseIterable { case week, month }

  @Option(help: help(vi: "Kỳ: week hoặc month.", en: "Period: week or month.", value: .period))
  var period: Period = .week
  @Option(help: help(vi: "Một ngày trong kỳ (mặc định hôm nay).", en: "A day of the period (today).", value: .day))
  var asOf: DayArgument?
  @Option(help: help(vi: "Cơ quan chủ trì (một phần tên).", en: "Leading body (part of the name).", value: .body))
  var lead: String?
  @OptionGroup var output: ReportOutput
  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let day = try asOf?.date ?? Now.day()
      let (from, to) = bounds(of: day)
      let report = try options.open().taskReport(from: from, to: to, filter: TaskQuery(today: day, lead: lead))
      let page = TaskPage(report, language: options.language, program: SohoaCommand.program)
      let tasks = report.overdue + report.due.filter { !$0.isOverdue } + report.finished + report.next
      let tables = TaskTables(language: options.language)
      switch output.format(json: options.json) {
      case .table: try output.write(text(page))
      case .html: try output.write(page.html)
      case .json: try output.write(String(decoding: try JSONExport.data(of: report), as: UTF8.self))
      case .csv: try output.write(CSVExport.text(rows: [tables.columns.map(\.title)] + tasks.map(tables.row)))
      case .xlsx: try output.write(tables.sheets(tasks, perDocument: false))
      }
    }
  }

  /// Monday to Sunday, or the month.
  private func bounds(of day: CalendarDate) -> (CalendarDate, CalendarDate) {
    switch period {
    case .month:
      return (
        CalendarDate(year: day.year, month: day.month, day: 1) ?? day,
        CalendarDate.endOfMonth(year: day.year, month: day.month) ?? day
      )
    case .week:
      // 1 January 1970 was a Thursday.
      let number = day.dayNumber, monday = number - ((number + 3) % 7 + 7) % 7
      return (CalendarDate(dayNumber: monday) ?? day, CalendarDate(dayNumber: monday + 6) ?? day)
    }
  }

  private func text(_ page: TaskPage) -> String {
    let rows = page.leadRows
    var table = TextTable(rows[0].enumerated().map { (title: $1, alignment: $0 == 0 ? .left : .right) })
    rows.dropFirst().forEach { row in table.add([row[0].shortened(to: 60)] + row.dropFirst()) }
    return ([page.title] + page.summary + [""] + table.lines()).joined(separator: "\n") + "\n"
  }
}
