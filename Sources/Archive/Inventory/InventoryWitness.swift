internal import DocumentModel
internal import GRDB

/// Proposes what the inventory says of a paper for the fields of its head that the paper does not show. Nothing read is
/// written over: where the list says something else than the paper, that is a conflict (`ItemComparison`). A figure by pen
/// that the list bears out is taken.
struct InventoryWitness {
  let db: Database

  /// How far a list is believed of a field that nobody could read, 0…1: people type lists, and slip.
  private static let confidence = Confidence(0.6)

  /// Hears the list for every document that is tied to one row of it. The same list again changes nothing.
  func speak() throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT item.number, item.symbol, item.date, item.issuer, item.subject, document.id AS document
        FROM item JOIN document ON document.id = item.documentId
        WHERE (SELECT COUNT(*) FROM item AS other WHERE other.documentId = document.id) = 1
        """)
    for row in rows {
      guard let known = try DocumentRow.fetchOne(db, key: row["document"] as Int64), let id = known.id else { continue }
      var record = known.record
      hear(row, in: &record)
      if record != known.record { try write(record, in: known, id: id) }
    }
  }

  private func hear(_ row: Row, in record: inout DocumentRecord) {
    record.document.forgetProposals(from: ProposalSource.inventoryList)
    let head = record.document
    let fields: [(name: String, shown: String?)] = [
      ("number", head.number), ("symbol", head.symbol), ("date", head.date?.description), ("issuer", head.issuer),
      ("subject", head.subject),
    ]
    for field in fields where field.shown == nil {
      guard let listed: String = row[field.name], !listed.isEmpty, isPossible(listed, field.name, head) else {
        continue
      }
      let place = head.evidence[field.name]?.provenance ?? Provenance(page: record.pages.first ?? 1)
      record.document.propose(
        Proposal(
          value: listed, source: ProposalSource.inventoryList, confidence: Self.confidence, provenance: place),
        as: field.name)
    }
    if record.document.assertAgreedNumber() { record.findings.removeAll { $0.message.code == Self.numberMissing } }
    if record.document.assertAgreedDay() { record.findings.removeAll { $0.message.code == Self.dayMissing } }
  }

  /// A listed day that contradicts the printed month or year is a conflict and no proposal; a listed year alone is no day.
  private func isPossible(_ listed: String, _ field: String, _ head: DocumentHeader) -> Bool {
    guard field == "date" else { return true }
    guard let day = CalendarDate(iso: listed) else { return false }
    let parts = head.dateParts
    return (parts.year ?? day.year) == day.year && (parts.month ?? day.month) == day.month
      && (parts.day ?? day.day) == day.day && head.received?.date.map { day <= $0 } ?? true
  }

  private static let numberMissing = "number-missing", dayMissing = "day-missing"

  private func write(_ record: DocumentRecord, in known: DocumentRow, id: Int64) throws {
    try SearchIndex.document.remove(SearchIndex.text(of: known.record), id: id, in: db)
    try DocumentRow(record, id: id, of: known.inputSha256, ordinal: known.ordinal).update(db)
    try SearchIndex.document.add(SearchIndex.text(of: record), id: id, in: db)
    let left = Set(record.findings.map(\.message.code))
    for code in [Self.numberMissing, Self.dayMissing] where !left.contains(code) {
      try db.run("DELETE FROM finding WHERE documentId = ? AND code = ?", [id, code])
    }
  }
}
