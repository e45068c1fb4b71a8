internal import Archive
internal import Export
internal import DocumentModel

extension Site {
  static var settlingRoutes: [Route] {
    [
      Route(.get, "/bodies") { visit in try visit.bodiesPage() },
      Route(.post, "/bodies/merge", part: .decides) { visit in try visit.mergeBodies() },
      Route(.post, "/bodies/:id/split", part: .decides) { visit in try visit.splitBody() },
      Route(.get, "/conflicts") { visit in try visit.conflictsPage() },
      Route(.post, "/conflicts/:id", part: .decides) { visit in try visit.resolveConflict() },
    ]
  }
}

extension Visit {
  func bodiesPage() throws -> Answer {
    let bodies = try archive.bodies(part: ask.query["name"])
    let options = bodies.map { "<option value=\"\($0.id)\">\($0.canonical)</option>" as HTML }
    let rows = bodies.map { body -> HTML in
      let spellings = body.spellings.map { "<span class=\"tag\">\($0.text) <b>\($0.count)</b></span> " as HTML }
      return """
        <tr><td><b>\(body.canonical)</b><br><span class="soft">\([body.level, body.place].compactMap { $0 }.joined(separator: ", "))</span></td>
        <td class="right"><a href="\(link("/tasks", Fields([("lead", body.canonical)])))">\(body.lead)</a></td><td class="right">\(body.cooperating)</td><td>\(spellings)\(splitForm(body))</td>
        <td><button type="button" data-merge="\(body.id)" data-name="\(body.canonical)" data-seen="\(body.mark)"\(off(unless: .decides))>\(text("Gộp vào…", "Merge into…"))</button></td></tr>
        """
    }
    let inner: HTML = """
      <main><h1>\(text("Cơ quan", "Bodies")) <span class="soft">\(bodies.count)</span></h1>
      <p class="note">\(text("Mỗi dòng là một cơ quan với mọi cách viết gặp trong nhiệm vụ. Gộp hai dòng nếu là một; tách được lại.", "A line is a body with everything that tasks call it. Merge two that are one; they can be split again."))</p>
      <form class="row" action="/bodies">\(languageField)\(input("name", text("Tên", "Name"), 30))<button>\(text("Tìm", "Find"))</button></form>
      <form method="post" action="/bodies/merge" class="row merge" id="merge" hidden>\(csrfField)<input type="hidden" name="from" id="merge-from"><input type="hidden" name="seen" id="merge-seen"><span>\(text("Gộp", "Merge")) <b id="merge-name"></b> \(text("vào", "into"))</span><label>\(text("Cơ quan", "Body"))<select name="into">\(options)</select></label><button class="main">\(text("Gộp", "Merge"))</button></form>
      <div class="scroll"><table class="bodies"><thead><tr><th>\(text("Cơ quan", "Body"))</th><th>\(text("Chủ trì", "Leads"))</th><th>\(text("Phối hợp", "Cooperates"))</th><th>\(text("Cách viết", "Spellings"))</th><th></th></tr></thead><tbody>\(rows)</tbody></table></div></main>
      """
    return .html(page(title: text("Cơ quan", "Bodies"), body: inner))
  }

  private func splitForm(_ body: BodyEntry) -> HTML {
    guard !body.merged.isEmpty else { return .none }
    return """
      <form method="post" action="/bodies/\(body.id)/split" class="inline">\(csrfField)<input type="hidden" name="seen" value="\(body.mark)"><span class="soft">\(text("đã gộp:", "merged:")) \(body.merged.joined(separator: "; "))</span> <button\(off(unless: .decides))>\(text("Tách", "Split"))</button></form>
      """
  }

  func mergeBodies() throws -> Answer {
    guard let from = ask.form.number("from"), let into = ask.form.number("into") else { throw Refusal.missing("into") }
    try archive.merge(body: Int64(from), into: Int64(into), seen: try seenBody(), who: who, at: now)
    return .seeOther(link("/bodies"))
  }

  /// A form brings line breaks as CR LF.
  private func seenBody() throws(Refusal) -> String {
    guard let seen = ask.form.raw("seen") else { throw .missing("seen") }
    return seen.replacing("\r\n", with: "\n")
  }

  func splitBody() throws -> Answer {
    try archive.split(body: try id(), seen: try seenBody(), who: who, at: now)
    return .seeOther(link("/bodies"))
  }
}
