internal import Archive
internal import Export
internal import DocumentModel

extension Site {
  static var signInRoutes: [Route] {
    [
      Route(.get, "/login") { visit in visit.signInPage() },
      Route(.post, "/login") { visit in try await visit.signIn() },
      Route(.post, "/logout", part: .reads) { visit in visit.signOutNow() },
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

  func signIn() async throws -> Answer {
    // Anybody may send anything: of what is no name, no more is kept than makes that plain.
    let typed = try require("name", in: ask.form), password = try require("password", in: ask.form)
    let name = PersonName.kept(typed)
    if name.isEmpty { throw Refusal.missing("name") }
    let isSound = PersonName.isName(typed) && password.utf8.count <= Self.longestPassword
    switch entry {
    case .thisMachine: return isSound ? try welcome(name, account: nil) : signInPage(.wrongPassword)
    case .sharedToken(let token):
      // Whatever was tried before, the right token is let in.
      if isSound, Secrets.equal(token, password) { return try welcome(PersonName.unproven(name), account: nil) }
      let pair = GuessDelays.Pair(name: name.lowercased(), address: ask.address)
      let wait = site.delays.wait(pair, now: now) { false }
      return wait > 0 ? waiting(wait) : try failed(pair, name)
    case .accounts: return try await signIn(name, isSound ? password : "")
    }
  }

  /// Bytes: 200 letters of four bytes.
  private static let longestPassword = 800

  /// Signs in with an account. Only who has failed waits: this name from this address, if it has not signed in from there
  /// before; and a browser that has signed in before is by itself.
  private func signIn(_ name: String, _ password: String) async throws -> Answer {
    let account = try archive.account(name)
    let browser = account.flatMap { KnownBrowser.id(of: ask.cookie(KnownBrowser.cookie), account: $0) }
    let pair = GuessDelays.Pair(
      name: (account?.name ?? name).lowercased(), address: browser.map { "browser \($0)" } ?? ask.address)
    func isKnown() throws -> Bool {
      guard let account else { return false }
      return try browser != nil || archive.hasSignedIn(account.name, from: ask.address)
    }
    let wait = try site.delays.wait(pair, now: now, isKnown: isKnown)
    if wait > 0 { return waiting(wait) }
    // A name that is not there takes as long as one that is.
    let kept = account?.passwordHash ?? Self.nobody, known = try isKnown()
    let lane = known ? "\(pair.address) \(pair.name)" : NetworkAddress.client(ask.address)
    let matches = try await site.desk.run(lane: lane, isKnown: known) { PasswordHash.matches(password, kept) }
    guard matches, let account else { return try failed(pair, name) }
    site.delays.succeeded(pair)
    var answer = try welcome(account.name, account: account)
    answer.headers.append(KnownBrowser.header(for: account, to: ask))
    return answer
  }

  private func welcome(_ name: String, account: Account?) throws -> Answer {
    site.sessions.signOut(session.token)
    let signedIn = site.sessions.signIn(name, account: account, now: now)
    try archive.audit("login", who: name, address: ask.address, at: now)
    var answer = Answer.seeOther(link("/"))
    answer.headers.append(Site.cookie(signedIn.token, to: ask))
    return answer
  }

  private func failed(_ pair: GuessDelays.Pair, _ name: String) throws -> Answer {
    site.delays.failed(pair, now: now)
    try archive.auditFailure(who: name, address: ask.address, at: now)
    return signInPage(.wrongPassword)
  }

  private func waiting(_ seconds: Int) -> Answer {
    var answer = signInPage(.waits(seconds: seconds))
    answer.status = 429
    answer.headers.append(("Retry-After", "\(seconds)"))
    return answer
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

  static func waits(seconds: Int) -> Message {
    Message(
      "too-many-tries", vi: "Tên này vừa sai mật khẩu từ địa chỉ của bạn. Chờ \(seconds) giây rồi thử lại.",
      en: "This name has just failed from your address. Wait \(seconds) seconds and try again.")
  }
}
