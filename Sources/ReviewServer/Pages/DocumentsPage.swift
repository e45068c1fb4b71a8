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
      from: query["from"].flatMap(CalendarDate.init(iso:)), to: query["to"].flatMap(CalendarDate.init(iso:)),
      year: query.number("year"))
  }

  /// How far down the list, from the address; never before its start.
  var offset: Int { min(max(ask.query.number("offset") ?? 0, 0), 10_000_000) }

  /// What part of the shelf the address asks for; every choice is kept in it.
  var shelfQuery: ShelfQuery {
    let query = ask.query
    var shelf = ShelfQuery()
    shelf.filter = documentFilter
    shelf.dossier = query.number("dossier").map(Int64.init)
    (shelf.file, shelf.folder, shelf.inDoubt) = (query["file"], query["folder"], query["doubts"] == "1")
    shelf.order = query["sort"].flatMap(ShelfOrder.init(rawValue:)) ?? .file
    shelf.isDescending = query["down"] == "1"
    (shelf.limit, shelf.offset) = (Self.pageLength, offset)
    return shelf
  }

  func documentsPage() throws -> Answer {
    .html(page(title: text("Văn bản", "Documents"), body: try kept("shelf", documentList)))
  }

  private func documentList() throws -> HTML {
    let query = shelfQuery, (entries, count) = try archive.shelf(query)
    let scope: HTML =
      try scopeName(query).map {
        "<p class=\"note\">\($0) · <a href=\"\(link("/documents"))\">\(text("bỏ lọc", "all documents"))</a></p>"
      } ?? .none
    return """
      <main><div class="split"><h1>\(text("Văn bản", "Documents")) <span class="soft">\(wording.count(Double(count)))</span></h1>\(shelfTabs("/documents"))</div>\(scope)
      \(shelfFilter(query))
      <div class="scroll"><table class="shelf"><thead><tr><th><span class="hidden">\(text("Ảnh", "Picture"))</span></th>\(shelfHeading(query))</tr></thead><tbody>\(entries.map(shelfRow))</tbody></table></div>
      \(entries.isEmpty ? "<p class=\"note\">\(text("Không có văn bản nào.", "There are no documents."))</p>" : pager(count: count, length: Self.pageLength))</main>
      """
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
    let words = ask.query["q"] ?? "", title = text("Tìm", "Search")
    let found = try kept("search") { try hits(of: words) }
    return .html(page(title: title, body: "<main><h1>\(title): “\(words)”</h1>\(found)</main>"))
  }

  private func hits(of words: String) throws -> HTML {
    var found: HTML =
      "<p class=\"note\">\(text("Gõ có dấu để tìm đúng dấu, không dấu để tìm mọi dấu.", "Words with marks are found with these marks only; without marks, with any."))</p>"
    if words.contains(where: { $0.isLetter || $0.isNumber }) {
      let results = try archive.search(SearchQuery(words: String(words.prefix(400)), limit: 20))
      found =
        found
        + "<p class=\"row\">\(results.counts.map(countTag))</p><ul class=\"plain hits\">\(results.hits.map(hit))</ul>"
      if results.hits.isEmpty { found = found + "<p>\(text("Không tìm thấy.", "Nothing was found."))</p>" }
    }
    return found
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
