public import DocumentModel
internal import GRDB

/// What was packed of an archive, for a report.
public struct PackageSummary: Hashable, Codable, Sendable {
  /// The packages of a kind, the newest of each dossier.
  public struct Kind: Hashable, Codable, Sendable {
    /// `aip` or `sip`.
    public var kind: String
    public var packages: Int
    public var documents: Int
    public var pages: Int
    public var bytes: Int
    public var signed: Int
    public var stale: Int
    /// Whose last check passed, and whose did not; the others were never checked.
    public var passed: Int
    public var failed: Int

    public init(
      kind: String, packages: Int = 0, documents: Int = 0, pages: Int = 0, bytes: Int = 0, signed: Int = 0,
      stale: Int = 0, passed: Int = 0, failed: Int = 0
    ) {
      (self.kind, self.packages, self.documents, self.pages) = (kind, packages, documents, pages)
      (self.bytes, self.signed, self.stale, self.passed, self.failed) = (bytes, signed, stale, passed, failed)
    }
  }

  /// Why dossiers were not packed when that was last tried.
  public struct Reason: Hashable, Codable, Sendable {
    public var code: String
    public var dossiers: Int

    public init(code: String, dossiers: Int) { (self.code, self.dossiers) = (code, dossiers) }
  }

  public var kinds: [Kind] = []
  /// Pages at the last stage whose dossier has a signed archival package that passed its check and still holds.
  public var pagesByPackage = 0
  /// Those whose dossier had one, and has changed since.
  public var pagesOfStale = 0
  /// Those that a person brought there without any.
  public var pagesByHand = 0
  public var refusedDossiers = 0
  /// The ten commonest.
  public var reasons: [Reason] = []
  /// The newest check, and by when the one that was checked longest ago has its next (Thông tư 05/2025/TT-BNV: within three
  /// years). Seconds since 1970; nil without any check.
  public var lastCheck: Int?
  public var nextCheck: Int?

  /// Of an archive where nothing was packed yet.
  public init() {}

  public var isEmpty: Bool { kinds.isEmpty && pagesByHand == 0 && refusedDossiers == 0 }
}

extension PackageSummary {
  private static let periodOfChecks = 3 * 365 * 86400

  init(of db: Database) throws {
    let all = try Archive.packages("TRUE", [], in: db)
    // The newest come first.
    var seen: Set<[String]> = []
    let packages = all.filter { seen.insert([$0.kind, "\($0.dossier)"]).inserted }
    kinds = Dictionary(grouping: packages, by: \.kind).map { Kind(kind: $0, of: $1) }.sorted { $0.kind < $1.kind }
    let checks = packages.compactMap(\.checkedAt)
    (lastCheck, nextCheck) = (checks.max(), checks.min().map { $0 + Self.periodOfChecks })
    try countPages(all.filter(\.isProof), in: db)
    refusedDossiers = try Int.fetchOne(db, sql: "SELECT COUNT(DISTINCT dossierId) FROM packageRefusal") ?? 0
    let common = try Row.fetchAll(
      db,
      sql: """
        SELECT code, COUNT(DISTINCT dossierId) AS dossiers FROM packageRefusal
        GROUP BY code ORDER BY dossiers DESC, code LIMIT 10
        """)
    reasons = common.map { Reason(code: $0["code"], dossiers: $0["dossiers"]) }
  }

  /// `proofs`: signed archival packages that passed.
  private mutating func countPages(_ proofs: [KeptPackage], in db: Database) throws {
    let isStale = Dictionary(proofs.map { ($0.dossier, $0.isStale) }) { $0 && $1 }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT item.dossierId AS dossier, COUNT(*) AS pages FROM page JOIN item ON item.id = page.itemId
        WHERE page.stage = \(PageStage.packaged.rawValue) AND page.rejected IS NULL GROUP BY 1
        """)
    for row in rows {
      let pages: Int = row["pages"]
      switch isStale[row["dossier"]] {
      case false?: pagesByPackage += pages
      case true?: pagesOfStale += pages
      case nil: pagesByHand += pages
      }
    }
  }
}

extension PackageSummary.Kind {
  fileprivate init(kind: String, of packages: [KeptPackage]) {
    self.init(kind: kind)
    for package in packages {
      self.packages += 1
      documents += package.documents
      pages += package.pages
      bytes += package.bytes
      signed += package.isSigned ? 1 : 0
      stale += package.isStale ? 1 : 0
      passed += package.passed == true ? 1 : 0
      failed += package.passed == false ? 1 : 0
    }
  }
}

extension KeptPackage {
  /// Whether it shows that its dossier was digitized to the end, as long as it is not stale.
  var isProof: Bool { isWhole && passed == true }

  /// Whether it is one that can show it once it is checked: a delivery and a trial cannot.
  var isWhole: Bool { kind == "aip" && isSigned }
}

extension Archive {
  /// What was packed, and what was not.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func packageSummary() throws(Failure) -> PackageSummary { try reading { try PackageSummary(of: $0) } }

  /// Writes down why a dossier was not packed, in place of what stood there before.
  ///
  /// - Throws: a `Failure` where the archive cannot be written.
  public func note(
    refusalOf dossier: Int64, kind: String, codes: Set<String>, at moment: Int
  ) throws(Failure) {
    try writing { db in
      try db.run("DELETE FROM packageRefusal WHERE dossierId = ? AND kind = ?", [dossier, kind])
      for code in codes.sorted() {
        try db.run("INSERT INTO packageRefusal VALUES (?, ?, ?, ?)", [dossier, kind, code, moment])
      }
    }
  }
}
