public import DocumentModel
internal import GRDB

/// A document with where it stands in its file.
public struct DocumentPlace: Sendable {
  public var id: Int64
  public var sha256: String
  public var path: String
  public var kind: SourceSummary.Kind
  /// Pages of the file.
  public var pages: Int
  public var record: DocumentRecord
  /// How often a person has changed its header fields.
  public var version: Int
}

extension Archive {
  /// Documents, the last kept first.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func newestDocuments(limit: Int) throws(Failure) -> [DocumentSummary] {
    try reading { db in
      try Row.fetchAll(
        db, sql: "SELECT \(TaskSQL.documentColumns) FROM document ORDER BY document.id DESC LIMIT ?",
        arguments: [limit]
      ).compactMap { DocumentSummary($0) }
    }
  }

  /// How many documents a filter lets through.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func documentCount(_ filter: DocumentFilter = DocumentFilter()) throws(Failure) -> Int {
    try reading { db in
      var conditions = FilterSQL()
      conditions.add(filter)
      return try Int.fetchOne(
        db, sql: "SELECT COUNT(*) FROM document\(conditions.clause)", arguments: conditions.arguments) ?? 0
    }
  }

  /// A document by its id; nil where there is none.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func documentPlace(id: Int64) throws(Failure) -> DocumentPlace? {
    try reading { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT document.record, document.inputSha256, input.path, input.kind, input.pages,
            COALESCE((SELECT version FROM revision WHERE kind = 'header' AND entityId = document.id), 0) AS version
          FROM document JOIN input ON input.sha256 = document.inputSha256 WHERE document.id = ?
          """, arguments: [id])
      guard let row else { return nil }
      return DocumentPlace(
        id: id, sha256: row["inputSha256"], path: row["path"],
        kind: SourceSummary.Kind(rawValue: row["kind"]) ?? .scan, pages: row["pages"],
        record: try DocumentRow.record(in: row), version: row["version"])
    }
  }

  /// The document that a page belongs to; nil where none does.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func document(sha256: String, page: Int) throws(Failure) -> Int64? {
    try reading { db in
      try Int64.fetchOne(
        db,
        sql: """
          SELECT id FROM document WHERE inputSha256 = ?
          ORDER BY (firstPage <= ?2 AND lastPage >= ?2) DESC, ABS(COALESCE(firstPage, 1) - ?2), id LIMIT 1
          """, arguments: [sha256, page])
    }
  }
}

extension Archive {
  /// The ids of a document's tasks, in the order of its record.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func taskIDs(ofDocument id: Int64) throws(Failure) -> [Int64] {
    try reading { db in
      try Int64.fetchAll(
        db, sql: "SELECT id FROM task WHERE documentId = ? AND withdrawn = 0 ORDER BY ordinal", arguments: [id])
    }
  }
}
