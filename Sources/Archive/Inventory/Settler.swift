internal import DocumentModel
internal import GRDB

/// Settles conflicts inside a transaction and opens them again, each with who, when, before and after.
struct Settler {
  let db: Database
  let who: String
  let at: Int

  /// A column that was written, with what it had and got.
  private struct Written {
    var column: String
    var before: String?
    var after: String?
  }

  /// Settles the conflict of a row that is open; gives the batch, which is a new one where none is named.
  func settle(_ row: Row, _ resolution: Resolution, batch: Int64?) throws -> Int64 {
    let id: Int64 = row["id"], sides = ConflictSides(row)
    let kept =
      switch resolution {
      case .keepInventory: sides.inventory
      case .keepArchive: sides.archive
      case .value(let value): value
      }
    let written = kept != sides.inventory ? try apply(kept, row) : nil
    try HistoryWriter(db: db, entity: "conflict", who: who, at: at)
      .write(id, row["field"], before: sides.inventory, after: kept, note: resolution.name)
    try db.run(
      """
      UPDATE conflict SET status = 'resolved', resolution = ?, kept = ?, resolvedAt = ?, resolvedBy = ? WHERE id = ?
      """, [resolution.name, kept, at, who, id])
    return try note(row, resolution, written, batch: batch)
  }

  private func note(_ row: Row, _ resolution: Resolution, _ written: Written?, batch: Int64?) throws -> Int64 {
    let next = try Int64.fetchOne(db, sql: "SELECT COALESCE(MAX(id), 0) + 1 FROM settlement") ?? 1
    try db.run(
      """
      INSERT INTO settlement (id, batch, at, who, conflictId, resolution, level, entityId, field, before, after)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        next, batch ?? next, at, who, row["id"] as Int64, resolution.name, row["level"] as String,
        row["entityId"] as Int64, written?.column, written?.before, written?.after,
      ])
    return batch ?? next
  }

  /// Takes back what a row of `settlement` says was done.
  func reopen(_ row: Row) throws {
    let id: Int64 = row["conflictId"], level: String = row["level"], entity: Int64 = row["entityId"]
    try checkStillSettled(row, conflict: id)
    if let column = row["field"] as String? {
      let (before, after): (String?, String?) = (row["before"], row["after"])
      let now = try text(level, column, entity)
      guard now == after else { throw Failure(.changedMeanwhile, .editConflict(who: nil, now: now ?? "")) }
      try write(before, level, column, entity, from: now, note: "undo")
    }
    try db.run(
      """
      UPDATE conflict SET status = 'open', resolution = NULL, kept = NULL, resolvedAt = NULL, resolvedBy = NULL
      WHERE id = ?
      """, [id])
    try db.run("UPDATE settlement SET undoneAt = ?, undoneBy = ? WHERE id = ?", [at, who, row["id"] as Int64])
    try HistoryWriter(db: db, entity: "conflict", who: who, at: at)
      .write(
        id, "status", before: Conflict.Status.resolved.rawValue, after: Conflict.Status.open.rawValue, note: "undo")
  }

  /// Where the two sides have changed since, the conflict was opened anew, and is another question.
  private func checkStillSettled(_ row: Row, conflict id: Int64) throws {
    let now = try Row.fetchOne(db, sql: "SELECT * FROM conflict WHERE id = ?", arguments: [id])
    guard let now else { throw Failure(.badArguments, .noSuchConflict(id)) }
    guard now["status"] == Conflict.Status.resolved.rawValue, now["resolution"] == row["resolution"] as String?,
      now["resolvedAt"] == row["at"] as Int?, now["resolvedBy"] == row["who"] as String?
    else { throw Failure(.changedMeanwhile, .saysOtherwise(ConflictSides(now))) }
  }

  // MARK: - The inventory's fields

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

  /// Nil where nothing is written: an order of sheets is put right on paper, not here.
  private func apply(_ value: String?, _ row: Row) throws -> Written? {
    let (level, entity, field): (String, Int64, String) = (row["level"], row["entityId"], row["field"])
    let column = String(field.prefix { $0 != "@" })
    guard Self.columns[level]?.contains(column) == true else { return nil }
    if Self.counts.contains(column), let value, Int(value) == nil {
      throw Failure(.badArguments, .notANumber(value))
    }
    let before = try text(level, column, entity)
    try write(value, level, column, entity, from: before)
    return Written(column: column, before: before, after: try text(level, column, entity))
  }

  private func text(_ level: String, _ column: String, _ entity: Int64) throws -> String? {
    guard Self.columns[level]?.contains(column) == true else { return nil }
    return try String.fetchOne(
      db, sql: "SELECT CAST(\(column) AS TEXT) FROM \(level) WHERE id = ?", arguments: [entity])
  }

  private func write(
    _ value: String?, _ level: String, _ column: String, _ entity: Int64, from before: String?, note: String? = nil
  ) throws {
    guard Self.columns[level]?.contains(column) == true else { return }
    try db.run("UPDATE \(level) SET \(column) = ? WHERE id = ?", [value, entity])
    try HistoryWriter(db: db, entity: level, who: who, at: at)
      .write(entity, column, before: before, after: value, note: note)
    guard level == "item", column == "number" || column == "symbol" else { return }
    let head = try Row.fetchOne(db, sql: "SELECT number, symbol FROM item WHERE id = ?", arguments: [entity])
    try db.run(
      "UPDATE item SET key = ? WHERE id = ?",
      [DocumentKey.key(number: head?["number"], symbol: head?["symbol"]), entity])
  }
}
