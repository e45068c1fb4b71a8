internal import GRDB

/// Writes entries inside one transaction. A value that is there is never replaced: what is missing is filled in, and
/// what differs becomes a conflict.
struct InventoryWriter {
  let db: Database
  let now: Int
  private(set) var summary = InventoryImportSummary()
  private var ids: [String: Int64] = [:]
  /// The dossier of the entry before: most entries are of the same one.
  private var last: (key: String, dossier: InventoryDossier, box: Int64?, id: Int64)?

  init(db: Database, now: Int) {
    self.db = db
    self.now = now
  }

  mutating func write(_ entry: InventoryEntry) throws {
    summary.rows += 1
    let fonds = try fondsID(of: entry)
    let catalogue = try catalogueID(entry.catalogue, of: fonds)
    guard let dossier = entry.dossier else {
      try writeUncounted(entry, fonds: fonds, catalogue: catalogue)
      return
    }
    let box = try entry.box.map { try boxID($0, of: catalogue) }
    let id = try dossierID(dossier, catalogue: catalogue, box: box)
    if let item = entry.item { try write(item, dossier: id) }
  }

  private mutating func id(
    _ key: String, _ select: String, _ insert: String, _ arguments: StatementArguments
  ) throws -> Int64 {
    if let id = ids[key] { return id }
    let known = try Int64.fetchOne(db.cachedStatement(sql: select), arguments: arguments)
    if known == nil { try db.run(insert, arguments) }
    let id = known ?? db.lastInsertedRowID
    ids[key] = id
    return id
  }

  private mutating func fondsID(of entry: InventoryEntry) throws -> Int64 {
    let id = try id(
      "fonds\t\(entry.fonds)", "SELECT id FROM fonds WHERE code = ?", "INSERT INTO fonds (code) VALUES (?)",
      [entry.fonds])
    if entry.fondsName != nil || entry.holder != nil || entry.unit != nil {
      try db.run(
        """
        UPDATE fonds SET name = CASE name WHEN '' THEN COALESCE(?, '') ELSE name END,
          holder = COALESCE(holder, ?), unit = COALESCE(unit, ?) WHERE id = ?
        """, [entry.fondsName, entry.holder, entry.unit, id])
    }
    return id
  }

  private mutating func catalogueID(_ number: String, of fonds: Int64) throws -> Int64 {
    try id(
      "catalogue\t\(fonds)\t\(number)", "SELECT id FROM catalogue WHERE fondsId = ? AND number = ?",
      "INSERT INTO catalogue (fondsId, number) VALUES (?, ?)", [fonds, number])
  }

  private mutating func boxID(_ number: String, of catalogue: Int64) throws -> Int64 {
    try id(
      "box\t\(catalogue)\t\(number)", "SELECT id FROM box WHERE catalogueId = ? AND number = ?",
      "INSERT INTO box (catalogueId, number) VALUES (?, ?)", [catalogue, number])
  }

  private mutating func writeUncounted(_ entry: InventoryEntry, fonds: Int64, catalogue: Int64) throws {
    guard let metres = entry.uncountedMetres else { return }
    let isKnown = try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM uncounted WHERE fondsId = ? AND catalogueId = ? AND metres = ?
          AND maintenance IS ?)
        """, arguments: [fonds, catalogue, metres, entry.uncountedMaintenance])
    if isKnown == true {
      summary.unchanged += 1
      return
    }
    summary.uncountedMetres += metres
    try db.run(
      "INSERT INTO uncounted (fondsId, catalogueId, metres, maintenance, valueClass, addedAt) VALUES (?,?,?,?,?,?)",
      [fonds, catalogue, metres, entry.uncountedMaintenance, entry.uncountedValueClass, now])
  }

  // MARK: - Dossiers and items

  private mutating func dossierID(_ dossier: InventoryDossier, catalogue: Int64, box: Int64?) throws -> Int64 {
    let key = "\(catalogue)\t\(dossier.code)"
    if let last, last.key == key, last.dossier == dossier, last.box == box { return last.id }
    var fields = StatedFields()
    fields.add("boxId", box.map { .count(Int($0)) })
    fields.add(dossier.fields)
    let known = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM dossier WHERE catalogueId = ? AND code = ?"),
      arguments: [catalogue, dossier.code])
    let id: Int64
    if let known {
      id = known["id"]
      try complete("dossier", known, id: id, with: fields)
    } else {
      try fields.insert(
        into: "dossier",
        [
          ("catalogueId", catalogue.databaseValue), ("code", dossier.code.databaseValue),
          ("addedAt", now.databaseValue),
        ], fallbacks: ["title": "".databaseValue], db)
      id = db.lastInsertedRowID
      summary.dossiers += 1
    }
    last = (key, dossier, box, id)
    return id
  }

  private mutating func write(_ item: InventoryItem, dossier: Int64) throws {
    let next = "SELECT COALESCE(MAX(ordinal), 0) + 1 FROM item WHERE dossierId = ?"
    let ordinal =
      try item.ordinal ?? Int.fetchOne(db.cachedStatement(sql: next), arguments: [dossier]) ?? 1
    let known =
      item.ordinal == nil
      ? try same(item, dossier: dossier)
      : try Row.fetchOne(
        db.cachedStatement(sql: "SELECT * FROM item WHERE dossierId = ? AND ordinal = ?"),
        arguments: [dossier, ordinal])
    if let known { return try complete("item", known, id: known["id"], with: item.fields) }
    let fields = item.fields
    try fields.insert(
      into: "item",
      [
        ("dossierId", dossier.databaseValue), ("ordinal", ordinal.databaseValue),
        ("key", DocumentKey.key(number: fields.text("number"), symbol: fields.text("symbol")).databaseValue),
      ], db)
    summary.items += 1
  }

  /// A list without ordinals that is taken in again: the same document says the same.
  private func same(_ item: InventoryItem, dossier: Int64) throws -> Row? {
    let marks = ["number", "symbol", "date", "subject", InventoryColumn.firstSheet]
    let conditions = marks.map { " AND \($0) IS ?" }.joined()
    return try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM item WHERE dossierId = ?\(conditions)"),
      arguments: [dossier] + StatementArguments(marks.map { item.fields[$0]?.databaseValue ?? .null }))
  }

  private mutating func complete(_ table: String, _ known: Row, id: Int64, with stated: StatedFields) throws {
    var changed = false
    for field in stated.all {
      let before: DatabaseValue = known[field.column], after = field.value.databaseValue
      if before == after { continue }
      changed = true
      if before.isNull || before == "".databaseValue {
        try db.run("UPDATE \(table) SET \(field.column) = ? WHERE id = ?", [after, id])
      } else {
        summary.conflicts += 1
        try ConflictWriter(db: db, now: now).open(
          .init(
            level: table, id: id, field: field.column + ConflictWriter.importSuffix,
            inventory: String.fromDatabaseValue(before) ?? before.description,
            archive: String.fromDatabaseValue(after) ?? after.description))
      }
    }
    if !changed { summary.unchanged += 1 }
  }
}
