public import DocumentModel
internal import GRDB

/// Which conflicts are asked for. What is nil narrows nothing.
public struct ConflictFilter: Hashable, Sendable {
  public var status: Conflict.Status?
  /// `dossier` or `item`.
  public var level: String?
  public var field: String?

  public init(status: Conflict.Status? = .open, level: String? = nil, field: String? = nil) {
    self.status = status
    self.level = level
    self.field = field
  }

  var sql: FilterSQL {
    var sql = FilterSQL()
    if let status { sql.add("conflict.status = ?", [status.rawValue]) }
    if let level { sql.add("conflict.level = ?", [level]) }
    if let field { sql.add("conflict.field = ?", [field]) }
    return sql
  }
}

/// Conflicts of one kind: of one field, of dossiers or of documents.
public struct ConflictGroup: Hashable, Codable, Sendable {
  public var level: String
  public var field: String
  public var count: Int
}

/// What a person saw of all conflicts of a kind before deciding on them together.
public struct ConflictSurvey: Hashable, Codable, Sendable {
  public var count: Int
  /// Stands for which conflicts these were and what they said; 16 figures.
  public var mark: String
}

extension Archive {
  /// Conflicts in the order they were found.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func conflicts(status: Conflict.Status? = .open) throws(Failure) -> [Conflict] {
    try conflicts(ConflictFilter(status: status))
  }

  /// Conflicts of a part in the order they were found. Nil for all of them.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func conflicts(
    _ filter: ConflictFilter, limit: Int? = nil, offset: Int = 0
  ) throws(Failure) -> [Conflict] {
    try reading { db in
      let query = filter.sql
      return try Row.fetchAll(
        db,
        sql: "\(Conflict.rows)\(query.clause) ORDER BY conflict.id LIMIT \(limit ?? -1) OFFSET \(offset)",
        arguments: query.arguments
      ).map(Conflict.init)
    }
  }

  /// A conflict by its id; nil where there is none.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func conflict(id: Int64) throws(Failure) -> Conflict? {
    try reading { db in
      try Row.fetchOne(db, sql: "\(Conflict.rows) WHERE conflict.id = ?", arguments: [id]).map(Conflict.init)
    }
  }

  /// How many conflicts there are of each kind, the most first.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func conflictGroups(status: Conflict.Status? = .open) throws(Failure) -> [ConflictGroup] {
    try reading { db in
      let query = ConflictFilter(status: status).sql
      return try Row.fetchAll(
        db,
        sql: """
          SELECT level, field, COUNT(*) AS count FROM conflict\(query.clause)
          GROUP BY level, field ORDER BY count DESC, level, field
          """, arguments: query.arguments
      ).map { ConflictGroup(level: $0["level"], field: $0["field"], count: $0["count"]) }
    }
  }

  /// The open conflicts of a kind as they are now, for deciding on all of them.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func survey(conflictsOf level: String, field: String) throws(Failure) -> ConflictSurvey {
    try reading { try ConflictSurvey(of: ConflictSurvey.rows(level, field, in: $0)) }
  }
}

extension ConflictSurvey {
  static func rows(_ level: String, _ field: String, in db: Database) throws -> [Row] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM conflict WHERE status = 'open' AND level = ? AND field = ? ORDER BY id",
      arguments: [level, field])
  }

  init(of rows: [Row]) {
    let sum = rows.reduce(Int64(0)) { sum, row in
      let values: [DatabaseValue] = [row["id"], row["inventory"], row["archive"]]
      return sum ^ RowDigest.number(of: values)
    }
    let figures = String(UInt64(bitPattern: sum), radix: 16)
    self.init(count: rows.count, mark: String(repeating: "0", count: 16 - figures.count) + figures)
  }
}

extension Conflict {
  static let rows = """
    SELECT conflict.*, \(InventorySQL.dossierPlace) || COALESCE(' / ' || item.ordinal, '') AS place, COALESCE(item.subject, dossier.title) AS title, item.documentId AS document
    FROM conflict
    LEFT JOIN item ON conflict.level = 'item' AND item.id = conflict.entityId
    LEFT JOIN dossier ON dossier.id = CASE conflict.level WHEN 'item' THEN item.dossierId ELSE conflict.entityId END
    LEFT JOIN catalogue ON catalogue.id = dossier.catalogueId
    LEFT JOIN fonds ON fonds.id = catalogue.fondsId
    """
}
