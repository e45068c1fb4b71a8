internal import DocumentModel
internal import Foundation
internal import GRDB
internal import Vietnamese

/// A row of `document`; the record itself is kept whole as JSON, the other columns are made of it.
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
  var key: String
  var place: String?
  var signer: String?
  var plainIssuer: String
  var firstPage: Int?
  var lastPage: Int?

  mutating func didInsert(_ inserted: InsertionSuccess) { id = inserted.rowID }
}

extension DocumentRow {
  init(_ record: DocumentRecord, id: Int64? = nil, of sha256: String, ordinal: Int) {
    let head = record.document
    self.init(
      id: id, inputSha256: sha256, ordinal: ordinal, type: head.type, number: head.number, symbol: head.symbol,
      issuer: head.issuer, date: head.dateParts.iso, subject: head.subject, record: record,
      key: DocumentKey.key(number: head.number, symbol: head.symbol), place: head.place, signer: head.signer.name,
      plainIssuer: looseKey(head.issuer ?? ""), firstPage: record.pages.first, lastPage: record.pages.last)
  }
}

extension DocumentRow {
  /// The record in a row that has the column of that name.
  static func record(in row: Row) throws -> DocumentRecord {
    let text: String = row["record"]
    return try JSONDecoder().decode(DocumentRecord.self, from: Data(text.utf8))
  }
}
