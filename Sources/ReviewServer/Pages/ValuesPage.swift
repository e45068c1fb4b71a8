internal import Archive
internal import Export
internal import DocumentModel
internal import Reports

extension Site {
  static var valueRoutes: [Route] { [Route(.get, "/values") { visit in try visit.valuesPage() }] }
}

extension Visit {
  private static var valuesOnAPage: Int { 100 }
  /// Of each sort.
  private static var mostClusters: Int { 40 }

  func name(_ field: ValueField) -> String { HeaderField(rawValue: field.rawValue).map(name) ?? field.rawValue }

  /// The values of a field over all documents, and those that may be one.
  func valuesPage() throws -> Answer {
    let field = ask.query["field"].flatMap(ValueField.init(rawValue:)) ?? .issuer
    let query = ValueQuery(
      field, part: ask.query["part"], order: ask.query["sort"].flatMap(ValueQuery.Order.init(rawValue:)) ?? .count,
      limit: Self.valuesOnAPage, offset: offset)
    let facet = try archive.values(query)
    let body: HTML = """
      <main class="values"><h1>\(text("Giá trị", "Values")): \(name(field)) <span class="soft">\(wording.count(Double(facet.distinct)))</span></h1>
      \(fields(field))
      <p class="note">\(text("\(facet.filled) văn bản có giá trị, \(facet.empty) chưa có. Chọn những cách viết là một, xem trước, rồi ghi một lần cho tất cả; hoàn tác được cả lần ghi.", "\(facet.filled) documents have a value, \(facet.empty) have none. Tick spellings that are one, look at what changes, and set all at once; all of it can be undone."))</p>
      \(try holders(field))<div class="with-side">\(list(facet, query))<div>\(clusters(facet))</div></div></main>
      """
    return .html(page(title: text("Giá trị", "Values"), body: body))
  }

  private func fields(_ here: ValueField) -> HTML {
    let links = ValueField.allCases.map { field -> HTML in
      let isHere: HTML = field == here ? " aria-current=\"true\"" : .none
      return "<a href=\"\(link("/values", Fields([("field", field.rawValue)])))\"\(isHere)>\(name(field))</a>"
    }
    return """
      <nav class="kinds" aria-label="\(text("Trường", "Fields"))">\(links)<a href="\(link("/bodies"))">\(text("Cơ quan trong nhiệm vụ", "Bodies of tasks")) ›</a></nav>
      """
  }

  /// The documents of the value that the address names.
  private func holders(_ field: ValueField) throws -> HTML {
    guard let value = ask.query.raw("value"), !value.isEmpty else { return .none }
    let found = try archive.preview(field, from: [value], to: "", limit: 100)
    let files = try archive.files(ofDocuments: found.documents.map(\.summary.id))
    let items = found.documents.map { documentItem($0.summary, file: files[$0.summary.id] ?? "") }
    let more: HTML = found.count > items.count ? "<p class=\"note\">… +\(found.count - items.count)</p>" : .none
    return """
      <section class="holders"><h2>\(value) <span class="soft">\(found.count) \(text("văn bản", "documents"))</span></h2><ul class="plain">\(items)</ul>\(more)
      <p><a class="button" href="\(link("/values", ask.query.setting("value", to: nil)))">\(text("Đóng", "Close"))</a></p></section>
      """
  }

  // MARK: - All values

  private func list(_ facet: ValueFacet, _ query: ValueQuery) -> HTML {
    let rows = facet.values.map { row($0, facet.field, isTicked: false) }
    return """
      <aside class="facets"><form class="row" action="/values">\(languageField)<input type="hidden" name="field" value="\(facet.field.rawValue)">\(input("part", text("Tìm giá trị", "Find a value"), 14))<label>\(text("Xếp theo", "Order"))<select name="sort">\(order(.count, text("số văn bản", "count"), query))\(order(.name, text("tên", "name"), query))</select></label><button>\(text("Tìm", "Find"))</button></form>
      <form class="cluster" data-values="\(facet.field.rawValue)"><ul class="plain">\(rows)</ul>\(pager(count: facet.distinct, length: Self.valuesOnAPage))\(decision(""))</form></aside>
      """
  }

  private func order(_ order: ValueQuery.Order, _ name: String, _ query: ValueQuery) -> HTML {
    let isHere: HTML = query.order == order ? " selected" : .none
    return "<option value=\"\(order.rawValue)\"\(isHere)>\(name)</option>"
  }

  private func row(_ value: ValueCount, _ field: ValueField, isTicked: Bool) -> HTML {
    let holders = link("/values", ask.query.setting("field", to: field.rawValue).setting("value", to: value.value))
    return """
      <li><label><input type="checkbox" name="value" value="\(value.value)"\(isTicked ? " checked" as HTML : .none)> <span lang="vi">\(value.value)</span></label><button type="button" class="plain" data-use aria-label="\(text("Lấy làm giá trị đúng", "Take as the right value")): \(value.value)">\(text("lấy", "use"))</button><a href="\(holders)" aria-label="\(text("Văn bản có", "Documents with")) \(value.value)">\(wording.count(Double(value.documents)))</a></li>
      """
  }

  private func decision(_ proposed: String) -> HTML {
    """
    <div class="row"><label>\(text("Giá trị đúng", "Right value"))<input name="to" lang="vi" autocomplete="off" spellcheck="false" value="\(proposed)"></label><button data-preview>\(text("Xem trước", "Preview"))</button><button type="button" class="main" data-set disabled>\(text("Ghi", "Set"))</button></div><div class="changes" aria-live="polite"></div>
    """
  }

  // MARK: - Alike values

  private func clusters(_ facet: ValueFacet) -> HTML {
    if facet.clusters.isEmpty {
      return "<p class=\"good\">\(text("Không có giá trị nào giống nhau.", "No values are alike."))</p>"
    }
    let heads: [(ValueCluster.Likeness, String)] = [
      (
        .key,
        text(
          "Cùng chữ, khác dấu, hoa thường, dấu câu hoặc thứ tự", "The same words, other marks, capitals, signs or order"
        )
      ),
      (.near, text("Khác vài chữ cái", "A few letters differ")),
    ]
    let parts = heads.map { likeness, title -> HTML in
      let all = facet.clusters.filter { $0.likeness == likeness }
      if all.isEmpty { return .none }
      let more = all.count - Self.mostClusters
      let rest: HTML =
        more > 0
        ? "<p class=\"note\">\(text("Còn \(more) nhóm nữa; sẽ hiện khi các nhóm trên đã xong.", "\(more) more groups come when these are done."))</p>"
        : .none
      return
        "<h2>\(title) <span class=\"soft\">\(all.count)</span></h2>\(all.prefix(Self.mostClusters).map { cluster($0, facet.field) })\(rest)"
    }
    return .none + parts.joined()
  }

  /// Values of the same words are ticked; of those that differ in letters a person ticks what belongs together.
  private func cluster(_ cluster: ValueCluster, _ field: ValueField) -> HTML {
    let rows = cluster.values.prefix(30).map { row($0, field, isTicked: cluster.likeness == .key) }
    return """
      <form class="cluster card" data-values="\(field.rawValue)"><ul class="plain">\(Array(rows))</ul>\(decision(cluster.proposed))</form>
      """
  }
}
