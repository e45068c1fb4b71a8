internal import Grammar
internal import Vietnamese

/// The document types of the vocabulary, found by what inventories call them: `Kế hoạch`, `ke hoach`, `KH`.
struct DocumentTypeNames: Sendable {
  /// The space after a name is part of what a text begins with.
  private let names: [(beginning: String, name: String)]
  private let codes: Set<String>
  private let codeByKey: [String: String]

  init(_ types: [Vocabulary.DocumentType]) {
    names = types.map { (looseKey($0.name) + " ", $0.name) }
    codes = Set(types.map(\.code))
    codeByKey = Dictionary(types.flatMap { [(looseKey($0.name), $0.code), (looseKey($0.code), $0.code)] }) {
      first, _ in first
    }
  }

  /// `Kế hoạch`, `ke hoach`, `KH` → `KH`; nil for a type that the vocabulary has not.
  ///
  /// A code that is written as the vocabulary has it stands for itself: without marks `HĐ` and `HD` are one.
  func code(of name: String) -> String? {
    let name = nfc(name)
    return codes.contains(name) ? name : codeByKey[looseKey(name)]
  }

  /// Scalars of a text in which any type's name ends, even in decomposed Unicode: subjects may be long, and lists of them too.
  private static let beginning = 120

  /// The first type that a text begins with; nil where it begins with none.
  func name(startingIn text: String) -> String? {
    let key = looseKey(String(text.unicodeScalars.prefix(Self.beginning)))
    return names.first { key.utf8.starts(with: $0.beginning.utf8) }?.name
  }
}
