public import DocumentModel
internal import GRDB

/// A document as a row of the grid of heads: what was read, what is proposed, what is still in doubt.
public struct HeadRow: Sendable {
  public var document: DocumentSummary
  /// The file, as it was named when it was processed.
  public var file: String
  /// Fonds, catalogue, dossier and the document's ordinal; nil where it is listed nowhere.
  public var place: String?
  public var firstPage: Int
  public var head: DocumentHeader
  /// Fields that wait for a person.
  public var open: Set<String>
  /// Pages that fields of the head stand on, by their numbers.
  public var sheets: [Int: PageWords]
}

/// Which heads are asked for.
public struct HeadQuery: Hashable, Sendable {
  /// Those of one dossier.
  public var dossier: Int64?
  /// Also those of which nothing is in doubt.
  public var withSettled = false
  /// Behind this document in the order of the grid.
  public var after: Int64?
  public var limit = 20

  public init(dossier: Int64? = nil, withSettled: Bool = false, after: Int64? = nil, limit: Int = 20) {
    (self.dossier, self.withSettled, self.after, self.limit) = (dossier, withSettled, after, limit)
  }
}

/// Reads rows of the grid inside a transaction. They stand in the order of their files, as on the shelf.
struct HeadRows {
  let db: Database
  let who: String
  let now: Int

  private static let condition = """
    (?1 IS NULL OR document.id IN (SELECT documentId FROM item WHERE dossierId = ?1))
      AND (?2 OR EXISTS (SELECT 1 FROM doubt INDEXED BY doubt_on_head WHERE doubt.documentId = document.id AND kind = 'header'
        AND status = 'open' AND (claimedBy IS NULL OR claimedUntil <= ?3 OR claimedBy = ?4)))
    """

  func count(_ query: HeadQuery) throws -> Int {
    guard query.dossier == nil, !query.withSettled else {
      return try Int.fetchOne(
        db, sql: "SELECT COUNT(*) FROM document WHERE \(Self.condition)",
        arguments: [query.dossier, query.withSettled, now, who]) ?? 0
    }
    // Of everything the doubts are counted, which are fewer than the documents in the end.
    return try Int.fetchOne(
      db,
      sql: """
        SELECT COUNT(DISTINCT documentId) FROM doubt INDEXED BY doubt_on_head
        WHERE kind = 'header' AND status = 'open' AND (claimedBy IS NULL OR claimedUntil <= ? OR claimedBy = ?)
        """, arguments: [now, who]) ?? 0
  }

  func rows(_ query: HeadQuery) throws -> [HeadRow] {
    let after = try query.after.flatMap(place(of:))
    // The index of paths gives the files in their order, so that reading ends with the last row that is asked for.
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT \(TaskSQL.documentColumns), document.record, document.inputSha256, document.firstPage, input.path,
          (SELECT \(InventorySQL.itemPlace)
            FROM item JOIN dossier ON dossier.id = item.dossierId \(InventorySQL.aboveDossier)
            WHERE item.documentId = document.id LIMIT 1) AS shelf
        FROM input INDEXED BY input_on_path CROSS JOIN document ON document.inputSha256 = input.sha256
        WHERE input.path >= ?5 AND (input.path, COALESCE(document.firstPage, 1), document.id) > (?5, ?6, ?7)
          AND \(Self.condition)
        ORDER BY input.path, COALESCE(document.firstPage, 1), document.id LIMIT ?8
        """,
      arguments: [
        query.dossier, query.withSettled, now, who, after?.path ?? "", after?.page ?? 0, after?.id ?? 0, query.limit,
      ])
    return try rows.compactMap(row)
  }

  /// Where a document stands in the order of the grid; nil where there is none.
  private func place(of id: Int64) throws -> (path: String, page: Int, id: Int64)? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT path, COALESCE(firstPage, 1) AS page FROM document JOIN input ON sha256 = inputSha256 WHERE document.id = ?
        """, arguments: [id]
    ).map { ($0["path"], $0["page"], id) }
  }

  private func row(_ row: Row) throws -> HeadRow? {
    guard let document = DocumentSummary(row) else { return nil }
    let head = try DocumentRow.record(in: row).document, first: Int = row["firstPage"] ?? 1
    let open = try String.fetchSet(
      db.cachedStatement(
        sql: "SELECT field FROM doubt WHERE documentId = ? AND kind = 'header' AND status = 'open'"),
      arguments: [document.id])
    let pages = Set(HeaderField.allCases.compactMap { head.place(of: $0.rawValue)?.page }).union([first])
    var sheets: [Int: PageWords] = [:]
    for page in pages.sorted().prefix(3) {
      sheets[page] = try ReadingStore(db: db).find(sha256: row["inputSha256"], page: page)
    }
    return HeadRow(
      document: document, file: row["path"], place: row["shelf"], firstPage: first, head: head, open: open,
      sheets: sheets)
  }

  /// Keeps the doubts of these documents for the one who sees them, as the queue does.
  func claim(_ documents: [Int64]) throws {
    for id in documents {
      try db.run(
        """
        UPDATE doubt SET claimedBy = ?, claimedUntil = ? WHERE documentId = ? AND kind = 'header' AND status = 'open'
        """, [who, now + DoubtQueue.claim, id])
    }
  }
}

/// A field of a head as a person leaves it.
public struct HeadDecision: Hashable, Sendable {
  public var field: HeaderField
  public var text: String
  /// As it stood before the person's eyes.
  public var seen: String

  public init(_ field: HeaderField, text: String, seen: String) {
    (self.field, self.text, self.seen) = (field, text, seen)
  }
}

extension Archive {
  /// Rows of the grid of heads and how many wait in all. Where this person `takes` them, their fields are kept for ten
  /// minutes.
  ///
  /// - Throws: a `Failure` where the archive cannot be read or written.
  public func headRows(
    _ query: HeadQuery, for who: String, takes: Bool = true, at moment: Int
  ) throws(Failure) -> (rows: [HeadRow], count: Int) {
    guard takes else {
      return try reading { db in
        let grid = HeadRows(db: db, who: who, now: moment)
        return (try grid.rows(query), try grid.count(query))
      }
    }
    return try writing { db in
      let grid = HeadRows(db: db, who: who, now: moment)
      let rows = try grid.rows(query)
      try grid.claim(rows.map(\.document.id))
      return (rows, try grid.count(query))
    }
  }

  /// How many heads wait for this person in the grid.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func headCount(for who: String, at moment: Int) throws(Failure) -> Int {
    try reading { try HeadRows(db: $0, who: who, now: moment).count(HeadQuery()) }
  }

  /// Keeps what a person says of several fields of one head, in one batch: all of them or none. A text that is the one
  /// which was seen says that it is right.
  ///
  /// - Throws: a `Failure` for a day that is none, a document that is gone, no field at all (`badArguments`), and where
  ///   somebody else has changed one of the fields (`changedMeanwhile`).
  @discardableResult
  public func settle(
    headOf document: Int64, _ decisions: [HeadDecision], who: String, at moment: Int
  ) throws(Failure) -> CorrectionOutcome {
    try writing { db in
      let writer = CorrectionWriter(db: db, who: who, at: moment)
      var outcome: CorrectionOutcome?
      for decision in decisions {
        let subject = EditSubject(.header, id: document, field: decision.field.rawValue)
        let one = try writer.correct(
          subject, to: decision.text, seen: decision.seen, as: .corrected, batch: outcome?.batch)
        outcome = CorrectionOutcome(batch: one.batch, count: (outcome?.count ?? 0) + 1, affected: [])
      }
      guard let outcome else { throw Failure(.badArguments, .nothingDecided()) }
      return outcome
    }
  }
}

extension Message {
  static func nothingDecided() -> Message {
    Message("nothing-decided", vi: "Chưa có trường nào để ghi.", en: "No field was given to be kept.")
  }
}
