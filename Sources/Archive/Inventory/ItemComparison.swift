internal import GRDB
internal import Vietnamese

/// A listed document against the one that was scanned and read of it.
struct ItemComparison {
  let types: DocumentTypeNames

  private static let compared = InventoryColumn.stated(in: .item).filter { $0.comparison != nil }

  func differences(in db: Database) throws -> [ConflictWriter.Difference] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT item.*, \(Self.readColumns) FROM item LEFT JOIN document ON document.id = item.documentId
        WHERE item.documentId NOT NULL OR item.scannedPages > 0
        """)
    var found: [ConflictWriter.Difference] = []
    while let row = try rows.next() {
      let id: Int64 = row["id"]
      found += Self.compared.compactMap { difference(of: $0, row, item: id) }
      if let pages = Self.pages(row) {
        found.append(.init(level: "item", id: id, field: "pages", inventory: pages.listed, archive: pages.scanned))
      }
    }
    return found
  }

  private static var readColumns: String {
    compared.compactMap(\.comparison?.readColumn).map { "document.\($0) AS read_\($0)" }.joined(separator: ", ")
  }

  /// Nil where both agree. What one side does not say is no difference.
  private func difference(of column: InventoryColumn, _ row: Row, item id: Int64) -> ConflictWriter.Difference? {
    guard let storage = column.storage, let comparison = column.comparison else { return nil }
    let (listed, read): (String?, String?) = (row[storage.column], row["read_\(comparison.readColumn)"])
    guard let listed, let read, !listed.isEmpty, !read.isEmpty, !agree(comparison.agreement, listed, read) else {
      return nil
    }
    return .init(level: "item", id: id, field: storage.column, inventory: listed, archive: read)
  }

  private func agree(_ agreement: InventoryColumn.Comparison.Agreement, _ listed: String, _ read: String) -> Bool {
    switch agreement {
    case .type: (types.code(of: listed) ?? listed) == (types.code(of: read) ?? read)
    case .number: listed.drop { $0 == "0" } == read.drop { $0 == "0" }
    case .symbol: DocumentKey.plain(listed) == DocumentKey.plain(read)
    // A year that was read does not contradict a whole day that is listed, nor the other way round.
    case .day: read.hasPrefix(listed) || listed.hasPrefix(read)
    case .words(let share): Self.sayTheSame(listed, read, share: share)
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
