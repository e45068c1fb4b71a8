public import DocumentModel
internal import GRDB

/// What an import of an inventory did.
public struct InventoryImportSummary: Hashable, Codable, Sendable {
  public var rows = 0
  public var dossiers = 0
  public var items = 0
  /// Rows that changed nothing, since all of it was known.
  public var unchanged = 0
  /// Fields that say something else than before; each is a conflict now.
  public var conflicts = 0
  public var uncountedMetres = 0.0

  public init() {}
}

/// What an import is written down as.
public struct InventorySource: Sendable {
  public var file: String
  /// Hexadecimal, of the file's bytes.
  public var sha256: String
  public var who: String
  /// Seconds since 1970.
  public var at: Int

  public init(file: String, sha256: String, who: String, at: Int) {
    self.file = file
    self.sha256 = sha256
    self.who = who
    self.at = at
  }
}

extension Archive {
  /// Takes in entries of an inventory, all or none. What is there already is completed; where it says something else,
  /// it stays, and the difference is a conflict. Taking in the same entries again changes nothing.
  ///
  /// - Throws: a `Failure` where the archive cannot be written.
  @discardableResult
  public func importInventory(
    _ entries: [InventoryEntry], from source: InventorySource
  ) throws(Failure) -> InventoryImportSummary {
    try writing { db in
      var writer = InventoryWriter(db: db, now: source.at)
      for entry in entries { try writer.write(entry) }
      return writer.summary
    }
  }

  /// Writes down that a file was taken in.
  ///
  /// - Throws: a `Failure` where the archive cannot be written.
  public func noteImport(
    of source: InventorySource, _ summary: InventoryImportSummary, rejected: Int
  ) throws(Failure) {
    try writing { db in
      try db.run(
        "INSERT INTO inventoryImport (at, who, file, sha256, rows, dossiers, items, rejected) VALUES (?,?,?,?,?,?,?,?)",
        [
          source.at, source.who, source.file, source.sha256, summary.rows, summary.dossiers, summary.items, rejected,
        ])
    }
  }
}
