internal import DocumentModel
internal import GRDB

/// Lets the inventory speak for the fields of a head that its paper does not show. Where the list says something else than
/// the paper, that is a conflict (`ItemComparison`).
struct InventoryWitness {
  let db: Database

  /// How far a list is believed of a field that nobody could read, 0…1: people type lists, and slip.
  private static let confidence = 0.6
  private static let fields = ["number", "symbol", "date", "issuer", "subject"]

  /// Hears the list for every document that is tied to one row of it and has an empty field.
  func speak() throws {
    let listed = Self.fields.map { "item.\($0)" }.joined(separator: ", ")
    let open = Self.fields.map { "document.\($0) IS NULL" }.joined(separator: " OR ")
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT \(listed), document.id AS document FROM item JOIN document ON document.id = item.documentId
        WHERE (\(open) OR LENGTH(document.date) < 10)
          AND (SELECT COUNT(*) FROM item AS other WHERE other.documentId = document.id) = 1
        """)
    for row in rows {
      var statement = WitnessDesk.Statement(
        source: ProposalSource.inventoryList, confidence: Self.confidence, values: [:])
      for field in Self.fields {
        if let value: String = row[field], !value.isEmpty { statement.values[field] = value }
      }
      try WitnessDesk(db: db).hear(statement, of: row["document"])
    }
  }
}
