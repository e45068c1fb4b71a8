internal import Archive
internal import DocumentModel
internal import Export

extension Visit {
  /// What can be done to the page that is looked at: begin a document at it, join its document to the one before, turn it.
  /// Each shows what comes of it before it is done.
  func pageMenu(_ view: DocumentView) throws -> HTML {
    guard let reading = view.reading, let division = try archive.division(of: view.place.sha256) else { return .none }
    let page = view.page
    var deeds: [Deed] = []
    if division.canBegin(at: page) { deeds.append(beginning(page, division)) }
    if page == view.range.lowerBound, division.canJoin(at: page) { deeds.append(joining(page, division)) }
    if reading.page.size != nil { deeds += [270, 90, 180].map { turning(reading, by: $0, division) } }
    guard !deeds.isEmpty else { return .none }
    let buttons = deeds.map { deed -> HTML in
      "<button type=\"button\" data-open=\"\(deed.id)\">\(deed.name)…</button>"
    }
    return """
      <details class="page-menu"><summary class="button">\(text("Trang này", "This page"))…</summary><div class="choices">\(buttons)</div></details>
      \(deeds.map(dialog))
      """
  }

  /// That the page is being read again, or why it could not be.
  func turnNote(_ view: DocumentView) -> HTML {
    switch site.turns.state(of: view.place.sha256, page: view.page) {
    case .reading(let who):
      """
      <p class="note" role="status" data-turning="/inputs/\(view.place.sha256)/pages/\(view.page)/turn">\(text("Trang này đang được đọc lại sau khi xoay (\(who)). Chữ bên cạnh là của lần đọc trước.", "This page is being read again after it was turned (\(who)). The text beside is that of the reading before."))</p>
      """
    case .failed(let message):
      "<p class=\"problem\" role=\"alert\">\(text("Chưa xoay được trang này:", "This page was not turned:")) \(message.text(in: language))</p>"
    case nil: .none
    }
  }

  /// Something that can be done to the page, with what is shown before.
  private struct Deed {
    var id, name, act: String
    var preview: HTML
    /// Where it is sent to, below `/api/v1`, and what with it.
    var address: String
    var field, value: String
    var seen: String
  }

  private func dialog(_ deed: Deed) -> HTML {
    """
    <dialog id="\(deed.id)" class="divide" aria-labelledby="\(deed.id)-name"><h2 id="\(deed.id)-name">\(deed.name)</h2>\(deed.preview)
    <p class="note">\(text("Việc này ghi vào lịch sử và hoàn tác được (U). Chữ, trường và trạng thái nhiệm vụ mà người đã sửa đi theo trang giấy.", "This is kept in the history and can be undone (U). Words, fields and statuses that people changed go with the paper."))</p>
    <div class="choices"><button type="button" class="main" data-divide="\(deed.address)" data-field="\(deed.field)" data-value="\(deed.value)" data-seen="\(deed.seen)">\(deed.act)</button><button type="button" data-close>\(text("Thôi", "Cancel"))</button></div></dialog>
    """
  }

  // MARK: - Documents

  private func beginning(_ page: Int, _ division: InputDivision) -> Deed {
    Deed(
      id: "page-begin", name: text("Bắt đầu văn bản mới từ trang này", "Begin a new document at this page"),
      act: text("Tách từ trang \(page)", "Split at page \(page)"),
      preview: preview(.begins(page: page, true), division),
      address: "/inputs/\(division.sha256)/pages/\(page)/begin", field: "begins", value: "true", seen: division.seen)
  }

  private func joining(_ page: Int, _ division: InputDivision) -> Deed {
    Deed(
      id: "page-join", name: text("Nối với văn bản trước", "Join to the document before"),
      act: text("Nối từ trang \(page)", "Join from page \(page)"),
      preview: preview(.begins(page: page, false), division),
      address: "/inputs/\(division.sha256)/pages/\(page)/begin", field: "begins", value: "false", seen: division.seen)
  }

  /// The documents that change, before and after.
  private func preview(_ change: PageChange, _ division: InputDivision) -> HTML {
    let before = division.ranges, after = division.ranges(after: change)
    let titles = Dictionary(division.parts.map { ($0.firstPage, $0.title) }) { first, _ in first }
    func list(_ ranges: [ClosedRange<Int>], without same: [ClosedRange<Int>]) -> HTML {
      let items = ranges.enumerated().filter { !same.contains($1) }.map { index, range -> HTML in
        let pages = range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
        let title = titles[range.lowerBound].map { $0 ?? text("không rõ số", "number unknown") } ?? text("mới", "new")
        return
          "<li><b>\(text("Văn bản", "Document")) \(index + 1)</b>: \(text("trang", range.count == 1 ? "page" : "pages")) \(pages) <span class=\"soft\">(\(title))</span></li>"
      }
      return "<ul>\(items)</ul>"
    }
    return """
      <div class="before-after"><section><h3>\(text("Bây giờ", "Now"))</h3>\(list(before, without: after))</section>
      <section><h3>\(text("Sau đó", "Then"))</h3>\(list(after, without: before))</section></div>
      <p class="note">\(text("Tệp có \(division.pages) trang; \(before.count) văn bản thành \(after.count).", "The file has \(Language.counted(division.pages, "page")); \(Language.counted(before.count, "document")) become \(after.count)."))</p>
      """
  }

  // MARK: - Turning

  private func turning(_ reading: PageWords, by degrees: Int, _ division: InputDivision) -> Deed {
    let name =
      switch degrees {
      case 90: text("Xoay phải ↻ 90°", "Turn right ↻ 90°")
      case 270: text("Xoay trái ↺ 90°", "Turn left ↺ 90°")
      default: text("Xoay ngược 180°", "Turn upside down 180°")
      }
    return Deed(
      id: "page-turn-\(degrees)", name: name, act: text("Xoay và đọc lại", "Turn and read again"),
      preview: turned(reading, by: degrees), address: "/inputs/\(division.sha256)/pages/\(reading.page.number)/turn",
      field: "turn", value: "\(degrees)", seen: division.seen)
  }

  /// The page as it lies after it was turned.
  private func turned(_ reading: PageWords, by degrees: Int) -> HTML {
    guard let size = reading.page.size else { return .none }
    let (width, height) = degrees == 180 ? (size.width, size.height) : (size.height, size.width)
    let turn =
      switch degrees {
      case 90: "translate(\(size.height) 0) rotate(90)"
      case 270: "translate(0 \(size.width)) rotate(270)"
      default: "translate(\(size.width) \(size.height)) rotate(180)"
      }
    return """
      <svg class="turned" viewBox="0 0 \(width) \(height)" role="img" aria-label="\(text("Trang sau khi xoay", "The page when it is turned"))"><image href="\(picture(reading))" width="\(size.width)" height="\(size.height)" preserveAspectRatio="none" transform="\(turn)"/></svg>
      <p class="note">\(text("Trang được đọc lại từ ảnh gốc, mất vài giây đến một phút. Chữ đã sửa trên trang này không còn khớp chỗ và nằm lại trong lịch sử.", "The page is read again from its picture, which takes seconds to a minute. Words that were corrected on this page have no place any more and stay in the history."))</p>
      """
  }

  /// The address of a page's picture, another one for each way up: browsers keep pictures.
  func picture(_ reading: PageWords) -> String {
    "/scans/\(reading.id)" + (reading.page.rotation == 0 ? "" : "?turn=\(reading.page.rotation)")
  }

  // MARK: - History

  /// The value of a decision about a page as people read it.
  func worded(_ change: Correction, _ value: String?) -> String? {
    guard change.kind == .page else { return value }
    switch value {
    case "true": return text("bắt đầu văn bản", "begins a document")
    case "false": return text("nối với trang trước", "goes on from the page before")
    default: return value.map { $0 + "°" }
    }
  }

  func pageDeedName(_ field: String) -> String {
    field == "turn" ? text("xoay trang", "page turned") : text("chỗ bắt đầu văn bản", "where a document begins")
  }
}
