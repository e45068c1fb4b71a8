public import DocumentModel
internal import GRDB

/// Two documents that may be one paper, for a person to decide on.
public struct Likeness: Hashable, Codable, Sendable {
  public enum Status: String, Codable, Sendable, CaseIterable { case open, same, different }

  public var id: Int64
  /// Share of word pairs that both have, estimated.
  public var similarity: Double
  public var status: Status
  /// The later one and the earlier one.
  public var document: DocumentSummary?
  public var other: DocumentSummary?
  /// Their files.
  public var file: String
  public var otherFile: String
}

extension Archive {
  /// Documents that may be one and the same, the most alike first.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func likenesses(status: Likeness.Status? = .open) throws(Failure) -> [Likeness] {
    try reading { db in
      let filter = status.map { " WHERE likeness.status = '\($0.rawValue)'" } ?? ""
      let rows = try Row.fetchAll(db, sql: "SELECT * FROM likeness\(filter) ORDER BY similarity DESC, id")
      return try rows.map { row in
        let (document, file) = try Self.summary(of: row["documentId"], in: db)
        let (other, otherFile) = try Self.summary(of: row["otherId"], in: db)
        return Likeness(
          id: row["id"], similarity: row["similarity"], status: Likeness.Status(rawValue: row["status"]) ?? .open,
          document: document, other: other, file: file, otherFile: otherFile)
      }
    }
  }

  /// Writes down what a person says: the same paper, or another. Of two that are the same, the later one is left out
  /// of percentages; both stay.
  ///
  /// - Throws: a `Failure` where there is no such likeness, and where the archive cannot be written.
  public func decide(likeness id: Int64, _ status: Likeness.Status, who: String, at: Int) throws(Failure) {
    try writing { db in
      guard let before = try String.fetchOne(db, sql: "SELECT status FROM likeness WHERE id = ?", arguments: [id])
      else { throw Failure(.badArguments, .noSuchLikeness(id)) }
      try db.run(
        "UPDATE likeness SET status = ?, decidedBy = ?, decidedAt = ? WHERE id = ?", [status.rawValue, who, at, id])
      // A second scan is no part of what there is on paper.
      try db.run(
        """
        UPDATE item SET duplicateOf = CASE ? WHEN 'same' THEN
          (SELECT first.id FROM item AS first JOIN likeness ON likeness.otherId = first.documentId WHERE likeness.id = ?2)
          END WHERE documentId = (SELECT documentId FROM likeness WHERE id = ?2)
        """, [status.rawValue, id])
      try HistoryWriter(db: db, entity: "likeness", who: who, at: at)
        .write(id, "status", before: before, after: status.rawValue)
    }
  }

  private static func summary(of id: Int64, in db: Database) throws -> (DocumentSummary?, String) {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT \(TaskSQL.documentColumns), input.path AS file FROM document
        JOIN input ON input.sha256 = document.inputSha256 WHERE document.id = ?
        """, arguments: [id])
    return (row.flatMap { DocumentSummary($0) }, row?["file"] ?? "")
  }
}

extension Message {
  static func noSuchLikeness(_ id: Int64) -> Message {
    Message(
      "no-such-likeness", vi: "Không có câu hỏi trùng lặp số \(id). Xem: sohoa archive duplicates",
      en: "There is no question \(id) about duplicates. See: sohoa archive duplicates")
  }
}
