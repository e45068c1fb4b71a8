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
    let opensWithStroke = text.plain.first == .slash
    guard let wordEnd = Self.endOfWord(in: text, words) ?? (opensWithStroke ? 0 : nil) else { return nil }
    let start = text.skipping([.space, .colon, .period, .semicolon], from: wordEnd)
    var end = start
    var best: (DocumentSymbol, Int)?
    // The symbol is taken word by word, as long as a joint shows that it goes on: `01/QĐ - UBND`.
    while end < text.count, end - start < LetterheadLimits.lettersOfSymbol {
      let next = text.firstIndex(of: .space, from: end) ?? text.count
      if let symbol = Self.symbol(text[start..<next]) { best = (symbol, next) }
      let following = text.skipping([.space], from: next)
      if let parted = Self.parted(text, from: start, at: following) { best = parted }
      if best != nil, !Self.isJoint(text, at: next - 1), !Self.isJoint(text, at: following) { break }
      end = following
    }
    guard let best, !opensWithStroke || best.0.parts.count > 1 else { return nil }
    symbol = best.0
    range = 0..<best.1
  }

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
  private static func parted(_ text: LooseText, from start: Int, at following: Int) -> (DocumentSymbol, Int)? {
    let end = text.firstIndex(of: .space, from: following) ?? text.count
    guard let hyphen = text.plain[following..<end].firstIndex(of: .hyphen), (1...2).contains(hyphen - following),
      text[following..<hyphen].allSatisfy(\.isLowercase), hyphen + 1 < end,
      text.scalars[hyphen + 1].properties.isUppercase
    else { return nil }
    return symbol(text[start..<end].filter { $0 != " " }).map { ($0, end) }
  }

  /// The symbol of a text; nil for anything else. A number that cannot be read is left out, never guessed.
  private static func symbol(_ text: String) -> DocumentSymbol? {
    if let whole = DocumentSymbol(text) { return whole }
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
    let number = text[..<joint].filter { !$0.isWhitespace }
    let isClean =
      LetterheadLimits.digitsOfNumber.contains(number.count) && number.allSatisfy { $0.isASCII && $0.isNumber }
    return DocumentSymbol(number: isClean ? number : nil, symbol: rest, isParty: false)
  }
}
