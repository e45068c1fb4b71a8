import DocumentModel
import Foundation
import Grammar
import Layout
import SampleDocuments
import Structure
import Tasks

/// Both stages with the dictionaries of the repository.
struct Extraction {
  let parser: DocumentParser
  let extractor: RecordExtractor
  let phrases: Phrases
  let tables: TextTables

  /// Made once: the tables are read and indexed for every test of the run.
  private static let shared = Result { try Extraction(Phrases(.load(from: Repository.dictionaries))) }

  init() throws { self = try Self.shared.get() }

  init(_ phrases: Phrases) {
    self.phrases = phrases
    tables = TextTables(phrases)
    parser = DocumentParser(phrases)
    extractor = RecordExtractor(phrases)
  }

  func records(of pages: [Page]) -> [DocumentRecord] {
    parser.parse(pages.map(tables.formed)).map(extractor.record)
  }

  /// The one record of a text input.
  func record(of text: String) -> DocumentRecord {
    records(of: [Page(textInput: text)]).first ?? DocumentRecord(pages: [1, 1])
  }

  /// Writes records as JSON into the directory that the environment names, for a look at them from outside.
  static func dump(_ records: [DocumentRecord], of name: String) throws {
    guard let directory = ProcessInfo.processInfo.environment["DUMP"] else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try encoder.encode(records).write(to: URL(fileURLWithPath: "\(directory)/\(name).json"))
  }
}
