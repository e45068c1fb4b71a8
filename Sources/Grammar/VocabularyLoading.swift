public import DocumentModel
private import Foundation

extension Vocabulary {
  /// Reads `labels.tsv`, `document-types.tsv`, `bodies.tsv` and `verbs.tsv` of a directory.
  public static func load(from directory: String) throws(Failure) -> Vocabulary {
    Vocabulary(
      labelTable: try text(of: "labels.tsv", in: directory),
      documentTypeTable: try text(of: "document-types.tsv", in: directory),
      bodyTable: try text(of: "bodies.tsv", in: directory),
      verbTable: try text(of: "verbs.tsv", in: directory))
  }

  private static func text(of name: String, in directory: String) throws(Failure) -> String {
    let path = directory + "/" + name
    do {
      return try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      throw Failure(.cannotOpenInput, .cannotReadVocabulary(path: path))
    }
  }
}
