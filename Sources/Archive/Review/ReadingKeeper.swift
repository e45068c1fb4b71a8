internal import DocumentModel
internal import Foundation
internal import GRDB

/// Keeps the pages of an input and what is doubtful in them.
struct ReadingKeeper {
  let db: Database

  func keep(_ record: InputRecord, _ pages: [Page]) throws {
    let hash = record.source.sha256
    try db.run("DELETE FROM doubt WHERE inputSha256 = ? AND status = 'open'", [hash])
    let finder = DoubtFinder(db: db, sha256: hash)
    for page in pages {
      let id = try ReadingStore(db: db).write(page, of: hash)
      try finder.words(page, reading: id)
    }
    try db.run("DELETE FROM reading WHERE inputSha256 = ? AND page > ?", [hash, record.source.pages])
    for (ordinal, document) in record.documents.enumerated() {
      let id = try Int64.fetchOne(
        db, sql: "SELECT id FROM document WHERE inputSha256 = ? AND ordinal = ?", arguments: [hash, ordinal])
      guard let id else { continue }
      try finder.header(document, document: id)
      try finder.tasks(document, document: id)
    }
    try BodyStore(db: db).replayMerges()
    try CorrectionReplay(db: db).run(on: hash)
  }
}

/// Puts corrections in again after their input was read anew. Those of words on a page that was turned since stay out: the
/// places of its words are others.
struct CorrectionReplay {
  let db: Database

  func run(on sha256: String) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT correction.* FROM correction
        LEFT JOIN reading ON correction.kind = 'word' AND reading.id = correction.entityId
        LEFT JOIN task ON correction.kind = 'task' AND task.id = correction.entityId
        LEFT JOIN document ON document.id =
          CASE correction.kind WHEN 'header' THEN correction.entityId WHEN 'task' THEN task.documentId END
        WHERE undoneAt IS NULL AND correction.kind NOT IN ('decision', 'page')
          AND (reading.inputSha256 = ?1 OR document.inputSha256 = ?1)
          AND NOT (correction.kind = 'word' AND EXISTS (SELECT 1 FROM correction AS turn WHERE turn.kind = 'page'
            AND turn.field = 'turn' AND turn.entityId = correction.entityId AND turn.undoneAt IS NULL
            AND turn.id > correction.id))
        ORDER BY correction.id
        """, arguments: [sha256])
    for row in rows { try replay(row) }
  }

  private func replay(_ row: Row) throws {
    let editor = Editor(db: db)
    let subject = EditSubject(row)
    let after: String = row["after"] ?? ""
    // Read otherwise than when it was corrected, it is another question; and what is gone cannot be corrected.
    guard let now = try? editor.text(of: subject), now != after,
      subject.reads(now, asSeen: row["before"] as String? ?? "")
    else { return }
    let reading = subject.kind == .word ? try editor.reading(subject.id) : nil
    guard (try? editor.set(subject, to: after)) != nil, let reading, let place = subject.place else { return }
    let writer = CorrectionWriter(db: db, who: row["who"], at: row["at"])
    try CorrectionReach(db: db, writer: writer).askAgain(
      WordChange(before: now, after: after), on: reading, place: place, correction: row["id"])
  }
}
