internal import DocumentModel
internal import Foundation
internal import GRDB

/// What is searched of a document, read of its record without the rest: the tasks, with all that was found out about
/// them, are most of it, and are searched by themselves.
struct SearchedRecord: Decodable {
  private let document: DocumentHeader
  private let sections: [SectionEntry]
  private let targets: [Target]
  private let assignments: [Assignment]

  /// The text that was put into the index, of a row with the column `record`.
  ///
  /// - Throws: where the record is damaged.
  static func text(of row: Row) throws -> String {
    let record = try JSONDecoder().decode(SearchedRecord.self, from: try PackedRecord.json(in: row["record"]))
    return SearchIndex.text(
      of: DocumentRecord(
        pages: [], document: record.document, sections: record.sections, targets: record.targets,
        assignments: record.assignments))
  }
}
