public import DocumentModel
internal import GRDB

/// A document as it stands among others: what it is called by, where it lies, what waits in it.
public struct ShelfEntry: Hashable, Codable, Sendable {
  public var document: DocumentSummary
  /// The file, as it was named when it was processed, and the first and last page in it.
  public var file: String
  public var firstPage: Int?
  public var lastPage: Int?
  /// Fonds, catalogue, dossier and the document's ordinal, with the sheets that the inventory states; nil where it is
  /// listed nowhere.
  public var place: String?
  public var sheets: String?
  /// Open doubts.
  public var doubts: Int
  public var tasks: Int
  public var openTasks: Int
  /// Of its first page; nil where the page's words are not kept.
  public var reading: Int64?
  /// Whether that page has a picture.
  public var hasPicture: Bool
}

/// What a list of documents is ordered by.
public enum ShelfOrder: String, Codable, Sendable, CaseIterable {
  case file, date, symbol, type, issuer, subject, doubts, added

  fileprivate var sql: String {
    switch self {
    case .file: "input.path, COALESCE(document.firstPage, 1)"
    case .date: "document.date IS NULL, document.date"
    case .symbol: "document.number IS NULL, CAST(document.number AS INTEGER), document.symbol"
    case .type: "document.type IS NULL, document.type"
    case .issuer: "document.issuer IS NULL, document.issuer"
    case .subject: "document.subject IS NULL, document.subject"
    case .doubts: "doubts"
    case .added: "document.id"
    }
  }
}

/// Which part of the shelf is asked for.
public struct ShelfQuery: Hashable, Sendable {
  public var filter = DocumentFilter()
  /// A dossier of the inventory by its id.
  public var dossier: Int64?
  /// A part of a file's path, in any case.
  public var file: String?
  /// The path of a folder, with everything below it.
  public var folder: String?
  /// Only documents with open doubts.
  public var inDoubt = false
  public var order = ShelfOrder.file
  public var isDescending = false
  public var limit = 50
  public var offset = 0

  public init() {}
}

/// The shelf inside a transaction.
private struct Shelf {
  /// Doubts of a document's fields and tasks, and of the words on its pages.
  static let doubts = "(SELECT COUNT(*) \(open))"
  private static let open = """
    FROM doubt WHERE doubt.inputSha256 = document.inputSha256 AND doubt.status = 'open'
      AND (doubt.documentId = document.id OR (doubt.documentId IS NULL
        AND doubt.page BETWEEN COALESCE(document.firstPage, 1) AND COALESCE(document.lastPage, 1000000000)))
    """
  private static let columns = """
    \(TaskSQL.documentColumns), document.firstPage, document.lastPage, input.path AS file, input.kind AS inputKind,
    \(doubts) AS doubts,
    (SELECT COUNT(*) FROM task WHERE documentId = document.id AND withdrawn = 0) AS tasks,
    (SELECT COUNT(*) FROM task WHERE documentId = document.id AND withdrawn = 0 AND status IN ('open', 'doing')) AS openTasks,
    (SELECT id FROM reading WHERE reading.inputSha256 = document.inputSha256
      AND reading.page = COALESCE(document.firstPage, 1)) AS reading
    """
  private static let place = """
    SELECT \(InventorySQL.itemPlace) AS place,
      item.sheetFrom, item.sheetTo FROM item JOIN dossier ON dossier.id = item.dossierId
    \(InventorySQL.aboveDossier)
    WHERE item.documentId = ? ORDER BY item.id LIMIT 1
    """

  let db: Database
  private let conditions: FilterSQL

  init(_ query: ShelfQuery, db: Database) {
    self.db = db
    var conditions = FilterSQL(query.filter)
    if let dossier = query.dossier {
      conditions.add("document.id IN (SELECT documentId FROM item WHERE dossierId = ?)", [dossier])
    }
    if let file = query.file { conditions.add("INSTR(LOWER(input.path), LOWER(?)) > 0", [file]) }
    if let folder = query.folder { conditions.add("SUBSTR(input.path, 1, LENGTH(?)) = ?", [folder, folder]) }
    if query.inDoubt { conditions.add("EXISTS (SELECT 1 \(Self.open))") }
    self.conditions = conditions
  }

  private static let source = "document JOIN input ON input.sha256 = document.inputSha256"

  func count() throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT COUNT(*) FROM \(Self.source)\(conditions.clause)", arguments: conditions.arguments) ?? 0
  }

  func entries(_ query: ShelfQuery) throws -> [ShelfEntry] {
    let direction = query.isDescending ? " DESC" : ""
    // The rows of one page are found first, by their keys: what is shown of a row costs more than to order it.
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT \(Self.columns) FROM \(Self.source) WHERE document.id IN (
          SELECT id FROM (SELECT document.id\(query.order == .doubts ? ", \(Self.doubts) AS doubts" : "")
            FROM \(Self.source)\(conditions.clause)
            ORDER BY \(query.order.sql)\(direction), document.id\(direction) LIMIT \(query.limit) OFFSET \(query.offset)))
        ORDER BY \(query.order.sql)\(direction), document.id\(direction)
        """, arguments: conditions.arguments)
    return try rows.compactMap(entry)
  }

  private func entry(_ row: Row) throws -> ShelfEntry? {
    guard let document = DocumentSummary(row) else { return nil }
    let listed = try Row.fetchOne(db.cachedStatement(sql: Self.place), arguments: [document.id])
    let sheets = [listed?["sheetFrom"] as Int?, listed?["sheetTo"] as Int?].compactMap(\.self)
    return ShelfEntry(
      document: document, file: row["file"], firstPage: row["firstPage"], lastPage: row["lastPage"],
      place: listed?["place"],
      sheets: sheets.isEmpty ? nil : Set(sheets).sorted().map(String.init).joined(separator: "–"),
      doubts: row["doubts"], tasks: row["tasks"], openTasks: row["openTasks"], reading: row["reading"],
      hasPicture: row["inputKind"] as String != SourceSummary.Kind.text.rawValue)
  }
}

/// A dossier of the inventory, or a folder of files, as a folder of documents.
public struct ShelfFolder: Hashable, Codable, Sendable {
  /// Of the dossier; nil for a folder of files.
  public var dossier: Int64?
  /// Fonds, catalogue and code; a folder's path.
  public var place: String
  public var title: String
  /// Documents that the inventory lists; nil for a folder of files.
  public var listed: Int?
  /// Documents that were read of it, and their open doubts.
  public var documents: Int
  public var doubts: Int
}

extension Archive {
  /// Documents as they stand among others, and how many there are in all.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func shelf(_ query: ShelfQuery) throws(Failure) -> (entries: [ShelfEntry], count: Int) {
    try reading { db in
      let shelf = Shelf(query, db: db)
      return (try shelf.entries(query), try shelf.count())
    }
  }

  /// Dossiers of the inventory whose code or title holds a text, in the inventory's order, and how many there are.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func shelfDossiers(
    holding text: String? = nil, limit: Int, offset: Int
  ) throws(Failure) -> (folders: [ShelfFolder], count: Int) {
    try reading { db in
      let condition = "?1 IS NULL OR INSTR(plain(dossier.title), plain(?1)) > 0 OR INSTR(dossier.code, ?1) > 0"
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT dossier.id, \(InventorySQL.dossierPlace) AS place, dossier.title,
            (SELECT COUNT(*) FROM item WHERE dossierId = dossier.id) AS listed,
            (SELECT COUNT(*) FROM item WHERE dossierId = dossier.id AND documentId NOT NULL) AS documents,
            (SELECT COUNT(*) FROM item JOIN doubt ON doubt.documentId = item.documentId AND doubt.status = 'open'
              WHERE item.dossierId = dossier.id) AS doubts
          FROM dossier \(InventorySQL.aboveDossier)
          WHERE \(condition) ORDER BY fonds.code, catalogue.number, dossier.id LIMIT ?2 OFFSET ?3
          """, arguments: [text, limit, offset])
      let count = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM dossier WHERE \(condition)", arguments: [text])
      let folders = rows.map {
        ShelfFolder(
          dossier: $0["id"], place: $0["place"], title: $0["title"], listed: $0["listed"], documents: $0["documents"],
          doubts: $0["doubts"])
      }
      return (folders, count ?? 0)
    }
  }

  /// The folders that the files of documents lie in, by path.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func shelfFolders(limit: Int = 200) throws(Failure) -> [ShelfFolder] {
    try reading { db in
      // A path without the letters that stand behind its last stroke is its folder.
      try Row.fetchAll(
        db,
        sql: """
          SELECT RTRIM(path, REPLACE(path, '/', '')) AS folder, COUNT(*) AS documents
          FROM document JOIN input ON input.sha256 = document.inputSha256 GROUP BY 1 ORDER BY 1 LIMIT ?
          """, arguments: [limit]
      ).map {
        ShelfFolder(
          dossier: nil, place: $0["folder"], title: "", listed: nil, documents: $0["documents"], doubts: 0)
      }
    }
  }
}
