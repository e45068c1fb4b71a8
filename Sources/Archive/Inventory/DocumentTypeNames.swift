internal import Grammar
internal import Vietnamese

/// The document types of the vocabulary, found by what inventories call them: `Kế hoạch`, `ke hoach`, `KH`.
struct DocumentTypeNames: Sendable {
  private let names: [(key: String, name: String)]
  private let codeByKey: [String: String]

  init(_ types: [Vocabulary.DocumentType]) {
    names = types.map { (looseKey($0.name), $0.name) }
    codeByKey = Dictionary(types.flatMap { [(looseKey($0.name), $0.code), (looseKey($0.code), $0.code)] }) {
      first, _ in first
    }
  }

  /// `Kế hoạch`, `ke hoach`, `KH` → `KH`; nil for a type that the vocabulary has not.
  func code(of name: String) -> String? { codeByKey[looseKey(nfc(name))] }

  /// The first type that a text begins with; nil where it begins with none.
  func name(startingIn text: String) -> String? {
    let key = looseKey(text)
    return names.first { key.hasPrefix($0.key + " ") }?.name
  }
}
