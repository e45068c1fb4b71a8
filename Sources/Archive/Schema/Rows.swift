internal import DocumentModel
internal import Foundation
internal import GRDB

/// A row of `input`.
struct InputRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "input"

  var sha256: String
  var path: String
  var kind: String
  var pages: Int
  var doubtfulWords: Int
  var processedAt: Date
}

/// A row of `document`; the record itself is kept whole as JSON.
struct DocumentRow: Codable, FetchableRecord, MutablePersistableRecord {
  static let databaseTableName = "document"

  var id: Int64?
  var inputSha256: String
  var ordinal: Int
  var type: String?
  var number: String?
  var symbol: String?
  var issuer: String?
  var date: String?
  var subject: String?
  var record: DocumentRecord

  mutating func didInsert(_ inserted: InsertionSuccess) { id = inserted.rowID }
}

/// A row of `task`: what is asked for by date.
struct TaskRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "task"

  var documentId: Int64?
  var ordinal: Int
  var number: String
  var content: String
  var deadline: String?
  var due: String?
}

extension DocumentRow {
  init(_ record: DocumentRecord, of sha256: String, ordinal: Int) {
    let header = record.document
    self.init(
      inputSha256: sha256, ordinal: ordinal, type: header.type, number: header.number, symbol: header.symbol,
      issuer: header.issuer, date: header.date?.description, subject: header.subject, record: record)
  }
}

extension TaskRow {
  init(_ task: TaskRecord, of document: Int64?, ordinal: Int) {
    self.init(
      documentId: document, ordinal: ordinal, number: task.number, content: task.content,
      deadline: task.deadline.text, due: task.deadline.due?.description)
  }
}
