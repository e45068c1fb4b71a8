public import DocumentModel
internal import GRDB

/// An aid with the file that it was read from.
public struct KeptAid: Hashable, Sendable {
  /// As the record names it.
  public var file: String
  public var sha256: String
  public var aid: Aid

  /// The aids among the documents of an input.
  public static func all(in input: InputRecord) -> [KeptAid] {
    input.documents.compactMap { document in
      document.aid.map { KeptAid(file: input.source.path, sha256: input.source.sha256, aid: $0) }
    }
  }

  /// What every aid has a finding of.
  static let finding = "paper-aid"

  /// In the order in which they were kept.
  static func all(in db: Database) throws -> [KeptAid] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT document.record, inputSha256, input.path FROM document JOIN input ON input.sha256 = inputSha256
        WHERE document.id IN (SELECT documentId FROM finding WHERE code = ?) ORDER BY document.id
        """, arguments: [finding])
    return try rows.compactMap(Self.of)
  }

  /// The aid that a document is; nil where it is none.
  static func find(document id: Int64, in db: Database) throws -> KeptAid? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT document.record, inputSha256, input.path FROM document JOIN input ON input.sha256 = inputSha256
          WHERE document.id = ?
          """), arguments: [id])
    return try row.flatMap(Self.of)
  }

  private static func of(_ row: Row) throws -> KeptAid? {
    try DocumentRow.record(in: row).aid.map { KeptAid(file: row["path"], sha256: row["inputSha256"], aid: $0) }
  }
}

extension Archive {
  /// The lists, covers and closing sheets among the kept papers.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func aids() throws(Failure) -> [KeptAid] { try reading { try KeptAid.all(in: $0) } }
}
