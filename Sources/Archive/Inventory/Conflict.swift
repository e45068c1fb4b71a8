internal import GRDB

/// Two sources that say different things of a dossier or a document. It stays until a person settles it.
public struct Conflict: Hashable, Codable, Sendable {
  public enum Status: String, Codable, Sendable, CaseIterable { case open, resolved }

  /// What the two sources say.
  public struct Sides: Hashable, Sendable {
    public var inventory: String?
    public var archive: String?

    public init(inventory: String?, archive: String?) {
      self.inventory = inventory
      self.archive = archive
    }
  }

  public var id: Int64
  /// `dossier` or `item`.
  public var level: String
  /// Fonds, catalogue, dossier, and the document's ordinal.
  public var place: String
  public var title: String
  /// The field that differs: `pages`, `date`, …; `…@import` where two imports of the inventory differ.
  public var field: String
  public var inventory: String?
  public var archive: String?
  public var status: Status
  /// `inventory`, `archive` or `value`.
  public var resolution: String?
  public var kept: String?
  public var resolvedBy: String?
  /// The document that was read of the item; nil for a dossier, and where the paper is not scanned.
  public var document: Int64?
}

/// Opens conflicts, and closes those whose two sides agree by now.
struct ConflictWriter {
  /// Marks a difference between two imports; the rest are between inventory and archive.
  static let importSuffix = "@import"

  struct Difference: Hashable {
    var level: String
    var id: Int64
    var field: String
    var inventory: String?
    var archive: String?
  }

  let db: Database
  let now: Int

  /// The same difference again changes nothing, settled or not; another one opens it anew.
  func open(_ difference: Difference) throws {
    try db.run(
      """
      INSERT INTO conflict (level, entityId, field, inventory, archive, foundAt) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (level, entityId, field) DO UPDATE SET inventory = excluded.inventory, archive = excluded.archive,
        foundAt = excluded.foundAt, status = 'open', resolution = NULL, kept = NULL, resolvedAt = NULL,
        resolvedBy = NULL
      WHERE inventory IS NOT excluded.inventory OR archive IS NOT excluded.archive
      """,
      [difference.level, difference.id, difference.field, difference.inventory, difference.archive, now])
  }

  /// Those that were found before and are not there now have gone by themselves.
  func closeGone(except found: Set<Difference>) throws -> Int {
    let rows = try Row.fetchAll(
      db,
      sql: "SELECT * FROM conflict WHERE status = 'open' AND field NOT LIKE '%\(Self.importSuffix)'")
    var closed = 0
    let keys = Set(found.map { "\($0.level) \($0.id) \($0.field)" })
    for row in rows {
      let (level, id, field): (String, Int64, String) = (row["level"], row["entityId"], row["field"])
      if keys.contains("\(level) \(id) \(field)") { continue }
      try db.run(
        "UPDATE conflict SET status = 'resolved', resolution = 'gone', resolvedAt = ?, resolvedBy = ? WHERE id = ?",
        [now, PageKeeper.program, row["id"] as Int64])
      closed += 1
    }
    return closed
  }
}

extension Conflict {
  init(_ row: Row) {
    self.init(
      id: row["id"], level: row["level"], place: row["place"] ?? "", title: row["title"] ?? "", field: row["field"],
      inventory: row["inventory"], archive: row["archive"], status: Status(rawValue: row["status"]) ?? .open,
      resolution: row["resolution"], kept: row["kept"], resolvedBy: row["resolvedBy"],
      document: row["document"])
  }
}
