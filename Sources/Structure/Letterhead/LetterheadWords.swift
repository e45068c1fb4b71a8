internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// The words of letterheads (Nghị định 30/2020/NĐ-CP, Phụ lục I; Hướng dẫn 36-HD/VPTW), compiled once from the
/// vocabulary.
struct LetterheadWords: Sendable {
  private let national, mottos, abouts, aboutsInFull, addressings, drafts, receipts, belongings: LooseWordings
  private let forms, enclosings, receiptFields: LooseWordings
  /// The words of a date, and the one before a number.
  let day, month, year, number: LooseWordings
  /// The codes that symbols begin with: `KH`, `TTr`.
  let typeCodes: Set<String>

  init(_ phrases: Phrases) {
    func words(_ role: Vocabulary.Role) -> LooseWordings { LooseWordings(phrases, role, .letterhead) }
    (national, mottos, abouts, addressings) = (words(.national), words(.motto), words(.about), words(.addressing))
    aboutsInFull = words(.aboutInFull)
    (drafts, receipts, belongings) = (words(.draft), words(.received), words(.belonging))
    receiptFields = words(.receiptField)
    (forms, enclosings) = (words(.form), words(.enclosing))
    typeCodes = phrases.vocabulary.documentTypeCodes
    (day, month, year, number) = (words(.day), words(.month), words(.year), words(.number))
  }

  /// Where the name of the State or the Party stands, one letter in six misread at most; nil where it does not. It is in
  /// capitals, which alone rules most lines out.
  func nationalName(in text: LooseText) -> Range<Int>? {
    guard text.count >= LineLimits.lettersOfNationalName, text.hasCapitals(LineLimits.capitalsOfNationalName) else {
      return nil
    }
    return national.range(misreadIn: text, oneIn: LetterheadLimits.misreadNationalName)
  }

  /// Whether a line holds the name of the State or the Party as a letterhead prints it, in capitals.
  func holdsNationalName(_ line: FlowLine) -> Bool {
    guard let range = nationalName(in: line.text) else { return false }
    return LooseText(line.text[range]).isCapitals
  }

  /// Where the motto stands; nil where it does not. Its line is short and has dashes.
  func motto(in text: LooseText) -> Range<Int>? {
    guard LineLimits.lettersOfMottoLine.contains(text.count),
      text.plain.contains(.hyphen) || text.plain.contains(.otherSign)
    else { return nil }
    return mottos.range(misreadIn: text, oneIn: LetterheadLimits.misreadMotto)
  }

  /// Where `V/v` ends at the start of a công văn's subject, which may stand in brackets; nil where the text begins with
  /// another word. `V/v:` and `V/v-` may be glued to the next word.
  func endOfAbout(in text: LooseText) -> Int? {
    let start = text.skipping(Self.opening, from: 0)
    let end = text.plain[start...].firstIndex { [.space, .colon, .hyphen].contains($0) } ?? text.count
    return abouts.contains(text.plain[start..<end].filter { $0 != .period }) ? end : nil
  }

  /// Signs that may stand before `V/v`.
  private static let opening: [UInt8] = [.openBracket, .openSquareBracket, .quote, .apostrophe, .space]

  /// Where `Về việc` ends at the start of a text; nil where the text begins with other words.
  func endOfAboutInFull(in text: LooseText) -> Int? {
    aboutsInFull.end(atStartOf: text, from: text.skipping(Self.opening, from: 0))
  }

  /// Whether the text begins with `tháng`.
  func opensMonth(_ text: LooseText) -> Bool { month.end(atStartOf: text) != nil }

  /// Whether the text is `Số:` and nothing else.
  func isNumberWord(_ text: LooseText) -> Bool {
    let end = text.trimmed(0..<text.count, of: [.space, .colon, .period, .semicolon])
    return number.contains(text.plain[end])
  }

  /// Where `Kính gửi` ends at the start of a line; nil where the line begins with other words. Two letters may be
  /// misread where a colon follows.
  func endOfAddressing(in text: LooseText) -> Int? {
    if let end = addressings.end(atStartOf: text) { return end }
    guard let colon = text.firstIndex(of: .colon), LetterheadLimits.lettersOfAddressing.contains(colon),
      addressings.shapes.contains(where: { $0.first == text.plain[0] })
    else { return nil }
    let word = Array(text.plain[text.trimmed(0..<colon)])
    return addressings.isNear(word, oneIn: LetterheadLimits.misreadAddressing) ? colon : nil
  }

  /// Whether the text begins with `Số:` or `Số `.
  func beginsWithNumberWord(_ text: LooseText) -> Bool {
    guard let end = number.end(atStartOf: text), end < text.count else { return false }
    return [.colon, .space].contains(text.plain[end])
  }

  /// Whether the text marks its paper as a draft: `DỰ THẢO`.
  func isDraftMark(_ text: LooseText) -> Bool { drafts.end(atStartOf: text) != nil }

  /// Whether the text is of the stamp that a paper gets when it arrives: `ĐẾN`.
  func isReceiptMark(_ text: LooseText) -> Bool { receipts.end(atStartOf: text) != nil }

  /// Where the words of the stamp of arrival end that the text begins with; nil where it begins with others.
  func endOfReceipt(in text: LooseText) -> Int? { Self.word(receipts.end(atStartOf: text), in: text) }

  /// Whether the text is those words with a letter misread.
  func isNearReceipt(_ text: LooseText) -> Bool {
    receipts.isNear(text.plain, oneIn: LetterheadLimits.misreadReceipt)
  }

  /// Where the name of a field of that stamp ends: `Số`, `Ngày`, `Chuyển`.
  func endOfReceiptField(in text: LooseText) -> Int? { Self.word(receiptFields.end(atStartOf: text), in: text) }

  private static func word(_ end: Int?, in text: LooseText) -> Int? {
    end.flatMap { text.isBoundary(at: $0) ? $0 : nil }
  }

  /// Whether a line under a title says what the paper belongs to: `(Ban hành kèm theo Quyết định số …)`.
  func opensBelonging(_ text: LooseText) -> Bool {
    text.plain.first == .openBracket && belongings.end(atStartOf: text, from: 1) != nil
  }

  /// Whether a line stands over a form or an annex: `Mẫu số 01`, `PHỤ LỤC II`.
  func opensForm(_ text: LooseText) -> Bool {
    forms.end(atStartOf: text, from: text.skipping(Self.opening, from: 0)).map(text.isBoundary) ?? false
  }

  /// Whether the text says somewhere that its paper belongs to another one: `kèm theo`.
  func saysBelonging(_ text: LooseText) -> Bool { belongings.range(in: text) != nil }

  /// Whether the text speaks of a draft.
  func saysDraft(_ text: LooseText) -> Bool { drafts.range(in: text) != nil }

  /// Where the text says that a paper goes along with it: `gửi kèm`, `kèm theo`, or that one is a draft; nil where it does
  /// not.
  func enclosing(in text: LooseText) -> Range<Int>? {
    enclosings.range(in: text) ?? belongings.range(in: text) ?? drafts.range(in: text)
  }

  /// The day of issue as a letterhead prints it; nil where the text holds none.
  func date(in text: LooseText) -> LetterheadDate? { LetterheadDate(in: text, self) }
}
