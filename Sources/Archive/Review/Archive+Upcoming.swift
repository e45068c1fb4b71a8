public import DocumentModel
internal import GRDB

extension Archive {
  /// The readings of the pages that stand next in the queue, each once, so that their pictures can be made before they
  /// are asked for. Of everything, or of one document.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func upcomingReadings(ofDocument id: Int64? = nil, limit: Int = 6) throws(Failure) -> [Int64] {
    try reading { db in
      // Words of one page stand together: many rows are few pages.
      let ids = try Int64.fetchAll(
        db,
        sql: """
          SELECT readingId FROM doubt\(id == nil ? " INDEXED BY doubt_queue" : "")
          WHERE status = 'open' AND readingId NOT NULL AND (?1 IS NULL OR documentId = ?1)
          ORDER BY worth DESC, id LIMIT ?2
          """, arguments: [id, limit * 10])
      var seen: Set<Int64> = []
      return Array(ids.filter { seen.insert($0).inserted }.prefix(limit))
    }
  }

  /// The id of a page's reading; nil where its words are not kept.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func readingID(sha256: String, page: Int) throws(Failure) -> Int64? {
    try reading { db in
      try Int64.fetchOne(
        db, sql: "SELECT id FROM reading WHERE inputSha256 = ? AND page = ?", arguments: [sha256, page])
    }
  }
}
