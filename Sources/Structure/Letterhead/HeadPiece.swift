internal import DocumentModel
internal import Vietnamese

/// What one half of a letterhead's line is, by its wording (Nghị định 30/2020/NĐ-CP, Phụ lục I; Hướng dẫn
/// 36-HD/VPTW).
enum HeadPiece {
  /// The name of the State or the Party, or the motto.
  case national
  case number(DocumentSymbol, Passage)
  case placeAndDate(place: Passage, LetterheadDate, Passage)
  case type(DocumentTypes.Found, rest: Passage, Passage)
  /// `V/v …` of a công văn.
  case about(Passage)
  case addressee(Passage)
  case mark(String)
  case ornament
  case capitals(Passage)
  case other(Passage)
}

/// Cuts the lines of a letterhead into their pieces.
struct HeadPieceReader: Sendable {
  let types: DocumentTypes
  let marks: PhraseTable<Bool>

  func pieces(of line: FlowLine) -> [HeadPiece] {
    line.halves.flatMap(cut).map(piece)
  }

  /// Text inputs have no tab between the halves: they part where the right half's wording begins.
  private func cut(_ passage: Passage) -> [Passage] {
    let text = LooseText(passage.text)
    let right =
      text.nationalName?.lowerBound ?? text.motto?.lowerBound ?? endOfNumber(in: text) ?? endOfCapitals(in: text)
    guard let right, right > 0, right < text.count else { return [passage] }
    return [passage.slice(0..<right), passage.slice(right..<text.count)].filter { !$0.isEmpty }
  }

  /// Where the number's own part of a line ends, when a place and date follow it.
  private func endOfNumber(in text: LooseText) -> Int? {
    guard LetterheadDate(in: text) != nil, let number = LetterheadNumber(in: text) else { return nil }
    return number.range.upperBound
  }

  /// Where a body's capitals end, when a place in small letters and a date follow: a Party head has both at one height.
  private func endOfCapitals(in text: LooseText) -> Int? {
    guard let date = LetterheadDate(in: text) else { return nil }
    var end = 0
    while let space = text.firstIndex(of: 0x20, from: end), space < date.range.lowerBound {
      guard LooseText(text[end..<space]).isCapitals else { break }
      end = text.skipping([0x20], from: space)
    }
    return LooseText(text[0..<end]).wordCount > 1 && end < date.range.lowerBound ? end : nil
  }

  private func piece(_ passage: Passage) -> HeadPiece {
    let text = LooseText(passage.text)
    if text.isOrnament { return .ornament }
    if (text.nationalName ?? text.motto)?.lowerBound ?? 9 < 3 { return .national }
    if let number = LetterheadNumber(in: text) { return .number(number.symbol, passage) }
    if let date = LetterheadDate(in: text), date.range.lowerBound < 50 {
      return .placeAndDate(place: place(in: text, before: date, of: passage), date, passage)
    }
    if text.endOfAbout != nil { return .about(passage) }
    if text.endOfAddressing != nil { return .addressee(passage) }
    if let mark = marks.match(in: text, at: 0), text.isCapitals, text.count - mark.range.upperBound < 4 {
      return .mark(passage.text)
    }
    if let type = types.heading(text) {
      return .type(type, rest: passage.slice(type.end..<text.count), passage)
    }
    return text.isCapitals ? .capitals(passage) : .other(passage)
  }

  private func place(in text: LooseText, before date: LetterheadDate, of passage: Passage) -> Passage {
    // Strokes and stamps stand before a place, never a part of its name.
    let colon = text.plain[..<date.range.lowerBound].lastIndex(of: 0x3A).map { $0 + 1 } ?? 0
    let start =
      (colon..<date.range.lowerBound).first { text.scalars[$0].properties.isAlphabetic } ?? date.range.lowerBound
    return passage.slice(text.trimmed(start..<date.range.lowerBound, of: Array(" ,.;:-_*".utf8)))
  }
}

extension LooseText {
  /// Where `V/v` ends at the start of a công văn's subject; a foreign model reads it as `V/Wv`, `Viv`, `V/y`.
  var endOfAbout: Int? {
    guard plain.first == 0x76 else { return nil }
    let end = firstIndex(of: 0x20) ?? firstIndex(of: 0x3A) ?? 0
    let word = String(decoding: plain[..<max(0, end)], as: UTF8.self).filter { $0 != ":" && $0 != "." }
    return ["v/v", "vv", "viv", "v/wv", "v/w", "v/y", "v/u", "vwv", "v|v", "vlv"].contains(word) ? end : nil
  }
}

extension LooseText {
  /// Where `Kính gửi` ends at the start of a line; two letters may be misread where a colon follows.
  var endOfAddressing: Int? {
    if begins(with: "kinh gui") { return 8 }
    guard let colon = plain.prefix(13).firstIndex(of: 0x3A), colon > 5, plain.first == 0x6B else { return nil }
    let wording = Array(plain[trimmed(0..<colon)])
    return editDistance(wording, Array("kinh gui".utf8), atMost: 2) == nil ? nil : colon
  }
}

/// `Số: 05 /KH-UBND`, `Số 12-KH/ĐU`, `Số: /TTr-UBND` at the start of a text.
struct LetterheadNumber {
  let symbol: DocumentSymbol
  let range: Range<Int>

  init?(in text: LooseText) {
    // `Số` is read as `S6`, `Sb`, `S06:`; the symbol after it tells.
    guard text.count > 4, text.plain[0] == 0x73, text.isWord(at: 1), let wordEnd = Self.endOfNumberWord(in: text)
    else { return nil }
    var end = text.skipping([0x20, 0x3A, 0x2E, 0x3B], from: wordEnd)
    let start = end
    var best: (DocumentSymbol, Int)?
    // Word by word, as long as a joint shows that the symbol goes on: `01/QĐ - UBND`.
    while end < text.count, end - start < 40 {
      let next = text.firstIndex(of: 0x20, from: end) ?? text.count
      if let symbol = Self.symbol(text[start..<next]) { best = (symbol, next) }
      let following = text.skipping([0x20], from: next)
      if let (parted, partedEnd) = Self.parted(text, from: start, at: following) { best = (parted, partedEnd) }
      let goesOn =
        [0x2D, 0x2F].contains(text.plain[next - 1])
        || (following < text.count && [0x2D, 0x2F].contains(text.plain[following]))
      if best != nil, !goesOn { break }
      end = following
    }
    guard let best else { return nil }
    symbol = best.0
    range = 0..<best.1
  }

  /// Two letters, or three before a colon: one letter was read as two.
  private static func endOfNumberWord(in text: LooseText) -> Int? {
    if !text.isWord(at: 2) { return 2 }
    return !text.isWord(at: 3) && text.plain[3] == 0x3A ? 3 : nil
  }

  /// A blank inside the type's code: `152/TT r-SXD`. Only small letters before the hyphen can be a code's end.
  private static func parted(_ text: LooseText, from start: Int, at following: Int) -> (DocumentSymbol, Int)? {
    let end = text.firstIndex(of: 0x20, from: following) ?? text.count
    guard let hyphen = text.plain[following..<end].firstIndex(of: 0x2D), (1...2).contains(hyphen - following),
      text[following..<hyphen].allSatisfy(\.isLowercase), hyphen + 1 < end,
      text.scalars[hyphen + 1].properties.isUppercase
    else { return nil }
    return symbol(text[start..<end].filter { $0 != " " }).map { ($0, end) }
  }

  /// A number that cannot be read leaves the symbol standing: what is before its first joint is dropped, never guessed.
  private static func symbol(_ text: String) -> DocumentSymbol? {
    if let whole = DocumentSymbol(text) { return whole }
    // `Số: KH-UBND`: where the number is not filled in yet, its stroke is easily lost, too.
    if text.contains("-"), let bare = DocumentSymbol("/" + text), bare.parts.count > 1 { return bare }
    guard let joint = text.firstIndex(where: { "/[|".contains($0) }),
      let rest = DocumentSymbol("/" + text[joint...].dropFirst())
    else { return nil }
    let number = text[..<joint].filter { !$0.isWhitespace }
    let isClean = (1...5).contains(number.count) && number.allSatisfy { $0.isASCII && $0.isNumber }
    return DocumentSymbol(number: isClean ? number : nil, symbol: rest.symbol, isParty: false)
  }
}
