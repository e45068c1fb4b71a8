public import DocumentModel
internal import GRDB

extension Archive {
  /// Corrects a word or a field in its place. `seen` is what it was before the person's eyes; where somebody else has
  /// changed it since, nothing is written and the failure says who and to what. The fields that were made of a word
  /// are changed with it, or asked about in the queue.
  ///
  /// - Throws: a `Failure` for an empty word, a date that is none, a thing that is gone (`badArguments`), and where
  ///   somebody else was faster (`changedMeanwhile`).
  @discardableResult
  public func correct(
    _ subject: EditSubject, to text: String, seen: String, who: String, at moment: Int
  ) throws(Failure) -> CorrectionOutcome {
    try writing { db in
      try CorrectionWriter(db: db, who: who, at: moment)
        .correct(subject, to: text, seen: seen, as: .corrected, batch: nil)
    }
  }

  /// Decides on an entry of the queue: `text` is what it should read; nil for what cannot be read. With `everywhere`
  /// the same misreading is corrected wherever it still waits, in one batch. `seen` is what the entry was before the person's
  /// eyes: another's word may have changed it since, and it still waits. Nil is whatever it is now.
  ///
  /// - Throws: a `Failure` as `correct` does.
  @discardableResult
  public func decide(
    doubt id: Int64, _ text: String?, seen: String? = nil, everywhere: Bool = false, who: String, at moment: Int
  ) throws(Failure) -> CorrectionOutcome {
    try writing { db in
      guard let row = try Row.fetchOne(db, sql: "SELECT * FROM doubt WHERE id = ?", arguments: [id]) else {
        throw Failure(.badArguments, .gone())
      }
      let doubt = Doubt(row)
      guard doubt.status == .open else { throw Failure(.changedMeanwhile, .decidedAlready(who: row["decidedBy"])) }
      let writer = CorrectionWriter(db: db, who: who, at: moment)
      if let seen, let subject = EditSubject(doubt) { try writer.check(subject, seen: seen) }
      guard let text else { return CorrectionOutcome(batch: try writer.reject(doubt), count: 1, affected: []) }
      guard let subject = EditSubject(doubt) else { throw Failure(.badArguments, .gone()) }
      var outcome = try writer.correct(subject, to: text, seen: doubt.text, as: .corrected, batch: nil)
      if everywhere, doubt.kind == .word {
        for other in try DoubtQueue(db: db).same(as: doubt) {
          guard let subject = EditSubject(other) else { continue }
          let more = try writer.correct(subject, to: text, seen: other.text, as: .corrected, batch: outcome.batch)
          outcome.count += 1
          outcome.affected += more.affected
        }
      }
      return outcome
    }
  }

  /// Takes back a batch, or the last one of this person where none is named. What somebody changed since is not
  /// overwritten: that is a conflict. Gives what was taken back.
  ///
  /// - Throws: a `Failure` where there is nothing to take back (`badArguments`), where somebody changed it since
  ///   (`changedMeanwhile`), and where the archive cannot be written.
  @discardableResult
  public func undo(batch: Int64? = nil, who: String, at moment: Int) throws(Failure) -> [Correction] {
    try writing { db in
      let last =
        try batch
        ?? Int64.fetchOne(
          db, sql: "SELECT batch FROM correction WHERE who = ? AND undoneAt IS NULL ORDER BY id DESC LIMIT 1",
          arguments: [who])
      let rows = try Row.fetchAll(
        db, sql: "SELECT * FROM correction WHERE batch = ? AND undoneAt IS NULL ORDER BY id DESC", arguments: [last])
      guard !rows.isEmpty else { throw Failure(.badArguments, .nothingToUndo()) }
      for row in rows { try CorrectionUndo(db: db, who: who, at: moment).undo(row) }
      return rows.map { Correction($0) }
    }
  }

  /// Corrections of a reading, document or task, the newest first; of everything without `subject`.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func corrections(
    of kind: EditKind? = nil, id: Int64? = nil, limit: Int = 100
  ) throws(Failure) -> [Correction] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM correction WHERE id > 0 AND (?1 IS NULL OR kind = ?1) AND (?2 IS NULL OR entityId = ?2)
          ORDER BY id DESC LIMIT ?3
          """, arguments: [kind?.rawValue, id, limit]
      ).map { Correction($0) }
    }
  }

  /// How many decisions of people stand.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func correctionCount() throws(Failure) -> Int {
    try reading { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM correction WHERE undoneAt IS NULL") ?? 0 }
  }

  /// Words that people looked at, as training data: what was recognised, what was restored, what is right, and the
  /// line as recognised. Each once, the oldest first.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func correctedPairs() throws(Failure) -> [Correction] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM correction WHERE kind = 'word' AND undoneAt IS NULL AND id IN (
            SELECT MAX(id) FROM correction WHERE kind = 'word' AND undoneAt IS NULL GROUP BY entityId, place)
          ORDER BY id
          """
      ).map { Correction($0) }
    }
  }
}

/// A word as recognised, what it is, and how often that was said.
public struct WordPair: Hashable, Codable, Sendable {
  public var seen: String
  public var meant: String
  public var count: Int
}

extension Archive {
  /// The corrected words as `sohoa lexicon learn-confusions` takes them, the most frequent first.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func wordPairs() throws(Failure) -> [WordPair] {
    let words = try correctedPairs().compactMap { pair -> WordPair? in
      guard let seen = pair.original, let meant = pair.after, !seen.isEmpty, !meant.isEmpty else { return nil }
      return WordPair(seen: seen, meant: meant, count: 1)
    }
    return Dictionary(grouping: words) { $0 }
      .map { WordPair(seen: $0.seen, meant: $0.meant, count: $1.count) }
      .sorted { ($1.count, $0.seen, $0.meant) < ($0.count, $1.seen, $1.meant) }
  }
}

/// Takes corrections back.
struct CorrectionUndo {
  let db: Database
  let who: String
  let at: Int

  func undo(_ row: Row) throws {
    let status: String? = row["statusBefore"], doubt: Int64? = row["doubtId"], subject = EditSubject(row)
    // Takes a record that is made anew (`Archive.pageUndo`).
    if subject.kind == .page { throw Failure(.badArguments, .noField(subject.field)) }
    if subject.kind != .decision {
      let editor = Editor(db: db)
      let (before, after): (String?, String?) = (row["before"], row["after"])
      let now = try editor.text(of: subject)
      guard now == after else { throw Failure(.changedMeanwhile, .editConflict(who: nil, now: now)) }
      try editor.set(
        subject, to: before ?? "", isDoubtful: status == Doubt.Status.open.rawValue, isDecision: false)
      try HistoryWriter(db: db, entity: subject.kind.historyEntity, who: who, at: at)
        .write(
          subject.id, subject.place.map { "word \($0)" } ?? subject.field, before: now, after: before, note: "undo")
    }
    try db.run("DELETE FROM doubt WHERE causedBy = ? AND status = 'open'", [row["id"] as Int64])
    try db.run("UPDATE correction SET undoneAt = ?, undoneBy = ? WHERE id = ?", [at, who, row["id"] as Int64])
    if let doubt, let status {
      try db.run(
        "UPDATE doubt SET status = ?, text = COALESCE(?, text), decidedBy = NULL, decidedAt = NULL WHERE id = ?",
        [status, row["before"] as String?, doubt])
    }
  }
}
