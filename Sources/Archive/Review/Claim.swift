public import DocumentModel
internal import GRDB

/// An entry of the queue that somebody has before their eyes.
public struct Claim: Hashable, Codable, Sendable {
  public var doubt: Int64
  public var who: String
  /// Seconds since 1970.
  public var since: Int
  /// The document that it stands in; nil where none was found on its page.
  public var document: Int64?
  /// Of a word: the page's reading and the word's place on it; nil for a field.
  public var reading: Int64?
  public var place: Int?
}

extension Archive {
  /// What others than `who` have taken from the queue: everywhere, in one document, or one entry.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func claims(
    besides who: String, document: Int64? = nil, doubt: Int64? = nil, at moment: Int, limit: Int = 50
  ) throws(Failure) -> [Claim] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM (
            SELECT doubt.id, claimedBy, claimedUntil, readingId, place, COALESCE(documentId, (
              SELECT document.id FROM document WHERE document.inputSha256 = doubt.inputSha256
                AND doubt.page BETWEEN firstPage AND lastPage ORDER BY document.id LIMIT 1)) AS document
            FROM doubt INDEXED BY doubt_claimed
            WHERE status = 'open' AND claimedUntil > ?1 AND claimedBy <> ?2 AND (?4 IS NULL OR doubt.id = ?4))
          WHERE ?3 IS NULL OR document = ?3 ORDER BY claimedUntil LIMIT ?5
          """, arguments: [moment, who, document, doubt, limit]
      ).map { row in
        Claim(
          doubt: row["id"], who: row["claimedBy"], since: row["claimedUntil"] - DoubtQueue.claim,
          document: row["document"], reading: row["readingId"], place: row["place"])
      }
    }
  }

  /// One entry of the queue, without taking it.
  ///
  /// - Throws: a `Failure` where there is none (`badInput`), and where the archive cannot be read.
  public func queueEntry(_ id: Int64) throws(Failure) -> QueueEntry {
    try reading { db in
      guard let row = try Row.fetchOne(db, sql: "SELECT * FROM doubt WHERE id = ?", arguments: [id]) else {
        throw Failure(.badInput, .gone())
      }
      return try DoubtQueue(db: db).entry(Doubt(row))
    }
  }
}
