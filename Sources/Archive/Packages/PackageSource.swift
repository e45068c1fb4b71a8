public import DocumentModel
internal import Digests
internal import GRDB

/// A dossier with all that the archive knows for packing it, as the inventory and people have it. Nothing is turned into
/// codes here, and nothing is filled in.
public struct PackageSource: Hashable, Codable, Sendable {
  public struct Item: Hashable, Codable, Sendable {
    public var id: Int64
    /// In its dossier, from 1.
    public var ordinal: Int
    /// Columns of the inventory by their names, without those that are empty.
    public var values: [String: String]
    /// The file that was scanned, with its content hash; nil where nothing was scanned.
    public var file: String?
    public var sha256: String?
    /// Pages of the document in that file, with what is enclosed, and how many pages it has.
    public var firstPage: Int?
    public var lastPage: Int?
    public var pagesInFile: Int
    /// The lowest stage of its pages; nil without any.
    public var stage: PageStage?
    /// Pages that were sent back.
    public var rejected: Int
    /// What was done with its pages so far, in the order of the stages.
    public var passed: [Passing]
  }

  /// That pages of a document came to a stage: when the last of them did, and by whom.
  public struct Passing: Hashable, Codable, Sendable {
    public var stage: PageStage
    /// Seconds since 1970.
    public var at: Int
    /// `sohoa` where the program itself did it.
    public var who: String
    public var pages: Int
  }

  public var dossier: Int64
  public var fonds: String
  public var catalogue: String
  public var code: String
  /// Columns of the dossier by their names, without those that are empty; `box` is its box's number.
  public var values: [String: String]
  public var items: [Item]
  public var openConflicts: Int

  /// Of everything that goes into a package.
  public var digest: String {
    let parts =
      [fonds, catalogue, code] + Self.pairs(values)
      + items.flatMap { ["\($0.ordinal)", $0.sha256 ?? ""] + Self.pairs($0.values) + $0.passed.flatMap(\.parts) }
    return Digest.sha256(of: Array(parts.joined(separator: "\u{1}").utf8))
  }

  private static func pairs(_ values: [String: String]) -> [String] {
    values.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
  }
}

extension PackageSource.Passing {
  fileprivate var parts: [String] { [stage.name, "\(at)", who, "\(pages)"] }
}

/// Which dossiers are meant. What is nil narrows nothing.
public struct PackageSelection: Hashable, Sendable {
  public var fonds: String?
  public var catalogue: String?
  public var dossier: String?
  /// The name of a scope that was frozen.
  public var baseline: String?

  public init(fonds: String? = nil, catalogue: String? = nil, dossier: String? = nil, baseline: String? = nil) {
    (self.fonds, self.catalogue, self.dossier, self.baseline) = (fonds, catalogue, dossier, baseline)
  }

  /// True in SQL of the dossiers that are meant, beside `InventorySQL.aboveDossier` and with `arguments`.
  static let condition = """
    (?1 IS NULL OR fonds.code = ?1) AND (?2 IS NULL OR catalogue.number = ?2)
      AND (?3 IS NULL OR ?3 IN (dossier.code, dossier.archiveCode, dossier.paperCode))
      AND (?4 IS NULL OR EXISTS (SELECT 1 FROM baselineDossier WHERE dossierId = dossier.id AND baselineId = ?4))
    """

  /// - Throws: a `Failure` where the archive has no such baseline.
  func arguments(in db: Database) throws -> StatementArguments {
    let scope = try baseline.flatMap { try Archive.baseline(named: $0, before: .max, in: db) }
    return [fonds, catalogue, dossier, scope?.id]
  }
}

/// Reads what is to be packed inside a transaction.
struct PackageSources {
  let db: Database

  func dossiers(_ selection: PackageSelection) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT dossier.id FROM dossier \(InventorySQL.aboveDossier)
        WHERE \(PackageSelection.condition) ORDER BY fonds.code, catalogue.number, dossier.id
        """, arguments: try selection.arguments(in: db))
  }

  func source(_ id: Int64) throws -> PackageSource? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT dossier.*, box.number AS box, fonds.code AS fondsCode, catalogue.number AS catalogueNumber
        FROM dossier \(InventorySQL.aboveDossier)
        LEFT JOIN box ON box.id = dossier.boxId WHERE dossier.id = ?
        """, arguments: [id])
    guard let row else { return nil }
    let conflicts = try Int.fetchOne(
      db,
      sql: """
        SELECT COUNT(*) FROM conflict WHERE status = 'open' AND ((level = 'dossier' AND entityId = ?1)
          OR (level = 'item' AND entityId IN (SELECT id FROM item WHERE dossierId = ?1)))
        """, arguments: [id])
    return PackageSource(
      dossier: id, fonds: row["fondsCode"], catalogue: row["catalogueNumber"], code: row["code"],
      values: Self.values(row, without: ["id", "catalogueId", "boxId", "fondsCode", "catalogueNumber", "addedAt"]),
      items: try items(of: id), openConflicts: conflicts ?? 0)
  }

  private func items(of dossier: Int64) throws -> [PackageSource.Item] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT item.*, input.path, input.sha256, COALESCE(own.firstPage, document.firstPage) AS firstPage,
          COALESCE(own.lastPage, document.lastPage) AS lastPage, COALESCE(input.pages, 0) AS pagesInFile,
          (SELECT MIN(stage) FROM page WHERE itemId = item.id AND rejected IS NULL) AS stage,
          (SELECT COUNT(*) FROM page WHERE itemId = item.id AND rejected NOT NULL) AS rejectedPages
        FROM item LEFT JOIN document ON document.id = item.documentId
        LEFT JOIN input ON input.sha256 = document.inputSha256
        LEFT JOIN (SELECT itemId, inputSha256, MIN(number) AS firstPage, MAX(number) AS lastPage FROM page
          WHERE itemId IN (SELECT id FROM item WHERE dossierId = ?1) GROUP BY 1, 2) own
          ON own.itemId = item.id AND own.inputSha256 = input.sha256
        WHERE item.dossierId = ?1 AND item.duplicateOf IS NULL ORDER BY item.ordinal
        """, arguments: [dossier])
    let others: Set = [
      "id", "dossierId", "documentId", "duplicateOf", "key", "path", "sha256", "firstPage", "lastPage",
      "pagesInFile", "stage", "rejectedPages",
    ]
    return try rows.map { row in
      PackageSource.Item(
        id: row["id"], ordinal: row["ordinal"], values: Self.values(row, without: others), file: row["path"],
        sha256: row["sha256"], firstPage: row["firstPage"], lastPage: row["lastPage"],
        pagesInFile: row["pagesInFile"], stage: (row["stage"] as Int?).flatMap(PageStage.init(rawValue:)),
        rejected: row["rejectedPages"], passed: try passed(by: row["id"]))
    }
  }

  /// That pages were packed says nothing of what is packed.
  private func passed(by item: Int64) throws -> [PackageSource.Passing] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT stageEvent.stage, who, MAX(at) AS at, COUNT(*) AS pages FROM page JOIN stageEvent ON pageId = page.id
          WHERE itemId = ? AND rejected IS NULL AND stageEvent.stage < \(PageStage.packaged.rawValue)
          GROUP BY stageEvent.stage, who ORDER BY stageEvent.stage, who
          """), arguments: [item])
    return rows.compactMap { row in
      PageStage(rawValue: row["stage"]).map {
        PackageSource.Passing(stage: $0, at: row["at"], who: row["who"], pages: row["pages"])
      }
    }
  }

  private static func values(_ row: Row, without others: Set<String>) -> [String: String] {
    var values: [String: String] = [:]
    for (name, value) in row where !others.contains(name) {
      guard let text = String.fromDatabaseValue(value) ?? Int64.fromDatabaseValue(value).map(String.init),
        !text.isEmpty
      else { continue }
      values[name] = text
    }
    return values
  }
}

extension Archive {
  /// What is to be packed of the dossiers of a selection, in the inventory's order.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func packageSources(_ selection: PackageSelection) throws(Failure) -> [PackageSource] {
    try reading { db in
      let sources = PackageSources(db: db)
      return try sources.dossiers(selection).compactMap { try sources.source($0) }
    }
  }
}
