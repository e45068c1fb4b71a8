public import DocumentModel
internal import Foundation
internal import GRDB

extension Archive {
  /// Keeps several inputs in one transaction, which is many times as fast as one for each. The content hash is an
  /// input's identity: one that is processed again takes the place of what was kept of it, and what people did to its
  /// tasks stays. What they corrected is put in again where the same word or field is read the same way. An input that was
  /// made without what they decided about its pages (`pageDecisions`) is not taken, and what is kept of it stays.
  ///
  /// - Throws: a failure where the archive cannot be written; nothing is kept then.
  public func keep(_ inputs: [KeptInput]) throws(Failure) {
    try writing { db in
      var keeper = RecordKeeper(db: db)
      for input in inputs {
        // Made before somebody decided on its pages, or by a program that does not ask: what is kept stays.
        if try !DecisionStore(db: db).decisions(of: input.record.source.sha256).agree(with: input.record) { continue }
        try keeper.keep(input.record, json: input.json, pages: input.texts)
        if input.pages.isEmpty { continue }
        try keeper.finish()
        try ReadingKeeper(db: db).keep(input.record, input.pages)
      }
      try keeper.finish()
    }
  }

  /// Keeps one input of which no more is known than the texts of its pages.
  ///
  /// - Throws: a failure where the archive cannot be written; nothing is kept then.
  public func keep(_ record: InputRecord, texts: [PageText] = []) throws(Failure) {
    try keep([KeptInput(record: record, texts: texts)])
  }

  /// The records of every document, in the order that they were kept.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func documents() throws(Failure) -> [DocumentRecord] {
    try reading { try DocumentRow.order(Column("id")).fetchAll($0).map(\.record) }
  }

  /// The record of one document; nil where there is none of this id.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func document(id: Int64) throws(Failure) -> DocumentRecord? {
    try reading { try DocumentRow.fetchOne($0, key: id)?.record }
  }
}
