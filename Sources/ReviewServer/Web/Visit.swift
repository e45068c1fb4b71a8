internal import Archive
internal import DocumentModel
internal import Foundation
internal import Reports

/// A request on its way through the site: who asks, in which language, and what it may use.
struct Visit: Sendable, Bilingual {
  var ask: Ask
  var site: Site
  /// Who may come in, as it was when this was asked.
  var entry: SiteSettings.Entry
  var session: Session
  var parameters: [String: String]
  var language: Language

  var archive: Archive { site.archive }
  var who: String { session.who }
  /// Whether a page of ours or a program asks: no other site can have our cookie sent (SameSite=Strict). For nobody else
  /// is anything kept by looking at it.
  var isOwn: Bool { session.isProgram || ask.cookie(Sessions.cookie) == session.token }
  /// Seconds since 1970.
  var now: Int { site.clock() }
  var wording: Wording { Wording(language) }

  /// An id in the address; whatever is none finds nothing.
  func id(_ name: String = "id") throws(Refusal) -> Int64 {
    guard let id = parameters[name].flatMap({ Int64($0) }) else { throw .notFound }
    return id
  }

  /// What was sent: of a form, or of the flat JSON object that our script sends.
  var sent: Fields {
    guard ask.headers["content-type"]?.hasPrefix("application/json") == true else { return ask.form }
    let object = (try? JSONSerialization.jsonObject(with: Data(ask.body))) as? [String: Any] ?? [:]
    return Fields(object.sorted { $0.key < $1.key }.flatMap(Self.pairs))
  }

  private static func pairs(_ name: String, _ value: Any) -> [(name: String, value: String)] {
    ((value as? [Any]) ?? [value]).compactMap { one in
      one is NSNull ? nil : (name, (one as? String) ?? "\(one)")
    }
  }

  func require(_ name: String, in fields: Fields) throws(Refusal) -> String {
    guard let value = fields[name] else { throw .missing(name) }
    return value
  }

  /// The day in Vietnam.
  func today() throws(Refusal) -> CalendarDate {
    guard let day = VietnamDay.day(of: now) else { throw .notFound }
    return day
  }

  /// An address on this site that keeps the language.
  func link(_ path: String, _ fields: Fields = Fields()) -> String {
    let kept = language == site.settings.language ? fields : fields.setting("lang", to: language.rawValue)
    return kept.pairs.isEmpty ? path : "\(path)?\(kept.encoded)"
  }

  func json(_ value: some Encodable, status: Int = 200) throws -> Answer {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Answer(status: status, type: "application/json; charset=utf-8", body: Array(try encoder.encode(value)))
  }
}
