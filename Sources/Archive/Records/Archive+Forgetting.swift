public import DocumentModel
internal import GRDB

extension Archive {
  /// Takes out an input that another has replaced, such as a folder of pages that was taken before all of them were
  /// scanned. Where people worked on it, it stays.
  ///
  /// - Returns: whether it was there and went.
  /// - Throws: a `Failure` where the archive cannot be written.
  @discardableResult
  public func forget(_ sha256: String) throws(Failure) -> Bool {
    try writing { db in
      guard try !Self.isWorkedOn(sha256, in: db) else { return false }
      // Nothing is put in, so nothing waits.
      let queue = SearchQueue(db: db)
      let pages = PageKeeper(db: db, queue: queue, now: 0)
      try pages.forget(textsOf: sha256)
      var tasks = TaskKeeper(db: db, queue: queue)
      for row in try RecordKeeper.known(of: sha256, in: db) {
        guard let id = row.id else { continue }
        try PartWriter(db: db).clear(row, id: id)
        try tasks.removeAll(of: id)
      }
      // All that hangs on the input goes with it.
      let items = try Int64.fetchAll(
        db, sql: "SELECT DISTINCT itemId FROM page WHERE inputSha256 = ? AND itemId NOT NULL", arguments: [sha256])
      try db.run("DELETE FROM input WHERE sha256 = ?", [sha256])
      let isGone = db.changesCount > 0
      for item in items { try StageWriter(db: db).refresh(item: item) }
      return isGone
    }
  }

  private static func isWorkedOn(_ sha256: String, in db: Database) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM doubt WHERE inputSha256 = ?1 AND decidedBy NOT NULL)
          OR EXISTS (SELECT 1 FROM task JOIN document ON document.id = task.documentId
            WHERE inputSha256 = ?1 AND changedAt NOT NULL)
          OR EXISTS (SELECT 1 FROM pageDecision WHERE inputSha256 = ?1)
          OR EXISTS (SELECT 1 FROM sampleItem JOIN reading ON reading.id = readingId WHERE inputSha256 = ?1)
          OR EXISTS (SELECT 1 FROM page JOIN stageEvent ON pageId = page.id
            WHERE inputSha256 = ?1 AND who <> '\(PageKeeper.program)')
        """, arguments: [sha256]) ?? false
  }
}
