internal import Archive
internal import Export
internal import DocumentModel

extension Site {
  static var documentRoutes: [Route] {
    [
      Route(.get, "/documents") { visit in try visit.documentsPage() },
      Route(.get, "/documents/:id") { visit in try await visit.documentPage() },
      Route(.get, "/readings/:id") { visit in try visit.readingPage() },
      Route(.get, "/scans/:id") { visit in try await visit.scan() },
    ]
  }
}

/// A document as it is looked at: one page of it, and one kind of thing beside the page.
struct DocumentView {
  enum Tab: String, CaseIterable { case text, fields, tasks, sections, history }

  var place: DocumentPlace
  var page: Int
  var tab: Tab
  var reading: PageWords?
  /// The reading of the page behind this one; nil behind the last.
  var next: Int64?

  /// Pages of the document in its file; of the file where they are not known.
  var range: ClosedRange<Int> {
    guard let first = place.record.pages.min(), let last = place.record.pages.max() else {
      return 1...max(place.pages, 1)
    }
    return first...last
  }
}

extension Visit {
  func documentPage() async throws -> Answer {
    guard let place = try archive.documentPlace(id: try id()) else { return try joinedDocument() }
    var view = DocumentView(
      place: place, page: 1, tab: DocumentView.Tab(rawValue: ask.query["tab"] ?? "") ?? .text, reading: nil)
    view.page = min(
      max(ask.query.number("page") ?? view.range.lowerBound, view.range.lowerBound), view.range.upperBound)
    view.reading = try archive.reading(sha256: place.sha256, page: view.page)
    view.next =
      try view.range.contains(view.page + 1)
      ? archive.readingID(sha256: place.sha256, page: view.page + 1) : nil
    await drawAhead([view.next].compactMap(\.self))
    let head = place.record.document
    let title = head.printedSymbol ?? head.type ?? Self.fileName(place.path)
    let body: HTML = """
      <main class="document"><div class="sheet-side">\(try viewer(view))</div>
      <div class="text-side"><div class="split"><h1>\(title) <span class="soft">\(head.dateParts.iso.map { day(known: $0) } ?? "")</span></h1>\(try acceptButton(view.place.id))</div>
      <p class="subject" title="\(place.path)">\(head.subject ?? Self.fileName(place.path))</p>\(try presenceLine(document: view.place.id))\(tabs(view))<div class="panel">\(try panel(view))</div></div></main>
      """
    return .html(page(title: title, body: body, isWide: true))
  }

  /// A document that was joined to another is looked at there.
  private func joinedDocument() throws -> Answer {
    guard let past = try archive.pastDocument(id: try id()),
      let document = try archive.document(sha256: past.sha256, page: past.page)
    else { throw Refusal.notFound }
    return .seeOther(link("/documents/\(document)", Fields([("page", "\(past.page)")])))
  }

  func acceptButton(_ document: Int64) throws -> HTML {
    guard may(.reviews) else { return .none }
    return """
      <button data-accept="\(document)" data-seen="\(try archive.openWords(ofDocument: document))" title="\(text("Nhận mọi chữ còn nghi ngờ như đang có, khi các trường đã rà soát", "Accept all doubtful words as they stand, once the fields are reviewed"))">\(text("Nhận cả văn bản", "Accept it all"))</button>
      """
  }

  /// The document that a page belongs to, at that page.
  func readingPage() throws -> Answer {
    guard let reading = try archive.reading(id: try id()),
      let document = try archive.document(sha256: reading.sha256, page: reading.page.number)
    else { throw Refusal.notFound }
    return .seeOther(link("/documents/\(document)", Fields([("page", "\(reading.page.number)")])))
  }

  /// The picture of a page, by the id of its reading: no path ever comes from outside.
  func scan() async throws -> Answer {
    guard let reading = try archive.reading(id: try id()) else { throw Refusal.notFound }
    let bytes = try await site.cache.image(of: ScanPlace(reading), from: site.images)
    var answer = Answer(type: "image/jpeg", body: bytes)
    answer.headers.append(("Cache-Control", "private, max-age=3600"))
    return answer
  }

  // MARK: - The page itself

  private func viewer(_ view: DocumentView) throws -> HTML {
    guard let reading = view.reading, let size = reading.page.size else {
      if let reading = view.reading {
        return "<div class=\"viewer-bar\">\(try pageMenu(view))</div>\(source(reading.page))"
      }
      return
        "<p class=\"note\">\(text("Không có ảnh cho trang này (kho được làm trước khi có trang rà soát: xử lý lại với --archive).", "There is no picture of this page (the archive was made before there was a review site: process it again with --archive)."))</p>"
    }
    return """
      \(turnNote(view))\(try viewerBar(view))
      <div class="sheet-frame" id="frame" tabindex="0" aria-label="\(text("Ảnh trang: lăn chuột để phóng, kéo để dời", "The page: wheel to zoom, drag to move"))"><svg id="sheet" class="sheet" viewBox="0 0 \(size.width) \(size.height)" data-width="\(size.width)" data-height="\(size.height)"><g id="turned">
      <image href="\(picture(reading))" width="\(size.width)" height="\(size.height)" preserveAspectRatio="none"/>
      \(boxes(reading.page))</g></svg></div>
      """
  }

  /// What a text said before anything was restored: a text has no picture to look at.
  private func source(_ page: Page) -> HTML {
    var writer = PageTextWriter(isSource: true)
    return """
      <p class="note"><b>\(text("Chữ gốc trong tệp", "The text as it was in the file"))</b> \(text("(tệp chữ, không có ảnh)", "(a text file has no picture)"))</p>
      <div class="sheet-frame source" id="frame" tabindex="0"><div id="source" class="page-text" lang="vi">\(writer.blocks(page))</div></div>
      """
  }

  private func viewerBar(_ view: DocumentView) throws -> HTML {
    func turn(_ page: Int, _ label: String, _ key: String, _ name: String) -> HTML {
      guard view.range.contains(page) else { return "<span class=\"button off\" aria-hidden=\"true\">\(label)</span>" }
      let picture: HTML = page > view.page ? view.next.map { " data-picture=\"/scans/\($0)\"" } ?? .none : .none
      return
        "<a class=\"button\"\(picture) data-key=\"\(key)\" aria-label=\"\(name)\" title=\"\(name) (\(key))\" href=\"\(address(view, page: page))\">\(label)</a>"
    }
    return """
      <div class="viewer-bar">\(turn(view.page - 1, "‹", "[", text("Trang trước", "Previous page")))
      <span>\(text("Trang", "Page")) \(view.page - view.range.lowerBound + 1) / \(view.range.count)</span>
      \(turn(view.page + 1, "›", "]", text("Trang sau", "Next page")))
      <button data-zoom="-1" title="−">−</button><button data-zoom="0" title="0">\(text("Vừa khổ", "Fit"))</button><button data-zoom="1" title="+">+</button>
      <button data-rotate title="R">\(text("Xoay", "Rotate"))</button>
      <label class="check" title="B"><input type="checkbox" id="show-boxes"> \(text("Khung mọi chữ", "All boxes"))</label>\(try pageMenu(view))</div>
      """
  }

  func address(_ view: DocumentView, page: Int? = nil, tab: DocumentView.Tab? = nil) -> String {
    link(
      "/documents/\(view.place.id)", Fields([("page", "\(page ?? view.page)"), ("tab", (tab ?? view.tab).rawValue)]))
  }

  /// A rectangle for every word: those in doubt are seen, the rest on demand.
  private func boxes(_ page: Page) -> [HTML] {
    page.words.enumerated().compactMap { place, word in
      word.box.map { box in
        "<rect class=\"\(word.isDoubtful ? "w doubt" : "w")\" data-w=\"\(place)\" x=\"\(box.x)\" y=\"\(box.y)\" width=\"\(box.width)\" height=\"\(box.height)\"/>"
      }
    }
  }

  // MARK: - Beside it

  private func tabs(_ view: DocumentView) -> HTML {
    let record = view.place.record
    let names: [(DocumentView.Tab, String)] = [
      (.text, text("Chữ", "Text")), (.fields, text("Trường tin", "Fields")),
      (.tasks, "\(text("Nhiệm vụ", "Tasks")) (\(record.tasks.count))"),
      (.sections, "\(text("Mục", "Sections")) (\(record.sections.count))"), (.history, text("Lịch sử", "History")),
    ]
    let links = names.map { tab, name -> HTML in
      let isHere: HTML = tab == view.tab ? " aria-current=\"page\"" : .none
      return "<a href=\"\(address(view, tab: tab))\"\(isHere)>\(name)</a>"
    }
    let review: HTML =
      may(.reviews)
      ? "<a class=\"right\" href=\"\(link("/review", Fields([("document", "\(view.place.id)")])))\">\(text("Rà soát văn bản này", "Review this document"))</a>"
      : .none
    return "<nav class=\"tabs\">\(links)\(review)</nav>"
  }

  private func panel(_ view: DocumentView) throws -> HTML {
    switch view.tab {
    case .text: textPanel(view)
    case .fields: try fieldsPanel(view)
    case .tasks: try tasksPanel(view)
    case .sections: sectionsPanel(view)
    case .history: try historyPanel(view)
    }
  }

  private func textPanel(_ view: DocumentView) -> HTML {
    guard let reading = view.reading else { return .none }
    var writer = PageTextWriter()
    // Without this name the script takes it for a text to read.
    guard may(.reviews) else { return "<div class=\"page-text\" lang=\"vi\">\(writer.blocks(reading.page))</div>" }
    return """
      <p class="note">\(text("Chữ vàng:", "Yellow words:")) <kbd>Tab</kbd> \(text("chữ sau", "next")) · <kbd>Enter</kbd> \(text("đúng", "right")) · <kbd>1</kbd>–<kbd>9</kbd> \(text("phương án", "alternative")) · <kbd>E</kbd> \(text("sửa", "edit")) · <kbd>U</kbd> \(text("hoàn tác", "undo"))</p>
      <div id="words" class="page-text" data-reading="\(reading.id)" lang="vi">\(writer.blocks(reading.page))</div>
      """
  }

  private func sectionsPanel(_ view: DocumentView) -> HTML {
    let items = view.place.record.sections.map { section -> HTML in
      "<li class=\"level\(min(max(section.level, 0), 6))\"><a href=\"\(address(view, page: section.page, tab: .text))\"><b>\(section.label)</b> \(section.title)</a> <span class=\"soft\">\(text("tr.", "p.")) \(section.page)</span></li>"
    }
    return items.isEmpty
      ? "<p class=\"note\">\(text("Không có mục.", "No sections."))</p>" : "<ul class=\"tree\">\(items)</ul>"
  }
}

extension ScanPlace {
  init(_ reading: PageWords) {
    self.init(
      path: reading.path, sha256: reading.sha256, page: reading.page.number, rotation: reading.page.rotation,
      size: reading.page.size, skew: reading.page.skew)
  }
}
