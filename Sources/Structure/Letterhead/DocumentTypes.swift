internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// The types of documents: as headed in capitals, as coded in symbols.
struct DocumentTypes: Sendable {
  /// A type as a heading prints it.
  struct Found: Sendable {
    /// `KH`.
    var code: String
    /// Issued by several bodies together.
    var isJoint: Bool
    /// Where the type's name ends, in scalars of the line.
    var end: Int
  }

  private let names: PhraseTable<String>
  /// With their marks: `PHƯỜNG AN KHÁNH` begins with no `PHƯƠNG ÁN`.
  private let markedNames: PhraseTable<String>
  private let codes: Set<String>
  private let joint = ["phoi hop", "lien tich", "lien nganh"]

  init(_ phrases: Phrases) {
    // `Luật` and the like are cited, never headed so by the bodies whose papers are filed.
    names = phrases.documentTypes
    markedNames = phrases.markedDocumentTypes
    codes = Set(phrases.vocabulary.documentTypes.map(\.code))
  }

  /// The type that a line in capitals names: alone, or with words of its own after it (`KẾ HOẠCH PHỐI HỢP`,
  /// `QUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN TỈNH`), or run together with the subject.
  func heading(_ text: LooseText) -> Found? {
    let isJoint = joint.contains { text.firstRange(of: $0) != nil }
    if let match = name(in: text), LooseText(text[match.range]).isCapitals {
      let rest = LooseText(text[match.range.upperBound..<text.count])
      if rest.count == 0 || rest.isCapitals || rest.isOrnament {
        return Found(code: match.value, isJoint: isJoint, end: text.count)
      }
      return Found(code: match.value, isJoint: isJoint, end: match.range.upperBound)
    }
    guard text.isCapitals, text.wordCount <= 3, let code = names.nearest(to: text, in: 0..<text.count) else {
      return nil
    }
    return Found(code: code, isJoint: isJoint, end: text.count)
  }

  /// A type's name at the line's start; one that lost its marks must fill the line.
  private func name(in text: LooseText) -> PhraseTable<String>.Match? {
    if let match = markedNames.match(in: text, at: 0) { return match }
    return names.match(in: text, at: 0).flatMap { $0.range.upperBound == text.count ? $0 : nil }
  }

  /// The type's code in a symbol: its first part. A công văn has none, its symbol names the body only.
  func code(of symbol: DocumentSymbol, headed: Found?) -> String {
    guard let first = symbol.parts.first else { return headed?.code ?? "CV" }
    if codes.contains(first) { return first }
    guard let headed else { return "CV" }
    return first.hasPrefix(headed.code) ? first : headed.code
  }
}
