public import DocumentModel
internal import GRDB

/// How much waits for somebody to look at it.
public struct QueueStatus: Hashable, Codable, Sendable {
  public var words = 0
  public var headers = 0
  public var tasks = 0
  /// Decided on so far; 0 where only a file, a folder or a worth is asked for.
  public var decided = 0
  /// Open ones by kind; a kind that is not there has none.
  public var kinds: [QueueKind: Int] = [:]

  public var open: Int { words + headers + tasks }

  public init() {}

  /// What waits of one kind; of all where it is nil.
  public func open(of kind: QueueKind?) -> Int { kind.map { kinds[$0] ?? 0 } ?? open }

  mutating func add(_ name: String, _ count: Int) {
    guard let kind = QueueKind(rawValue: name) else { decided += count; return }
    kinds[kind, default: 0] += count
    switch kind {
    case .word: words += count
    case .task: tasks += count
    case .number, .date, .symbol, .issuer, .subject, .other: headers += count
    }
  }
}

/// A dossier of the inventory with how much of its files waits.
public struct WaitingDossier: Hashable, Codable, Sendable {
  public var id: Int64
  /// Fonds, catalogue and dossier.
  public var place: String
  public var title: String
  /// Open doubts of the files that its documents lie in.
  public var count: Int
}

extension Archive {
  /// How much waits in a part of the queue, by kind: the filter's own kind narrows nothing here.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func queueStatus(_ filter: QueueFilter = QueueFilter()) throws(Failure) -> QueueStatus {
    try reading { db in
      var status = QueueStatus()
      let query = QueueCountSQL(filter)
      for row in try Row.fetchAll(db, sql: query.sql, arguments: query.arguments) {
        status.add(row["class"], row["count"])
      }
      return status
    }
  }

  /// The dossiers with the most open doubts.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func waitingDossiers(limit: Int = 12) throws(Failure) -> [WaitingDossier] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT dossierId, SUM(doubts) AS count, \(InventorySQL.dossierPlace) AS place, dossier.title FROM (
            SELECT DISTINCT item.dossierId, document.inputSha256 AS input FROM item
            JOIN document ON document.id = item.documentId)
          JOIN doubtCount USING (input) JOIN dossier ON dossier.id = dossierId
          \(InventorySQL.aboveDossier)
          GROUP BY dossierId ORDER BY count DESC, dossierId LIMIT ?
          """, arguments: [limit]
      ).map { WaitingDossier(id: $0["dossierId"], place: $0["place"], title: $0["title"], count: $0["count"]) }
    }
  }

  /// How a dossier of the inventory is called: fonds, catalogue and code; nil where there is none of that id.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func dossierPlace(id: Int64) throws(Failure) -> String? {
    try reading { db in
      try String.fetchOne(
        db,
        sql: """
          SELECT \(InventorySQL.dossierPlace) FROM dossier \(InventorySQL.aboveDossier) WHERE dossier.id = ?
          """, arguments: [id])
    }
  }
}

/// The query that counts a part of the queue: from counts that are kept, where these say it.
private struct QueueCountSQL {
  let sql: String
  let arguments: StatementArguments

  init(_ filter: QueueFilter) {
    switch (filter.hasDocuments, filter.file, filter.least) {
    case (false, nil, nil):
      (sql, arguments) = ("SELECT class, doubts AS count FROM doubtCount WHERE input = ''", [])
    case (false, let file?, nil):
      var path = FilterSQL()
      path.addPath(file)
      sql = """
        SELECT class, SUM(doubts) AS count FROM input JOIN doubtCount ON doubtCount.input = sha256\(path.clause)
        GROUP BY class
        """
      arguments = path.arguments
    case (false, nil, let least?): (sql, arguments) = Self.atLeast(least)
    default: (sql, arguments) = Self.rows(filter)
    }
  }

  /// One range of the index for every kind.
  private static func atLeast(_ least: Double) -> (String, StatementArguments) {
    let counts = QueueKind.allCases.map {
      """
      SELECT '\($0.rawValue)' AS class, COUNT(*) AS count FROM doubt INDEXED BY doubt_on_class
      WHERE status = 'open' AND \(QueueKind.expression()) = '\($0.rawValue)' AND worth >= ?
      """
    }
    return (counts.joined(separator: " UNION ALL "), StatementArguments(QueueKind.allCases.map { _ in least }))
  }

  /// The doubts themselves. Of documents those that are decided are counted, too.
  private static func rows(_ filter: QueueFilter) -> (String, StatementArguments) {
    var wide = filter
    wide.kind = nil
    let countsDecided = filter.hasDocuments && filter.least == nil
    let query = QueueSQL(wide, inScope: 0, onlyOpen: !countsDecided)
    let sql = """
      SELECT CASE WHEN doubt.status = 'open' THEN \(QueueKind.expression("doubt.")) ELSE '\(DoubtCounts.decided)' END AS class,
        COUNT(*) AS count FROM \(query.source)\(query.conditions.clause) GROUP BY 1
      """
    return (sql, query.conditions.arguments)
  }
}
