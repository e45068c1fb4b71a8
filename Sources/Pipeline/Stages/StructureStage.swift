internal import DocumentModel
internal import Grammar
internal import Layout
internal import Structure

/// Pages → the documents in them, each a tree of sections.
struct StructureStage: Stage {
  static let name = "structure"

  /// The words by which a page's columns are told, for the stage that reads pages.
  let layout: LayoutWords
  /// Tables of a text input; a scan's were found when its pages were read.
  let tables: TextTables
  let parser: DocumentParser
  let documents: DocumentsOfFile

  init(_ phrases: Phrases, documents: DocumentsOfFile = .auto) {
    self.documents = documents
    layout = LayoutWords(phrases)
    tables = TextTables(phrases)
    parser = DocumentParser(phrases)
  }

  /// The first step of the stage, by itself because the transcript of an input is made between it and `run`: takes the
  /// lines of signing services out of the pages.
  func signaturesTaken(from pages: [Page]) -> (pages: [Page], signatures: [Signature]) {
    SignatureLines.taken(from: pages)
  }

  func run(_ pages: [Page]) -> [DocumentTree] { run(pages, witnesses: HeadWitnesses()) }

  /// The same, with what is known of the input from beside its pages, and where people said that documents begin.
  func run(_ pages: [Page], witnesses: HeadWitnesses, decided: [Int: Bool] = [:]) -> [DocumentTree] {
    parser.parse(pages.map(tables.formed), witnesses: witnesses, documents: documents, decided: decided)
  }
}
