internal import Archive
internal import DocumentModel
internal import Export

extension Site {
  static var headRoutes: [Route] {
    [
      Route(.get, "/heads", part: .reviews) { visit in try visit.headsPage() },
      Route(
        .get, "/api/v1/heads", part: .reviews,
        summary: "Heads in doubt, kept for ten minutes; query: dossier, all, after (a document), limit (1 to 40)"
      ) { visit in try await visit.headRows() },
      Route(
        .post, "/api/v1/documents/:id/head",
        summary: "Keep several fields of a head at once: lists field, text, seen of one length"
      ) { visit in try visit.settleHead() },
    ]
  }
}

extension Visit {
  /// The grid: a row a document, its letterhead's picture beside the fields. The script fills it from the API.
  func headsPage() throws -> Answer {
    let title = text("Lưới đầu văn bản", "Grid of heads")
    let keys: [(HTML, String)] = [
      (
        "<kbd>Enter</kbd>",
        text(
          "đúng / lấy giá trị xám, sang ô sau; hết ô thì ghi", "right / take the grey value; after the last field, keep"
        )
      ),
      ("<kbd>Tab</kbd>", text("bỏ qua ô", "leave the field open")),
      ("<kbd>-</kbd> <kbd>Enter</kbd>", text("trên giấy không có", "not on the paper")),
      ("<kbd>Alt</kbd>+<kbd>↑</kbd><kbd>↓</kbd>", text("hàng khác", "another row")),
      ("<kbd>Alt</kbd>+<kbd>U</kbd>", text("hoàn tác", "undo")),
    ]
    let body: HTML = """
      <main class="heads" id="heads" data-dossier="\(ask.query["dossier"] ?? "")" data-all="\(ask.query["all"] ?? "")"><div class="review-head"><h1>\(title)</h1>
      <p><b id="left"></b> \(text("văn bản còn trường nghi ngờ", "documents with fields in doubt"))</p>
      <p class="tools"><a class="button" href="\(link("/review"))">\(text("Rà soát từng chỗ", "Review one by one"))</a> <button id="heads-undo">\(text("Hoàn tác", "Undo")) <kbd>Alt U</kbd></button></p></div>
      <p class="note keys-note">\(keys.map { "<span>\($0) \($1)</span> " as HTML })</p>
      <div id="head-rows" aria-live="polite"></div>
      <p id="heads-done" class="good" hidden>\(text("Không còn đầu văn bản nào cần xem (hoặc người khác đang xem).", "No head is left to look at (or others are looking at them)."))</p></main>
      """
    return .html(page(title: title, body: body, isWide: true))
  }

  func headRows() async throws -> Answer {
    let query = HeadQuery(
      dossier: ask.query.number("dossier").map(Int64.init), withSettled: ask.query["all"] == "1",
      after: ask.query.number("after").map(Int64.init), limit: min(max(ask.query.number("limit") ?? 20, 1), 40))
    let (rows, count) = try archive.headRows(query, for: who, takes: isOwn, at: now)
    await drawAhead(rows.flatMap { $0.sheets.sorted { $0.key < $1.key }.map(\.value) })
    return try json(HeadRowsView(left: count, rows: rows.map(view)))
  }

  /// Has the pictures of these readings drawn before anybody asks for them.
  func drawAhead(_ readings: [Int64]) async {
    await drawAhead(await site.cache.unforeseen(readings).compactMap { try? archive.reading(id: $0) })
  }

  private func drawAhead(_ pages: [PageWords]) async {
    await site.cache.drawAhead(pages.filter { $0.page.size != nil }.map(ScanPlace.init), from: site.images)
  }

  func settleHead() throws -> Answer {
    let sent = sent, fields = sent.all("field"), texts = sent.all("text"), seen = sent.all("seen")
    guard fields.count == texts.count, fields.count == seen.count else { throw Refusal.missing("text") }
    let decisions = try zip(fields, zip(texts, seen)).map { name, sides in
      guard let field = HeaderField(rawValue: name) else { throw Refusal.missing("field") }
      return HeadDecision(field, text: sides.0, seen: sides.1)
    }
    let done = try archive.settle(headOf: try id(), decisions, who: who, at: now)
    return try json(["batch": done.batch, "count": Int64(done.count)])
  }
}
