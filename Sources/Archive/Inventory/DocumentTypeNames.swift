internal import Grammar
internal import Vietnamese

/// The document types of the vocabulary, found by what inventories call them: `Kế hoạch`, `ke hoach`, `KH`.
struct DocumentTypeNames: Sendable {
  /// By their first byte, since nearly every text begins with none. The space after a name is part of what a text begins
  /// with.
  private let names: [UInt8: [(beginning: [UInt8], name: String)]]
  private let codes: Set<String>
  private let codeByKey: [String: String]

  init(_ types: [Vocabulary.DocumentType]) {
    let beginnings = types.map { (beginning: Array((looseKey($0.name) + " ").utf8), name: $0.name) }
    names = Dictionary(grouping: beginnings) { $0.beginning[0] }
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
    let key = Array(looseKey(String(text.unicodeScalars.prefix(Self.beginning))).utf8)
    return key.first.flatMap { names[$0] }?.first { key.starts(with: $0.beginning) }?.name
  }
}
