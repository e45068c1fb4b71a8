public import DocumentModel
internal import GRDB
internal import Vietnamese

/// A body with everything that documents call it.
public struct BodyEntry: Hashable, Codable, Sendable {
  public struct Spelling: Hashable, Codable, Sendable {
    public var text: String
    public var count: Int
  }

  public var id: Int64
  public var canonical: String
  public var level: String?
  public var place: String?
  public var lead: Int
  public var cooperating: Int
  public var spellings: [Spelling]
  /// Bodies that a person put into this one.
  public var merged: [String]

  /// What a person sees of it who merges or splits: what it is called and what is in it.
  public var mark: String { ([canonical] + merged).joined(separator: "\n") }
}

/// Bodies inside a transaction.
struct BodyStore {
  let db: Database

  static func key(_ name: String) -> String { looseKey(name) }

  func id(of body: BodyIdentity) throws -> Int64 {
    let into = try String.fetchOne(db, sql: "SELECT into_ FROM bodyMerge WHERE identity = ?", arguments: [body.id])
    try db.run(
      """
      INSERT INTO body (identity, canonical, plain, level, place, generic) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (identity) DO NOTHING
      """, [body.id, body.canonical, looseKey(body.canonical), body.level, body.place, body.generic])
    return try Int64.fetchOne(db, sql: "SELECT id FROM body WHERE identity = ?", arguments: [into ?? body.id]) ?? 0
  }

  /// Merges again what an input that was read anew has parted.
  func replayMerges() throws {
    try db.run(
      """
      UPDATE taskBody SET bodyId = (SELECT target.id FROM body AS source
          JOIN bodyMerge ON bodyMerge.identity = source.identity JOIN body AS target ON target.identity = bodyMerge.into_
          WHERE source.id = taskBody.bodyId)
      WHERE bodyId IN (SELECT body.id FROM body JOIN bodyMerge ON bodyMerge.identity = body.identity)
      """)
  }

  /// A body that somebody has put into another is not shown any more: whoever still has it before their eyes comes too late.
  /// What is in `other` only turns around with it.
  func checkIsWhole(_ identity: String, besides other: String) throws {
    let row = try Row.fetchOne(db, sql: "SELECT who, into_ FROM bodyMerge WHERE identity = ?", arguments: [identity])
    guard let row, row["into_"] != other else { return }
    let name = try String.fetchOne(
      db, sql: "SELECT canonical FROM body WHERE identity = ?", arguments: [row["into_"] as String])
    try SeenValue(now: name, by: row["who"]).check(nil)
  }

  /// Holds what a person saw of a body, its mark, against what is there.
  func check(_ id: Int64, seen: String) throws {
    let row = try Row.fetchOne(db, sql: "SELECT canonical, identity FROM body WHERE id = ?", arguments: [id])
    guard let row else { throw Failure(.badArguments, .gone()) }
    let merged = try Row.fetchAll(
      db,
      sql: """
        SELECT canonical, who FROM bodyMerge JOIN body ON body.identity = bodyMerge.identity WHERE into_ = ?
        ORDER BY canonical
        """, arguments: [row["identity"] as String])
    let names = merged.map { $0["canonical"] as String }
    // Who has put in what was not seen; of what was taken out nobody is known here.
    let new = merged.first { !seen.split(separator: "\n").map(String.init).contains($0["canonical"]) }
    try SeenValue(now: ([row["canonical"]] + names).joined(separator: "\n"), by: new?["who"]).check(seen)
  }

  func identity(_ id: Int64) throws -> String {
    guard let identity = try String.fetchOne(db, sql: "SELECT identity FROM body WHERE id = ?", arguments: [id])
    else { throw Failure(.badArguments, .gone()) }
    return identity
  }
}

extension Archive {
  /// Bodies that tasks name, the busiest first; of those whose name holds `part`, without marks and case.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func bodies(part: String? = nil, limit: Int = 200) throws(Failure) -> [BodyEntry] {
    try reading { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT body.*, SUM(role = 'lead') AS leads, SUM(role <> 'lead') AS others FROM body
          JOIN taskBody ON taskBody.bodyId = body.id JOIN task ON task.id = taskBody.taskId AND task.withdrawn = 0
          WHERE (?1 IS NULL OR INSTR(plain, ?1) > 0) GROUP BY body.id ORDER BY leads DESC, others DESC, body.id LIMIT ?2
          """, arguments: [part.map { looseKey(nfc($0)) }, limit])
      return try rows.map { try Self.body($0, in: db) }
    }
  }

  private static func body(_ row: Row, in db: Database) throws -> BodyEntry {
    let id: Int64 = row["id"]
    let spellings = try Row.fetchAll(
      db.cachedStatement(
        sql:
          "SELECT printed, COUNT(*) AS count FROM taskBody WHERE bodyId = ? GROUP BY printed ORDER BY count DESC, printed"
      ),
      arguments: [id]
    ).map { BodyEntry.Spelling(text: $0["printed"], count: $0["count"]) }
    let merged = try String.fetchAll(
      db.cachedStatement(
        sql:
          "SELECT canonical FROM body JOIN bodyMerge ON bodyMerge.identity = body.identity WHERE into_ = ? ORDER BY canonical"
      ),
      arguments: [row["identity"] as String])
    return BodyEntry(
      id: id, canonical: row["canonical"], level: row["level"], place: row["place"], lead: row["leads"],
      cooperating: row["others"], spellings: spellings, merged: merged)
  }

  /// Says that two names are one body: everything of the first goes to the second. It holds for what is read later. `seen` is
  /// the first one's mark, nil for whatever is in it now.
  ///
  /// - Throws: a `Failure` where one of the bodies is not there, or both are one, where somebody has put one of them into
  ///   another or something else into the first meanwhile (`changedMeanwhile`), and where the archive cannot be written.
  public func merge(
    body id: Int64, into target: Int64, seen: String? = nil, who: String, at moment: Int
  ) throws(Failure) {
    try writing { db in
      let store = BodyStore(db: db)
      let (from, into) = (try store.identity(id), try store.identity(target))
      guard from != into else { throw Failure(.badArguments, .sameBody()) }
      for identity in [from, into] { try store.checkIsWhole(identity, besides: from) }
      if let seen { try store.check(id, seen: seen) }
      let spellings = try String.fetchAll(
        db, sql: "SELECT DISTINCT printed FROM taskBody WHERE bodyId = ?", arguments: [id])
      // What was put into the first goes along, and the second is no part of another any more.
      try db.run("UPDATE bodyMerge SET into_ = ? WHERE into_ = ?", [into, from])
      try db.run("DELETE FROM bodyMerge WHERE identity = ?", [into])
      try db.run(
        "INSERT OR REPLACE INTO bodyMerge (identity, into_, spellings, who, at) VALUES (?, ?, ?, ?, ?)",
        [from, into, spellings.joined(separator: "\n"), who, moment])
      try db.run("UPDATE taskBody SET bodyId = ? WHERE bodyId = ?", [target, id])
      try HistoryWriter(db: db, entity: "body", who: who, at: moment).write(id, "merged", before: from, after: into)
    }
  }

  /// Takes apart what was merged into a body. `seen` is its mark, nil for whatever is in it now.
  ///
  /// - Throws: a `Failure` where there is no such body, where nothing or something else is in it (`changedMeanwhile`), and
  ///   where the archive cannot be written.
  public func split(body id: Int64, seen: String? = nil, who: String, at moment: Int) throws(Failure) {
    try writing { db in
      let into = try BodyStore(db: db).identity(id)
      let rows = try Row.fetchAll(db, sql: "SELECT * FROM bodyMerge WHERE into_ = ?", arguments: [into])
      if rows.isEmpty { throw Failure(.changedMeanwhile, .splitAlready(by: try Self.lastSplit(of: id, in: db))) }
      if let seen { try BodyStore(db: db).check(id, seen: seen) }
      for row in rows {
        let from: String = row["identity"], spellings: String = row["spellings"]
        for spelling in spellings.split(separator: "\n") {
          try db.run(
            "UPDATE taskBody SET bodyId = (SELECT id FROM body WHERE identity = ?) WHERE bodyId = ? AND printed = ?",
            [from, id, String(spelling)])
        }
        try db.run("DELETE FROM bodyMerge WHERE identity = ?", [from])
        try HistoryWriter(db: db, entity: "body", who: who, at: moment).write(id, "split", before: from, after: nil)
      }
    }
  }

  private static func lastSplit(of body: Int64, in db: Database) throws -> String? {
    try String.fetchOne(
      db,
      sql:
        "SELECT who FROM history WHERE entity = 'body' AND entityId = ? AND field = 'split' ORDER BY id DESC LIMIT 1",
      arguments: [body])
  }
}

extension Message {
  static func splitAlready(by who: String?) -> Message {
    Message(
      "edit-conflict", vi: "Không còn gì gộp trong cơ quan này (\(who ?? "người khác") đã tách). Tải lại trang.",
      en: "Nothing is merged into this body any more (\(who ?? "somebody else") split it). Load the page again.")
  }

  static func sameBody() -> Message {
    Message("same-body", vi: "Hai tên này đã là một cơ quan.", en: "These two are one body already.")
  }
}
