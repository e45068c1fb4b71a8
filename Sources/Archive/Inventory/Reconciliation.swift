public import DocumentModel
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
  /// Conflicts that are none any more.
  public var gone = 0

  public init() {}
}

extension Archive {
  /// Finds the scan of every listed document, compares what the inventory says with what was scanned and read, and
  /// lists every difference as a conflict. It changes no value on either side.
  @discardableResult
  public func reconcile(at moment: Int) throws(Failure) -> ReconciliationSummary {
    try writing { db in
      var summary = ReconciliationSummary()
      summary.newlyLinked = try ItemLinker(db: db).link()
      let conflicts = ConflictWriter(db: db, now: moment)
      let found = try ItemComparison.differences(in: db) + DossierComparison.differences(in: db)
      for difference in found { try conflicts.open(difference) }
      summary.gone = try conflicts.closeGone(except: Set(found))
      func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \(sql)") ?? 0 }
      summary.linked = try count("item WHERE documentId NOT NULL")
      summary.unscanned = try count("item WHERE scannedPages = 0 AND bornDigital = 0")
      summary.unlisted = try count("document WHERE id NOT IN (SELECT documentId FROM item WHERE documentId NOT NULL)")
      summary.openConflicts = try count("conflict WHERE status = 'open'")
      return summary
    }
  }
}

/// Finds which document was read of which listed one. It ties only what can be one thing: a file that is named, or a
/// number, symbol and day that only one listed and one read document have.
struct ItemLinker {
  let db: Database

  func link() throws -> Int {
    let byFile = try pairs(
      """
      SELECT item.id AS item, document.id AS document FROM item
      JOIN input ON input.path = item.file OR input.path LIKE '%/' || item.file
      JOIN document ON document.inputSha256 = input.sha256
      WHERE item.documentId IS NULL AND item.file NOT NULL AND item.file <> '' AND \(Self.isFree)
      """)
    for (item, document) in byFile { try tie(item, document) }
    let byKey = try pairs(
      """
      SELECT item.id AS item, document.id AS document FROM item
      JOIN document ON document.key = item.key AND document.date LIKE item.date || '%'
      WHERE item.documentId IS NULL AND item.key <> '' AND item.date NOT NULL AND \(Self.isFree)
      """)
    for (item, document) in byKey { try tie(item, document) }
    return byFile.count + byKey.count
  }

  private static let isFree = "NOT EXISTS (SELECT 1 FROM item AS tied WHERE tied.documentId = document.id)"

  /// Pairs of which neither has another partner.
  private func pairs(_ sql: String) throws -> [(Int64, Int64)] {
    let rows = try Row.fetchAll(db, sql: sql).map { ($0["item"] as Int64, $0["document"] as Int64) }
    let items = Dictionary(grouping: rows) { $0.0 }, documents = Dictionary(grouping: rows) { $0.1 }
    return rows.filter { items[$0.0]?.count == 1 && documents[$0.1]?.count == 1 }
  }

  func tie(_ item: Int64, _ document: Int64) throws {
    try db.run(
      """
      UPDATE item SET documentId = ?, bornDigital = EXISTS (SELECT 1 FROM document JOIN input ON
        input.sha256 = document.inputSha256 WHERE document.id = ? AND input.kind = 'born-digital') WHERE id = ?
      """, [document, document, item])
    try db.run(
      """
      UPDATE page SET itemId = ?1 WHERE inputSha256 = (SELECT inputSha256 FROM document WHERE id = ?2)
        AND number BETWEEN (SELECT firstPage FROM document WHERE id = ?2) AND (SELECT lastPage FROM document WHERE id = ?2)
      """, [item, document])
    try StageWriter(db: db).refresh(item: item)
  }
}
