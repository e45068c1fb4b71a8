public import DocumentModel
private import Foundation

extension Vocabulary {
  /// Reads `labels.tsv`, `document-types.tsv`, `bodies.tsv`, `verbs.tsv` and `person-names.tsv` of a directory.
  ///
  /// - Throws: `Failure` where one of them cannot be read. A row that is not understood throws nothing: it is one of
  ///   `faults`.
  public static func load(from directory: String) throws(Failure) -> Vocabulary {
    Vocabulary(
      labelTable: try text(of: "labels.tsv", in: directory),
      documentTypeTable: try text(of: "document-types.tsv", in: directory),
      bodyTable: try text(of: "bodies.tsv", in: directory),
      verbTable: try text(of: "verbs.tsv", in: directory),
      personTable: try text(of: "person-names.tsv", in: directory))
  }

  static func text(of name: String, in directory: String) throws(Failure) -> String {
    let path = directory + "/" + name
    do {
      return try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      throw Failure(.cannotOpenInput, .cannotReadVocabulary(path: path))
    }
  }
}
