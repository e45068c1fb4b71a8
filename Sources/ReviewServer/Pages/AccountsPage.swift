internal import Archive
internal import DocumentModel
internal import Export

extension Site {
  static var accountRoutes: [Route] {
    [
      Route(.get, "/accounts", part: .administers) { visit in try visit.accountsPage() },
      Route(.post, "/accounts", part: .administers) { visit in try await visit.addAccount() },
      Route(.post, "/accounts/:id/part", part: .administers) { visit in try visit.changePart() },
      Route(.post, "/accounts/:id/password", part: .administers) { visit in try await visit.changePassword() },
      Route(.post, "/accounts/:id/remove", part: .administers) { visit in try visit.removeAccount() },
    ]
  }
}

extension Visit {
  func accountsPage() throws -> Answer {
    let accounts = try archive.accounts(), title = text("Tài khoản", "Accounts")
    let administrators = accounts.count { $0.part == .administers }
    let rows = accounts.map { row($0, isLast: $0.part == .administers && administrators == 1) }
    let list: HTML =
      rows.isEmpty
      ? "<p class=\"note\">\(text("Chưa có tài khoản nào: ai ngồi ở máy này cũng vào được và làm được mọi việc. Thêm tài khoản đầu tiên (quản trị) thì trang đóng ngay; đăng nhập bằng tài khoản đó.", "There are no accounts: anyone at this machine comes in and may do everything. The first account administers and closes the site at once; sign in with it."))</p>"
      : "<div class=\"scroll\"><table class=\"accounts\"><thead><tr><th scope=\"col\">\(text("Tên", "Name"))</th><th scope=\"col\">\(text("Quyền", "Part"))</th><th scope=\"col\">\(text("Mật khẩu mới", "New password"))</th><th scope=\"col\">\(text("Xóa", "Remove"))</th></tr></thead><tbody>\(rows)</tbody></table></div>"
    let body: HTML = """
      <main><div class="split"><h1>\(title) <span class="soft">\(accounts.count)</span></h1><p class="files"><a class="button" href="\(link("/audit"))">\(text("Nhật ký truy cập", "Audit log"))</a></p></div>
      \(partsNote)\(list)<h2>\(text("Thêm tài khoản", "Add an account"))</h2>
      <form method="post" action="/accounts" class="row people">\(csrfField)<label>\(text("Tên", "Name"))<input name="name" required maxlength="80" autocomplete="off"></label>
      \(passwordField(label: text("Mật khẩu (ít nhất 10 ký tự)", "Password (10 characters or more)")))
      <label>\(text("Quyền", "Part"))<select name="part">\(options(accounts.isEmpty ? .administers : .reviews))</select></label><button class="main">\(text("Thêm", "Add"))</button></form></main>
      """
    return .html(page(title: title, body: body))
  }

  private var partsNote: HTML {
    """
    <p class="note"><b>\(text("xem", "reads"))</b>: \(text("xem, tìm, xuất", "looks, searches, exports")) · <b>\(text("rà soát", "reviews"))</b>: \(text("thêm sửa chữ, trường, lấy mẫu", "also words, fields, samples")) · <b>\(text("quyết định", "decides"))</b>: \(text("thêm mâu thuẫn, cơ quan, trạng thái nhiệm vụ, sửa hàng loạt", "also conflicts, bodies, status of tasks, many documents at once")) · <b>\(text("quản trị", "administers"))</b>: \(text("thêm tài khoản, nhật ký", "also accounts, audit log"))</p>
    """
  }

  private func row(_ account: AccountEntry, isLast: Bool) -> HTML {
    let changed: HTML =
      account.changedAt.map {
        "<br><span class=\"soft\">\(text("đổi", "changed")) \(moment($0))\(account.changedBy.map { " · \($0)" } ?? "")</span>"
      } ?? .none
    let kept: HTML =
      isLast
      ? " disabled title=\"\(text("Tài khoản quản trị cuối cùng", "The last account that administers"))\"" : .none
    func form(_ action: String, _ inner: HTML) -> HTML {
      """
      <form method="post" action="/accounts/\(account.id)/\(action)" class="inline people">\(csrfField)<input type="hidden" name="seen" value="\(account.version)">\(inner)</form>
      """
    }
    return """
      <tr><td><b>\(account.name)</b><br><span class="soft">\(text("từ", "since")) \(day(VietnamDay.day(of: account.createdAt)))</span>\(changed)</td>
      <td>\(form("part", "<select name=\"part\" aria-label=\"\(text("Quyền của \(account.name)", "Part of \(account.name)"))\"\(kept)>\(options(account.part))</select><button\(kept)>\(text("Đổi", "Change"))</button>"))</td>
      <td>\(form("password", "<input name=\"password\" type=\"password\" minlength=\"10\" maxlength=\"200\" required autocomplete=\"new-password\" placeholder=\"\(text("mật khẩu mới", "new password"))\" aria-label=\"\(text("Mật khẩu mới của \(account.name)", "New password of \(account.name)"))\"><button>\(text("Đặt", "Set"))</button>"))</td>
      <td>\(form("remove", "<label class=\"check\"><input type=\"checkbox\" name=\"sure\" value=\"1\" required\(kept)> \(text("chắc chắn", "I am sure"))</label><button\(kept) aria-label=\"\(text("Xóa \(account.name)", "Remove \(account.name)"))\">\(text("Xóa", "Remove"))</button>"))</td></tr>
      """
  }

  private func options(_ chosen: AccountPart) -> [HTML] {
    AccountPart.allCases.map { part in
      "<option value=\"\(part.rawValue)\"\(part == chosen ? " selected" as HTML : .none)>\(part.name(in: language))</option>"
    }
  }

  private func passwordField(label: String) -> HTML {
    "<label>\(label)<input name=\"password\" type=\"password\" required minlength=\"10\" maxlength=\"200\" autocomplete=\"new-password\"></label>"
  }

  // MARK: - What the forms do

  func addAccount() async throws -> Answer {
    let typed = try require("name", in: ask.form)
    guard PersonName.isName(typed) else { throw Refusal(400, .badAccountName) }
    let name = PersonName.kept(typed)
    let part = try sentPart(), hash = try await sentHash()
    try archive.addAccount(name, passwordHash: hash, part: part, by: who, at: now)
    try note("account-added", "\(name): \(part.rawValue)")
    return .seeOther(link("/accounts"))
  }

  func changePart() throws -> Answer {
    let part = try sentPart(), account = try account()
    try change(account, .part(part))
    try note("account-part", "\(account.name): \(account.part.rawValue) → \(part.rawValue)")
    return .seeOther(link("/accounts"))
  }

  func changePassword() async throws -> Answer {
    let account = try account(), hash = try await sentHash()
    try change(account, .password(hash))
    try note("account-password", account.name)
    return .seeOther(link("/accounts"))
  }

  func removeAccount() throws -> Answer {
    let account = try account()
    _ = try require("sure", in: ask.form)
    try change(account, .removal)
    try note("account-removed", account.name)
    return .seeOther(link("/accounts"))
  }

  /// The account of the address; who removed one that is gone is in the log.
  private func account() throws -> AccountEntry {
    let id = try id()
    guard let account = try archive.accounts().first(where: { $0.id == id }) else { throw Refusal(409, .goneAccount) }
    return account
  }

  private func change(_ account: AccountEntry, _ change: AccountChange) throws {
    guard let seen = ask.form.number("seen") else { throw Refusal.missing("seen") }
    try archive.change(account: account.id, change, seen: seen, by: who, at: now)
  }

  private func sentPart() throws -> AccountPart {
    guard let part = AccountPart(rawValue: try require("part", in: ask.form)) else { throw Refusal.missing("part") }
    return part
  }

  /// The password that was sent, as it is kept. It goes nowhere else.
  private func sentHash() async throws -> String {
    let password = ask.form.raw("password") ?? ""
    guard (10...200).contains(password.count) else { throw Refusal(400, .badAccountPassword) }
    let hash = try await site.desk.run(lane: "accounts", isKnown: true) { PasswordHash.make(password) }
    guard let hash else { throw Refusal(500, .internalFault) }
    return hash
  }

  private func note(_ action: String, _ detail: String) throws {
    try archive.audit(action, who: who, address: ask.address, detail: detail, at: now)
  }
}

extension Message {
  static var badAccountName: Message {
    Message("bad-name", vi: "Tên phải có từ 1 đến 80 ký tự.", en: "A name has 1 to 80 characters.")
  }

  static var badAccountPassword: Message {
    Message("bad-password", vi: "Mật khẩu phải có từ 10 đến 200 ký tự.", en: "A password has 10 to 200 characters.")
  }

  static var goneAccount: Message {
    Message(
      "edit-conflict", vi: "Tài khoản này không còn nữa (người khác vừa xóa; xem nhật ký). Tải lại trang.",
      en: "This account is no longer there (somebody else removed it; see the log). Load the page again.")
  }
}
