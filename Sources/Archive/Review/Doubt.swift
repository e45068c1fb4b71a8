public import DocumentModel
internal import GRDB

/// Something that a person should look at: a word, a field of a head, a field of a task.
public struct Doubt: Hashable, Codable, Sendable {
  public enum Kind: String, Codable, Sendable, CaseIterable { case word, header, task }
  public enum Status: String, Codable, Sendable, CaseIterable { case open, accepted, corrected, rejected }

  public var id: Int64
  public var kind: Kind
  public var page: Int
  /// Of the page that it stands on; nil where the page's words are not kept.
  public var readingID: Int64?
  /// The word's place among the page's words.
  public var place: Int?
  public var documentID: Int64?
  public var taskID: Int64?
  /// Of a head or task: `number`, `deadline`, …
  public var field: String
  /// As recognised.
  public var original: String
  /// As it stands now; empty where nothing was found.
  public var text: String
  public var box: PixelBox?
  /// What looking at it is worth, from 100 for a document's number down to a few for a word.
  public var worth: Double
  public var status: Status
}

/// What a doubt is worth: a wrong number loses a document, a wrong deadline a task, a wrong word a hit of a search.
enum DoubtWorth {
  static func header(_ field: String) -> Double {
    switch field {
    case "number": 100
    case "date": 95
    case "symbol": 90
    case "issuer": 70
    case "subject": 60
    default: 50
    }
  }

  static func task(_ field: String) -> Double { field == "deadline" ? 80 : 75 }

  /// 0 to 20: the less certain the sooner, and words with figures before others.
  static func word(_ word: Word) -> Double {
    (1 - word.confidence.value) * 10 + (word.text.contains(where: \.isNumber) ? 10 : 0)
  }
}

/// Finds what is doubtful in an input.
struct DoubtFinder {
  /// Fields that are read less surely than this are looked at. A calibrated probability, not a score of OCR.
  static let leastConfidence = 0.8
  /// Fields that a listed document must have (Thông tư 05/2025/TT-BNV): looked at where they were not found, too.
  private static let needed = ["number", "symbol", "date", "issuer", "subject"]

  let db: Database
  let sha256: String

  func words(_ page: Page, reading: Int64) throws {
    for (place, word) in page.words.enumerated() where word.isDoubtful {
      try add(
        .word, page: page.number, reading: reading, place: place, original: word.original, text: word.text,
        box: word.box, worth: DoubtWorth.word(word))
    }
  }

  func header(_ record: DocumentRecord, document: Int64) throws {
    let head = record.document
    for field in Self.needed + ["signer"] {
      let evidence = head.evidence[field], text = HeaderField(rawValue: field)?.text(of: head) ?? ""
      let isDoubtful = evidence.map { $0.confidence.value < Self.leastConfidence } ?? false
      guard isDoubtful || (text.isEmpty && Self.needed.contains(field)) else { continue }
      let page = evidence?.provenance.page ?? record.pages.first ?? 1
      try add(
        .header, page: page, document: document, field: field, original: text, text: text,
        box: evidence?.provenance.box, worth: DoubtWorth.header(field))
    }
  }

  func tasks(_ record: DocumentRecord, document: Int64, ids: [Int64?]) throws {
    for (task, id) in zip(record.tasks, ids) {
      for field in [TaskField.deadline, .lead] {
        guard let id, let evidence = task.evidence[field.rawValue],
          evidence.confidence.value < Self.leastConfidence
        else { continue }
        let text = field.text(of: task)
        try add(
          .task, page: evidence.provenance.page, document: document, task: id, field: field.rawValue, original: text,
          text: text, box: evidence.provenance.box, worth: DoubtWorth.task(field.rawValue))
      }
    }
  }

  /// What somebody decided on already is not asked again.
  private func add(
    _ kind: Doubt.Kind, page: Int, reading: Int64? = nil, place: Int? = nil, document: Int64? = nil,
    task: Int64? = nil, field: String = "", original: String, text: String, box: PixelBox?, worth: Double
  ) throws {
    let reading = try reading ?? readingID(of: page)
    try db.run(
      """
      INSERT INTO doubt (kind, inputSha256, page, readingId, place, documentId, taskId, field, original, text, box, worth)
      SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (
        SELECT 1 FROM doubt WHERE inputSha256 = ?2 AND page = ?3 AND status <> 'open' AND kind = ?1 AND place IS ?5
          AND documentId IS ?6 AND taskId IS ?7 AND field = ?8 AND original = ?9)
      """,
      [
        kind.rawValue, sha256, page, reading, place, document, task, field, original, text, box.map(Self.text), worth,
      ])
  }

  private func readingID(of page: Int) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM reading WHERE inputSha256 = ? AND page = ?"), arguments: [sha256, page])
  }

  private static func text(_ box: PixelBox) -> String { "\(box.x) \(box.y) \(box.width) \(box.height)" }
}

extension PixelBox {
  /// Of four numbers with spaces between.
  init?(numbers text: String?) {
    let numbers = (text ?? "").split(separator: " ").compactMap { Int($0) }
    guard numbers.count == 4 else { return nil }
    self.init(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
  }
}

extension Doubt {
  init(_ row: Row) {
    self.init(
      id: row["id"], kind: Kind(rawValue: row["kind"]) ?? .word, page: row["page"], readingID: row["readingId"],
      place: row["place"], documentID: row["documentId"], taskID: row["taskId"], field: row["field"],
      original: row["original"], text: row["text"], box: PixelBox(numbers: row["box"]), worth: row["worth"],
      status: Status(rawValue: row["status"]) ?? .open)
  }
}
