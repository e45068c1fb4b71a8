internal import DocumentModel
internal import GRDB

/// Takes what a witness from elsewhere says of a kept document: as proposals for empty fields of its head, and as certain
/// only where another witness says the same. Nothing that was read is written over.
struct WitnessDesk {
  let db: Database

  /// What one source says of a document, field by field.
  struct Statement {
    var source: String
    /// How far the source is believed alone, 0…1.
    var confidence: Double
    /// By the name of the field.
    var values: [String: String]
    /// Where a value is printed on another paper, by the name of the field.
    var places: [String: Place] = [:]
  }

  /// A place on a page of another input.
  struct Place {
    /// Its SHA-256.
    var input: String
    var evidence: Evidence
  }

  private static let numberMissing = "number-missing", dayMissing = "day-missing"

  /// Hears a source anew: what it said before is forgotten. The same statement again changes nothing.
  func hear(_ statement: Statement, of document: Int64) throws {
    guard let known = try DocumentRow.fetchOne(db, key: document) else { return }
    var record = known.record
    record.document.forgetProposals(from: statement.source)
    for (field, value) in statement.values where record.document.isOpen(field, to: value) {
      let place = record.document.evidence[field]?.provenance ?? Provenance(page: record.pages.first ?? 1)
      let printed = statement.places[field], most = Confidence(statement.confidence)
      var proposal = Proposal(
        value: value, source: statement.source, confidence: min(most, printed?.evidence.confidence ?? most),
        provenance: printed?.evidence.provenance ?? place)
      proposal.input = printed?.input
      record.document.propose(proposal, as: field)
    }
    if record.document.assertAgreedNumber() { record.findings.removeAll { $0.message.code == Self.numberMissing } }
    if record.document.assertAgreedDay() { record.findings.removeAll { $0.message.code == Self.dayMissing } }
    if record != known.record { try write(record, in: known, id: document) }
  }

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

extension DocumentHeader {
  /// Whether a field is empty and may have this value. A day that contradicts the printed month or year, or that is after
  /// the paper's arrival, is none; nor is a year alone.
  fileprivate func isOpen(_ field: String, to value: String) -> Bool {
    switch field {
    case "number": number == nil
    case "symbol": symbol == nil
    case "issuer": issuer == nil
    case "subject": subject == nil
    case "date": date == nil && CalendarDate(iso: value).map(mayBe) ?? false
    default: false
    }
  }

  private func mayBe(_ day: CalendarDate) -> Bool {
    (dateParts.year ?? day.year) == day.year && (dateParts.month ?? day.month) == day.month
      && (dateParts.day ?? day.day) == day.day && received?.date.map { day <= $0 } ?? true
  }
}
