internal import DocumentModel
internal import Vietnamese

/// `Số: 05 /KH-UBND`, `Số 12-KH/ĐU`, `Số: /TTr-UBND` at the start of a text.
struct LetterheadNumber {
  let symbol: DocumentSymbol
  /// From the text's start to the end of the symbol.
  let range: Range<Int>

  /// Nil where the text does not begin so. `Số` is read as `S6`, `Sb`, `S06:` as well; the symbol after it shows what it
  /// is. Where the word was lost, a stroke alone opens the line: `/KH-ATVSTP`.
  init?(in text: LooseText, _ words: LetterheadWords) {
    guard let found = Self.byWord(text, words) ?? Self.byCode(text, words) else { return nil }
    self = found
  }

  private init(symbol: DocumentSymbol, range: Range<Int>) { (self.symbol, self.range) = (symbol, range) }

  private static func byWord(_ text: LooseText, _ words: LetterheadWords) -> LetterheadNumber? {
    let opensWithStroke = text.plain.first == .slash
    guard let wordEnd = endOfWord(in: text, words) ?? (opensWithStroke ? 0 : nil) else { return nil }
    let start = text.skipping([.space, .colon, .period, .semicolon], from: wordEnd)
    var end = start
    var best: (DocumentSymbol, Int)?
    // The symbol is taken word by word, as long as a joint shows that it goes on: `01/QĐ - UBND`.
    while end < text.count, end - start < LetterheadLimits.lettersOfSymbol {
      let next = text.firstIndex(of: .space, from: end) ?? text.count
      if let symbol = symbol(text[start..<next], words) { best = (symbol, next) }
      let following = text.skipping([.space], from: next)
      if let parted = parted(text, words, from: start, at: following) { best = parted }
      if best != nil, !isJoint(text, at: next - 1), !joinsCapitals(text, at: following) { break }
      end = following
    }
    // `SỞ-NỘI VỤ` is a name: what follows a dash alone is a symbol only where it has a number or two parts.
    let isBare = best.map { $0.0.number == nil && $0.0.parts.count < 2 } ?? true
    guard let best, !isBare || !(opensWithStroke || best.0.isParty) else { return nil }
    return LetterheadNumber(symbol: best.0, range: 0..<best.1)
  }

  /// Where `Số` was misread with what stands behind it: `§đT14/KH-UBND`, `$6: 05/KH-UBND`, `S601/UBND-TH`. The stroke and
  /// the code or the body behind it show what the line is. A number is taken from behind a colon only.
  private static func byCode(_ text: LooseText, _ words: LetterheadWords) -> LetterheadNumber? {
    guard endOfWord(in: text, words) == nil, let slash = text.plain.firstIndex(of: .slash),
      slash <= LetterheadLimits.lettersToStroke,
      let first = text.text.first(where: { !Self.quotes.contains($0) }), Self.misreadWord.contains(first)
    else { return nil }
    let end = text.firstIndex(of: .space, from: slash) ?? text.count
    // A sign that is no letter may be a misread one: `BC-C(`.
    let behind = text[slash..<end].trimmed { quotes.contains($0) || ".,;".contains($0) }
    guard let symbol = DocumentSymbol(String(behind)), let code = symbol.parts.first, symbol.parts.count > 1,
      words.typeCodes.contains(code) || code.count >= LetterheadLimits.lettersOfBody
    else { return nil }
    let before = text[0..<slash], colon = before.lastIndex(of: ":")
    let number = colon.map { Self.cleanNumber(before[before.index(after: $0)...]) } ?? nil
    return LetterheadNumber(
      symbol: DocumentSymbol(number: number, symbol: symbol.symbol, isParty: false), range: 0..<end)
  }

  /// What the first letter of `Số` is read as, and the quotes that dust before it is.
  private static let misreadWord: Set<Character> = ["S", "s", "$", "§", "5"],
    quotes: Set<Character> = ["\"", "“", "”", "'"]

  /// Whether a line is that of the number though nothing of it can be read: a misread `Số` before a colon or a stroke
  /// names no body, whatever follows.
  static func isNumberLine(_ text: LooseText, _ words: LetterheadWords) -> Bool {
    guard let end = endOfWord(in: text, words) else { return false }
    let next = text.skipping([.space], from: end)
    return next < text.count && [.colon, .slash].contains(text.plain[next])
  }

  private static func endOfWord(in text: LooseText, _ words: LetterheadWords) -> Int? {
    words.number.shapes.lazy.compactMap { end(ofWord: $0, in: text) }.first
  }

  private static func isJoint(_ text: LooseText, at offset: Int) -> Bool {
    offset < text.count && [.hyphen, .slash].contains(text.plain[offset])
  }

  /// Whether a joint stands there and capitals behind it: the place behind a dash is none of the symbol.
  private static func joinsCapitals(_ text: LooseText, at offset: Int) -> Bool {
    guard isJoint(text, at: offset) else { return false }
    let start = text.skipping([.space, .hyphen, .slash], from: offset)
    let end = text.firstIndex(of: .space, from: start) ?? text.count
    return !text[start..<end].contains(where: \.isLowercase) || text[start..<end].count < 3
  }

  /// Where a word ends that opens the text and has the first letter and the length of `Số`. A word before a colon may be
  /// longer by one letter, since one letter is sometimes read as two. Nil for other words.
  private static func end(ofWord shape: (first: UInt8, count: Int), in text: LooseText) -> Int? {
    let longer = shape.count + 1
    guard text.count > longer + 1, text.plain[0] == shape.first, (1..<shape.count).allSatisfy(text.isWord) else {
      return nil
    }
    if !text.isWord(at: shape.count) { return shape.count }
    // `SỐ74/KH-CC`: figures that were written close to the word.
    if text.plain[shape.count].isDigit, text.plain[shape.count - 1].isPlainLetter { return shape.count }
    return !text.isWord(at: longer) && text.plain[longer] == .colon ? longer : nil
  }

  /// A symbol with a space inside its type's code, and where it ends: `152/TT r-SXD`. Only small letters before the
  /// hyphen can be the end of a code.
  private static func parted(_ text: LooseText, _ words: LetterheadWords, from start: Int, at following: Int) -> (
    DocumentSymbol, Int
  )? {
    let end = text.firstIndex(of: .space, from: following) ?? text.count
    guard let hyphen = text.plain[following..<end].firstIndex(of: .hyphen), (1...2).contains(hyphen - following),
      text[following..<hyphen].allSatisfy(\.isLowercase), hyphen + 1 < end,
      text.scalars[hyphen + 1].isCapital
    else { return nil }
    return symbol(text[start..<end].filter { $0 != " " }, words).map { ($0, end) }
  }

  /// The symbol of a text; nil for anything else. A number that cannot be read is left out, never guessed.
  private static func symbol(_ printed: String, _ words: LetterheadWords) -> DocumentSymbol? {
    // Dust behind a symbol is no point of it.
    let text = String(printed.trimmedEnd { ".,;".contains($0) })
    if let whole = DocumentSymbol(text) { return whole }
    if let party = partySymbol(text, words) { return party }
    // `Số: KH-UBND`: where the number is not filled in yet, its stroke is easily lost, too.
    if text.contains("-"), !text.contains("/"), let bare = DocumentSymbol("/" + text), bare.parts.count > 1 {
      return bare
    }
    let joints = text.indices.filter { "/[|".contains(text[$0]) }
    // What was written by pen may have strokes of its own; the symbol stands behind the last of them.
    let found = joints.lazy.compactMap { joint in
      DocumentSymbol("/" + text[joint...].dropFirst()).map { (joint, $0.symbol) }
    }.first
    guard let (joint, rest) = found else { return nil }
    return DocumentSymbol(number: cleanNumber(text[..<joint]), symbol: rest, isParty: false)
  }

  /// `4.226-KL/TU`, `……-CT/TU`: before the dash stands what was read of the number, behind it the code of a type.
  private static func partySymbol(_ text: String, _ words: LetterheadWords) -> DocumentSymbol? {
    guard let slash = text.firstIndex(of: "/"), let dash = text[..<slash].lastIndex(where: { "-–—".contains($0) }),
      words.typeCodes.contains(text[text.index(after: dash)..<slash].filter { !$0.isWhitespace }),
      let symbol = DocumentSymbol(String(text[dash...]))
    else { return nil }
    return DocumentSymbol(number: cleanNumber(text[..<dash]), symbol: symbol.symbol, isParty: true)
  }

  /// Figures and nothing else; nil where a sign among them was misread.
  private static func cleanNumber(_ text: Substring) -> String? {
    let number = text.filter { !$0.isWhitespace }
    let isClean =
      LetterheadLimits.digitsOfNumber.contains(number.count) && number.allSatisfy { $0.isASCII && $0.isNumber }
    return isClean ? number : nil
  }
}
