internal import DocumentModel
internal import GRDB

/// Lets the inventory speak for the fields of a head that its paper does not show. Where the list says something else than
/// the paper, that is a conflict (`ItemComparison`).
struct InventoryWitness {
  let db: Database

  /// How far a list is believed of a field that nobody could read, 0…1: people type lists, and slip.
  private static let confidence = 0.6
  private static let fields = ["number", "symbol", "date", "issuer", "subject"]

  /// Hears the list for every document that is tied to one row of it and has an empty field. Where the list itself was
  /// scanned, what is proposed says on which page of it the row stands.
  func speak(scanned aids: [KeptAid]) throws {
    let listed = Self.fields.map { "item.\($0)" }.joined(separator: ", ")
    let open = Self.fields.map { "document.\($0) IS NULL" }.joined(separator: " OR ")
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT \(listed), item.ordinal, dossier.code, document.id AS document
        FROM item JOIN document ON document.id = item.documentId JOIN dossier ON dossier.id = item.dossierId
        WHERE (\(open) OR LENGTH(document.date) < 10)
          AND (SELECT COUNT(*) FROM item AS other WHERE other.documentId = document.id) = 1
        """)
    let lists = ListedRows(rows.isEmpty ? [] : aids)
    for row in rows { try hear(row, lists) }
  }

  private func hear(_ row: Row, _ lists: ListedRows) throws {
    var statement = WitnessDesk.Statement(
      source: ProposalSource.inventoryList, confidence: Self.confidence, values: [:])
    for field in Self.fields {
      if let value: String = row[field], !value.isEmpty { statement.values[field] = value }
    }
    let printed = lists.row(of: row["code"], ordinal: row["ordinal"], stating: statement.values)
    for (field, cell) in printed?.cells ?? [:] {
      statement.values[field] = statement.values[field] ?? cell.value
      statement.places[field] = .init(input: cell.input, evidence: cell.evidence)
    }
    try WitnessDesk(db: db).hear(statement, of: row["document"])
  }
}
