internal import Archive
internal import Export
internal import DocumentModel

extension Site {
  static var signInRoutes: [Route] {
    [
      Route(.get, "/login") { visit in visit.signInPage() },
      Route(.post, "/login") { visit in try visit.signIn() },
      Route(.post, "/logout") { visit in visit.signOutNow() },
    ]
  }
}

extension Visit {
  func signInPage(_ problem: Message? = nil) -> Answer {
    let isToken = if case .sharedToken = entry { true } else { false }
    let note: HTML = problem.map { "<p class=\"problem\" role=\"alert\">\($0.text(in: language))</p>" } ?? .none
    let body: HTML = """
      <main class="narrow"><h1>\(text("Đăng nhập", "Sign in"))</h1>\(note)
      <form method="post" action="/login" class="stack">\(csrfField)
      <label>\(text("Tên", "Name"))<input name="name" autocomplete="username" required autofocus maxlength="80"></label>
      <label>\(isToken ? text("Mã truy cập", "Access token") : text("Mật khẩu", "Password"))
      <input name="password" type="password" autocomplete="current-password" required maxlength="200"></label>
      <button>\(text("Đăng nhập", "Sign in"))</button></form></main>
      """
    return .html(page(title: text("Đăng nhập", "Sign in"), body: body), status: problem == nil ? 200 : 401)
  }

  func signIn() throws -> Answer {
    // Anybody may send anything: of what is no name, no more is kept than makes that plain.
    let name = String(try require("name", in: ask.form).prefix(81)), password = try require("password", in: ask.form)
    let keys = ["name \(name.lowercased())", "address \(ask.address)"]
    if keys.contains(where: { site.attempts.isBlocked($0, now: now) }) { throw Refusal.tooMany }
    guard name.count <= 80, password.count <= 200, let person = try person(name, password) else {
      keys.forEach { site.attempts.failed($0, now: now) }
      try archive.audit("login-failed", who: name, address: ask.address, at: now)
      return signInPage(.wrongPassword)
    }
    site.attempts.succeeded(keys[0])
    site.sessions.signOut(session.token)
    let signedIn = site.sessions.signIn(person.name, account: person.account, now: now)
    try archive.audit("login", who: person.name, address: ask.address, at: now)
    var answer = Answer.seeOther(link("/"))
    answer.headers.append(Site.cookie(signedIn.token, to: ask))
    return answer
  }

  /// Who signs in, by the name of the account where there is one; nil where the password is wrong.
  private func person(_ name: String, _ password: String) throws -> (name: String, account: Account?)? {
    switch entry {
    case .thisMachine: return (name, nil)
    case .sharedToken(let token): return Secrets.equal(token, password) ? (name, nil) : nil
    case .accounts:
      let account = try archive.account(name)
      // A name that is not there takes as long as one that is.
      let matches = PasswordHash.matches(password, account?.passwordHash ?? Self.nobody)
      return account.flatMap { matches ? ($0.name, $0) : nil }
    }
  }

  private static let nobody = PasswordHash.make("nobody") ?? ""

  func signOutNow() -> Answer {
    site.sessions.signOut(session.token)
    var answer = Answer.seeOther("/login")
    answer.headers.append(Site.cookie("", life: 0, to: ask))
    return answer
  }
}

extension Message {
  static var wrongPassword: Message {
    Message("wrong-password", vi: "Tên hoặc mật khẩu không đúng.", en: "The name or the password is wrong.")
  }
}
