public import DocumentModel
internal import GRDB
internal import Vietnamese

/// What is still to be done under a plan, as far as the archive can tell.
public struct OpenMandate: Hashable, Codable, Sendable {
  /// The plan.
  public var document: DocumentSummary
  /// Bodies that its tasks name and that have issued nothing which cites it; those that lead most first.
  public var silent: [SilentBody]
  /// Names for many bodies (`các sở, ngành`): whether all of them have issued theirs, no archive can tell.
  public var collective: [String]
  /// Its tasks that no task of a document below answers.
  public var unanswered: [TaskEntry]
}

/// A body without a document of its own under a plan.
public struct SilentBody: Hashable, Codable, Sendable {
  public var name: String
  /// Tasks of the plan that it leads, and those that it helps with.
  public var leads: Int
  public var helps: Int
}

extension Archive {
  /// What the archive has no answer to under a plan.
  ///
  /// - Throws: a `Failure` where the text is no symbol, where the archive has no document of it, and where the archive
  ///   cannot be read.
  public func openMandate(of symbol: String, today: CalendarDate) throws(Failure) -> OpenMandate {
    guard let key = DocumentKey.key(of: symbol) else { throw Failure(.badArguments, .noSymbol(symbol)) }
    // Only those right below answer the plan's tasks.
    let root = try lineage(of: symbol, depth: 1)
    guard let document = root.document else { throw Failure(.badInput, .notHere(symbol)) }
    let answered = Set(root.answered)
    let tasks = try self.tasks(TaskQuery(today: today, document: document.id)).entries
    return try reading { db in
      let bodies = try Self.bodies(of: document.id, without: key, in: db)
      return OpenMandate(
        document: document, silent: bodies.silent, collective: bodies.collective,
        unanswered: tasks.filter { !answered.contains($0.id) })
    }
  }

  /// The documents that a document says that it carries out or goes by, and those that these go by.
  ///
  /// - Throws: as `lineage(of:depth:)`.
  public func mandates(of symbol: String, depth: Int = 6) throws(Failure) -> LineageNode {
    guard let key = DocumentKey.key(of: symbol) else { throw Failure(.badArguments, .noSymbol(symbol)) }
    return try reading { db in
      var tree = MandateTree(db: db)
      guard let root = try tree.root(key, depth: depth) else { throw Failure(.badInput, .notHere(symbol)) }
      return root
    }
  }

  private static func bodies(
    of document: Int64, without key: String, in db: Database
  ) throws -> (silent: [SilentBody], collective: [String]) {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT body.canonical, body.plain, body.generic, SUM(role = 'lead') AS leads, SUM(role <> 'lead') AS helps
        FROM taskBody JOIN body ON body.id = bodyId
        WHERE taskId IN (SELECT id FROM task WHERE documentId = ? AND withdrawn = 0)
        GROUP BY body.id ORDER BY leads DESC, helps DESC, body.canonical
        """, arguments: [document])
    let issuers = try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT plainIssuer FROM document WHERE id IN (SELECT documentId FROM citation WHERE key = ?)
        """, arguments: [key])
    let named = rows.filter { !$0["generic"] }
    let silent = named.filter { row in
      let plain: String = row["plain"]
      return !issuers.contains { isSame($0, plain) }
    }
    return (
      silent.map { SilentBody(name: $0["canonical"], leads: $0["leads"], helps: $0["helps"]) },
      rows.filter { $0["generic"] }.map { $0["canonical"] }
    )
  }

  /// A name may lack its level or place in one of the two: `Phòng Nội vụ`, `Phòng Nội vụ huyện Pa Tần`.
  private static func isSame(_ issuer: String, _ body: String) -> Bool {
    guard !issuer.isEmpty, !body.isEmpty else { return false }
    return issuer == body || issuer.hasPrefix(body + " ") || body.hasPrefix(issuer + " ")
  }
}

extension LineageNode {
  /// Tasks of the topmost document that some task below answers.
  fileprivate var answered: [Int64] { children.flatMap { $0.answers.map(\.above) } }
}

/// Follows citations upwards.
private struct MandateTree {
  let db: Database
  private var seen: Set<String> = []

  init(db: Database) { self.db = db }

  mutating func root(_ key: String, depth: Int) throws -> LineageNode? {
    guard let document = try summary(of: key) else { return nil }
    seen.insert(key)
    return LineageNode(
      symbol: document.symbol ?? "…", document: document, evidence: nil, answers: [],
      children: try above(document.id, depth: depth))
  }

  private mutating func above(_ document: Int64, depth: Int) throws -> [LineageNode] {
    guard depth > 0 else { return [] }
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM citation WHERE documentId = ? AND key <> '' ORDER BY ordinal", arguments: [document])
    // All of one level first, so that a document stands as low as it can.
    let fresh = rows.filter { seen.insert($0["key"]).inserted }
    return try fresh.map { row in
      let found = try summary(of: row["key"])
      let cited = DocumentSymbol.printed(number: row["number"], symbol: row["symbol"]) ?? "…"
      return LineageNode(
        symbol: found?.symbol ?? cited, document: found,
        evidence: LineageEvidence(kind: .citation, text: cited, page: row["page"], line: row["line"]), answers: [],
        children: try found.map { try above($0.id, depth: depth - 1) } ?? [])
    }
  }

  private func summary(of key: String) throws -> DocumentSummary? {
    try DocumentSummary.first(where: "key = ? ORDER BY date DESC, id LIMIT 1", [key], in: db)
  }
}

extension Message {
  fileprivate static func notHere(_ symbol: String) -> Message {
    Message(
      "document-not-here", vi: "Kho không có văn bản “\(symbol)”. Xử lý văn bản đó với --archive trước.",
      en: "The archive has no document “\(symbol)”. Process it with --archive first.")
  }
}
