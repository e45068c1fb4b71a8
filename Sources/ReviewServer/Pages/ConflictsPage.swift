internal import Archive
internal import Export
internal import DocumentModel
internal import Reports

extension Visit {
  func conflictsPage() throws -> Answer {
    let all = try archive.conflicts(status: ask.query["all"] == "1" ? nil : .open)
    let items = all.prefix(100).map(conflict)
    let none: HTML = "<p class=\"good\">\(text("Không còn mâu thuẫn nào.", "There are no open conflicts."))</p>"
    let body: HTML = """
      <main><h1>\(text("Mâu thuẫn mục lục", "Inventory conflicts")) <span class="soft">\(all.count)</span></h1>
      <p class="note">\(text("Mục lục giấy nói một đằng, bản quét nói một nẻo. Chọn bên đúng, hoặc ghi giá trị đúng.", "The inventory says one thing, the scan another. Choose who is right, or write what is."))
      <a href="\(link("/conflicts", Fields([("all", "1")])))">\(text("Xem cả đã giải quyết", "Show settled ones too"))</a></p>
      \(items.isEmpty ? none : "<div class=\"scroll\"><table class=\"conflicts\"><thead><tr><th>\(text("Hồ sơ", "Dossier"))</th><th>\(text("Trường", "Field"))</th><th>\(text("Mục lục", "Inventory"))</th><th>\(text("Bản quét", "Archive"))</th><th>\(text("Quyết định", "Decision"))</th></tr></thead><tbody>\(Array(items))</tbody></table></div>")</main>
      """
    return .html(page(title: text("Mâu thuẫn", "Conflicts"), body: body))
  }

  private func conflict(_ conflict: Conflict) -> HTML {
    let decision: HTML =
      conflict.status == .open
      ? """
      <form method="post" action="/conflicts/\(conflict.id)" class="inline">\(csrfField)<input type="hidden" name="seenInventory" value="\(conflict.inventory ?? "")"><input type="hidden" name="seenArchive" value="\(conflict.archive ?? "")">
      <button name="keep" value="inventory"\(off(unless: .decides))>\(text("Mục lục đúng", "Inventory"))</button><button name="keep" value="archive"\(off(unless: .decides))>\(text("Bản quét đúng", "Archive"))</button>
      <input name="value" aria-label="\(text("Giá trị đúng", "Right value"))" size="16"><button name="keep" value="value"\(off(unless: .decides))>\(text("Ghi giá trị này", "Use this"))</button></form>
      """ : "\(conflict.kept ?? "") <span class=\"soft\">\(conflict.resolvedBy ?? "")</span>"
    let scan: HTML =
      conflict.document.map { " <a href=\"\(link("/documents/\($0)"))\">\(text("xem", "look"))</a>" } ?? .none
    return """
      <tr><td><span class="nowrap">\(conflict.place)</span><br><span class="soft">\(conflict.title)</span></td><td>\(wording.field(of: conflict))</td><td>\(shown(conflict.inventory))</td><td>\(shown(conflict.archive))\(scan)</td><td>\(decision)</td></tr>
      """
  }

  /// Days as they are written for people; everything else as it is.
  private func shown(_ value: String?) -> String {
    guard let value else { return "–" }
    return CalendarDate(iso: value).map { day($0) } ?? value
  }

  func resolveConflict() throws -> Answer {
    try resolve()
    return .seeOther(link("/conflicts"))
  }

  /// Settles the conflict of the address as it was sent.
  func resolve() throws {
    let id = try id()
    guard let conflict = try archive.conflicts(status: nil).first(where: { $0.id == id }) else {
      throw Refusal.notFound
    }
    let resolution: Resolution =
      switch try require("keep", in: sent) {
      case "inventory": .keepInventory
      case "archive": .keepArchive
      default: .value(try require("value", in: sent))
      }
    try archive.resolve(conflict: id, resolution, seen: seenSides(of: conflict), who: who, at: now)
  }

  /// Both sides as the person saw them; nil where none was sent. A side that stands empty is sent as an empty one.
  private func seenSides(of conflict: Conflict) -> Conflict.Sides? {
    let sent = sent
    guard let inventory = sent.raw("seenInventory"), let archive = sent.raw("seenArchive") else { return nil }
    func side(_ text: String, _ now: String?) -> String? { text.isEmpty && now?.isEmpty != false ? now : text }
    return Conflict.Sides(inventory: side(inventory, conflict.inventory), archive: side(archive, conflict.archive))
  }
}
