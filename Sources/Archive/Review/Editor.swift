internal import DocumentModel
internal import GRDB

/// Changes words and fields inside a transaction, and everything that is made of them.
struct Editor {
  let db: Database
  private let desk = Desk()

  init(db: Database) { self.db = db }

  /// The page and the document that are being worked on: taking them out of their rows costs more than everything else.
  private final class Desk {
    var reading: PageWords?
    var document: DocumentRow?
  }

  func text(of subject: EditSubject) throws -> String {
    switch subject.kind {
    case .word: return try word(subject).text
    case .header:
      guard let text = try documentField(subject).text(of: try row(document: subject.id).record) else {
        throw Failure(.badArguments, .gone())
      }
      return text
    case .task: return try taskField(subject).text(of: try task(subject.id).task)
    case .decision, .page: throw Failure(.badArguments, .noField(subject.kind.rawValue))
    }
  }

  /// `isDoubtful` is of a word: whether somebody still has to look at it. `isDecision` is of a field: whether a person
  /// has looked at it, so that it is certain now.
  func set(_ subject: EditSubject, to text: String, isDoubtful: Bool = false, isDecision: Bool = true) throws {
    switch subject.kind {
    case .word: try setWord(subject, to: text, isDoubtful)
    case .header: try setHeader(subject, to: text, isDecision)
    case .task: try setTask(subject, to: text, isDecision)
    case .decision, .page: throw Failure(.badArguments, .noField(subject.kind.rawValue))
    }
    guard subject.kind != .word else { return }
    try db.run(
      """
      INSERT INTO revision (kind, entityId, version) VALUES (?, ?, 1)
      ON CONFLICT (kind, entityId) DO UPDATE SET version = version + 1
      """, [subject.kind.rawValue, subject.id])
  }

  // MARK: - Words

  func word(_ subject: EditSubject) throws -> Word {
    let words = try reading(subject.id).page.words
    guard let place = subject.place, words.indices.contains(place) else { throw Failure(.badArguments, .gone()) }
    return words[place]
  }

  func reading(_ id: Int64) throws -> PageWords {
    if let reading = desk.reading, reading.id == id { return reading }
    guard let reading = try ReadingStore(db: db).find(id) else { throw Failure(.badArguments, .gone()) }
    desk.reading = reading
    return reading
  }

  private func setWord(_ subject: EditSubject, to text: String, _ isDoubtful: Bool) throws {
    let reading = try reading(subject.id)
    guard let place = subject.place,
      let page = reading.page.changingWord(
        at: place,
        { word in
          word.text = text
          word.isDoubtful = isDoubtful
          if !isDoubtful { word.confidence = 1 }
        })
    else { throw Failure(.badArguments, .gone()) }
    try ReadingStore(db: db).write(page, of: reading.sha256)
    desk.reading?.page = page
    desk.reading?.version += 1
    try index(page, of: reading.sha256)
  }

  /// The page's text for search, made again.
  private func index(_ page: Page, of sha256: String) throws {
    let text = Transcript(of: [page]).text
    let row = try Row.fetchOne(
      db, sql: "SELECT id, text FROM pageText WHERE inputSha256 = ? AND page = ?", arguments: [sha256, page.number])
    guard let row else { return }
    let id: Int64 = row["id"]
    try SearchIndex.page.remove(row["text"], id: id, in: db)
    try db.run("UPDATE pageText SET text = ? WHERE id = ?", [text, id])
    try SearchIndex.page.add(text, id: id, in: db)
  }

  // MARK: - Documents

  private func documentField(_ subject: EditSubject) throws -> DocumentField {
    guard let field = DocumentField(subject.field) else { throw Failure(.badArguments, .noField(subject.field)) }
    return field
  }

  private func row(document id: Int64) throws -> DocumentRow {
    if let row = desk.document, row.id == id { return row }
    guard let row = try DocumentRow.fetchOne(db, key: id) else { throw Failure(.badArguments, .gone()) }
    desk.document = row
    return row
  }

  private func write(_ record: DocumentRecord, in before: DocumentRow) throws {
    let row = DocumentRow(record, id: before.id, of: before.inputSha256, ordinal: before.ordinal)
    try row.update(db)
    desk.document = row
  }

  private func setHeader(_ subject: EditSubject, to text: String, _ isDecision: Bool) throws {
    let before = try row(document: subject.id), field = try documentField(subject)
    var record = before.record
    try field.set(text, in: &record)
    if isDecision { record.document.evidence[field.name]?.confidence = 1 }
    try SearchIndex.document.remove(SearchIndex.text(of: before.record), id: subject.id, in: db)
    try write(record, in: before)
    if HeaderField(rawValue: field.name) == nil { try PartWriter(db: db).rewrite(record, id: subject.id) }
    try SearchIndex.document.add(SearchIndex.text(of: record), id: subject.id, in: db)
  }

  // MARK: - Tasks

  private func taskField(_ subject: EditSubject) throws -> TaskField {
    guard let field = TaskField(rawValue: subject.field) else { throw Failure(.badArguments, .noField(subject.field)) }
    return field
  }

  private func task(_ id: Int64) throws -> (task: TaskRecord, row: DocumentRow, ordinal: Int) {
    let place = try Row.fetchOne(
      db, sql: "SELECT documentId, ordinal FROM task WHERE id = ? AND withdrawn = 0", arguments: [id])
    guard let place else { throw Failure(.badArguments, .gone()) }
    let row = try row(document: place["documentId"]), ordinal: Int = place["ordinal"]
    guard row.record.tasks.indices.contains(ordinal) else { throw Failure(.badArguments, .gone()) }
    return (row.record.tasks[ordinal], row, ordinal)
  }

  private func setTask(_ subject: EditSubject, to text: String, _ isDecision: Bool) throws {
    let (before, row, ordinal) = try task(subject.id)
    var after = before, record = row.record
    try taskField(subject).set(text, in: &after)
    if isDecision { after.evidence[subject.field]?.confidence = 1 }
    record.tasks[ordinal] = after
    try write(record, in: row)
    try TaskEdit(db: db, id: subject.id, record: record).write(after, before: before)
  }
}

extension Message {
  static func gone() -> Message {
    Message(
      "gone", vi: "Mục này không còn trong kho (văn bản đã được xử lý lại?). Tải lại trang.",
      en: "This is no longer in the archive (was the document processed again?). Load the page again.")
  }

  static func noField(_ name: String) -> Message {
    Message("no-such-field", vi: "Không có trường “\(name)” để sửa.", en: "There is no field “\(name)” to correct.")
  }
}
