internal import DocumentModel
internal import Foundation
internal import GRDB
internal import Vietnamese

/// A row of `document`; the record itself is kept whole, the other columns are made of it.
struct DocumentRow: FetchableRecord, MutablePersistableRecord {
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
  /// The record's JSON, where it is at hand.
  var json: [UInt8]?
  var key: String
  var place: String?
  var signer: String?
  var addressee: String?
  var plainIssuer: String
  var firstPage: Int?
  var lastPage: Int?

  mutating func didInsert(_ inserted: InsertionSuccess) { id = inserted.rowID }
}

extension DocumentRow {
  init(
    _ record: DocumentRecord, json: [UInt8]? = nil, id: Int64? = nil, of sha256: String, ordinal: Int
  ) {
    let head = record.document
    self.init(
      id: id, inputSha256: sha256, ordinal: ordinal, type: head.type, number: head.number, symbol: head.symbol,
      issuer: head.issuer, date: head.dateParts.iso, subject: head.subject, record: record,
      json: json, key: DocumentKey.key(number: head.number, symbol: head.symbol), place: head.place,
      signer: head.signer.name, addressee: head.addressee,
      plainIssuer: looseKey(head.issuer ?? ""), firstPage: record.pages.first, lastPage: record.pages.last)
  }
}

extension DocumentRow {
  init(row: Row) throws {
    self.init(
      id: row["id"], inputSha256: row["inputSha256"], ordinal: row["ordinal"], type: row["type"],
      number: row["number"], symbol: row["symbol"], issuer: row["issuer"], date: row["date"], subject: row["subject"],
      record: try Self.record(in: row), json: nil, key: row["key"], place: row["place"], signer: row["signer"],
      addressee: row["addressee"],
      plainIssuer: row["plainIssuer"], firstPage: row["firstPage"], lastPage: row["lastPage"])
  }

  func encode(to container: inout PersistenceContainer) throws {
    (container["id"], container["inputSha256"], container["ordinal"]) = (id, inputSha256, ordinal)
    (container["type"], container["number"], container["symbol"]) = (type, number, symbol)
    (container["issuer"], container["date"], container["subject"]) = (issuer, date, subject)
    container["record"] = PackedRecord.value(of: try json ?? [UInt8](Self.encoder.encode(record)))
    (container["key"], container["place"], container["signer"]) = (key, place, signer)
    container["addressee"] = addressee
    (container["plainIssuer"], container["firstPage"], container["lastPage"]) = (plainIssuer, firstPage, lastPage)
  }

  /// The same record is the same bytes.
  private static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return encoder
  }

  /// The record in a row that has the column of that name.
  static func record(in row: Row) throws -> DocumentRecord {
    try JSONDecoder().decode(DocumentRecord.self, from: try PackedRecord.json(in: row["record"]))
  }
}
