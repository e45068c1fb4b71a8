public import DocumentModel
internal import GRDB

/// A document as an export lists it.
public struct DocumentEntry: Hashable, Codable, Sendable {
  public var summary: DocumentSummary
  public var place: String?
  public var signer: String?
  /// The file that was processed, and the first and last page in it.
  public var file: String
  public var firstPage: Int?
  public var lastPage: Int?
  public var tasks: Int
  public var openTasks: Int
  public var findings: Int
}

extension Archive {
  /// Paths of the files that documents were read from, by the documents' ids.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func files(ofDocuments ids: [Int64]) throws(Failure) -> [Int64: String] {
    try reading { db in
      var files: [Int64: String] = [:]
      for id in ids {
        files[id] = try String.fetchOne(
          db, sql: "SELECT path FROM document JOIN input ON input.sha256 = inputSha256 WHERE document.id = ?",
          arguments: [id])
      }
      return files
    }
  }

  /// Documents by day of issue. Nil for all of them.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func documentList(
    _ filter: DocumentFilter = DocumentFilter(), limit: Int? = nil, offset: Int = 0
  ) throws(Failure) -> [DocumentEntry] {
    try reading { db in
      var conditions = FilterSQL()
      conditions.add(filter)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT \(TaskSQL.documentColumns), place, signer, firstPage, lastPage, input.path AS file,
            (SELECT COUNT(*) FROM task WHERE documentId = document.id AND withdrawn = 0) AS tasks,
            (SELECT COUNT(*) FROM task WHERE documentId = document.id AND withdrawn = 0
              AND status IN ('open', 'doing')) AS openTasks,
            (SELECT COUNT(*) FROM finding WHERE documentId = document.id) AS findings
          FROM document JOIN input ON input.sha256 = document.inputSha256\(conditions.clause)
          ORDER BY document.date IS NULL, document.date, document.id LIMIT \(limit ?? -1) OFFSET \(offset)
          """, arguments: conditions.arguments)
      return rows.compactMap { row in
        DocumentSummary(row).map { summary in
          DocumentEntry(
            summary: summary, place: row["place"], signer: row["signer"], file: row["file"],
            firstPage: row["firstPage"], lastPage: row["lastPage"], tasks: row["tasks"], openTasks: row["openTasks"],
            findings: row["findings"])
        }
      }
    }
  }
}
