internal import Archive
internal import Export
internal import DocumentModel
internal import Reports

extension Site {
  static var searchRoutes: [Route] { [Route(.get, "/search") { visit in try visit.searchPage() }] }
}

extension Visit {
  static var pageLength: Int { 50 }

  /// The filter that the address states.
  var documentFilter: DocumentFilter {
    let query = ask.query
    return DocumentFilter(
      type: query["type"], issuer: query["issuer"], body: query["body"], place: query["place"],
      from: query["from"].flatMap(CalendarDate.init(iso:)), to: query["to"].flatMap(CalendarDate.init(iso:)))
  }

  /// How far down the list, from the address; never before its start.
  var offset: Int { min(max(ask.query.number("offset") ?? 0, 0), 10_000_000) }

  func documentsPage() throws -> Answer {
    let count = try archive.documentCount(documentFilter)
    let entries = try archive.documentList(documentFilter, limit: Self.pageLength, offset: offset)
    let rows = entries.map { entry -> HTML in
      let head = entry.summary
      return """
        <tr><td class="nowrap"><a href="\(link("/documents/\(head.id)"))">\(head.symbol ?? text("(không số)", "(no number)"))</a></td><td>\(day(known: head.knownDate))</td>
        <td>\(head.type ?? "")</td><td>\(head.issuer ?? "")</td><td><div class="clamp" title="\(head.subject ?? "")">\(head.subject ?? "")</div></td>
        <td class="right">\(entry.tasks)</td><td class="right">\(entry.openTasks)</td><td class="soft">\(Self.fileName(entry.file))</td></tr>
        """
    }
    let body: HTML = """
      <main><h1>\(text("Văn bản", "Documents")) <span class="soft">\(wording.count(Double(count)))</span></h1>
      <form class="row" action="/documents">\(languageField)\(input("type", text("Loại", "Type"), 6))\(input("issuer", text("Cơ quan ban hành", "Issuer"), 24))
      \(input("body", text("Nêu cơ quan", "Names the body"), 20))\(input("from", text("Từ ngày", "From"), 10, type: "date"))\(input("to", text("Đến ngày", "To"), 10, type: "date"))
      <button>\(text("Lọc", "Filter"))</button></form>
      <div class="scroll"><table><thead><tr><th>\(text("Số, ký hiệu", "Number"))</th><th>\(text("Ngày", "Date"))</th><th>\(text("Loại", "Type"))</th><th>\(text("Cơ quan ban hành", "Issuer"))</th><th>\(text("Trích yếu", "Subject"))</th><th>\(text("Nhiệm vụ", "Tasks"))</th><th>\(text("Chưa xong", "Open"))</th><th>\(text("Tệp", "File"))</th></tr></thead><tbody>\(rows)</tbody></table></div>
      \(pager(count: count, length: Self.pageLength))</main>
      """
    return .html(page(title: text("Văn bản", "Documents"), body: body))
  }

  func input(_ name: String, _ label: String, _ size: Int, type: String = "text") -> HTML {
    "<label>\(label)<input name=\"\(name)\" type=\"\(type)\" size=\"\(size)\" value=\"\(ask.query[name] ?? "")\"></label>"
  }

  func pager(count: Int, length: Int) -> HTML {
    guard count > length else { return .none }
    func turn(_ offset: Int, _ label: String, _ key: String) -> HTML {
      guard offset >= 0, offset < count else { return .none }
      return
        "<a class=\"button\" data-key=\"\(key)\" href=\"\(ask.path)?\(ask.query.setting("offset", to: "\(offset)").encoded)\">\(label)</a>"
    }
    return """
      <p class="row">\(turn(offset == 0 ? -1 : max(0, offset - length), text("‹ Trước", "‹ Previous"), "["))<span>\(offset + 1)–\(min(offset + length, count)) / \(count)</span>\(turn(offset + length, text("Sau ›", "Next ›"), "]"))</p>
      """
  }

  // MARK: - Search

  func searchPage() throws -> Answer {
    let words = ask.query["q"] ?? ""
    var found: HTML =
      "<p class=\"note\">\(text("Gõ có dấu để tìm đúng dấu, không dấu để tìm mọi dấu.", "Words with marks are found with these marks only; without marks, with any."))</p>"
    if words.contains(where: { $0.isLetter || $0.isNumber }) {
      let results = try archive.search(SearchQuery(words: String(words.prefix(400)), limit: 20))
      found =
        found
        + "<p class=\"row\">\(results.counts.map(countTag))</p><ul class=\"plain hits\">\(results.hits.map(hit))</ul>"
      if results.hits.isEmpty { found = found + "<p>\(text("Không tìm thấy.", "Nothing was found."))</p>" }
    }
    let title = text("Tìm", "Search")
    return .html(page(title: title, body: "<main><h1>\(title): “\(words)”</h1>\(found)</main>"))
  }

  private func countTag(_ count: SearchResults.Count) -> HTML {
    "<span class=\"tag\">\(kindName(count.kind)): \(count.count)\(count.isExact ? "" : "+")</span>"
  }

  private func kindName(_ kind: SearchQuery.Kind) -> String {
    switch kind {
    case .document: text("Văn bản", "Documents")
    case .task: text("Nhiệm vụ", "Tasks")
    case .page: text("Trang", "Pages")
    }
  }

  private func hit(_ hit: SearchHit) -> HTML {
    var fields = Fields(hit.page.map { [("page", "\($0)")] } ?? [])
    if hit.kind == .task { fields = fields.setting("tab", to: "tasks") }
    let anchor = hit.taskID.map { "#task-\($0)" } ?? ""
    let address = hit.document.map { link("/documents/\($0.id)", fields) + anchor }
    let title = hit.document?.symbol ?? hit.document?.type ?? Self.fileName(hit.path)
    let place = hit.page.map { " · \(text("trang", "page")) \($0)" } ?? ""
    let name: HTML = address.map { "<a href=\"\($0)\"><b>\(title)</b></a>" } ?? "<b>\(title)</b>"
    return
      "<li><span class=\"tag\">\(kindName(hit.kind))</span> \(name) <span class=\"soft\">\(Self.short(hit.document?.subject))\(place)</span><br>\(marked(hit.snippet))</li>"
  }
}

extension Visit {
  func marked(_ snippet: Snippet) -> HTML {
    snippet.pieces.map { $0.isHit ? "<mark>\($0.text)</mark>" as HTML : "\($0.text)" }.joined()
  }
}
