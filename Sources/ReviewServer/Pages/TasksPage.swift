internal import Archive
internal import DocumentModel
internal import Export
internal import Foundation
internal import Reports

extension Site {
  static var taskRoutes: [Route] {
    [
      Route(.get, "/tasks") { visit in try visit.tasksPage() },
      Route(.get, "/tasks.csv") { visit in try visit.tasksFile(.csv) },
      Route(.get, "/tasks.xlsx") { visit in try visit.tasksFile(.xlsx) },
    ]
  }
}

extension Visit {
  enum TaskFile { case csv, xlsx }

  /// Which tasks the address asks for; a list on the page and the file made of it are the same ones.
  func taskQuery(limit: Int?) throws -> TaskQuery {
    let query = ask.query
    let status = query["status"].flatMap(TaskStatus.init(rawValue:))
    let month = query["month"].flatMap { CalendarDate(iso: $0 + "-01") }
    let next = month.flatMap {
      CalendarDate(year: $0.month == 12 ? $0.year + 1 : $0.year, month: $0.month % 12 + 1, day: 1)
    }
    return TaskQuery(
      today: try today(), lead: query["lead"], body: query["body"],
      filter: DocumentFilter(type: query["type"], issuer: query["issuer"]),
      document: query["document"].flatMap { Int64($0) },
      dueBefore: next ?? query["before"].flatMap(CalendarDate.init(iso:)),
      dueFrom: month ?? query["from"].flatMap(CalendarDate.init(iso:)), isOverdue: query["overdue"] == "1",
      statuses: status.map { [$0] } ?? (query["open"] == "1" ? [.open, .doing] : Set(TaskStatus.allCases)),
      order: query["sort"].flatMap(TaskOrder.init(rawValue:)) ?? .due, isDescending: query["down"] == "1", limit: limit,
      offset: limit == nil ? 0 : offset)
  }

  func tasksPage() throws -> Answer {
    .html(page(title: text("Nhiệm vụ", "Tasks"), body: try kept("tasks", taskList)))
  }

  private func taskList() throws -> HTML {
    let query = try taskQuery(limit: Self.pageLength), list = try archive.tasks(query)
    let files = ask.query.setting("offset", to: nil).encoded
    return """
      <main><div class="split"><h1>\(text("Nhiệm vụ", "Tasks")) <span class="soft">\(wording.count(Double(list.count)))</span></h1>
      <p class="files">\(text("Xuất đúng những dòng này:", "Export these rows:")) <a class="button" href="/tasks.csv?\(files)">CSV</a> <a class="button" href="/tasks.xlsx?\(files)">XLSX</a></p></div>
      \(try timeline(query))
      <div class="with-side"><aside class="facets">\(try facets(query))</aside><div>
      <form class="row" action="/tasks">\(languageField)\(input("lead", text("Chủ trì", "Lead"), 18))\(input("body", text("Chủ trì hoặc phối hợp", "Any body"), 18))
      \(input("from", text("Hạn từ", "Due from"), 10, type: "date"))\(input("before", text("Hạn trước", "Due before"), 10, type: "date"))<button>\(text("Lọc", "Filter"))</button></form>
      <div class="scroll"><table class="tasks"><thead><tr>\(heading(query))</tr></thead><tbody>\(list.entries.map(taskRow))</tbody></table></div>
      \(pager(count: list.count, length: Self.pageLength))</div></div></main>
      """
  }

  private func heading(_ query: TaskQuery) -> [HTML] {
    let columns: [(TaskOrder, String)] = [
      (.document, text("Văn bản", "Document")), (.number, text("Số", "No.")), (.content, text("Nội dung", "Content")),
      (.lead, text("Chủ trì", "Lead")), (.due, text("Hạn", "Due")), (.status, text("Trạng thái", "Status")),
    ]
    return columns.map { order, title in
      let isHere = query.order == order, turns = isHere && !query.isDescending
      let fields = ask.query.setting("sort", to: order.rawValue).setting("down", to: turns ? "1" : nil)
        .setting("offset", to: nil)
      let way: HTML = isHere ? " aria-sort=\"\(query.isDescending ? "descending" : "ascending")\"" : .none
      return
        "<th scope=\"col\"\(way)><a href=\"/tasks?\(fields.encoded)\">\(title)\(isHere ? (query.isDescending ? " ▼" : " ▲") : "")</a></th>"
    }
  }

  private func taskRow(_ task: TaskEntry) -> HTML {
    let document: HTML =
      task.document.map { head in
        "<a href=\"\(link("/documents/\(head.id)", Fields([("page", "\(task.page)"), ("tab", "tasks")])))#task-\(task.id)\">\(head.symbol ?? text("(không số)", "(no number)"))</a>"
      } ?? .none
    let options = TaskStatus.allCases.map { status -> HTML in
      "<option value=\"\(status.rawValue)\"\(status == task.status ? " selected" as HTML : .none)>\(name(status))</option>"
    }
    return """
      <tr><td class="nowrap">\(document)<br><span class="soft">\(text("tr.", "p.")) \(task.page)</span></td><td>\(task.number)</td>
      <td><div class="clamp" title="\(task.content)">\(task.title.isEmpty ? .none : "<b>\(task.title)</b>. " as HTML)\(task.content)</div></td><td><div class="clamp">\(task.lead.joined(separator: "; "))</div>\(task.cooperating.isEmpty ? .none : "<span class=\"soft clamp\">\(text("phối hợp:", "with:")) \(task.cooperating.joined(separator: "; "))</span>" as HTML)</td>
      <td class="nowrap\(task.isOverdue ? " late" : "")">\(task.due.map { day($0) } ?? task.deadline ?? "–")</td>
      <td><select data-status="\(task.id)" data-seen="\(task.status.rawValue)" aria-label="\(text("Trạng thái", "Status"))"\(off(unless: .decides))>\(options)</select></td></tr>
      """
  }

  func name(_ status: TaskStatus) -> String {
    switch status {
    case .open: text("Chưa làm", "Open")
    case .doing: text("Đang làm", "Doing")
    case .done: text("Đã xong", "Done")
    case .cancelled: text("Đã hủy", "Cancelled")
    }
  }

  // MARK: - Files

  func tasksFile(_ kind: TaskFile) throws -> Answer {
    try archive.auditFile("export-tasks", who: who, address: ask.address, detail: ask.query.encoded, at: now)
    switch kind {
    case .csv: return .file(try kept("csv", taskText), type: "text/csv; charset=utf-8", name: "nhiem-vu.csv")
    case .xlsx:
      return .file(
        try kept("xlsx", taskWorkbook),
        type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name: "nhiem-vu.xlsx")
    }
  }

  private func taskText() throws -> [UInt8] {
    let tables = TaskTables(language: language), tasks = try archive.tasks(try taskQuery(limit: nil)).entries
    return Array(CSVExport.text(rows: [tables.columns.map(\.title)] + tasks.map(tables.row)).utf8)
  }

  private func taskWorkbook() throws -> [UInt8] {
    let tables = TaskTables(language: language), tasks = try archive.tasks(try taskQuery(limit: nil)).entries
    let place = FileManager.default.temporaryDirectory.appending(path: "sohoa-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: place) }
    try XLSXWorkbook.write(tables.sheets(tasks, perDocument: false), to: place.path)
    return [UInt8](try Data(contentsOf: place))
  }
}
