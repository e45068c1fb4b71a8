public import DocumentModel
internal import GRDB

/// Who a package is: drawn once for a dossier and a kind, and kept.
public struct PackageIdentity: Hashable, Codable, Sendable {
  /// A UUID in capitals.
  public var objid: String
  /// Seconds since 1970 at which it was drawn; the package's own times are this one, so that a second build gives the same
  /// bytes.
  public var moment: Int

  public init(objid: String, moment: Int) { (self.objid, self.moment) = (objid, moment) }
}

/// A package that was built.
public struct KeptPackage: Hashable, Codable, Sendable {
  public var id: Int64
  public var dossier: Int64
  /// Fonds, catalogue and code.
  public var place: String
  /// `aip` or `sip`.
  public var kind: String
  public var objid: String
  /// Seconds since 1970.
  public var at: Int
  public var who: String
  public var file: String
  /// Of the ZIP; nil for a folder.
  public var sha256: String?
  public var bytes: Int
  public var documents: Int
  public var pages: Int
  /// Every document is a signed PDF/A.
  public var isSigned: Bool
  /// The last check; nil where there was none.
  public var checkedAt: Int?
  public var passed: Bool?
  /// What the archive says of the dossier is something else by now, or a newer package of its kind is there.
  public var isStale: Bool
}

/// A package as it was built, to be written down.
public struct NewPackage: Hashable, Sendable {
  public var kind: String
  public var objid: String
  public var file: String
  public var sha256: String?
  public var bytes: Int
  public var documents: Int
  public var pages: Int
  public var isSigned: Bool

  public init(
    kind: String, objid: String, file: String, sha256: String?, bytes: Int, documents: Int, pages: Int, isSigned: Bool
  ) {
    (self.kind, self.objid, self.file, self.sha256) = (kind, objid, file, sha256)
    (self.bytes, self.documents, self.pages, self.isSigned) = (bytes, documents, pages, isSigned)
  }
}

extension Archive {
  /// The identity of a dossier's package of a kind; `new` is kept where there is none yet.
  ///
  /// - Throws: a `Failure` where the archive cannot be written.
  public func packageIdentity(
    of dossier: Int64, kind: String, new: PackageIdentity
  ) throws(Failure) -> PackageIdentity {
    try writing { db in
      try db.run(
        "INSERT OR IGNORE INTO packageIdentity (dossierId, kind, objid, moment) VALUES (?, ?, ?, ?)",
        [dossier, kind, new.objid, new.moment])
      let row = try Row.fetchOne(
        db, sql: "SELECT objid, moment FROM packageIdentity WHERE dossierId = ? AND kind = ?",
        arguments: [dossier, kind])
      return row.map { PackageIdentity(objid: $0["objid"], moment: $0["moment"]) } ?? new
    }
  }

  /// Writes down that a package was built of what `source` says, and gives its id.
  ///
  /// - Throws: a `Failure` where the archive cannot be written.
  public func keep(
    _ package: NewPackage, of source: PackageSource, who: String, at moment: Int
  ) throws(Failure) -> Int64 {
    try writing { db in
      try db.run(
        """
        INSERT INTO package (dossierId, kind, objid, at, who, file, sha256, bytes, documents, pages, signed, contents)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          source.dossier, package.kind, package.objid, moment, who, package.file, package.sha256, package.bytes,
          package.documents, package.pages, package.isSigned, source.digest,
        ])
      let id = db.lastInsertedRowID
      try db.run("DELETE FROM packageRefusal WHERE dossierId = ? AND kind = ?", [source.dossier, package.kind])
      return id
    }
  }

  /// Writes down what a check of a package said. An archival package whose every document is signed and that passed brings
  /// the pages of its dossier to `packaged`; one that is stale, unsigned or for delivery does not.
  ///
  /// - Throws: a `Failure` where there is no such package, and where the archive cannot be written.
  public func note(checkOf package: Int64, passed: Bool, who: String, at moment: Int) throws(Failure) {
    try writing { db in
      guard let found = try Self.packages("package.id = ?", [package], in: db).first else {
        throw Failure(.badArguments, .noSuchPackage(package))
      }
      try db.run("UPDATE package SET checkedAt = ?, passed = ? WHERE id = ?", [moment, passed, package])
      guard passed, found.isWhole, !found.isStale else { return }
      let pages = try Row.fetchAll(
        db,
        sql: """
          SELECT page.id, page.stage, page.itemId FROM page JOIN item ON item.id = page.itemId
          WHERE item.dossierId = ? AND page.rejected IS NULL AND page.stage < ?
          """, arguments: [found.dossier, PageStage.packaged.rawValue])
      let writer = StageWriter(db: db)
      for row in pages {
        try writer.raise(
          page: row["id"], from: row["stage"], to: PageStage.packaged.rawValue, at: moment, who: who)
      }
      for item in Set(pages.map { $0["itemId"] as Int64 }) { try writer.refresh(item: item) }
    }
  }

  /// Packages that were built, the newest first.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func packages(of selection: PackageSelection = PackageSelection()) throws(Failure) -> [KeptPackage] {
    try reading { db in
      try Self.packages(PackageSelection.condition, selection.arguments(in: db), in: db)
    }
  }

  /// The last package of a dossier of a kind; nil where there was none.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func lastPackage(of dossier: Int64, kind: String) throws(Failure) -> KeptPackage? {
    try reading { db in
      try Self.packages("package.dossierId = ? AND package.kind = ?", [dossier, kind], in: db, limit: 1).first
    }
  }

  /// Whether one is stale is told by making its source anew, so that only those which are asked for are read.
  static func packages(
    _ condition: String, _ arguments: StatementArguments, in db: Database, limit: Int = -1
  ) throws -> [KeptPackage] {
    let sources = PackageSources(db: db)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT package.*, \(InventorySQL.dossierPlace) AS place,
          EXISTS (SELECT 1 FROM package newer WHERE newer.dossierId = package.dossierId AND newer.kind = package.kind
            AND newer.id > package.id) AS isReplaced
        FROM package JOIN dossier ON dossier.id = package.dossierId \(InventorySQL.aboveDossier)
        WHERE \(condition) ORDER BY package.id DESC LIMIT \(limit)
        """, arguments: arguments)
    return try rows.map { row in
      let digest: String = row["contents"], isReplaced: Bool = row["isReplaced"]
      return KeptPackage(row, isStale: try isReplaced || sources.source(row["dossierId"])?.digest != digest)
    }
  }
}

extension KeptPackage {
  init(_ row: Row, isStale: Bool) {
    self.init(
      id: row["id"], dossier: row["dossierId"], place: row["place"], kind: row["kind"], objid: row["objid"],
      at: row["at"], who: row["who"], file: row["file"], sha256: row["sha256"], bytes: row["bytes"],
      documents: row["documents"], pages: row["pages"], isSigned: row["signed"], checkedAt: row["checkedAt"],
      passed: row["passed"], isStale: isStale)
  }
}

extension Message {
  static func noSuchPackage(_ id: Int64) -> Message {
    Message(
      "no-such-package", vi: "Không có gói số \(id). Xem: sohoa package list",
      en: "There is no package \(id). See: sohoa package list")
  }
}
