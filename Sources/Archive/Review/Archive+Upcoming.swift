public import DocumentModel
internal import GRDB

extension Archive {
  /// The readings of the pages that stand next in a part of the queue, each once, so that their pictures can be made
  /// before they are asked for.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func upcomingReadings(_ filter: QueueFilter = QueueFilter(), limit: Int = 6) throws(Failure) -> [Int64] {
    try reading { db in
      let query = try DoubtQueue(db: db).query(filter)
      // Words of one page stand together: many rows are few pages.
      let ids = try Int64.fetchAll(
        db,
        sql: """
          SELECT doubt.readingId FROM \(query.source)\(query.conditions.clause) AND doubt.readingId NOT NULL
          ORDER BY doubt.worth DESC, doubt.id LIMIT \(limit * 10)
          """, arguments: query.conditions.arguments)
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
