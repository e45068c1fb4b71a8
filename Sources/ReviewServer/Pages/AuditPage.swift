internal import Archive
internal import DocumentModel
internal import Export
internal import Reports

extension Site {
  static var auditRoutes: [Route] {
    [
      Route(.get, "/audit", part: .administers) { visit in try visit.auditPage() },
      Route(.get, "/audit.csv", part: .administers) { visit in try visit.auditFile() },
    ]
  }
}

extension Visit {
  /// The rows that the address asks for; the page and the file show the same ones.
  private var auditQuery: AuditQuery {
    let query = ask.query
    return AuditQuery(
      who: query["who"], action: query["action"], day: query["day"].flatMap(CalendarDate.init(iso:)))
  }

  /// Who signed in, failed to, exported, changed an account.
  func auditPage() throws -> Answer {
    let rows = try archive.auditLog(auditQuery, limit: Self.pageLength, offset: offset).map(auditRow)
    let count = try archive.auditCount(auditQuery)
    let title = text("Nhật ký truy cập", "Audit log")
    let files = ask.query.setting("offset", to: nil).encoded
    let body: HTML = """
      <main><div class="split"><h1>\(title) <span class="soft">\(wording.count(Double(count)))</span></h1><p class="files"><a class="button" href="/audit.csv?\(files)">\(text("Xuất các dòng này (CSV)", "Export these rows (CSV)"))</a></p></div>
      <form class="row" action="/audit">\(languageField)\(input("who", text("Ai", "Who"), 18))<label>\(text("Việc", "What"))<select name="action">\(try actionOptions())</select></label>\(input("day", text("Ngày", "Day"), 10, type: "date"))<button>\(text("Lọc", "Filter"))</button></form>
      \(auditTable(rows))
      \(pager(count: count, length: Self.pageLength))</main>
      """
    return .html(page(title: title, body: body))
  }

  private func auditTable(_ rows: [HTML]) -> HTML {
    guard !rows.isEmpty else { return "<p class=\"note\">\(text("Không có dòng nào.", "There are no rows."))</p>" }
    let heads = [
      text("Lúc", "When"), text("Việc", "What"), text("Ai", "Who"), text("Từ địa chỉ", "From"),
      text("Số lần", "Times"), text("Chi tiết", "Detail"),
    ].map { "<th scope=\"col\">\($0)</th>" as HTML }
    return
      "<div class=\"scroll\"><table><thead><tr>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div>"
  }

  private func auditRow(_ entry: AuditEntry) -> HTML {
    """
    <tr><td class="nowrap">\(moment(entry.at))</td><td>\(actionName(entry.action))</td><td>\(entry.who)</td><td>\(entry.address)</td><td class="right">\(entry.count)</td><td>\(entry.detail ?? "")</td></tr>
    """
  }

  private func actionOptions() throws -> [HTML] {
    let all: HTML = "<option value=\"\">\(text("mọi việc", "everything"))</option>"
    return [all]
      + (try archive.auditActions()).map { action -> HTML in
        let isHere: HTML = ask.query["action"] == action ? " selected" : .none
        return "<option value=\"\(action)\"\(isHere)>\(actionName(action))</option>"
      }
  }

  /// What was done, for people; what has no name of ours as it is kept.
  private func actionName(_ action: String) -> String {
    switch action {
    case "login": text("đăng nhập", "signed in")
    case "login-failed": text("sai mật khẩu", "failed to sign in")
    case "account-set", "account-added": text("đặt tài khoản", "set an account")
    case "account-removed": text("xóa tài khoản", "removed an account")
    case "account-part": text("đổi quyền", "changed a part")
    case "account-password": text("đặt mật khẩu", "set a password")
    case "export-tasks": text("xuất nhiệm vụ", "exported tasks")
    case "export-corrections": text("xuất cặp đã sửa", "exported corrections")
    case "export-pairs": text("xuất cặp từ", "exported pairs")
    case "export-audit": text("xuất nhật ký", "exported the log")
    default: action
    }
  }

  /// The rows with their moments in Vietnamese time, as a file. That it was taken is a row, too.
  func auditFile() throws -> Answer {
    let entries = try archive.auditLog(auditQuery, limit: nil)
    let rows = entries.map { [moment($0.at), $0.action, $0.who, $0.address, "\($0.count)", $0.detail ?? ""] }
    let heads = ["at", "action", "who", "address", "count", "detail"]
    try archive.auditFile("export-audit", who: who, address: ask.address, detail: ask.query.encoded, at: now)
    let text = CSVExport.text(rows: [heads] + rows)
    return .file(Array(text.utf8), type: "text/csv; charset=utf-8", name: "nhat-ky.csv")
  }
}
