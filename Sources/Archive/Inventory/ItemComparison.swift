internal import GRDB
internal import Vietnamese

/// A listed document against the one that was scanned and read of it.
enum ItemComparison {
  static func differences(in db: Database) throws -> [ConflictWriter.Difference] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT item.*, document.type AS readType, document.number AS readNumber, document.symbol AS readSymbol,
          document.date AS readDate, document.issuer AS readIssuer, document.subject AS readSubject
        FROM item LEFT JOIN document ON document.id = item.documentId
        WHERE item.documentId NOT NULL OR item.scannedPages > 0
        """)
    var found: [ConflictWriter.Difference] = []
    while let row = try rows.next() {
      let id: Int64 = row["id"]
      for (field, listed, read) in try fields(of: row) where differ(field, listed, read) {
        found.append(.init(level: "item", id: id, field: field, inventory: listed, archive: read))
      }
      if let pages = pages(row) {
        found.append(.init(level: "item", id: id, field: "pages", inventory: pages.listed, archive: pages.scanned))
      }
    }
    return found
  }

  private static func fields(of row: Row) throws -> [(field: String, listed: String?, read: String?)] {
    [
      ("typeName", row["typeName"], row["readType"]), ("number", row["number"], row["readNumber"]),
      ("symbol", row["symbol"], row["readSymbol"]), ("date", row["date"], row["readDate"]),
      ("issuer", row["issuer"], row["readIssuer"]), ("subject", row["subject"], row["readSubject"]),
    ]
  }

  /// What one side does not say is no difference.
  private static func differ(_ field: String, _ listed: String?, _ read: String?) -> Bool {
    guard let listed, let read, !listed.isEmpty, !read.isEmpty else { return false }
    switch field {
    case "typeName": return (DocumentTypeNames.code(of: listed) ?? listed) != (DocumentTypeNames.code(of: read) ?? read)
    case "number": return listed.drop { $0 == "0" } != read.drop { $0 == "0" }
    case "symbol": return looseKey(listed) != looseKey(read)
    // A year or a month agrees with any day in it.
    case "date": return !read.hasPrefix(listed)
    case "issuer": return !sayTheSame(listed, read, share: 0.5)
    default: return !sayTheSame(listed, read, share: 0.6)
    }
  }

  /// Whether the shorter has enough of its words in the longer: typists shorten, and recognition loses letters.
  private static func sayTheSame(_ first: String, _ second: String, share: Double) -> Bool {
    let words = [first, second].map { Set(SearchWords($0).words.map(\.plain)) }
    let (short, long) = words[0].count <= words[1].count ? (words[0], words[1]) : (words[1], words[0])
    return short.isEmpty || Double(short.intersection(long).count) >= share * Double(short.count)
  }

  /// Blank versos are scanned, and some lists count them.
  private static func pages(_ row: Row) -> (listed: String, scanned: String)? {
    let (listed, scanned, blank): (Int?, Int, Int) = (row["pages"], row["scannedPages"], row["blankPages"])
    guard let listed, scanned > 0, listed != scanned, listed != scanned - blank else { return nil }
    return ("\(listed)", "\(scanned - blank)")
  }
}
