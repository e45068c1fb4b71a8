import Archive
import DocumentModel
import Foundation
import Synchronization

@testable import ReviewServer

/// An archive in a folder of its own, and the site over it.
final class Fixture: Sendable {
  static let hostile = "<script>alert('x')</script>\" onmouseover=\"a"

  let folder: URL
  /// The site's clock, which stands until a test moves it.
  let time = Time()
  let archive: Archive
  let site: Site

  init(
    entry: SiteSettings.Entry = .thisMachine(who: "lan"), documents: Int = 1, port: Int = 8080, patience: Int = 30,
    adjust: (inout SiteSettings) -> Void = { _ in },
    records: (Archive) -> (any RecordMaking)? = { _ in nil }
  ) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "sohoa-review-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    archive = try Archive(path: folder.appending(path: "kho.sqlite").path)
    for number in 0..<documents { try Self.keep(number, in: archive) }
    var settings = SiteSettings(port: port, entry: entry, names: ["kho.test"])
    settings.patience = patience
    adjust(&settings)
    let time = time
    site = Site(
      archive: archive, settings: settings, images: NoImages(), records: records(archive), clock: { time.now })
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Two doubtful words on the page, one of them the same in every document; a doubtful number; a doubtful deadline.
  static func keep(_ number: Int, in archive: Archive) throws {
    let words = [
      Word(text: "Kế", box: PixelBox(x: 10, y: 10, width: 40, height: 20)), Word(text: hostile),
      Word(
        text: "hoach", original: "hoarh", confidence: 0.4,
        alternatives: [.init("hoạch", behind: 1), .init("hoách", behind: 2)], isDoubtful: true),
      Word(text: "số\(number)", original: "s6\(number)", confidence: 0.6, isDoubtful: true),
    ]
    let page = Page(
      number: 1, origin: .scan, size: PixelSize(width: 800, height: 1000), dpi: 200,
      blocks: [.line(Line(words: words, page: 1, number: 1))])
    let place = Provenance(page: 1, line: 1, box: PixelBox(x: 1, y: 2, width: 30, height: 10))
    let head = DocumentHeader(
      type: "KH", number: "\(number)", symbol: "KH-UBND", issuer: hostile, date: CalendarDate(iso: "2025-01-02"),
      subject: "Về \(hostile)", evidence: ["number": Evidence(provenance: place, confidence: 0.5)])
    let task = TaskRecord(
      number: "1", path: [], group: nil, content: "Làm \(hostile)", lead: ["Văn phòng \(number)"],
      deadline: Deadline(text: "tháng 6/2025"), page: 1,
      evidence: ["deadline": Evidence(provenance: place, confidence: 0.5)])
    let record = InputRecord(
      source: SourceSummary(
        path: "/kho/\(hostile)\(number).pdf", sha256: String(repeating: "\(number % 10)", count: 62) + "\(10 + number)",
        kind: .scan, pages: 1, doubtfulWords: 2),
      documents: [DocumentRecord(pages: [1], document: head, tasks: [task])])
    try archive.keep([KeptInput(record: record, pages: [page])])
  }

  // MARK: - Asking

  func get(_ path: String, cookie: String? = nil, host: String = "127.0.0.1:8080") async -> Answer {
    let parts = path.split(separator: "?", maxSplits: 1)
    var headers = ["host": host]
    headers["cookie"] = cookie
    return await site.answer(
      Ask(.get, String(parts.first ?? ""), query: Fields(encoded: parts.count > 1 ? parts[1] : ""), headers: headers))
  }

  /// As a page of ours sends it; `reviewer` is who was signed in by `visitor`.
  func post(
    _ path: String, _ body: [String: String], as visitor: Visitor, headers more: [String: String] = [:]
  ) async throws -> Answer {
    var headers = [
      "host": "127.0.0.1:8080", "content-type": "application/json", "cookie": visitor.cookie,
      "x-csrf-token": visitor.csrf, "origin": "http://127.0.0.1:8080",
    ]
    headers.merge(more) { $1 }
    let bytes = [UInt8](try JSONSerialization.data(withJSONObject: body))
    return await site.answer(Ask(.post, path, headers: headers, body: bytes))
  }

  /// Seconds since 1970.
  final class Time: Sendable {
    private let moment = Mutex(1_760_000_000)
    var now: Int { moment.withLock { $0 } }
    func pass(_ seconds: Int) { moment.withLock { $0 += seconds } }
  }

  /// Adds an account; the password of all is `mat khau dai`.
  func add(_ name: String, _ part: AccountPart? = nil, password: String = "mat khau dai") throws {
    guard let hash = PasswordHash.make(password) else { return }
    try archive.setAccount(name, passwordHash: hash, part: part, at: 0)
  }

  struct Visitor {
    var cookie: String
    var csrf: String
  }

  /// Somebody who has opened a page.
  func visitor(cookie: String? = nil) async -> Visitor {
    let isOpen = site.settings.entry == .thisMachine(who: "lan")
    var answer = await get(isOpen || cookie != nil ? "/" : "/login", cookie: cookie)
    // Open when it was started, and closed since.
    if answer.status == 303 { answer = await get("/login", cookie: cookie) }
    let set = answer[header: "Set-Cookie"]?.split(separator: ";").first.map(String.init)
    return Visitor(cookie: set ?? cookie ?? "", csrf: Self.mark(in: answer.text))
  }

  static func mark(in html: String) -> String {
    html.split(separator: "name=\"csrf\" content=\"").dropFirst().first?.split(separator: "\"").first.map(String.init)
      ?? ""
  }

  func signIn(
    _ name: String, _ password: String = "mat khau dai", from address: String = "127.0.0.1"
  ) async -> (answer: Answer, visitor: Visitor) {
    let before = await visitor()
    let form = Fields([("name", name), ("password", password), ("csrf", before.csrf)]).encoded
    let answer = await site.answer(
      Ask(
        .post, "/login",
        headers: [
          "host": "127.0.0.1:8080", "cookie": before.cookie, "content-type": "application/x-www-form-urlencoded",
        ], body: Array(form.utf8), address: address))
    let cookie = answer[header: "Set-Cookie"]?.split(separator: ";").first.map(String.init) ?? before.cookie
    return (answer, await visitor(cookie: cookie))
  }

  /// As a form of a page sends it.
  func send(_ path: String, _ fields: [(name: String, value: String)], as visitor: Visitor) async -> Answer {
    let form = Fields(fields.map { ($0.name, $0.value) } + [("csrf", visitor.csrf)]).encoded
    return await site.answer(
      Ask(
        .post, path,
        headers: [
          "host": "127.0.0.1:8080", "cookie": visitor.cookie, "content-type": "application/x-www-form-urlencoded",
        ], body: Array(form.utf8)))
  }

  func value(_ answer: Answer) -> [String: Any] {
    ((try? JSONSerialization.jsonObject(with: Data(answer.body))) as? [String: Any]) ?? [:]
  }
}

private struct NoImages: PageImages {
  func image(of scan: ScanPlace) async throws(Failure) -> [UInt8] { [0xFF, 0xD8, 0xFF, 0xD9] }
  func small(_ jpeg: [UInt8]) throws(Failure) -> [UInt8] { jpeg }
}
