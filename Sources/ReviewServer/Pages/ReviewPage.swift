internal import Archive
internal import Export
internal import DocumentModel
internal import Reports

extension Site {
  static var reviewRoutes: [Route] {
    [
      Route(.get, "/review", part: .reviews) { visit in try visit.reviewPage() },
      Route(.get, "/corrections.tsv") { visit in try visit.correctionsFile() },
      Route(.get, "/pairs.tsv") { visit in try visit.pairsFile() },
      Route(.get, "/history") { visit in try visit.historyPage() },
    ]
  }
}

extension Visit {
  /// One entry at a time; the script fills it from the API, and every key is a button too.
  func reviewPage() throws -> Answer {
    let filter = queueFilter, document = filter.document
    let status = try archive.queueStatus(filter)
    let whole: HTML =
      try document.map {
        try acceptButton($0) + " <a class=\"button\" href=\"\(link("/review"))\">\(text("Cả kho", "Everything"))</a> "
      }
      ?? .none
    let keys: [(key: String, id: String, vi: String, en: String)] = [
      ("Enter", "accept", "Đúng", "Right"), ("Tab / →", "next", "Phương án khác", "Next alternative"),
      ("E", "edit", "Sửa", "Edit"), ("G", "group", "Áp dụng mọi chỗ giống", "All the same"),
      ("S", "skip", "Để sau", "Skip"),
      ("X", "reject", "Không đọc được", "Illegible"), ("U", "undo", "Hoàn tác", "Undo"),
    ]
    let buttons = keys.map {
      "<button id=\"do-\($0.id)\"\($0.id == "accept" ? " class=\"main\"" as HTML : .none)>\(text($0.vi, $0.en)) <kbd>\($0.key)</kbd></button>"
        as HTML
    }
    let body: HTML = """
      <main class="review" id="review" data-filter="\(queueFields.encoded)"><div class="review-head"><h1>\(text("Rà soát", "Review"))</h1>
      <p><b id="left">\(wording.count(Double(status.open(of: filter.kind))))</b> \(text("chỗ còn lại", "left"))<span class="soft"> · \(text("số/ngày/trường", "fields")) \(wording.count(Double(status.headers))) · \(text("nhiệm vụ", "tasks")) \(status.tasks) · \(text("chữ", "words")) \(wording.count(Double(status.words))) · \(text("đã xong", "done")) \(status.decided)</span></p>
      <p class="tools">\(whole)<a class="button" href="/corrections.tsv">\(text("Xuất cặp đã sửa (TSV)", "Corrected pairs (TSV)"))</a> <a class="button" href="\(link("/history"))">\(text("Lịch sử", "History"))</a></p></div>\(try presenceLine(document: document))
      \(try queueFacets(status))
      <section id="entry" hidden aria-live="polite"><p class="where"><span class="tag" id="what"></span> <a id="where" target="_blank" rel="noopener"></a></p>
      <div id="crop-frame" class="crop-frame"><svg id="crop" class="review-crop" role="img" aria-label="\(text("Ảnh chỗ đang xem", "The place on the page"))"></svg></div>
      <p class="line" id="line" lang="vi"></p>
      <div class="value"><input id="value" lang="vi" spellcheck="false" autocomplete="off" readonly aria-label="\(text("Chữ", "Text"))"><span class="soft" id="original"></span></div>
      <ol class="alternatives" id="alternatives"></ol><p id="same" class="note"></p><div class="keys">\(buttons)</div></section>
      <ul id="affected" class="note" aria-live="polite" aria-label="\(text("Đã sửa theo", "Changed with it"))"></ul>
      <p id="done" class="good" hidden>\(text("Hết chỗ cần xem (hoặc người khác đang xem những chỗ còn lại).", "Nothing is left (or others are looking at what is)."))</p></main>
      """
    return .html(page(title: text("Rà soát", "Review"), body: body))
  }

  /// What was recognised, what the program made of it, what is right, and the line as recognised: training data.
  func correctionsFile() throws -> Answer {
    let rows = try archive.correctedPairs().map { pair in
      CSVExport.tabSeparated([pair.original, pair.before, pair.after, pair.context].map { $0 ?? "" })
    }
    let text = (["recognised\trestored\tright\tline"] + rows).joined(separator: "\n") + "\n"
    try archive.auditFile("export-corrections", who: who, address: ask.address, at: now)
    return .file(Array(text.utf8), type: "text/tab-separated-values; charset=utf-8", name: "corrections.tsv")
  }

  /// Pairs of words and how often: what `sohoa lexicon learn-confusions` learns from.
  func pairsFile() throws -> Answer {
    let rows = try archive.wordPairs().map { CSVExport.tabSeparated([$0.seen, $0.meant, "\($0.count)"]) + "\n" }
    try archive.auditFile("export-pairs", who: who, address: ask.address, at: now)
    return .file(Array(rows.joined().utf8), type: "text/tab-separated-values; charset=utf-8", name: "pairs.tsv")
  }

  func historyPage() throws -> Answer {
    let title = text("Lịch sử sửa", "History of corrections")
    return .html(
      page(
        title: title,
        body:
          "<main><div class=\"split\"><h1>\(title)</h1><p><a class=\"button\" href=\"/pairs.tsv\" title=\"sohoa lexicon learn-confusions\">\(text("Cặp từ cho bảng nhầm lẫn (TSV)", "Pairs for confusion tables (TSV)"))</a>\(auditLink)</p></div>\(correctionTable(try archive.corrections(limit: 300)))</main>"
      ))
  }

  private var auditLink: HTML {
    may(.administers)
      ? " <a class=\"button\" href=\"\(link("/audit"))\">\(text("Nhật ký truy cập", "Audit log"))</a>" : .none
  }
}
