public import DocumentModel
internal import GRDB

/// An entry of the queue with what a person needs to decide on it.
public struct QueueEntry: Sendable {
  public var doubt: Doubt
  public var document: DocumentSummary?
  /// Other readings of a word, or what is proposed for a field of a head, the best first, without the text itself.
  public var alternatives: [String]
  /// Nil where the page's words are not kept.
  public var reading: PageWords?
  /// The same misreading elsewhere, still open.
  public var sameElsewhere: Int
}

/// The queue inside a transaction.
struct DoubtQueue {
  /// Seconds that an entry is kept for the one who sees it.
  static let claim = 600

  let db: Database

  func same(as doubt: Doubt) throws -> [Doubt] {
    guard doubt.kind == .word else { return [] }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM doubt WHERE status = 'open' AND kind = 'word' AND original = ? AND text = ? AND id <> ?
        """, arguments: [doubt.original, doubt.text, doubt.id]
    ).map { Doubt($0) }
  }

  func sameCount(as doubt: Doubt) throws -> Int {
    guard doubt.kind == .word else { return 0 }
    let count = try Int.fetchOne(
      db,
      sql:
        "SELECT COUNT(*) FROM doubt WHERE status = 'open' AND kind = 'word' AND original = ? AND text = ? AND id <> ?",
      arguments: [doubt.original, doubt.text, doubt.id])
    return count ?? 0
  }

  /// The open doubts that a filter lets through.
  func query(_ filter: QueueFilter) throws -> QueueSQL {
    QueueSQL(filter, inScope: try filter.hasDocuments ? 0 : openCount(ofFile: filter.file))
  }

  /// The first that is worth most and nobody else has before their eyes; what this person skipped comes last.
  /// What was skipped is forgotten where the person takes what is given.
  func next(for who: String, _ filter: QueueFilter, takes: Bool, now: Int) throws -> Doubt? {
    let query = try query(filter)
    func first(skipped: Bool) throws -> Row? {
      try Row.fetchOne(
        db,
        sql: """
          SELECT doubt.* FROM \(query.source)\(query.conditions.clause)
            AND (claimedUntil IS NULL OR claimedUntil <= ? OR claimedBy = ?)
            AND \(skipped ? "" : "NOT ")EXISTS (SELECT 1 FROM doubtSkip WHERE who = ? AND doubtId = doubt.id)
          ORDER BY doubt.worth DESC, doubt.id LIMIT 1
          """, arguments: query.conditions.arguments + [now, who, who])
    }
    if let row = try first(skipped: false) { return Doubt(row) }
    guard let row = try first(skipped: true) else { return nil }
    if takes { try db.run("DELETE FROM doubtSkip WHERE who = ?", [who]) }
    return Doubt(row)
  }

  /// Open doubts of a file or folder; 0 where none is named.
  private func openCount(ofFile file: String?) throws -> Int {
    guard let file else { return 0 }
    var path = FilterSQL()
    path.addPath(file)
    return try Int.fetchOne(
      db,
      sql: "SELECT COALESCE(SUM(doubts), 0) FROM input JOIN doubtCount ON doubtCount.input = sha256\(path.clause)",
      arguments: path.arguments) ?? 0
  }

  /// A reading as the eye has it: the Icelandic letter eth (U+00D0) cannot be told from Đ.
  private static func look(_ text: String) -> String { text.replacing("\u{D0}", with: "Đ") }

  /// What is proposed for a field of a head that stands empty.
  private func proposals(for doubt: Doubt) throws -> [String] {
    guard doubt.kind == .header, let id = doubt.documentID,
      let row = try Row.fetchOne(db, sql: "SELECT record FROM document WHERE id = ?", arguments: [id])
    else { return [] }
    return try DocumentRow.record(in: row).document.proposals(for: doubt.field).map(\.value)
  }

  func entry(_ doubt: Doubt) throws -> QueueEntry {
    let reading = try doubt.readingID.flatMap { try ReadingStore(db: db).find($0) }
    let words = reading?.page.words ?? []
    let word = doubt.place.flatMap { words.indices.contains($0) ? words[$0] : nil }
    var alternatives = word?.alternatives.map(\.text) ?? []
    if let word, word.original != word.text { alternatives.append(word.original) }
    alternatives += try proposals(for: doubt)
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT \(TaskSQL.documentColumns) FROM document WHERE id = COALESCE(?, (
          SELECT id FROM document WHERE inputSha256 = (SELECT inputSha256 FROM doubt WHERE id = ?)
            AND ? BETWEEN firstPage AND lastPage ORDER BY id LIMIT 1))
        """, arguments: [doubt.documentID, doubt.id, doubt.page])
    var seen: Set<String> = [Self.look(doubt.text)]
    return QueueEntry(
      doubt: doubt, document: row.flatMap { DocumentSummary($0) },
      alternatives: alternatives.filter { seen.insert(Self.look($0)).inserted }, reading: reading,
      sameElsewhere: try sameCount(as: doubt))
  }
}

extension Archive {
  /// The next entry for a person, which nobody else is shown for ten minutes where the person `takes` it; nil where nothing
  /// is left.
  ///
  /// - Throws: a `Failure` where the archive cannot be read, or written where it is taken.
  public func nextDoubt(
    for who: String, _ filter: QueueFilter = QueueFilter(), takes: Bool = true, at moment: Int
  ) throws(Failure) -> QueueEntry? {
    guard takes else {
      return try reading { db in
        let queue = DoubtQueue(db: db)
        return try queue.next(for: who, filter, takes: false, now: moment).map(queue.entry)
      }
    }
    return try writing { db in
      let queue = DoubtQueue(db: db)
      guard let doubt = try queue.next(for: who, filter, takes: true, now: moment) else { return nil }
      try db.run(
        "UPDATE doubt SET claimedBy = NULL, claimedUntil = NULL WHERE claimedBy = ? AND status = 'open'", [who])
      try db.run(
        "UPDATE doubt SET claimedBy = ?, claimedUntil = ? WHERE id = ?", [who, moment + DoubtQueue.claim, doubt.id])
      return try queue.entry(doubt)
    }
  }

  /// Puts an entry behind all others for this person.
  ///
  /// - Throws: a `Failure` where the archive cannot be written.
  public func skip(doubt id: Int64, who: String) throws(Failure) {
    try writing { db in
      try db.run(
        "INSERT OR IGNORE INTO doubtSkip SELECT ?, id FROM doubt WHERE id = ? AND status = 'open'", [who, id])
      try db.run("UPDATE doubt SET claimedBy = NULL, claimedUntil = NULL WHERE id = ? AND claimedBy = ?", [id, who])
    }
  }

  /// Open doubts by document, the most first. They are looked for in the fifty files that have most of them.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func waitingDocuments(limit: Int = 10) throws(Failure) -> [(document: DocumentSummary, count: Int)] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          WITH file AS (SELECT input FROM doubtCount WHERE input <> '' GROUP BY input ORDER BY SUM(doubts) DESC LIMIT 50)
          SELECT \(TaskSQL.documentColumns), COUNT(*) AS count FROM file
          CROSS JOIN document ON document.inputSha256 = file.input
          CROSS JOIN doubt INDEXED BY doubt_on_input ON doubt.inputSha256 = file.input
            AND (document.id = doubt.documentId OR (doubt.documentId IS NULL
              AND doubt.page BETWEEN document.firstPage AND document.lastPage))
          WHERE doubt.status = 'open' GROUP BY document.id ORDER BY count DESC, document.id LIMIT ?
          """, arguments: [limit]
      ).compactMap { row in DocumentSummary(row).map { ($0, row["count"]) } }
    }
  }

  /// The words of a document that pass are accepted as they stand, in one batch, where none of its fields is open.
  ///
  /// `seen` is what `openWords` gave when the person looked, nil for whatever they are. Returns how many were accepted.
  ///
  /// - Throws: a `Failure` where a field of the document is still open (`badArguments`), where a word is another by now
  ///   (`changedMeanwhile`), and where the archive cannot be written.
  @discardableResult
  public func acceptWords(
    ofDocument id: Int64, seen: String? = nil, who: String, at moment: Int
  ) throws(Failure) -> Int {
    try writing { db in
      let fields = try Int.fetchOne(
        db, sql: "SELECT COUNT(*) FROM doubt WHERE documentId = ? AND status = 'open'", arguments: [id])
      if fields != 0 { throw Failure(.badArguments, .fieldsOpen(fields ?? 0)) }
      let open = try SeenWords(ofDocument: id, in: db)
      if let seen { try open.check(seen) }
      var batch: Int64?
      let writer = CorrectionWriter(db: db, who: who, at: moment)
      for doubt in open.words {
        guard let subject = EditSubject(doubt) else { continue }
        batch = try writer.correct(subject, to: doubt.text, seen: doubt.text, as: .accepted, batch: batch).batch
      }
      return open.words.count
    }
  }
}

extension Message {
  static func fieldsOpen(_ count: Int) -> Message {
    Message(
      "fields-open", vi: "Còn \(count) trường chưa rà soát; rà soát các trường trước.",
      en: "\(count) fields are still open; look at these first.")
  }
}
