public import DocumentModel
public import Grammar
internal import GRDB

/// What a reconciliation of inventory, scans and records found.
public struct ReconciliationSummary: Hashable, Codable, Sendable {
  /// Listed documents that a scanned one was found for, now and before.
  public var linked = 0
  public var newlyLinked = 0
  /// Listed, and no scan found.
  public var unscanned = 0
  /// Scanned, and not listed.
  public var unlisted = 0
  public var openConflicts = 0
  /// Conflicts whose two sides agree by now.
  public var gone = 0

  public init() {}
}

extension Archive {
  /// A scanned document that no list names. What lies in one file with a listed document, and the list names the file once
  /// only, was enclosed with it and is a part of it. Lists and covers are listed nowhere.
  private static let isUnlisted = """
    id NOT IN (SELECT documentId FROM item WHERE documentId NOT NULL) AND inputSha256 NOT IN (
      SELECT tied.inputSha256 FROM item JOIN document AS tied ON tied.id = item.documentId
      WHERE item.file NOT NULL AND item.file <> '' GROUP BY tied.inputSha256 HAVING COUNT(*) = 1)
    AND id NOT IN (SELECT documentId FROM finding WHERE code = '\(KeptAid.finding)' AND documentId NOT NULL)
    """

  /// Finds the scan of every listed document, compares what the inventory says with what was scanned and read, and
  /// lists every difference as a conflict. What the list and the other papers of the folder say of fields that a paper
  /// does not show is proposed for them; no value that was read is changed, and none of the list. The vocabulary tells
  /// which names and codes are one document type.
  ///
  /// - Throws: a `Failure` where the archive cannot be written.
  @discardableResult
  public func reconcile(_ vocabulary: Vocabulary, at moment: Int) throws(Failure) -> ReconciliationSummary {
    try writing { db in
      var summary = ReconciliationSummary()
      summary.newlyLinked = try ItemLinker(db: db).link()
      let aids = try KeptAid.all(in: db)
      try InventoryWitness(db: db).speak(scanned: aids)
      try CitationWitness(db: db).speak()
      let comparison = ItemComparison(types: DocumentTypeNames(vocabulary.documentTypes))
      let conflicts = ConflictWriter(db: db, now: moment)
      var found = try comparison.differences(in: db) + DossierComparison.differences(in: db)
      found += try AidComparison(db: db).differences(of: aids, besides: found)
      for difference in found { try conflicts.open(difference) }
      summary.gone = try conflicts.closeGone(except: Set(found))
      func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \(sql)") ?? 0 }
      summary.linked = try count("item WHERE documentId NOT NULL")
      summary.unscanned = try count("item WHERE documentId IS NULL AND scannedPages = 0 AND bornDigital = 0")
      summary.unlisted = try count("document WHERE \(Self.isUnlisted)")
      summary.openConflicts = try count("conflict WHERE status = 'open'")
      return summary
    }
  }
}
