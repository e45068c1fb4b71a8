internal import DocumentModel
internal import GRDB

/// The parts of a document that are rows of their own: made of its record, and made again whenever that changes.
struct PartWriter {
  let db: Database

  /// The tables that `write` fills.
  private static let tables = ["section", "target", "duty", "citation"]

  /// Takes out what was made of the record that is about to be replaced. Tasks are matched, not cleared.
  func clear(_ row: DocumentRow, id: Int64) throws {
    for table in Self.tables + ["sketch", "sketchBand"] {
      try db.run("DELETE FROM \(table) WHERE documentId = ?", [id])
    }
    try SearchIndex.document.remove(SearchIndex.text(of: row.record), id: id, in: db)
  }

  /// Makes the rows of a document's parts again, of a record that has changed.
  func rewrite(_ record: DocumentRecord, id: Int64) throws {
    for table in Self.tables { try db.run("DELETE FROM \(table) WHERE documentId = ?", [id]) }
    try write(record, id: id)
  }

  func write(_ record: DocumentRecord, id: Int64) throws {
    for (ordinal, section) in record.sections.enumerated() {
      try db.run(
        "INSERT INTO section VALUES (?, ?, ?, ?, ?, ?, ?)",
        [id, ordinal, section.label, section.title, section.level, section.page, section.line])
    }
    for (ordinal, target) in record.targets.enumerated() {
      let place = target.evidence.provenance
      try db.run(
        "INSERT INTO target VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          id, ordinal, target.text, target.value, target.unit, target.comparator.rawValue, target.due?.description,
          place.page, place.line,
        ])
    }
    try writeDuties(record, id: id)
    try writeCitations(record, id: id)
  }

  private func writeDuties(_ record: DocumentRecord, id: Int64) throws {
    let duties = record.assignments.flatMap { assignment in assignment.duties.map { (assignment, $0) } }
    for (ordinal, (assignment, duty)) in duties.enumerated() {
      let place = assignment.evidence.provenance
      try db.run(
        "INSERT INTO duty VALUES (?, ?, ?, ?, ?, ?)", [id, ordinal, assignment.body, duty, place.page, place.line])
    }
  }

  private func writeCitations(_ record: DocumentRecord, id: Int64) throws {
    for (ordinal, reference) in record.references.enumerated() {
      let place = reference.evidence.provenance
      try db.run(
        "INSERT INTO citation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          id, ordinal, reference.type, reference.number, reference.symbol,
          DocumentKey.key(number: reference.number, symbol: reference.symbol), reference.date?.description,
          place.page, place.line,
        ])
    }
  }

  func write(_ finding: Finding, of hash: String, document: Int64?) throws {
    try db.run(
      """
      INSERT INTO finding (inputSha256, documentId, severity, code, vi, en, page, line)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        hash, document, finding.severity.rawValue, finding.message.code, finding.message.vi, finding.message.en,
        finding.provenance?.page, finding.provenance?.line,
      ])
  }
}
