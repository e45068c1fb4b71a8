internal import Archive
internal import Export
internal import DocumentModel
internal import Reports

extension Visit {
  /// Pictures are drawn for each of them.
  private static var conflictsOnAPage: Int { 12 }

  private var conflictFilter: ConflictFilter {
    ConflictFilter(status: ask.query["all"] == "1" ? nil : .open, level: ask.query["level"], field: ask.query["field"])
  }

  func conflictsPage() throws -> Answer {
    let filter = conflictFilter, groups = try archive.conflictGroups(status: filter.status)
    let count = groups.filter { isAsked($0, filter) }.reduce(0) { $0 + $1.count }
    // Where the last page was worked through, the one before is shown.
    let offset = min(offset, max(0, (count - 1) / Self.conflictsOnAPage * Self.conflictsOnAPage))
    let all = try archive.conflicts(filter, limit: Self.conflictsOnAPage, offset: offset)
    let papers = try archive.papers(of: all)
    let none: HTML = "<p class=\"good\">\(text("Không còn mâu thuẫn nào.", "There are no open conflicts."))</p>"
    let body: HTML = """
      <main class="conflicts" id="conflicts"><h1>\(text("Mâu thuẫn mục lục", "Inventory conflicts")) <span class="soft" id="conflict-count">\(count)</span></h1>
      <p class="note">\(text("Mục lục giấy nói một đằng, bản quét nói một nẻo. Nhìn ảnh hai bên rồi chọn bên đúng, hoặc ghi giá trị đúng.", "The inventory says one thing, the scan another. Look at both and choose who is right, or write what is."))
      <a href="\(link("/conflicts", ask.query.setting("all", to: filter.status == nil ? nil : "1").setting("offset", to: nil)))">\(filter.status == nil ? text("Chỉ xem mâu thuẫn chưa giải quyết", "Only open ones") : text("Xem cả đã giải quyết", "Show settled ones too"))</a></p>
      \(groups.isEmpty ? .none : kinds(groups, filter))\(keys)
      \(all.isEmpty ? none : .none)\(all.map { card($0, papers[$0.id] ?? ConflictPapers()) })
      \(pager(count: count, length: Self.conflictsOnAPage))\(allOfKind)</main>
      """
    return .html(page(title: text("Mâu thuẫn", "Conflicts"), body: body))
  }

  private func isAsked(_ group: ConflictGroup, _ filter: ConflictFilter) -> Bool {
    (filter.level ?? group.level) == group.level && (filter.field ?? group.field) == group.field
  }

  /// Links that choose a kind, each with how many there are.
  private func kinds(_ groups: [ConflictGroup], _ filter: ConflictFilter) -> HTML {
    func address(_ level: String?, _ field: String?) -> String {
      link(
        "/conflicts", ask.query.setting("level", to: level).setting("field", to: field).setting("offset", to: nil))
    }
    let links = groups.map { group -> HTML in
      let isHere = filter.level == group.level && filter.field == group.field
      let here: HTML = isHere ? " aria-current=\"true\"" : .none
      let level = group.level == "dossier" ? text("hồ sơ", "dossier") : text("văn bản", "document")
      return
        "<a href=\"\(isHere ? address(nil, nil) : address(group.level, group.field))\"\(here)>\(wording.field(level: group.level, name: group.field)) <span class=\"soft\">(\(level))</span> <b>\(group.count)</b></a>"
    }
    return "<nav class=\"kinds\" aria-label=\"\(text("Loại mâu thuẫn", "Kinds of conflicts"))\">\(links)</nav>"
  }

  private var keys: HTML {
    """
    <p class="note keys-note"><kbd>J</kbd> <kbd>K</kbd> \(text("chọn", "choose")) · <kbd>1</kbd> \(text("mục lục đúng", "inventory")) · <kbd>2</kbd> \(text("bản quét đúng", "scan")) · <kbd>3</kbd> \(text("gõ giá trị", "type")) · <kbd>A</kbd> \(text("cả loại này", "all of the kind")) · <kbd>U</kbd> \(text("hoàn tác", "undo")) <button type="button" id="undo-conflict">\(text("Hoàn tác lần cuối", "Undo the last"))</button></p>
    """
  }

  /// Asked before all conflicts of a kind are decided; the script fills it in.
  private var allOfKind: HTML {
    """
    <dialog id="all-of-kind" aria-labelledby="all-title"><h2 id="all-title"></h2><p id="all-what"></p>
    <div class="row"><button type="button" value="inventory">\(text("Mục lục đúng với tất cả", "The inventory is right in all"))</button><button type="button" value="archive">\(text("Bản quét đúng với tất cả", "The scan is right in all"))</button><button type="button" value="">\(text("Thôi", "Cancel"))</button></div></dialog>
    """
  }

  func resolveConflict() throws -> Answer {
    try resolve()
    return .seeOther(link("/conflicts"))
  }

  /// Settles the conflict of the address as it was sent: who is right, and both sides as they were seen.
  @discardableResult
  func resolve() throws -> SettlementOutcome {
    let id = try id(), sent = sent
    guard try archive.conflict(id: id) != nil else { throw Refusal.notFound }
    let resolution = try resolution(in: sent)
    let sides = ["inventory", "archive"].map { name in sent.raw(name).flatMap { $0.isEmpty ? nil : $0 } }
    if sides.allSatisfy({ $0 == nil }) { throw Refusal.missing("inventory, archive") }
    return try archive.resolve(
      conflict: id, resolution, seen: ConflictSides(inventory: sides[0], archive: sides[1]), who: who, at: now)
  }

  private func resolution(in sent: Fields) throws(Refusal) -> Resolution {
    switch try require("keep", in: sent) {
    case "inventory": .keepInventory
    case "archive": .keepArchive
    default: .value(try require("value", in: sent))
    }
  }

  /// Settles all open conflicts of a kind; `mark` says which were seen.
  func resolveAll() throws -> SettlementOutcome {
    let sent = sent
    let resolution: Resolution =
      switch try require("keep", in: sent) {
      case "inventory": .keepInventory
      case "archive": .keepArchive
      default: throw Refusal.missing("keep")
      }
    return try archive.resolveAll(
      conflictsOf: try require("level", in: sent), field: try require("field", in: sent), resolution,
      mark: try require("mark", in: sent), who: who, at: now)
  }
}
