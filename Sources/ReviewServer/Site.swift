public import Archive
internal import Export
internal import DocumentModel
internal import Synchronization

/// The review site: a function from requests to answers over one archive. It knows no server, so tests ask it directly.
public struct Site: Sendable {
  let archive: Archive
  let settings: SiteSettings
  let images: any PageImages
  let records: any RecordMaking
  let turns = PageTurns()
  /// Seconds since 1970.
  let clock: @Sendable () -> Int
  let sessions = Sessions()
  let delays = GuessDelays()
  let desk = GuessDesk()
  let presence = Presence()
  let proxies: TrustedProxies
  /// Requests that are being answered, by client.
  private let requests: Crowd
  let gate: Gate
  let cache = ImageCache()
  let kept = KeptParts()
  let metrics = RequestMetrics()
  private let accountsWereSeen = Seen()
  private let routes: Routes

  /// The largest form or JSON object that is taken, in bytes.
  public static let mostBody = 1 << 20

  /// Without `records`, pages can be looked at and corrected, but not parted, joined or turned.
  public init(
    archive: Archive, settings: SiteSettings, images: any PageImages, records: (any RecordMaking)? = nil,
    clock: @escaping @Sendable () -> Int
  ) {
    self.records = records ?? NoRecords()
    self.archive = archive
    self.settings = settings
    self.images = images
    self.clock = clock
    proxies = TrustedProxies(ranges: settings.trustedProxies)
    requests = Crowd(most: settings.mostOfOneClient)
    gate = Gate(hosts: settings.hosts(port: settings.port))
    routes = Routes(routes: Self.allRoutes)
  }

  static var allRoutes: [Route] {
    assetRoutes + signInRoutes + overviewRoutes + documentRoutes + shelfRoutes + searchRoutes + reviewRoutes
      + headRoutes
      + taskRoutes + settlingRoutes + samplingRoutes + valueRoutes + accountRoutes + auditRoutes + apiRoutes
      + divisionRoutes + settlingAPIRoutes + valueAPIRoutes + presenceRoutes + readRoutes + metricsRoutes
  }

  /// Answers anything; what goes wrong is an answer too.
  public func answer(_ ask: Ask) async -> Answer {
    let start = ContinuousClock.now
    let answer = await counted(proxies.resolved(ask))
    metrics.add(status: answer.status, ContinuousClock.now - start)
    return answer
  }

  /// No client has so many requests at a time that none is left for others.
  private func counted(_ ask: Ask) async -> Answer {
    let client = NetworkAddress.client(ask.address)
    guard requests.enter(client) else {
      let visit = visit(ask), refusal = Refusal.tooManyAtOnce
      return finished(visit.refused(refusal), visit)
    }
    defer { requests.leave(client) }
    return await judged(ask)
  }

  private func visit(_ ask: Ask) -> Visit {
    Visit(
      ask: ask, site: self, entry: settings.entry,
      session: Session(token: "", csrf: "", who: "", isSignedIn: false), parameters: [:],
      language: Language(rawValue: ask.query["lang"] ?? "") ?? settings.language)
  }

  private func judged(_ ask: Ask) async -> Answer {
    var visit = visit(ask)
    var answer: Answer
    do {
      try gate.check(host: ask)
      if ask.body.count > Self.mostBody { throw Refusal.tooLarge }
      visit.entry = try entry()
      visit.session = try session(of: ask, visit.entry)
      answer = try await dispatch(&visit)
    } catch let refusal as Refusal {
      answer = visit.refused(refusal)
    } catch let failure as Failure {
      answer = visit.refused(Self.status(of: failure), failure.message)
    } catch {
      answer = visit.refused(500, .internalFault)
    }
    return finished(answer, visit)
  }

  private static func status(of failure: Failure) -> Int {
    switch failure.code {
    case .changedMeanwhile: return 409
    case .badArguments: return 400
    case .badInput, .cannotOpenInput: return 404
    default: return 500
    }
  }

  /// Whether a program sends the shared token with its request. A token cannot be guessed, so none is kept waiting.
  private func isProgram(_ ask: Ask) -> Bool {
    guard case .sharedToken(let token) = settings.entry, let sent = ask.headers["authorization"] else { return false }
    return Secrets.equal("Bearer " + token, sent)
  }

  /// Who may come in now. Where anybody at this machine may, that ends with the first account; and when the last one is
  /// removed, the site stays closed until it is started again: whoever was just put out shall not come in by that.
  private func entry() throws -> SiteSettings.Entry {
    guard case .thisMachine = settings.entry else { return settings.entry }
    if try archive.hasAccounts() { accountsWereSeen.set() }
    return accountsWereSeen.isSet ? .accounts : settings.entry
  }

  private func session(of ask: Ask, _ entry: SiteSettings.Entry) throws -> Session {
    var session = try sessions.session(of: ask.cookie(Sessions.cookie), now: clock(), account: archive.account)
    if case .thisMachine(let who) = entry {
      (session.who, session.isSignedIn, session.part) = (who, true, .administers)
    } else if !session.hasAccount {
      session.part = settings.tokenPart
    }
    if isProgram(ask) {
      let name = PersonName.kept(ask.headers["x-reviewer"] ?? "")
      session.who = PersonName.unproven(name.isEmpty ? "api" : name)
      (session.isSignedIn, session.isProgram) = (true, true)
      session.part = settings.tokenPart
    }
    return session
  }

  private func dispatch(_ visit: inout Visit) async throws -> Answer {
    switch routes.match(visit.ask) {
    case .none: throw Refusal.notFound
    case .otherMethod: throw Refusal.methodNotAllowed
    case .found(let route, let parameters):
      visit.parameters = parameters
      if !visit.session.isSignedIn, !route.isOpen {
        if route.pattern.hasPrefix("/api/") { throw Refusal.notSignedIn }
        return .seeOther(visit.link("/login"))
      }
      if !route.isOpen { try visit.require(route.part) }
      if route.method == .get { try gate.check(look: visit.ask, isPage: route.isPage) }
      // No browser sends the token by itself, so no other site can have it sent.
      if route.method == .post, !visit.session.isProgram {
        let mark = visit.ask.headers["x-csrf-token"] ?? visit.ask.form["csrf"]
        try gate.check(change: visit.ask, session: visit.session, mark: mark)
      }
      visit.touchPresence()
      return try await route.handler(visit)
    }
  }

  private func finished(_ answer: Answer, _ visit: Visit) -> Answer {
    var answer = answer
    answer.headers += Gate.headers
    if answer[header: "Cache-Control"] == nil { answer.headers.append(("Cache-Control", "no-store")) }
    let known = visit.ask.cookie(Sessions.cookie)
    if !visit.session.token.isEmpty, known != visit.session.token, answer[header: "Set-Cookie"] == nil {
      answer.headers.append(Self.cookie(visit.session.token, to: visit.ask))
    }
    return answer
  }

  /// For scripts out of reach, and for no other site's requests; behind a trusted proxy with TLS, over TLS only.
  static func cookie(_ token: String, life: Int = Sessions.life, to ask: Ask) -> (name: String, value: String) {
    let secure = ask.isSecure ? "; Secure" : ""
    return ("Set-Cookie", "\(Sessions.cookie)=\(token); Path=/; Max-Age=\(life); HttpOnly; SameSite=Strict\(secure)")
  }
}

/// Something that was seen once.
private final class Seen: Sendable {
  private let state = Mutex(false)
  var isSet: Bool { state.withLock { $0 } }
  func set() { state.withLock { $0 = true } }
}

extension Route {
  /// May be asked for by anyone: the form to sign in, and what it needs to be shown. The
  /// figures of the server ask by themselves.
  var isOpen: Bool { pattern == "/login" || pattern == "/metrics" || pattern.hasPrefix("/assets/") }
}

extension Route {
  /// A page to look at, and no part of one, no file and no answer to a program.
  var isPage: Bool {
    method == .get && !pattern.hasPrefix("/api/") && !pattern.contains(".") && pattern != "/scans/:id"
  }
}

extension Visit {
  func refused(_ refusal: Refusal) -> Answer {
    var answer = refused(refusal.status, refusal.message)
    if let seconds = refusal.retryAfter { answer.headers.append(("Retry-After", "\(seconds)")) }
    return answer
  }

  /// Says why not: a page to a person, JSON to a script.
  func refused(_ status: Int, _ message: Message) -> Answer {
    if ask.path.hasPrefix("/api/") {
      let problem = ["code": message.code, "vi": message.vi, "en": message.en]
      if let answer = try? json(["error": problem], status: status) { return answer }
    }
    let body: HTML = """
      <main class="narrow"><h1>\(text("Không làm được", "Not done"))</h1><p>\(message.text(in: language))</p>
      <p><a href="\(link("/"))">\(text("Về trang đầu", "To the first page"))</a></p></main>
      """
    return .html(page(title: text("Không làm được", "Not done"), body: body), status: status)
  }
}

extension Refusal {
  static var notSignedIn: Refusal {
    Refusal(401, Message("not-signed-in", vi: "Chưa đăng nhập.", en: "Not signed in."))
  }
}

extension Message {
  static var internalFault: Message {
    Message(
      "internal-fault", vi: "Máy chủ gặp lỗi. Tải lại trang; nếu còn lỗi, xem nhật ký của sohoa serve.",
      en: "The server met a fault. Load the page again; if it stays, see what sohoa serve printed.")
  }
}
