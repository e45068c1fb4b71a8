internal import DocumentModel
internal import Foundation
internal import GRDB

/// Writes a file's record that was made anew, with the decision that it was made for, inside a transaction.
struct DivisionWriter {
  let db: Database
  let who: String
  let at: Int

  /// Gives the batch; nil where words were changed since the pages were taken.
  func write(_ input: DividedInput, _ record: InputRecord, _ pages: [Page]) throws -> Int64? {
    let sha256 = input.division.sha256
    guard let now = try DecisionStore(db: db).division(of: sha256) else { throw Failure(.badArguments, .gone()) }
    try DivisionDraft.check(now, seen: input.division.seen, in: db)
    let old = try Row.fetchAll(db, sql: "SELECT * FROM reading WHERE inputSha256 = ?", arguments: [sha256])
    guard Dictionary(old.map { ($0["page"], $0["version"]) }, uniquingKeysWith: { $1 }) == input.versions else {
      return nil
    }
    guard record.documents.compactMap(\.pages.first) == now.ranges(after: input.change).map(\.lowerBound) else {
      throw Failure(.badArguments, .notDivided(page: input.change.page))
    }
    let before = try old.compactMap(ReadingStore.page)
    let batch = try decide(input, before: before)
    let changed = Self.changed(before, pages)
    var keeper = RecordKeeper(db: db, isDivided: true)
    let texts = zip(pages, Transcript(of: pages).pageTexts).map { PageText(page: $0.number, text: $1) }
    try keeper.keep(try kept(record, now, changed, pages), pages: texts)
    try keeper.finish()
    try keep(pages, changed, of: sha256, turned: input)
    try ask(record.documents.count, of: sha256, changed: keeper.changed)
    try BodyStore(db: db).replayMerges()
    try CorrectionReplay(db: db).run(on: sha256)
    return batch
  }

  private static func changed(_ before: [Page], _ pages: [Page]) -> Set<Int> {
    let known = Dictionary(before.map { ($0.number, $0) }) { $1 }
    return Set(pages.filter { known[$0.number] != $0 }.map(\.number))
  }

  // MARK: - The decision

  private func decide(_ input: DividedInput, before: [Page]) throws -> Int64 {
    let sha256 = input.division.sha256, change = input.change
    let reading = try Int64.fetchOne(
      db, sql: "SELECT id FROM reading WHERE inputSha256 = ? AND page = ?", arguments: [sha256, change.page])
    guard let reading else { throw Failure(.badArguments, .noPages()) }
    let now = try DivisionDraft.now(change, input.division, before)
    let history = HistoryWriter(db: db, entity: EditKind.page.historyEntity, who: who, at: at)
    if let undone = input.undoing {
      try db.run("UPDATE correction SET undoneAt = ?, undoneBy = ? WHERE id = ?", [at, who, undone])
      try db.run("DELETE FROM pastReading WHERE correctionId = ?", [undone])
      try history.write(reading, change.field, before: now.text, after: change.text, note: "undo")
      try standAgain(change, of: sha256, reading)
      return undone
    }
    let writer = CorrectionWriter(db: db, who: who, at: at)
    let id = try writer.insert(
      EditSubject(.page, id: reading, field: change.field), original: nil, before: now.text, after: change.text,
      context: nil, doubt: nil, batch: nil)
    try history.write(reading, change.field, before: now.text, after: change.text)
    try stand(change, of: sha256, who: who, at: at)
    if case .turn = change {
      try db.run(
        """
        INSERT INTO pastReading (correctionId, inputSha256, length, data)
        SELECT ?, inputSha256, length, data FROM reading WHERE id = ?
        """, [id, reading])
    }
    return id
  }

  private func stand(_ change: PageChange, of sha256: String, who: String, at: Int) throws {
    try db.run(
      "INSERT OR REPLACE INTO pageDecision (inputSha256, page, field, value, who, at) VALUES (?, ?, ?, ?, ?, ?)",
      [sha256, change.page, change.field, change.value, who, at])
  }

  /// After a decision was taken back, the one before it stands again, if there is any.
  private func standAgain(_ change: PageChange, of sha256: String, _ reading: Int64) throws {
    try db.run(
      "DELETE FROM pageDecision WHERE inputSha256 = ? AND page = ? AND field = ?", [sha256, change.page, change.field])
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT * FROM correction WHERE kind = 'page' AND entityId = ? AND field = ? AND undoneAt IS NULL
        ORDER BY id DESC LIMIT 1
        """, arguments: [reading, change.field])
    guard let row, let earlier = PageChange(field: change.field, text: row["after"], page: change.page) else { return }
    try stand(earlier, of: sha256, who: row["who"], at: row["at"])
  }

  // MARK: - What is kept

  /// The record as it is kept: a document with the pages that it had stays as it is, with all that people did to it.
  private func kept(
    _ record: InputRecord, _ now: InputDivision, _ changed: Set<Int>, _ pages: [Page]
  ) throws -> InputRecord {
    var record = record
    for index in record.documents.indices {
      let new = record.documents[index]
      let first = new.pages.first ?? 1, last = new.pages.last ?? first
      let same = now.parts.filter { $0.firstPage == first && $0.lastPage == last }
      guard same.count == 1, changed.isDisjoint(with: first...max(first, last)),
        var old = try DocumentRow.fetchOne(db, key: same[0].id)?.record
      else { continue }
      old.enclosureOf = new.enclosureOf
      old.document.evidence["enclosureOf"] = new.document.evidence["enclosureOf"]
      record.documents[index] = old
    }
    let words = pages.flatMap(\.words)
    record.source.doubtfulWords = words.count(where: \.isDoubtful)
    record.findings = try findings(of: now.sha256, except: pages.filter { changed.contains($0.number) && !$0.isUnread })
    return record
  }

  /// What is odd about the file itself stays odd; pages that could not be read and are read now are not.
  private func findings(of sha256: String, except pages: [Page]) throws -> [Finding] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM finding WHERE inputSha256 = ? AND documentId IS NULL ORDER BY id", arguments: [sha256])
    return rows.compactMap { row in
      let page: Int? = row["page"], line: Int? = row["line"]
      if row["code"] == "page-unreadable", pages.contains(where: { $0.number == page }) { return nil }
      return Finding(
        Finding.Severity(rawValue: row["severity"]) ?? .warning, Message(row["code"], vi: row["vi"], en: row["en"]),
        at: page.map { Provenance(page: $0, line: line) })
    }
  }

  private func keep(_ pages: [Page], _ changed: Set<Int>, of sha256: String, turned input: DividedInput) throws {
    for page in pages where changed.contains(page.number) {
      let id = try ReadingStore(db: db).write(page, of: sha256)
      guard case .turn(page.number, _) = input.change else { continue }
      try db.run("DELETE FROM doubt WHERE readingId = ? AND kind = 'word' AND status = 'open'", [id])
      try DoubtFinder(db: db, sha256: sha256).words(page, reading: id)
    }
  }

  // MARK: - What is doubtful

  /// Asks about the documents that were made anew.
  private func ask(_ documents: Int, of sha256: String, changed: Set<Int64>) throws {
    let rows = try DocumentRow.fetchAll(
      db, sql: "SELECT * FROM document WHERE inputSha256 = ? AND ordinal < ? ORDER BY ordinal",
      arguments: [sha256, documents])
    let finder = DoubtFinder(db: db, sha256: sha256)
    for row in rows {
      guard let id = row.id, changed.contains(id) else { continue }
      let waiting = try forget(doubtsOf: id)
      try finder.header(row.record, document: id)
      try finder.tasks(row.record, document: id)
      for doubt in waiting { try forget(repetitionOf: doubt) }
    }
  }

  /// Takes out what waited about a document's fields. What a correction of a word left to a person waits on, where the field
  /// still reads as it did.
  private func forget(doubtsOf document: Int64) throws -> [Doubt] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM doubt WHERE documentId = ? AND kind <> 'word' AND status = 'open'", arguments: [document])
    return try rows.compactMap { row in
      let doubt = Doubt(row), cause: Int64? = row["causedBy"]
      if cause != nil, let subject = EditSubject(doubt), (try? Editor(db: db).text(of: subject)) == doubt.text {
        return doubt
      }
      try db.run("DELETE FROM doubt WHERE id = ?", [doubt.id])
      return nil
    }
  }

  private func forget(repetitionOf doubt: Doubt) throws {
    try db.run(
      """
      DELETE FROM doubt WHERE status = 'open' AND causedBy IS NULL AND kind = ? AND documentId IS ? AND taskId IS ?
        AND field = ?
      """, [doubt.kind.rawValue, doubt.documentID, doubt.taskID, doubt.field])
  }
}
