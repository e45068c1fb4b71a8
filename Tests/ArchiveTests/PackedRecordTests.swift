import DocumentModel
import Foundation
import GRDB
import Testing

@testable import Archive

/// Records are kept packed, and as they came where they came as JSON.
@Suite struct PackedRecordTests {
  @Test(arguments: [
    (
      #"{"a": 1, "documents": [{"x": [1, {"y": "é \" ] } ,"}]}, {"z": "\\"}], "b": []}"#,
      [#"{"x":[1,{"y":"é \" ] } ,"}]}"#, #"{"z":"\\"}"#]
    ),
    (#"{ "documents" : [ ] }"#, []),
    (#"{"text": "documents", "documents": [{}]}"#, ["{}"]),
    (#"{"a": {"documents": [1]}, "documents": [{"documents": [{}]}]}"#, [#"{"documents":[{}]}"#]),
  ])
  func documentsAreFoundInTheirRecord(json: String, documents: [String]) {
    let found = RecordSlices.documents(in: [UInt8](json.utf8))
    #expect(found?.map { String(decoding: $0, as: UTF8.self) } == documents)
  }

  /// What is not found for sure is written anew.
  @Test(arguments: [#"{"docum\u0065nts": [{}]}"#, #"{"documents": [{}], "documents": []}"#, "", "[", "{\"documents"])
  func whatIsNotFoundForSureIsNotTaken(json: String) {
    #expect(RecordSlices.documents(in: [UInt8](json.utf8)) == nil)
  }

  @Test func aRecordThatCameAsJSONIsTheSame() throws {
    try withArchive { archive, _ in
      let record = record(hash: "a", tasks: 3), encoder = JSONEncoder()
      encoder.outputFormatting = .prettyPrinted
      try archive.keep([KeptInput(record: record, readFrom: [UInt8](encoder.encode(record)))])
      #expect(try archive.documents() == record.documents)
      // Kept again as it is in memory, nothing has changed.
      try archive.keep(record)
      #expect(try archive.documents() == record.documents)
      #expect(try archive.check().isEmpty)
    }
  }

  @Test func aDamagedRecordIsSaid() throws {
    let value = PackedRecord.value(of: [UInt8](#"{"tasks":[]}"#.utf8))
    #expect(try PackedRecord.json(in: value) == Data(#"{"tasks":[]}"#.utf8))
    guard case .blob(let data) = value.storage else { throw Failure(.badInput, Message("test", vi: "", en: "")) }
    for damaged in [data.dropLast(1), data.prefix(4), Data(), Data([0xFF, 0xFF, 0xFF, 0xFF]) + data.dropFirst(4)] {
      #expect(throws: DatabaseError.self) { try PackedRecord.json(in: Data(damaged).databaseValue) }
    }
  }

  /// An archive that was made before records were packed: it opens, its records are read, and nothing in it is wrong.
  @Test func anArchiveOfTextsIsRead() throws {
    try withArchive { archive, path in
      let record = record(hash: "a", tasks: 2)
      try archive.keep(record)
      try archive.writing { db in
        for (id, record) in zip(Int64(1)..., record.documents) {
          try db.run(
            "UPDATE document SET record = ? WHERE id = ?",
            [String(decoding: try JSONEncoder().encode(record), as: UTF8.self), id])
        }
      }
      archive.close()
      try unmigrated(path)
      let opened = try Archive(path: path)
      #expect(try opened.documents() == record.documents)
      #expect(try opened.check().isEmpty)
      try opened.keep(record)
      #expect(try opened.check().isEmpty)
      var issuer = record
      issuer.documents[0].document.issuer = "Sở Nội vụ"
      try opened.keep(issuer)
      #expect(try opened.documentList(DocumentFilter(issuer: "so noi")).count == 1)
      #expect(try opened.check().isEmpty)
    }
  }

  /// Takes out what `v006-room` puts in.
  private func unmigrated(_ path: String) throws {
    try DatabaseQueue(path: path).write { db in
      try db.execute(
        sql: """
          DROP TRIGGER issuer_of_added; DROP TRIGGER issuer_of_changed; DROP TABLE issuer; DROP INDEX document_on_issuer;
          DELETE FROM seal WHERE name = 'issuer'; DELETE FROM grdb_migrations WHERE identifier = 'v006-room';
          CREATE INDEX task_on_documentId ON task(documentId);
          CREATE INDEX document_on_inputSha256 ON document(inputSha256);
          """)
    }
  }
}
