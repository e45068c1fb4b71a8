public import DocumentModel
internal import GRDB

/// How a person settles a conflict.
public enum Resolution: Hashable, Sendable {
  /// What the inventory says stays.
  case keepInventory
  /// What was scanned, read or counted takes its place.
  case keepArchive
  /// Neither is right; this is.
  case value(String)

  var name: String {
    switch self {
    case .keepInventory: "inventory"
    case .keepArchive: "archive"
    case .value: "value"
    }
  }
}

extension Archive {
  /// Settles a conflict. Where the inventory was wrong its field is changed, and the history keeps what it said. `seen`
  /// is what stood on both sides before the person's eyes; nil for whatever stands there.
  ///
  /// - Throws: a `Failure` where there is no such conflict, where somebody has settled it or it says something else
  ///   now (`changedMeanwhile`), or a count is no number, and where the archive cannot be written.
  public func resolve(
    conflict id: Int64, _ resolution: Resolution, seen: Conflict.Sides? = nil, who: String, at: Int
  ) throws(Failure) {
    try writing { db in
      guard let row = try Row.fetchOne(db, sql: "SELECT * FROM conflict WHERE id = ?", arguments: [id])
      else { throw Failure(.badArguments, .noSuchConflict(id)) }
      // Two people may have seen it open; the second is told.
      guard row["status"] == Conflict.Status.open.rawValue else {
        throw Failure(.changedMeanwhile, .settled(row["resolvedBy"]))
      }
      let (inventory, archive): (String?, String?) = (row["inventory"], row["archive"])
      if let seen, seen != Conflict.Sides(inventory: inventory, archive: archive) {
        throw Failure(.changedMeanwhile, .sidesChanged())
      }
      let kept =
        switch resolution {
        case .keepInventory: inventory
        case .keepArchive: archive
        case .value(let value): value
        }
      if kept != inventory { try Self.apply(kept, row, who: who, at: at, in: db) }
      try HistoryWriter(db: db, entity: "conflict", who: who, at: at)
        .write(id, row["field"], before: inventory, after: kept, note: resolution.name)
      try db.run(
        """
        UPDATE conflict SET status = 'resolved', resolution = ?, kept = ?, resolvedAt = ?, resolvedBy = ? WHERE id = ?
        """, [resolution.name, kept, at, who, id])
    }
  }

  /// The columns that a resolution may write to.
  private static let columns: [String: Set<String>] = [
    "item": names(.item).union([InventoryColumn.lastSheet]), "dossier": names(.dossier).union([boxColumn]),
  ]

  private static let boxColumn = "boxId"

  private static func names(_ table: InventoryColumn.Storage.Table) -> Set<String> {
    Set(InventoryColumn.stated(in: table).compactMap(\.storage?.column))
  }

  private static let counts = Set(
    InventoryColumn.all.filter { $0.content == .count }.compactMap(\.storage?.column))

  private static func apply(_ value: String?, _ row: Row, who: String, at: Int, in db: Database) throws {
    let (level, entity, field): (String, Int64, String) = (row["level"], row["entityId"], row["field"])
    let column = String(field.prefix { $0 != "@" })
    // An order of sheets is put right on paper, not here.
    guard columns[level]?.contains(column) == true else { return }
    let before = try String.fetchOne(
      db, sql: "SELECT CAST(\(column) AS TEXT) FROM \(level) WHERE id = ?", arguments: [entity])
    if counts.contains(column), let value, Int(value) == nil {
      throw Failure(.badArguments, .notANumber(value))
    }
    try db.run("UPDATE \(level) SET \(column) = ? WHERE id = ?", [value, entity])
    try HistoryWriter(db: db, entity: level, who: who, at: at).write(entity, column, before: before, after: value)
    guard level == "item", column == "number" || column == "symbol" else { return }
    let head = try Row.fetchOne(db, sql: "SELECT number, symbol FROM item WHERE id = ?", arguments: [entity])
    try db.run(
      "UPDATE item SET key = ? WHERE id = ?",
      [DocumentKey.key(number: head?["number"], symbol: head?["symbol"]), entity])
  }
}

extension Message {
  static func settled(_ who: String?) -> Message {
    Message(
      "edit-conflict", vi: "\(who ?? "Người khác") đã giải quyết mâu thuẫn này rồi.",
      en: "\(who ?? "Somebody else") has settled this conflict already.")
  }

  static func sidesChanged() -> Message {
    Message(
      "edit-conflict",
      vi: "Mục lục hoặc bản quét đã đổi từ lúc bạn xem (đối chiếu lại). Chưa ghi gì; tải lại trang để xem.",
      en:
        "The inventory or the scan says something else than when you looked (it was reconciled again). Nothing was written; load the page again."
    )
  }

  static func noSuchConflict(_ id: Int64) -> Message {
    Message(
      "no-such-conflict", vi: "Không có mâu thuẫn số \(id). Xem: sohoa inventory conflicts",
      en: "There is no conflict \(id). See: sohoa inventory conflicts")
  }

  static func notANumber(_ text: String) -> Message {
    Message("not-a-number", vi: "“\(text)” không phải số đếm.", en: "“\(text)” is no count.")
  }
}
