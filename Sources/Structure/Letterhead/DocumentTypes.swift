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

  /// The code of a công văn, which is headed by no type and whose symbol names the issuing body only.
  static let letter = "CV"

  private let names: PhraseTable<String>
  /// Found with their marks only: `PHƯỜNG AN KHÁNH` does not begin with `PHƯƠNG ÁN`.
  private let markedNames: PhraseTable<String>
  private let codes: Set<String>
  private let joint: LooseWordings

  init(_ phrases: Phrases) {
    names = phrases.documentTypes
    markedNames = phrases.markedDocumentTypes
    codes = phrases.vocabulary.documentTypeCodes
    joint = LooseWordings(phrases, .joint, .letterhead)
  }

  /// The type that a line in capitals begins with: alone, or with words of its own after it (`KẾ HOẠCH PHỐI HỢP`,
  /// `QUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN TỈNH`), or run together with the subject in small letters.
  func headed(_ text: LooseText) -> Found? { found(markedNames.match(in: text, at: 0), in: text) }

  /// The type that a line is which lost its marks.
  func headedWithoutMarks(_ text: LooseText) -> Found? {
    found(names.match(in: text, at: 0).flatMap { $0.range.upperBound == text.count ? $0 : nil }, in: text)
  }

  /// The type whose name a short line in capitals nearly is.
  func headedMisread(_ text: LooseText) -> Found? {
    guard text.isCapitals, text.wordCount <= LetterheadLimits.wordsOfMisreadType,
      let code = names.nearest(to: text, in: 0..<text.count)
    else { return nil }
    return Found(code: code, isJoint: isJoint(text), end: text.count)
  }

  private func found(_ match: PhraseTable<String>.Match?, in text: LooseText) -> Found? {
    guard let match, LooseText(text[match.range]).isCapitals else { return nil }
    let rest = LooseText(text[match.range.upperBound..<text.count])
    let isWhole = rest.count == 0 || rest.isCapitals || rest.isOrnament
    return Found(code: match.value, isJoint: isJoint(text), end: isWhole ? text.count : match.range.upperBound)
  }

  private func isJoint(_ text: LooseText) -> Bool { joint.range(in: text) != nil }

  /// The type's code in a symbol, its first part; nil where that names no type.
  func code(of symbol: DocumentSymbol, headed: Found?) -> String? {
    guard let first = symbol.parts.first else { return headed?.code }
    if let headed, isMisread(first, headed) { return headed.code }
    if codes.contains(first) { return first }
    if let folded = folded(first, headed: headed) { return folded }
    return headed.map { first.hasPrefix($0.code) ? first : $0.code }
  }

  /// Name of the rule that puts a misread code right.
  static let folding = "letterhead.symbol-folded"

  /// The symbol with its type's code put right where that was misread: `QĐĐ-UBND`, `ỌĐ-UBND`, `T.Tr-CC`.
  func folded(_ symbol: DocumentSymbol, headed: Found?) -> String {
    guard let first = symbol.parts.first, !codes.contains(first) || headed.map({ isMisread(first, $0) }) ?? false,
      let code = folded(first, headed: headed)
    else { return symbol.symbol }
    return ([code] + symbol.parts.dropFirst()).joined(separator: "-")
  }

  /// Whether a code is that of the heading but for a letter of the same shape: `PC` under `BÁO CÁO` is `BC`.
  private func isMisread(_ code: String, _ headed: Found) -> Bool {
    let pairs = zip(code, headed.code).filter { $0 != $1 }
    guard code.count == headed.code.count, pairs.count == 1, let (read, printed) = pairs.first else { return false }
    return Self.alike.contains { $0.contains(read) && $0.contains(printed) }
  }

  /// Capitals that engines take for one another.
  private static let alike: [Set<Character>] = [
    ["B", "P", "R", "D", "Đ"], ["C", "G", "O", "Q"], ["T", "I", "L"], ["H", "N"],
  ]

  /// The code that a misread one is: that of the heading where it is nearly so, else the only code with the same letters
  /// but for marks, points and case. Nil where none is.
  private func folded(_ code: String, headed: Found?) -> String? {
    let letters = Self.letters(of: code)
    if let headed, editDistance(letters, Self.letters(of: headed.code), atMost: 1) != nil { return headed.code }
    let alike = codes.filter { Self.letters(of: $0) == letters }
    return alike.count == 1 ? alike.first : nil
  }

  private static func letters(of code: String) -> [UInt8] { LooseText(code).glued() }
}
