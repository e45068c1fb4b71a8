internal import Archive
internal import Export
internal import DocumentModel
internal import Reports

extension Visit {
  /// A conflict with both sides as pictures. Where there are any, nothing can be decided until they have come: the script
  /// lets the buttons go.
  func card(_ conflict: Conflict, _ papers: ConflictPapers) -> HTML {
    let isImport = conflict.field.hasSuffix("@import")
    let names =
      isImport
      ? (text("Đang lưu", "As kept"), text("Lần nhập sau", "Later import"))
      : (text("Mục lục", "Inventory"), text("Bản quét", "Scan"))
    let look: HTML =
      conflict.document.map { "<a href=\"\(link("/documents/\($0)"))\">\(text("mở văn bản", "open the document"))</a>" }
      ?? .none
    return """
      <article class="conflict" id="conflict-\(conflict.id)" tabindex="-1" data-id="\(conflict.id)" data-level="\(conflict.level)" data-field="\(conflict.field)" data-inventory="\(conflict.inventory ?? "")" data-archive="\(conflict.archive ?? "")">
      <header class="split"><h2>\(wording.field(of: conflict)) <span class="soft">\(conflict.place)</span></h2>\(look)</header>
      <p class="clamp soft">\(conflict.title)</p>
      <div class="sides">\(side(names.0, conflict.inventory, papers.inventory, missing: typedOnly(conflict)))
      \(side(names.1, conflict.archive, papers.archive, missing: noPicture(conflict)))</div>
      \(conflict.status == .open ? decision(conflict, waits: papers != ConflictPapers()) : settled(conflict))</article>
      """
  }

  private func side(_ name: String, _ value: String?, _ place: PaperPlace?, missing: String) -> HTML {
    let picture = place.map(paper) ?? "<p class=\"note\">\(missing)</p>"
    return "<section class=\"side\"><h3>\(name)</h3><p class=\"said\">\(shown(value))</p>\(picture)</section>"
  }

  private func typedOnly(_ conflict: Conflict) -> String {
    text(
      "Mục lục chỉ có chữ đã nhập, không có bản quét của dòng này.",
      "The inventory was typed; no scan of this row is kept.")
  }

  private func noPicture(_ conflict: Conflict) -> String {
    conflict.level == "dossier"
      ? text(
        "Số này cộng từ các văn bản của hồ sơ, không nằm trên một trang.",
        "This is added up from the dossier's documents; no page shows it.")
      : text("Không có ảnh của văn bản này trong kho.", "No picture of this document is kept.")
  }

  /// Where a value stands on paper, with enough around it to be read; without a box the head of the page. The picture is
  /// asked for by the script, when the card comes near.
  private func paper(_ place: PaperPlace) -> HTML {
    let size = place.size
    let whole = PixelBox(x: 0, y: 0, width: size.width, height: max(1, size.height * 3 / 10))
    let part = place.box.map { Self.surroundings(of: $0, in: size) } ?? whole
    let here: HTML =
      place.box.map {
        "<rect class=\"here\" x=\"\($0.x - 4)\" y=\"\($0.y - 4)\" width=\"\($0.width + 8)\" height=\"\($0.height + 8)\"/>"
      } ?? .none
    return """
      <svg class="paper" viewBox="\(part.x) \(part.y) \(part.width) \(part.height)" role="img" aria-label="\(text("Ảnh chỗ này trên trang", "This place on the page")) \(place.page)"><image data-href="/scans/\(place.reading)" width="\(size.width)" height="\(size.height)" preserveAspectRatio="none"/>\(here)</svg>
      <p class="problem" role="alert" hidden></p>
      """
  }

  /// At least two fifths of the page's width, so that print is neither tiny nor torn from its line.
  private static func surroundings(of box: PixelBox, in size: PixelSize) -> PixelBox {
    let width = min(size.width, max(box.width + box.width / 5, size.width * 2 / 5))
    let height = min(size.height, max(box.height * 3, width / 5))
    func start(_ middle: Int, _ length: Int, _ whole: Int) -> Int { min(max(0, middle - length / 2), whole - length) }
    return PixelBox(
      x: start(box.x + box.width / 2, width, size.width), y: start(box.y + box.height / 2, height, size.height),
      width: width, height: height)
  }

  private func decision(_ conflict: Conflict, waits: Bool) -> HTML {
    guard may(.decides) else { return .none }
    let off: HTML = waits ? " disabled data-wait" : .none
    return """
      <form method="post" action="/conflicts/\(conflict.id)" class="decide">\(csrfField)<input type="hidden" name="inventory" value="\(conflict.inventory ?? "")"><input type="hidden" name="archive" value="\(conflict.archive ?? "")">
      <button name="keep" value="inventory"\(off)>\(text("Mục lục đúng", "Inventory")) <kbd>1</kbd></button><button name="keep" value="archive"\(off)>\(text("Bản quét đúng", "Scan")) <kbd>2</kbd></button>
      <span class="typed"><input name="value" lang="vi" autocomplete="off" aria-label="\(text("Giá trị đúng", "Right value"))" placeholder="\(text("Giá trị đúng", "Right value"))"><button name="keep" value="value"\(off)>\(text("Ghi giá trị này", "Use this")) <kbd>3</kbd></button></span>
      <button type="button" data-all>\(text("Cả loại này…", "All of this kind…")) <kbd>A</kbd></button><span class="soft" data-waiting>\(waits ? text("đang chờ ảnh…", "waiting for the picture…") : "")</span></form>
      """
  }

  private func settled(_ conflict: Conflict) -> HTML {
    "<p class=\"good\">\(text("Đã giải quyết:", "Settled:")) \(shown(conflict.kept)) <span class=\"soft\">\(conflict.resolvedBy ?? "")</span></p>"
  }

  /// Days as they are written for people; everything else as it is.
  private func shown(_ value: String?) -> String {
    guard let value else { return "–" }
    return CalendarDate(iso: value).map { day($0) } ?? value
  }
}
