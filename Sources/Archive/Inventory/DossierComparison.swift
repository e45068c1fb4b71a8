internal import GRDB

/// What a dossier's cover says against the list of its documents, and the list against itself.
enum DossierComparison {
  static func differences(in db: Database) throws -> [ConflictWriter.Difference] {
    try counts(in: db) + dates(in: db) + missingNumbers(in: db) + sheetOrder(in: db)
  }

  private static func differences(
    _ db: Database, _ field: String, _ sql: String
  ) throws -> [ConflictWriter.Difference] {
    // Counts and days alike are shown, and compared with what was found before, as text.
    let asText = "SELECT id, CAST(inventory AS TEXT) AS inventory, CAST(archive AS TEXT) AS archive FROM (\(sql))"
    return try Row.fetchAll(db, sql: asText).map {
      .init(level: "dossier", id: $0["id"], field: field, inventory: $0["inventory"], archive: $0["archive"])
    }
  }

  /// Only dossiers whose documents are listed: of the others nothing can be compared.
  private static func counts(in db: Database) throws -> [ConflictWriter.Difference] {
    try differences(
      db, "documents",
      """
      SELECT dossier.id, documents AS inventory, COUNT(*) AS archive FROM dossier JOIN item ON dossierId = dossier.id
      WHERE documents NOT NULL GROUP BY dossier.id HAVING COUNT(*) <> documents
      """)
      + differences(
        db, "sheets",
        """
        SELECT dossier.id, sheets AS inventory, MAX(COALESCE(sheetTo, sheetFrom)) AS archive
        FROM dossier JOIN item ON dossierId = dossier.id WHERE sheets NOT NULL
        GROUP BY dossier.id HAVING MAX(sheetTo) > sheets OR MAX(sheetFrom) > sheets
        """)
      + differences(
        db, "pages",
        """
        SELECT dossier.id, dossier.pages AS inventory, SUM(item.pages) AS archive
        FROM dossier JOIN item ON dossierId = dossier.id WHERE dossier.pages NOT NULL
        GROUP BY dossier.id HAVING COUNT(*) = COUNT(item.pages) AND SUM(item.pages) <> dossier.pages
        """)
  }

  private static func dates(in db: Database) throws -> [ConflictWriter.Difference] {
    try differences(
      db, "startDate",
      """
      SELECT dossier.id, startDate AS inventory, MIN(date) AS archive FROM dossier JOIN item ON dossierId = dossier.id
      WHERE startDate NOT NULL AND date NOT NULL GROUP BY dossier.id
      HAVING SUBSTR(MIN(date), 1, LENGTH(startDate)) < startDate
      """)
      + differences(
        db, "endDate",
        """
        SELECT dossier.id, endDate AS inventory, MAX(date) AS archive FROM dossier JOIN item ON dossierId = dossier.id
        WHERE endDate NOT NULL AND date NOT NULL GROUP BY dossier.id
        HAVING SUBSTR(MAX(date), 1, LENGTH(endDate)) > endDate
        """)
  }

  /// Numbers that a series of one symbol and year leaves out between its least and its greatest, where it has most of
  /// them: then the paper may be missing too. The inventory's own list of missing numbers is what they are held
  /// against.
  private static func missingNumbers(in db: Database) throws -> [ConflictWriter.Difference] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT dossierId, missingNumbers, symbol, SUBSTR(date, 1, 4) AS year, GROUP_CONCAT(DISTINCT number) AS numbers
        FROM item JOIN dossier ON dossier.id = item.dossierId WHERE symbol NOT NULL AND number NOT NULL
        GROUP BY dossierId, symbol, year HAVING COUNT(*) >= 5
        """)
    var missing: [Int64: (stated: String?, found: [Int])] = [:]
    for row in rows {
      let text: String = row["numbers"]
      let numbers = Set(text.split(separator: ",").compactMap { Int($0.prefix { $0.isNumber }) })
      guard let least = numbers.min(), let greatest = numbers.max(), greatest - least < numbers.count * 2 else {
        continue
      }
      let gaps = (least...greatest).filter { !numbers.contains($0) }
      missing[row["dossierId"], default: (row["missingNumbers"], [])].found += gaps
    }
    return missing.compactMap { id, numbers in
      let stated = Set(Self.numbers(in: numbers.stated ?? ""))
      let found = Set(numbers.found)
      guard stated != found, !found.isSubset(of: stated) else { return nil }
      return .init(
        level: "dossier", id: id, field: "missingNumbers", inventory: numbers.stated,
        archive: found.sorted().map(String.init).joined(separator: ", "))
    }
  }

  /// `12, 15-17` → 12, 15, 16, 17.
  static func numbers(in text: String) -> [Int] {
    text.split { $0 == "," || $0 == ";" || $0 == " " }.flatMap { part -> [Int] in
      let ends = part.split(separator: "-").compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, last >= first, last - first < 10_000 else { return [] }
      return Array(first...last)
    }
  }

  /// A sheet number that is not above the one before stands in the wrong place, or was misread.
  private static func sheetOrder(in db: Database) throws -> [ConflictWriter.Difference] {
    try differences(
      db, "sheetOrder",
      """
      SELECT id, NULL AS inventory, GROUP_CONCAT(sheetFrom, ', ') AS archive FROM (
        SELECT dossierId AS id, sheetFrom, LAG(sheetFrom) OVER (PARTITION BY dossierId ORDER BY ordinal) AS before
        FROM item WHERE sheetFrom NOT NULL) WHERE sheetFrom < before GROUP BY id
      """)
  }
}
