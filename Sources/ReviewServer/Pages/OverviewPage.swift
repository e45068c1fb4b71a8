internal import Archive
internal import DocumentModel
internal import Export
internal import Reports

extension Site {
  static var overviewRoutes: [Route] {
    [Route(.get, "/") { visit in try visit.overview() }]
  }
}

extension Visit {
  /// What to do next, then how far the work has come: the same figures as `sohoa report`.
  func overview() throws -> Answer {
    let status = try archive.status()
    let body: HTML = """
      <main><h1>\(text("Tổng quan", "Overview"))</h1>
      \(try nextSteps(status))
      \(try kept("overview") { try figuresAndLists(status) })</main>
      """
    return .html(page(title: text("Tổng quan", "Overview"), body: body))
  }

  private func figuresAndLists(_ status: ArchiveStatus) throws -> HTML {
    let report = try archive.progress(ProgressQuery(asOf: try today()))
    let tables = ProgressTables(report, language: language), notes = tables.notes
    let rest = notes[min(4, notes.count)...] + tables.outlook + tables.qualityLines + [tables.rule]
    return """
      <section class="columns"><div><h2>\(text("Tiến độ số hóa", "Progress"))</h2>
      \(progressPicture(report))
      \(notes.prefix(4).map { "<p class=\"note\">\($0)</p>" as HTML })
      <details><summary>\(text("Bảng đầy đủ: công đoạn, tốc độ, chất lượng", "In full: stages, pace, quality"))</summary>
      \(Self.table(tables.stageHeading, tables.stageRows(report.all)))
      \(rest.map { "<p class=\"note\">\($0)</p>" as HTML })</details></div>
      <div>\(figures(status))<h2>\(text("Chờ rà soát nhiều nhất", "Most in doubt"))</h2>\(try waiting())
      <h2>\(text("Mới đưa vào kho", "Newest in the archive"))</h2>\(try newest())</div></section>
      """
  }

  private func figures(_ status: ArchiveStatus) -> HTML {
    let cards: [(Int, String, String)] = [
      (status.documents, text("văn bản", "documents"), "/documents"),
      (status.pages, text("trang", "pages"), "/documents"),
      (status.dossiers, text("hồ sơ", "dossiers"), "/dossiers"), (status.tasks, text("nhiệm vụ", "tasks"), "/tasks"),
    ]
    let items = cards.map { count, name, path -> HTML in
      "<a class=\"card\" href=\"\(link(path))\"><b>\(wording.count(Double(count)))</b> \(name)</a>"
    }
    return "<div class=\"cards\">\(items)</div>"
  }

  private func waiting() throws -> HTML {
    let documents = try archive.waitingDocuments(limit: 6)
    if documents.isEmpty { return "<p class=\"good\">\(text("Không còn gì.", "Nothing."))</p>" }
    let files = try archive.files(ofDocuments: documents.map(\.document.id))
    let items = documents.map { head, count -> HTML in
      let address =
        may(.reviews) ? link("/review", Fields([("document", "\(head.id)")])) : link("/documents/\(head.id)")
      return
        "<li class=\"split\"><a class=\"oneline\" href=\"\(address)\">\(name(of: head, file: files[head.id] ?? ""))</a><span class=\"nowrap\">\(wording.count(Double(count))) \(text("chỗ", "places"))</span></li>"
    }
    return "<ul class=\"plain\">\(items)</ul>"
  }

  private func newest() throws -> HTML {
    let documents = try archive.newestDocuments(limit: 8)
    if documents.isEmpty {
      return
        "<p class=\"note\">\(text("Kho chưa có văn bản. Thêm bằng: sohoa process … --archive", "The archive is empty. Add with: sohoa process … --archive"))</p>"
    }
    let files = try archive.files(ofDocuments: documents.map(\.id))
    return "<ul class=\"plain\">\(documents.map { documentItem($0, file: files[$0.id] ?? "") })</ul>"
  }

  func documentItem(_ entry: DocumentSummary, file: String) -> HTML {
    let about = entry.symbol == nil ? Self.fileName(file) : Self.short(entry.subject)
    return """
      <li><a href="\(link("/documents/\(entry.id)"))"><b>\(name(of: entry, file: file))</b></a>
      <span class="soft">\(day(known: entry.knownDate))</span><div class="soft oneline">\(about)</div></li>
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
