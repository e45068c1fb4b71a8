public import DocumentModel
internal import GRDB

extension Archive {
  /// How many tasks of a query each document has, the most first.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func taskCounts(_ query: TaskQuery, limit: Int = 20) throws(Failure) -> [(
    document: DocumentSummary, count: Int
  )] {
    try reading { db in
      let filter = TaskSQL.filter(query)
      return try Row.fetchAll(
        db,
        sql: """
          SELECT \(TaskSQL.documentColumns), COUNT(*) AS count
          FROM task JOIN document ON document.id = task.documentId\(filter.clause)
          GROUP BY document.id ORDER BY count DESC, document.id LIMIT \(limit)
          """, arguments: filter.arguments
      ).compactMap { row in DocumentSummary(row).map { ($0, row["count"]) } }
    }
  }

  /// Changes a task's status where it still is what the person saw; else says who changed it. So does the note, where what
  /// was seen of it (`seenNote`) is known and a new one is given.
  ///
  /// - Throws: a `Failure` where there is no such task (`badArguments`), where somebody was faster
  ///   (`changedMeanwhile`), and where the archive cannot be written.
  public func setStatus(
    ofTask id: Int64, to status: TaskStatus, seen: TaskStatus, note: String?, seenNote: String? = nil, who: String,
    at moment: Int
  ) throws(Failure) {
    try writing { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT status, note, changedBy FROM task WHERE id = ? AND withdrawn = 0", arguments: [id])
      guard let row else { throw Failure(.badArguments, .gone()) }
      try SeenValue(now: row["status"], by: row["changedBy"]).check(seen.rawValue)
      if let seenNote, note != nil { try SeenValue(now: row["note"], by: row["changedBy"]).check(seenNote) }
      try Self.update(tasks: [id], TaskUpdate(status: status, note: note, who: who, at: moment), in: db)
    }
  }
}
