internal import Archive
internal import Export
internal import DocumentModel
internal import Reports

extension Site {
  static var samplingRoutes: [Route] {
    [
      Route(.get, "/sampling") { visit in try visit.samplingPage() },
      Route(.post, "/sampling") { visit in try visit.drawSample() },
      Route(.get, "/sampling/:id") { visit in try visit.samplePage() },
      Route(.post, "/sampling/:id/:ordinal") { visit in try visit.judgePage() },
    ]
  }
}

extension Visit {
  private static var bounds: [Double] { [0.02, 0.03, 0.05, 0.1] }

  func samplingPage() throws -> Answer {
    let accepted = try archive.acceptedPages()
    let options = Self.bounds.map { bound -> HTML in
      let size = WilsonInterval.sampleSize(bound: bound, population: accepted)
      return
        "<option value=\"\(String(bound))\"\(bound == 0.05 ? " selected" as HTML : .none)>± \(wording.percent(bound)) (\(size) \(text("trang", "pages")))</option>"
    }
    let rows = try archive.samples().map { sample -> HTML in
      "<tr><td><a href=\"\(link("/sampling/\(sample.id)"))\">#\(sample.id)</a></td><td>\(moment(sample.at))</td><td>\(sample.who)</td><td class=\"right\">\(sample.size) / \(sample.population)</td><td class=\"right\">\(sample.checked)</td><td class=\"right\">\(sample.wrong)</td><td>\(rate(sample))</td></tr>"
    }
    let body: HTML = """
      <main><h1>\(text("Lấy mẫu nghiệm thu", "Sampling for acceptance"))</h1>
      <p class="note">\(text("Mẫu ngẫu nhiên trong \(accepted) trang không còn chỗ nghi ngờ, kể cả trang mà chương trình không nghi ngờ và chưa ai mở xem. Cỡ mẫu tính cho trường hợp xấu nhất, độ tin cậy 95%.", "A random sample of the \(accepted) pages on which nothing is open, among them those that the program did not doubt and nobody has opened. Its size is for the worst case at 95 %."))</p>
      <form method="post" action="/sampling" class="row">\(csrfField)<label>\(text("Sai số mong muốn", "Wanted error"))<select name="bound">\(options)</select></label><button class="main"\(accepted == 0 ? " disabled" as HTML : off(unless: .reviews))>\(text("Rút mẫu", "Draw"))</button></form>
      \(rows.isEmpty ? "<p class=\"note\">\(text("Chưa rút mẫu nào.", "No sample was drawn yet."))</p>" : samples(rows))</main>
      """
    return .html(page(title: text("Lấy mẫu", "Sampling"), body: body))
  }

  private func samples(_ rows: [HTML]) -> HTML {
    """
    <div class="scroll"><table><thead><tr><th>\(text("Mẫu", "Sample"))</th><th>\(text("Lúc", "When"))</th><th>\(text("Ai", "Who"))</th><th>\(text("Cỡ / tổng", "Size / of"))</th><th>\(text("Đã xem", "Checked"))</th><th>\(text("Sai", "Wrong"))</th><th>\(text("Tỷ lệ trang có lỗi (khoảng 95%)", "Pages with errors (95 % interval)"))</th></tr></thead><tbody>\(rows)</tbody></table></div>
    """
  }

  private func rate(_ sample: Sample) -> String {
    sample.interval.map { "\(wording.percent($0.share)) (\(wording.percent($0.low))–\(wording.percent($0.high)))" }
      ?? "–"
  }

  func drawSample() throws -> Answer { .seeOther(link("/sampling/\(try newSample())")) }

  func newSample() throws -> Int64 {
    guard let bound = Double(try require("bound", in: sent)) else { throw Refusal.missing("bound") }
    return try archive.drawSample(bound: bound, seed: Int64.random(in: .min ... .max), who: who, at: now)
  }

  func samplePage() throws -> Answer {
    let id = try id()
    guard let sample = try archive.samples().first(where: { $0.id == id }) else { throw Refusal.notFound }
    let rows = try archive.items(ofSample: id).map { item -> HTML in
      let state: HTML =
        item.isRight.map {
          $0
            ? "<span class=\"good\">\(text("đúng", "right"))</span>"
            : "<span class=\"late\">\(text("có lỗi", "wrong"))</span>"
        } ?? .none
      return """
        <tr><td class="right">\(item.ordinal + 1)</td><td><a href="\(link("/readings/\(item.readingID)"))" target="_blank" rel="noopener">\(Self.fileName(item.path)), \(text("trang", "page")) \(item.page)</a></td><td>\(state) <span class="soft">\(item.who ?? "")</span></td>
        <td><form method="post" action="/sampling/\(id)/\(item.ordinal)" class="inline">\(csrfField)<input type="hidden" name="seen" value="\(item.isRight.map { $0 ? "right" : "wrong" } ?? "")"><input type="hidden" name="seenNote" value="\(item.note ?? "")"><button name="verdict" value="right"\(off(unless: .reviews))>\(text("Đúng", "Right"))</button><button name="verdict" value="wrong"\(off(unless: .reviews))>\(text("Có lỗi", "Wrong"))</button>
        <input name="note" value="\(item.note ?? "")" aria-label="\(text("Lỗi gì", "What is wrong"))" placeholder="\(text("lỗi gì", "what is wrong"))"></form></td></tr>
        """
    }
    let body: HTML = """
      <main><h1>\(text("Mẫu", "Sample")) #\(id)</h1><p>\(text("Đã xem", "Checked")) <b>\(sample.checked)</b> / \(sample.size); \(text("trang có lỗi", "pages with errors")): <b>\(rate(sample))</b></p>
      \(meter(Double(sample.checked) / Double(max(sample.size, 1)), label: text("Đã xem", "Checked")))
      <div class="scroll"><table><thead><tr><th>#</th><th>\(text("Trang", "Page"))</th><th>\(text("Kết quả", "Result"))</th><th></th></tr></thead><tbody>\(rows)</tbody></table></div></main>
      """
    return .html(page(title: "\(text("Mẫu", "Sample")) #\(id)", body: body))
  }

  func judgePage() throws -> Answer {
    try judge()
    return .seeOther(link("/sampling/\(try id())"))
  }

  /// Keeps what was sent of the page of a sample that the address names.
  func judge() throws {
    let id = try id(), ordinal = try self.id("ordinal"), verdict = try require("verdict", in: sent)
    guard ["right", "wrong"].contains(verdict) else { throw Refusal.missing("verdict") }
    let seen = sent["seen"].flatMap { ["right": true, "wrong": false][$0] }
    try archive.judge(
      sample: id, ordinal: Int(clamping: ordinal), isRight: verdict == "right", seen: seen, note: sent["note"],
      seenNote: sent.raw("seenNote"), who: who, at: now)
  }
}
