internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// A citation of another document in a text: `Kế hoạch số 02-KH/BCĐTW, ngày 19/6/2025`.
struct Citation: Sendable {
  /// From the type's name, where there is one, to the end of the date.
  var range: Range<Int>
  var type: String
  var symbol: DocumentSymbol
  var date: CalendarDate?
}

/// Finds citations by the shape of number and symbol.
struct ReferenceFinder: Sendable {
  private let names: PhraseTable<String>
  private let codes: Set<String>
  /// The code by its letters without marks: `QD` is `QĐ` where no other code is spelled so.
  private let plainCodes: [String: String]
  /// The word before a number, `số`; the code of a project, which is no document; the word before a day.
  private let numberWords, projects, dayWords: Set<String>
  /// Short forms of bodies, by their letters.
  private let shortForms: Set<String>
  private let dates: DateFinder

  init(_ phrases: Phrases) {
    names = phrases.documentTypes
    dates = DateFinder(phrases)
    shortForms = Set(phrases.vocabulary.names(.short))
    numberWords = phrases.words(.numberWord, .citation)
    projects = phrases.words(.project, .citation)
    dayWords = Set(phrases.words(.dayWord, .citation).map(looseKey))
    codes = phrases.vocabulary.documentTypeCodes
    plainCodes = Dictionary(codes.map { (looseKey($0), $0) }) { $0 < $1 ? $0 : $1 }
  }

  func citations(in text: LooseText) -> [Citation] {
    guard text.plain.contains(where: [UInt8].symbolJoints.contains) else { return [] }
    // Most texts with a joint have no symbol, and need no days.
    lazy var dates = self.dates.dates(in: text)
    var result: [Citation] = []
    var offset = 0
    while offset < text.count {
      guard text.plain[offset].isDigit, text.isBoundary(at: offset), let (symbol, end) = symbol(in: text, at: offset),
        let citation = citation(of: symbol, range: offset..<end, in: text, dates: dates)
      else {
        offset += 1
        continue
      }
      result.append(undoubled(spelled(citation)))
      offset = max(end, citation.range.upperBound)
    }
    return result
  }

  /// The symbol at an offset, word by word while a joint shows that it goes on: `02- KH/BCĐTW`, `01/QĐ - UBND`.
  private func symbol(in text: LooseText, at start: Int) -> (DocumentSymbol, Int)? {
    var end = start
    var best: (DocumentSymbol, Int)?
    while end < text.count, end - start < CitationLimits.longestSymbol {
      let next = text.firstIndex(of: .space, from: end) ?? text.count
      let trimmed = text.trimmed(start..<next, of: .aroundSymbol)
      if let symbol = DocumentSymbol(text[trimmed]), symbol.number != nil { best = (symbol, trimmed.upperBound) }
      let following = text.skipping([.space], from: next)
      let goesOn =
        next > start && trimmed.upperBound == next
        && ([UInt8].symbolJoints.contains(text.plain[next - 1])
          || (following < text.count && [UInt8].symbolJoints.contains(text.plain[following])
            && isJointThere(text, following)))
      if !goesOn { break }
      end = following
    }
    return best
  }

  /// A joint belongs to a symbol when a capital follows it: `- UBND`, never `- đủ`.
  private func isJointThere(_ text: LooseText, _ offset: Int) -> Bool {
    let next = text.skipping([.space], from: offset + 1)
    return next + 1 < text.count && text.scalars[next].isCapital
      && text.scalars[next + 1].isCapital
  }

  private func citation(of symbol: DocumentSymbol, range: Range<Int>, in text: LooseText, dates: [FoundDate])
    -> Citation?
  {
    let numberWord = numberWord(in: text, before: range.lowerBound)
    let hasNumberWord = numberWord != nil
    let name = name(in: text, before: numberWord?.lowerBound ?? range.lowerBound)
    let coded = symbol.parts.first.flatMap { codes.contains($0) ? $0 : nil }
    // `Đề án 06-ĐA/CP` names a project; without `số` only a known type or its name makes a citation.
    guard let type = coded ?? name?.code ?? (hasNumberWord ? "" : nil), hasNumberWord || !isProject(type) else {
      return nil
    }
    if !hasNumberWord, coded == nil, symbol.parts.count < 2 || isProject(type) { return nil }
    let date = date(after: range.upperBound, in: text, dates: dates)
    return Citation(
      range: (name?.start ?? range.lowerBound)..<(date?.range.upperBound ?? range.upperBound), type: type,
      symbol: symbol, date: date?.first)
  }

  /// With the marks of its type's code put back: `206/QD-TTg`.
  private func spelled(_ citation: Citation) -> Citation {
    guard let first = citation.symbol.parts.first, !codes.contains(first), let code = plainCodes[looseKey(first)] else {
      return citation
    }
    var result = citation
    result.symbol.symbol = ([code] + citation.symbol.parts.dropFirst()).joined(separator: "-")
    if result.type.isEmpty { result.type = code }
    return result
  }

  /// A letter's mark read as the letter once more: `176-HĐĐBT` is HĐBT, which is known.
  private func undoubled(_ citation: Citation) -> Citation {
    var result = citation
    result.symbol.symbol = citation.symbol.parts.map { part in
      let letters = part.reduce(into: "") { if $0.last != $1 { $0.append($1) } }
      return !shortForms.contains(part) && shortForms.contains(letters) ? letters : part
    }.joined(separator: "-")
    return result
  }

  private func isProject(_ type: String) -> Bool { projects.contains(type) }

  /// The word `số` that ends right before a number; spaces and a colon may stand between.
  private func numberWord(in text: LooseText, before number: Int) -> Range<Int>? {
    let end = text.trimmed(0..<number, of: [.space, .colon]).upperBound
    var start = end
    while text.isWord(at: start - 1) { start -= 1 }
    return numberWords.contains(text[start..<end]) ? start..<end : nil
  }

  /// The type's name that ends right before an offset: `Luật Lưu trữ` has words of its own between.
  private func name(in text: LooseText, before end: Int) -> (code: String, start: Int)? {
    var found: (code: String, start: Int)?
    let start = max(0, end - CitationLimits.longestName)
    for match in names.all(in: LooseText(text[start..<end])) {
      found = (match.value, match.range.lowerBound + start)
    }
    guard let found else { return nil }
    let between = text[found.start..<end]
    return between.contains(where: { ".;".contains($0) }) ? nil : found
  }

  /// `, ngày 19/6/2025` right after the symbol; within a bracket or after `của …` it is not the citation's own.
  private func date(after end: Int, in text: LooseText, dates: [FoundDate]) -> FoundDate? {
    guard let date = dates.first(where: { $0.range.lowerBound >= end && $0.precision == .day }),
      date.range.lowerBound - end <= CitationLimits.beforeDay
    else { return nil }
    let between = String(decoding: text.plain[end..<date.range.lowerBound].filter(\.isSmallLetter), as: UTF8.self)
    return between.isEmpty || dayWords.contains(between) ? date : nil
  }
}
