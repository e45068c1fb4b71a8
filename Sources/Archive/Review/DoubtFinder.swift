internal import DocumentModel
internal import GRDB

/// An entry of the queue that is to be made. `nil` stands for what the entry is not about.
struct DoubtDraft {
  var kind: EditKind
  var page: Int
  var readingID: Int64?
  var place: Int?
  var documentID: Int64?
  var taskID: Int64?
  var field = ""
  var original: String
  var text: String
  var box: PixelBox?
  var worth: Double
  /// The correction that raised it; nil for what was doubtful when it was read.
  var cause: Int64?
}

/// Finds what is doubtful in an input.
struct DoubtFinder {
  /// Fields that are read less surely than this are looked at. A calibrated probability, not a score of OCR.
  static let leastConfidence = 0.8
  /// Fields that a listed document must have (Thông tư 05/2025/TT-BNV): looked at where they were not found, too.
  private static let needed: [HeaderField] = [.number, .symbol, .date, .issuer, .subject]

  let db: Database
  let sha256: String

  func words(_ page: Page, reading: Int64) throws {
    for (place, word) in page.words.enumerated() where word.isDoubtful {
      try add(
        DoubtDraft(
          kind: .word, page: page.number, readingID: reading, place: place, original: word.original, text: word.text,
          box: word.box, worth: DoubtWorth.word(word)))
    }
  }

  func header(_ record: DocumentRecord, document: Int64) throws {
    let head = record.document
    for field in Self.needed + [.signer] {
      let name = field.rawValue, text = field.text(of: head)
      let isDoubtful = head.evidence[name].map { $0.confidence.value < Self.leastConfidence } ?? false
      guard isDoubtful || (field.isMissing(in: head) && Self.needed.contains(field)) else { continue }
      let place = head.place(of: name)
      let page = place?.page ?? record.pages.first ?? 1
      try add(
        DoubtDraft(
          kind: .header, page: page, documentID: document, field: name, original: text, text: text,
          box: place?.box, worth: DoubtWorth.header(name)))
    }
  }

  func tasks(_ record: DocumentRecord, document: Int64) throws {
    for (ordinal, task) in record.tasks.enumerated() {
      let id = try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT id FROM task WHERE documentId = ? AND ordinal = ?"),
        arguments: [document, ordinal])
      for field in [TaskField.deadline, .lead] {
        guard let id, let evidence = task.evidence[field.rawValue],
          evidence.confidence.value < Self.leastConfidence
        else { continue }
        let text = field.text(of: task)
        try add(
          DoubtDraft(
            kind: .task, page: evidence.provenance.page, documentID: document, taskID: id, field: field.rawValue,
            original: text, text: text, box: evidence.provenance.box, worth: DoubtWorth.task(field.rawValue)))
      }
    }
  }

  /// What somebody decided on already is not asked again.
  private func add(_ draft: DoubtDraft) throws {
    let isDecided = try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM doubt WHERE inputSha256 = ? AND page = ? AND status <> 'open' AND kind = ?
            AND place IS ? AND documentId IS ? AND taskId IS ? AND field = ? AND original = ?)
          """),
      arguments: [
        sha256, draft.page, draft.kind.rawValue, draft.place, draft.documentID, draft.taskID, draft.field,
        draft.original,
      ])
    if isDecided != true { try insert(draft) }
  }

  func insert(_ draft: DoubtDraft) throws {
    let reading = try draft.readingID ?? readingID(of: draft.page)
    try db.run(
      """
      INSERT INTO doubt (kind, inputSha256, page, readingId, place, documentId, taskId, field, original, text, box,
        worth, causedBy) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        draft.kind.rawValue, sha256, draft.page, reading, draft.place, draft.documentID, draft.taskID, draft.field,
        draft.original, draft.text, draft.box?.numbers, draft.worth, draft.cause,
      ])
  }

  private func readingID(of page: Int) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM reading WHERE inputSha256 = ? AND page = ?"), arguments: [sha256, page])
  }
}
