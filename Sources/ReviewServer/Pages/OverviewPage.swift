internal import Archive
internal import Export
internal import DocumentModel
internal import Reports

extension Site {
  static var overviewRoutes: [Route] {
    [Route(.get, "/") { visit in try visit.overview() }]
  }
}

extension Visit {
  /// How far the work has come: the same figures as `sohoa report`.
  func overview() throws -> Answer {
    let report = try archive.progress(ProgressQuery(asOf: try today()))
    let tables = ProgressTables(report, language: language)
    let body: HTML = """
      <main><h1>\(text("Tổng quan", "Overview"))</h1>
      \(try figures())
      <section class="columns"><div><h2>\(text("Tiến độ số hóa", "Progress"))</h2>
      \(target(report))
      \(tables.notes.map { "<p class=\"note\">\($0)</p>" as HTML })
      \(Self.table(tables.stageHeading, tables.stageRows(report.all)))
      \((tables.outlook + tables.qualityLines + [tables.rule]).map { "<p class=\"note\">\($0)</p>" as HTML })</div>
      <div><h2>\(text("Chờ rà soát", "Waiting for review"))</h2>\(try waiting())
      <h2>\(text("Văn bản mới nhất", "Newest documents"))</h2>\(try newest())</div></section></main>
      """
    return .html(page(title: text("Tổng quan", "Overview"), body: body))
  }

  /// What is finished of all pages, with the target as a line across; nothing where the whole is not known.
  private func target(_ report: ProgressReport) -> HTML {
    guard let share = report.all.ratio(report.stage, .page)?.mid else { return .none }
    func place(_ share: Double) -> Int { Int((min(max(share, 0), 1) * 200).rounded()) }
    let label =
      "\(wording.percent(share)) \(text("hoàn tất; mục tiêu", "finished; target")) \(wording.percent(report.target))"
    return """
      <svg class="meter target" viewBox="0 0 200 10" role="img" aria-label="\(label)" preserveAspectRatio="none"><rect width="200" height="10" class="rest"/><rect width="\(place(share))" height="10" class="done"/><rect x="\(max(0, place(report.target) - 1))" width="1" height="10" class="line"/></svg>
      <p class="note"><b>\(label)</b></p>
      """
  }

  private func figures() throws -> HTML {
    let status = try archive.status()
    let overdue = try archive.tasks(TaskQuery(today: try today(), isOverdue: true, limit: 0)).count
    let cards: [(Int, String, String)] = [
      (status.documents, text("văn bản", "documents"), "/documents"),
      (status.pages, text("trang", "pages"), "/documents"),
      (status.tasks, text("nhiệm vụ", "tasks"), "/tasks"), (overdue, text("quá hạn", "overdue"), "/tasks?overdue=1"),
      (try archive.queueStatus().open, text("chỗ chờ rà soát", "to review"), "/review"),
      (status.openConflicts, text("mâu thuẫn mục lục", "conflicts"), "/conflicts"),
    ]
    let items = cards.map { count, name, path -> HTML in
      if path == "/review", !may(.reviews) {
        return "<span class=\"card\"><b>\(wording.count(Double(count)))</b> \(name)</span>"
      }
      return "<a class=\"card\" href=\"\(path)\"><b>\(wording.count(Double(count)))</b> \(name)</a>"
    }
    return "<div class=\"cards\">\(items)</div>"
  }

  private func waiting() throws -> HTML {
    let documents = try archive.waitingDocuments(limit: 8)
    if documents.isEmpty { return "<p class=\"good\">\(text("Không còn gì.", "Nothing."))</p>" }
    let items = documents.map { head, count -> HTML in
      let address =
        may(.reviews) ? link("/review", Fields([("document", "\(head.id)")])) : link("/documents/\(head.id)")
      return
        "<li class=\"split\"><a href=\"\(address)\">\(head.symbol ?? head.type ?? "#\(head.id)")</a><span class=\"soft oneline\">\(head.issuer ?? head.subject ?? "")</span><span class=\"nowrap\">\(wording.count(Double(count))) \(text("chỗ", "places"))</span></li>"
    }
    return "<ul class=\"plain\">\(items)</ul>"
  }

  private func newest() throws -> HTML {
    let documents = try archive.newestDocuments(limit: 12)
    if documents.isEmpty {
      return
        "<p class=\"note\">\(text("Kho chưa có văn bản. Thêm bằng: sohoa process … --archive", "The archive is empty. Add with: sohoa process … --archive"))</p>"
    }
    return "<ul class=\"plain\">\(documents.map(documentItem))</ul>"
  }

  func documentItem(_ entry: DocumentSummary) -> HTML {
    """
    <li><a href="\(link("/documents/\(entry.id)"))"><b>\(entry.symbol ?? entry.type ?? text("(không số)", "(no number)"))</b></a>
    <span class="soft">\(day(known: entry.knownDate))</span><div class="clamp">\(entry.subject ?? "")</div></li>
    """
  }

  /// A table; every column but the first holds numbers.
  static func table(_ heading: [String], _ rows: [[String]]) -> HTML {
    let head = heading.map { "<th scope=\"col\">\($0)</th>" as HTML }
    let body = rows.map { row -> HTML in "<tr>\(row.map { "<td>\($0)</td>" as HTML })</tr>" }
    return
      "<div class=\"scroll\"><table class=\"numbers\"><thead><tr>\(head)</tr></thead><tbody>\(body)</tbody></table></div>"
  }
}
