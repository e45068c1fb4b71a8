internal import Archive
internal import Export
internal import DocumentModel

extension Visit {
  // MARK: - Facets

  func facets(_ query: TaskQuery) throws -> HTML {
    var wide = query
    (wide.limit, wide.offset) = (nil, 0)
    var every = wide
    (every.statuses, every.isOverdue) = (Set(TaskStatus.allCases), false)
    let known = try archive.taskGroups(every, by: .status)
    let quick = [
      facet("overdue", "1", text("Quá hạn", "Overdue"), count: known.reduce(0) { $0 + $1.overdue }),
      facet("open", "1", text("Chưa xong", "Not done"), count: known.reduce(0) { $0 + $1.open }),
    ]
    let counts = Dictionary(known.map { ($0.name, $0.count) }) { first, _ in first }
    let byStatus = TaskStatus.allCases.map { facet("status", $0.rawValue, name($0), count: counts[$0.rawValue] ?? 0) }
    return """
      <h3>\(text("Trạng thái", "Status"))</h3>\(quick + byStatus)
      <h3>\(text("Tháng đến hạn", "Due in"))</h3>\(try groups(wide, .month, "month"))
      <h3>\(text("Chủ trì", "Lead"))</h3>\(try groups(wide, .lead, "lead"))
      <h3>\(text("Văn bản", "Document"))</h3>\(try documentFacets(wide))
      """
  }

  private func groups(_ query: TaskQuery, _ grouping: TaskGrouping, _ name: String) throws -> [HTML] {
    try archive.taskGroups(query, by: grouping).filter { !$0.name.isEmpty }.prefix(15).map { group in
      facet(name, group.name, grouping == .month ? Self.monthName(group.name) : group.name, count: group.count)
    }
  }

  private func documentFacets(_ query: TaskQuery) throws -> [HTML] {
    try archive.taskCounts(query).prefix(12).map { document, count in
      facet("document", "\(document.id)", document.symbol ?? "#\(document.id)", count: count)
    }
  }

  private func facet(_ name: String, _ value: String, _ label: String, count: Int?) -> HTML {
    let isHere = ask.query[name] == value
    let fields = ask.query.setting(name, to: isHere ? nil : value).setting("offset", to: nil)
    let here: HTML = isHere ? " aria-current=\"true\"" : .none
    return
      "<a href=\"/tasks?\(fields.encoded)\"\(here)><span>\(label)</span><span class=\"soft\">\(count.map(String.init) ?? "")</span></a>"
  }

  // MARK: - Months

  /// A column for every month, which is a filter too: done, late and still to come, from below.
  func timeline(_ query: TaskQuery) throws -> HTML {
    var wide = query
    (wide.limit, wide.offset, wide.dueFrom, wide.dueBefore) = (nil, 0, nil, nil)
    let months = try archive.taskGroups(wide, by: .month).filter { !$0.name.isEmpty }.suffix(24)
    guard let most = months.map(\.count).max(), most > 0, months.count > 1 else { return .none }
    let columns = months.map { month -> HTML in
      let isHere = ask.query["month"] == month.name
      let fields = ask.query.setting("month", to: isHere ? nil : month.name).setting("offset", to: nil)
      let label =
        "\(Self.monthName(month.name)): \(month.count) \(text("nhiệm vụ", "tasks")), \(month.done) \(text("đã xong", "done")), \(month.overdue) \(text("quá hạn", "overdue"))"
      return """
        <a href="/tasks?\(fields.encoded)" title="\(label)"\(isHere ? " aria-current=\"true\"" as HTML : .none)><span>\(month.count)</span>\(column(month, of: most, label))<span class="soft">\(Self.monthName(month.name))</span></a>
        """
    }
    return """
      <nav class="months" aria-label="\(text("Nhiệm vụ theo tháng đến hạn", "Tasks by the month they are due"))">\(columns)<p class="legend"><span class="key done"></span>\(text("xong", "done")) <span class="key over"></span>\(text("quá hạn", "overdue")) <span class="key open"></span>\(text("chưa tới hạn", "not yet due"))</p></nav>
      """
  }

  private func column(_ month: TaskGroup, of most: Int, _ label: String) -> HTML {
    func tall(_ count: Int) -> Int { (count * 60 + most - 1) / most }
    let done = tall(month.done), over = tall(month.overdue)
    let rest = max(0, tall(month.count) - done - over)
    return """
      <svg viewBox="0 0 26 60" role="img" aria-label="\(label)"><rect class="open" x="0" y="\(60 - done - over - rest)" width="26" height="\(rest)"/><rect class="over" x="0" y="\(60 - done - over)" width="26" height="\(over)"/><rect class="done" x="0" y="\(60 - done)" width="26" height="\(done)"/></svg>
      """
  }

  /// `2025-08` → `08/2025`.
  private static func monthName(_ name: String) -> String {
    let parts = name.split(separator: "-")
    return parts.count == 2 ? "\(parts[1])/\(parts[0])" : name
  }
}
