internal import Archive
internal import DocumentModel
internal import Export
internal import Reports

extension Visit {
  /// A whole page: the bar with the search box, then the body.
  func page(title: String, body: HTML, isWide: Bool = false) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="\(language.rawValue)"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
    <meta name="csrf" content="\(session.csrf)">
    <title>\(title) · Số hóa</title>
    <link rel="stylesheet" href="/assets/site.css"><script src="/assets/site.js" defer></script></head>
    <body class="\(isWide ? "wide" : "")"><a class="skip" href="#content">\(text("Tới nội dung", "To the content"))</a>
    \(session.isSignedIn ? bar : .none)
    <div id="content" tabindex="-1">\(body)</div>
    \(session.isSignedIn ? keyHelp : .none)
    <footer>\(site.settings.program) · <span lang="\(language == .vi ? "en" : "vi")"><a href="\(otherLanguage)">\(language == .vi ? "English" : "Tiếng Việt")</a></span></footer>
    </body></html>
    """
  }

  private static let sections: [(path: String, vi: String, en: String)] = [
    ("/", "Tổng quan", "Overview"), ("/documents", "Văn bản", "Documents"), ("/heads", "Lưới", "Grid"),
    ("/review", "Rà soát", "Review"), ("/tasks", "Nhiệm vụ", "Tasks"), ("/values", "Giá trị", "Values"),
    ("/bodies", "Cơ quan", "Bodies"), ("/conflicts", "Mâu thuẫn", "Conflicts"),
    ("/sampling", "Lấy mẫu", "Sampling"),
  ]

  /// Who is shown a section: who may do there what it is for.
  private static func part(of path: String) -> AccountPart {
    switch path {
    case "/heads", "/review": .reviews
    case "/values": .decides
    default: .reads
    }
  }

  private var bar: HTML {
    let links = Self.sections.filter { may(Self.part(of: $0.path)) }.map { section -> HTML in
      let isHere =
        section.path == "/"
        ? ask.path == "/"
        : ask.path.hasPrefix(section.path) || (section.path == "/documents" && ask.path == "/dossiers")
      return """
        <a href="\(link(section.path))"\(isHere ? " aria-current=\"page\"" as HTML : .none)>\(text(section.vi, section.en))</a>
        """
    }
    return """
      <header><strong class="brand">Số hóa</strong><nav>\(links)</nav>
      <form class="search" action="/search" role="search">\(languageField)
      <label class="hidden" for="q">\(text("Tìm", "Search"))</label>
      <input id="q" name="q" type="search" value="\(ask.path == "/search" ? ask.query["q"] ?? "" : "")" placeholder="\(text("Tìm văn bản, nhiệm vụ, trang  ( / )", "Search documents, tasks, pages  ( / )"))">
      </form><button class="ask" data-keys title="\(text("Phím tắt ( ? )", "Keys ( ? )"))" aria-label="\(text("Phím tắt", "Keys"))">?</button><span class="who">\(session.who)\(accountsLink)\(signOut)</span></header>
      """
  }

  private var accountsLink: HTML {
    may(.administers) ? "<a href=\"\(link("/accounts"))\">\(text("Tài khoản", "Accounts"))</a>" : .none
  }

  private var signOut: HTML {
    if case .thisMachine = entry { return .none }
    return """
      <form method="post" action="/logout">\(csrfField)<button class="plain">\(text("Thoát", "Sign out"))</button></form>
      """
  }

  /// What every form that changes something carries.
  var csrfField: HTML { "<input type=\"hidden\" name=\"csrf\" value=\"\(session.csrf)\">\(languageField)" }

  var languageField: HTML {
    language == site.settings.language
      ? .none : "<input type=\"hidden\" name=\"lang\" value=\"\(language.rawValue)\">"
  }

  private var otherLanguage: String {
    let other: Language = language == .vi ? .en : .vi
    return "\(ask.path)?\(ask.query.setting("lang", to: other.rawValue).encoded)"
  }

  /// One of these as it is written for people.
  func day(_ day: CalendarDate?) -> String { wording.day(day) }

  /// A day as far as it is known.
  func day(known iso: String?) -> String { wording.day(known: iso) }

  /// A share as a bar and a number; the bar is SVG, since no style may stand in a page.
  func meter(_ share: Double, label: String) -> HTML {
    let width = Int((min(max(share, 0), 1) * 200).rounded())
    return """
      <svg class="meter" viewBox="0 0 200 10" role="img" aria-label="\(label)" preserveAspectRatio="none"><rect width="200" height="10" class="rest"/><rect width="\(width)" height="10" class="done"/></svg>
      """
  }
}
