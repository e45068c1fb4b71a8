public import DocumentModel
internal import Foundation
internal import GRDB

/// A record and the text of its pages: what an archive keeps of an input.
public struct KeptInput: Sendable {
  public var record: InputRecord
  public var pages: [PageText]

  public init(record: InputRecord, pages: [PageText] = []) {
    self.record = record
    self.pages = pages
  }
}

extension Archive {
  /// Keeps the record of an input. The content hash is the input's identity: one that is processed again takes the
  /// place of what was kept of it, and what people did to its tasks stays.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func keep(_ record: InputRecord, pages: [PageText] = []) throws(Failure) {
    try keep([KeptInput(record: record, pages: pages)])
  }

  /// Keeps several inputs in one transaction, which is many times as fast as one for each.
  ///
  /// - Throws: a `Failure` where the archive cannot be written.
  public func keep(_ inputs: [KeptInput]) throws(Failure) {
    try writing { db in
      var keeper = RecordKeeper(db: db)
      for input in inputs { try keeper.keep(input.record, pages: input.pages) }
    }
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
