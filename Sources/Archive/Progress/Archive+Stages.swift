public import DocumentModel
internal import GRDB

/// Pages that a person brings further: all of a dossier, of one of its documents, or of one scan.
public enum PageSelection: Hashable, Sendable {
  /// Without a catalogue the code has to be one dossier's of the fonds.
  case dossier(fonds: String, catalogue: String?, code: String, ordinal: Int?)
  /// The file that was scanned, as it was named.
  case input(path: String)

  var condition: (sql: String, arguments: StatementArguments) {
    switch self {
    case .dossier(let fonds, let catalogue, let code, let ordinal):
      (
        """
        page.itemId IN (SELECT item.id FROM item JOIN dossier ON dossier.id = item.dossierId \(InventorySQL.aboveDossier)
          WHERE fonds.code = ?1 AND (?2 IS NULL OR catalogue.number = ?2) AND dossier.code = ?3
            AND (?4 IS NULL OR item.ordinal = ?4))
        """, [fonds, catalogue, code, ordinal]
      )
    case .input(let path):
      ("page.inputSha256 IN (SELECT sha256 FROM input WHERE path = ? OR path LIKE '%/' || ?1)", [path])
    }
  }
}

extension Archive {
  /// Brings pages to a stage, in order from the one after the stage that they are at; those that are there already
  /// stay. Who and when is written down for every step. Gives how many moved; fails where there are no such pages.
  ///
  /// - Throws: a `Failure` where no such page is known, and where the archive cannot be written.
  @discardableResult
  public func raise(_ selection: PageSelection, to stage: PageStage, who: String, at moment: Int) throws(Failure) -> Int
  {
    try writing { db in
      let pages = try Self.pages(selection, in: db)
      let moving = pages.filter { $0.stage < stage.rawValue && !$0.isRejected }
      for page in moving {
        try StageWriter(db: db).raise(page: page.id, from: page.stage, to: stage.rawValue, at: moment, who: who)
      }
      for item in Set(moving.compactMap(\.item)) { try StageWriter(db: db).refresh(item: item) }
      return moving.count
    }
  }

  /// Sends a page back: it is scanned, but does not pass. Nil lets it pass again.
  ///
  /// - Throws: a `Failure` where there is no such page, and where the archive cannot be written.
  public func reject(_ selection: PageSelection, page: Int, reason: String?, who: String, at moment: Int)
    throws(Failure)
  {
    try writing { db in
      for found in try Self.pages(selection, in: db) where found.number == page {
        let before = try String.fetchOne(db, sql: "SELECT rejected FROM page WHERE id = ?", arguments: [found.id])
        try db.run("UPDATE page SET rejected = ? WHERE id = ?", [reason, found.id])
        try HistoryWriter(db: db, entity: "page", who: who, at: moment)
          .write(found.id, "rejected", before: before, after: reason)
        if let item = found.item { try StageWriter(db: db).refresh(item: item) }
      }
    }
  }

  private struct Found {
    var id: Int64
    var item: Int64?
    var number: Int
    var stage: Int
    var isRejected: Bool
  }

  private static func pages(_ selection: PageSelection, in db: Database) throws -> [Found] {
    if case .dossier(let fonds, nil, let code, _) = selection {
      let catalogues = try String.fetchAll(
        db, sql: "SELECT number FROM dossier \(InventorySQL.aboveDossier) WHERE fonds.code = ? AND dossier.code = ?",
        arguments: [fonds, code])
      if catalogues.count > 1 { throw Failure(.badArguments, .severalCatalogues(code, catalogues)) }
    }
    let condition = selection.condition
    let rows = try Row.fetchAll(
      db, sql: "SELECT id, itemId, number, stage, rejected FROM page WHERE \(condition.sql)",
      arguments: condition.arguments)
    guard !rows.isEmpty else { throw Failure(.badArguments, .noSuchPages()) }
    return rows.map {
      Found(id: $0[0], item: $0[1], number: $0[2], stage: $0[3], isRejected: ($0[4] as String?) != nil)
    }
  }
}

extension Message {
  static func severalCatalogues(_ dossier: String, _ catalogues: [String]) -> Message {
    let all = catalogues.joined(separator: ", ")
    return Message(
      "several-catalogues", vi: "Hồ sơ “\(dossier)” có ở nhiều mục lục: \(all). Nêu --catalogue.",
      en: "The dossier “\(dossier)” stands in several catalogues: \(all). Give --catalogue.")
  }

  static func noSuchPages() -> Message {
    Message(
      "no-such-pages",
      vi:
        "Không có trang nào như vậy. Trang có sau khi quét (sohoa process … --archive) và nối với mục lục (sohoa inventory reconcile).",
      en:
        "There are no such pages. Pages come with scans (sohoa process … --archive) and are tied by sohoa inventory reconcile."
    )
  }
}
