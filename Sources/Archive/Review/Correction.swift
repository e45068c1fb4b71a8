internal import DocumentModel
internal import Foundation
internal import GRDB
internal import Vietnamese

/// What a person did to a word or field: corrected it, or said that it is right.
public struct Correction: Hashable, Codable, Sendable {
  public var id: Int64
  /// Those of one batch were done, and are undone, together.
  public var batch: Int64
  /// Seconds since 1970.
  public var at: Int
  public var who: String
  public var kind: EditKind
  public var entityID: Int64
  public var place: Int?
  public var field: String
  /// As recognised, before anything was restored.
  public var original: String?
  public var before: String?
  public var after: String?
  /// The line that it stands in.
  public var context: String?
  public var undoneAt: Int?
  public var undoneBy: String?
}

/// Writes corrections down inside a transaction, each with who, when, before and after.
struct CorrectionWriter {
  let db: Database
  let who: String
  let at: Int

  /// Changes one thing. `seen` is what the person had before their eyes: somebody else's change in between is a
  /// conflict, and is not overwritten. What was made of a word is changed with it.
  func correct(
    _ subject: EditSubject, to text: String, seen: String, as status: Doubt.Status, batch: Int64?
  ) throws -> CorrectionOutcome {
    let editor = Editor(db: db)
    let now = try editor.text(of: subject), text = nfc(text.trimmingCharacters(in: .whitespacesAndNewlines))
    try check(subject, seen: seen)
    if subject.kind == .word, text.isEmpty { throw Failure(.badArguments, .emptyWord()) }
    let doubt = try doubt(of: subject)
    let (original, context) = try surroundings(of: subject, editor)
    let reading = subject.kind == .word ? try editor.reading(subject.id) : nil
    try editor.set(subject, to: text)
    let after = try editor.text(of: subject)
    let id = try insert(
      subject, original: original, before: now, after: after, context: context, doubt: doubt,
      batch: batch)
    if let doubt { try close(doubt.id, as: after == now ? .accepted : status, text: after) }
    try HistoryWriter(db: db, entity: subject.kind.historyEntity, who: who, at: at)
      .write(subject.id, subject.place.map { "word \($0)" } ?? subject.field, before: now, after: after)
    var outcome = CorrectionOutcome(batch: batch ?? id, count: 1, affected: [])
    if let reading, let place = subject.place, after != now {
      outcome.affected = try CorrectionReach(db: db, writer: self).follow(
        WordChange(before: now, after: after), on: reading, place: place, correction: id, batch: outcome.batch)
    }
    return outcome
  }

  /// - Throws: a `Failure` (`changedMeanwhile`) where it reads otherwise than it was seen.
  func check(_ subject: EditSubject, seen: String) throws {
    let now = try Editor(db: db).text(of: subject)
    if !subject.reads(now, asSeen: seen) { throw Failure(.changedMeanwhile, try conflict(on: subject, now: now)) }
  }

  /// Changes a field that was made of a corrected word. Nobody has looked at it, so it is as doubtful as it was. Gives
  /// the field as it reads now.
  func carry(_ text: String, into subject: EditSubject, seen: String, batch: Int64) throws -> String {
    let editor = Editor(db: db)
    let open = try doubt(of: subject).flatMap { $0.status == .open ? $0 : nil }
    try editor.set(subject, to: text, isDecision: false)
    let after = try editor.text(of: subject)
    _ = try insert(
      subject, original: nil, before: seen, after: after, context: nil, doubt: open, batch: batch)
    if let open { try db.run("UPDATE doubt SET text = ? WHERE id = ?", [after, open.id]) }
    try HistoryWriter(db: db, entity: subject.kind.historyEntity, who: who, at: at)
      .write(subject.id, subject.field, before: seen, after: after, note: "word")
    return after
  }

  /// Cannot be read, even by a person: it stays as it is and leaves the queue.
  func reject(_ doubt: Doubt) throws -> Int64 {
    let id = try insert(
      EditSubject(.decision, id: doubt.id), original: doubt.original, before: doubt.text, after: nil,
      context: nil, doubt: doubt, batch: nil)
    try close(doubt.id, as: .rejected, text: doubt.text)
    return id
  }

  func insert(
    _ subject: EditSubject, original: String?, before: String?, after: String?, context: String?,
    doubt: Doubt?, batch: Int64?
  ) throws -> Int64 {
    let next = try Int64.fetchOne(db, sql: "SELECT COALESCE(MAX(id), 0) + 1 FROM correction") ?? 1
    try db.run(
      """
      INSERT INTO correction (id, batch, at, who, kind, entityId, place, field, original, before, after, context,
        doubtId, statusBefore) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        next, batch ?? next, at, who, subject.kind.rawValue, subject.id, subject.place, subject.field, original, before,
        after, context,
        doubt?.id, doubt?.status.rawValue,
      ])
    return next
  }

  private func close(_ doubt: Int64, as status: Doubt.Status, text: String) throws {
    try db.run(
      """
      UPDATE doubt SET status = ?, text = ?, decidedBy = ?, decidedAt = ?, claimedBy = NULL, claimedUntil = NULL
      WHERE id = ?
      """, [status.rawValue, text, who, at, doubt])
  }

  /// The last entry of the queue that was about this; nil where there was none.
  func doubt(of subject: EditSubject) throws -> Doubt? {
    let column =
      switch subject.kind {
      case .word: "readingId"
      case .header: "documentId"
      case .task: "taskId"
      case .decision, .page: "id"
      }
    return try Row.fetchOne(
      db,
      sql: "SELECT * FROM doubt WHERE \(column) = ? AND kind = ? AND place IS ? AND field = ? ORDER BY id DESC LIMIT 1",
      arguments: [subject.id, subject.kind.rawValue, subject.place, subject.field]
    ).map { Doubt($0) }
  }

  private func surroundings(of subject: EditSubject, _ editor: Editor) throws -> (String?, String?) {
    guard subject.kind == .word, let place = subject.place else { return (nil, nil) }
    let page = try editor.reading(subject.id).page
    return (try editor.word(subject).original, page.line(at: place)?.line.originalText)
  }

  private func conflict(on subject: EditSubject, now: String) throws -> Message {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT who FROM correction WHERE kind = ? AND entityId = ? AND place IS ? AND field = ? AND undoneAt IS NULL
        ORDER BY id DESC LIMIT 1
        """, arguments: [subject.kind.rawValue, subject.id, subject.place, subject.field])
    return .editConflict(who: row?["who"], now: now)
  }
}

extension Correction {
  init(_ row: Row) {
    self.init(
      id: row["id"], batch: row["batch"], at: row["at"], who: row["who"],
      kind: EditKind(rawValue: row["kind"]) ?? .decision, entityID: row["entityId"],
      place: row["place"], field: row["field"], original: row["original"], before: row["before"], after: row["after"],
      context: row["context"], undoneAt: row["undoneAt"], undoneBy: row["undoneBy"])
  }
}

extension Message {
  static func editConflict(who: String?, now: String) -> Message {
    Message(
      "edit-conflict",
      vi:
        "\(who ?? "Người khác") đã sửa chỗ này thành “\(now)” trong lúc bạn xem. Bản của bạn chưa được ghi; tải lại để xem.",
      en:
        "\(who ?? "Somebody else") changed this to “\(now)” while you looked at it. Yours was not kept; load the page again."
    )
  }

  static func decidedAlready(who: String?) -> Message {
    Message(
      "edit-conflict", vi: "\(who ?? "Người khác") đã quyết định mục này rồi.",
      en: "\(who ?? "Somebody else") has decided on this already.")
  }

  static func emptyWord() -> Message {
    Message(
      "empty-word", vi: "Một chữ không thể để trống. Nếu không đọc được, chọn “không đọc được”.",
      en: "A word cannot be empty. If it cannot be read, say so with “illegible”.")
  }

  static func nothingToUndo() -> Message {
    Message("nothing-to-undo", vi: "Không còn gì để hoàn tác.", en: "There is nothing to undo.")
  }
}
