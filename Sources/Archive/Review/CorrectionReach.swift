public import DocumentModel
internal import GRDB

/// A value of a record that was made of a corrected word.
public struct AffectedValue: Hashable, Codable, Sendable {
  /// `header` for a field of a document or the text of one of its parts, `task` for a field of a task.
  public var kind: EditKind
  /// Id of the document or the task.
  public var id: Int64
  /// `subject`, `sections.3`, `deadline`, …
  public var field: String
  public var before: String
  /// What it became, in the batch of the correction. Nil where only a person can say it: it waits in the queue.
  @ExplicitNull public var after: String?
}

/// What a correction did.
public struct CorrectionOutcome: Sendable {
  /// For undoing.
  public var batch: Int64
  /// Words or fields that were corrected, without what followed from them.
  public var count: Int
  /// What was made of the corrected words.
  public var affected: [AffectedValue]
}

/// Carries the correction of a word on to what was made of it, inside the transaction of the correction.
struct CorrectionReach {
  let db: Database
  let writer: CorrectionWriter

  /// Changes what can only be one thing, and asks about the rest. `page` is the page as it was before; `correction` is
  /// the row of the word.
  func follow(
    _ change: WordChange, on reading: PageWords, place: Int, correction: Int64, batch: Int64
  ) throws -> [AffectedValue] {
    try fields(change, on: reading, place: place).compactMap { field in
      let isDecided = try isDecided(field.subject)
      if isDecided, field.after == nil { return nil }
      let after = isDecided ? nil : field.after
      let value = AffectedValue(
        kind: field.subject.kind, id: field.subject.id, field: field.subject.field, before: field.before,
        after: try after.map { try writer.carry($0, into: field.subject, seen: field.before, batch: batch) })
      if after == nil { try ask(field, sha256: reading.sha256, cause: correction) }
      return value
    }
  }

  /// Asks again about what a correction left to a person, after its input was read anew.
  func askAgain(_ change: WordChange, on reading: PageWords, place: Int, correction: Int64) throws {
    for field in try fields(change, on: reading, place: place) where field.after == nil {
      if try isDecided(field.subject) { continue }
      try ask(field, sha256: reading.sha256, cause: correction)
    }
  }

  private func fields(_ change: WordChange, on reading: PageWords, place: Int) throws -> [AffectedField] {
    guard let reach = AffectedFields(change, on: reading.page, place: place) else { return [] }
    let documents = try DocumentRow.fetchAll(
      db, sql: "SELECT * FROM document WHERE inputSha256 = ? AND ? BETWEEN firstPage AND lastPage ORDER BY id",
      arguments: [reading.sha256, reading.page.number])
    return try documents.flatMap { row -> [AffectedField] in
      guard let id = row.id else { return [] }
      let tasks = try Row.fetchAll(
        db, sql: "SELECT id, ordinal FROM task WHERE documentId = ? AND withdrawn = 0 ORDER BY ordinal", arguments: [id]
      )
      return reach.fields(of: row.record, id: id)
        + tasks.flatMap { task -> [AffectedField] in
          let ordinal: Int = task["ordinal"]
          guard row.record.tasks.indices.contains(ordinal) else { return [] }
          return reach.fields(of: row.record.tasks[ordinal], id: task["id"], sections: row.record.sections)
        }
    }
  }

  /// Whether a person has said what a field reads; what only followed from a word does not count.
  private func isDecided(_ subject: EditSubject) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM correction AS own WHERE kind = ? AND entityId = ? AND field = ?
            AND undoneAt IS NULL AND NOT EXISTS (
              SELECT 1 FROM correction AS word WHERE word.batch = own.batch AND word.kind = 'word'))
          """), arguments: [subject.kind.rawValue, subject.id, subject.field]) ?? false
  }

  private func ask(_ field: AffectedField, sha256: String, cause: Int64) throws {
    let subject = field.subject
    if let open = try writer.doubt(of: subject), open.status == .open { return }
    let document = subject.kind == .header ? subject.id : try documentID(ofTask: subject.id)
    try DoubtFinder(db: db, sha256: sha256).insert(
      DoubtDraft(
        kind: subject.kind, page: field.evidence.provenance.page, documentID: document,
        taskID: subject.kind == .task ? subject.id : nil, field: subject.field, original: field.before,
        text: field.before, box: field.evidence.provenance.box,
        worth: subject.kind == .task ? DoubtWorth.task(subject.field) : DoubtWorth.header(subject.field), cause: cause))
  }

  private func documentID(ofTask id: Int64) throws -> Int64? {
    try Int64.fetchOne(db, sql: "SELECT documentId FROM task WHERE id = ?", arguments: [id])
  }
}
