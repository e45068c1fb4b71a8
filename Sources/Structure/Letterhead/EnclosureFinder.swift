internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Tells which documents of a file are enclosed with another one of it: a letter lists them, or they say themselves what
/// they were issued with. Nothing is told by mere neighbourhood.
struct EnclosureFinder: Sendable {
  private let words: LetterheadWords
  private let types: PhraseTable<String>

  init(_ phrases: Phrases, _ words: LetterheadWords) {
    self.words = words
    types = phrases.documentTypes
  }

  /// Sets `enclosureOf` of each document that an earlier one names.
  func tie(_ documents: inout [OpenDocument]) {
    guard documents.count > 1 else { return }
    let texts = documents.map(\.tree.root.allTexts)
    let listings = zip(documents, texts).map { self.listings(in: $1, about: $0.tree.header.subject) }
    for index in documents.indices.dropFirst() {
      let tree = documents[index].tree
      let ties = (0..<index).reversed().flatMap { cover in
        listings[cover].map { listing in
          Tie(
            cover: cover, score: score(of: tree, in: listing, isNext: cover == index - 1), passage: listing.passage,
            source: EvidenceSource.cover)
        } + belonging(texts[index], to: documents[cover].tree.header, at: cover)
      }
      // Of equals the nearest, which stands first.
      let best = ties.reduce(nil as Tie?) { best, tie in tie.score > best?.score ?? 0 ? tie : best }
      guard let best, best.score >= Weight.enclosed else { continue }
      documents[index].tree.enclosureOf = best.cover
      documents[index].tree.header.evidence["enclosureOf"] = best.passage.evidence(
        certainty: min(best.score, Weight.most), source: best.source)
    }
  }

  /// How much each sign counts; set on the kinds of EnclosureTests.
  private enum Weight {
    static let number = 1.0, symbol = 0.5, type = 0.35, otherType = -0.2, subject = 0.6, draft = 0.15, next = 0.05
    /// The least sum of an enclosure, and the most that is believed.
    static let enclosed = 0.65, most = 0.95
    /// The least share of a subject's pairs of words that a listing has to hold.
    static let leastShare = 0.33
    /// A listing with no more words names no subject: `(Gửi kèm dự thảo Kế hoạch)`. What the letter is about tells it.
    static let wordsWithoutSubject = 8
  }

  private struct Tie {
    var cover: Int
    var score: Double
    var passage: Passage
    var source: String
  }

  // MARK: - What a letter lists

  /// A part of a text that names papers which go along with it.
  private struct Listing {
    var passage: Passage
    var symbols: [DocumentSymbol]
    var types: Set<String>
    var pairs: Set<[UInt8]>
    var isDraft: Bool
  }

  private func listings(in texts: [Passage], about subject: String?) -> [Listing] {
    var result: [Listing] = [], isList = false
    let about = listing(Passage(words: Self.words(of: subject)))
    for passage in texts {
      let text = LooseText(passage.text)
      if let word = words.enclosing(in: text) {
        var listed = listing(passage.slice(Self.clause(around: word, in: text)))
        if listed.passage.words.count <= Weight.wordsWithoutSubject, !listed.types.isDisjoint(with: about.types) {
          listed.pairs.formUnion(about.pairs)
        }
        result.append(listed)
        isList = text.plain.last == .colon
      } else if isList {
        let item = listing(passage)
        // The list ends where an item names no paper.
        isList = !item.types.isEmpty || !item.symbols.isEmpty
        if isList { result.append(item) }
      }
    }
    return result
  }

  /// From the sign before the words to the end: what stands before it is the letter's own reason (`Căn cứ Kế hoạch số 5, …`).
  private static func clause(around word: Range<Int>, in text: LooseText) -> Range<Int> {
    let signs: [UInt8] = [.comma, .semicolon, .period, .colon, .openBracket]
    let start = text.plain[..<word.lowerBound].lastIndex(where: signs.contains).map { $0 + 1 } ?? 0
    let isBracketed = start > 0 && text.plain[start - 1] == .openBracket
    let end = isBracketed ? text.firstIndex(of: .closeBracket, from: word.upperBound) : nil
    return start..<(end ?? text.count)
  }

  private func listing(_ passage: Passage) -> Listing {
    let text = LooseText(passage.text)
    return Listing(
      passage: passage, symbols: passage.words.compactMap { DocumentSymbol(ofWord: $0.text) },
      types: Set(types.all(in: text).map(\.value)), pairs: Set(Self.pairs(of: text)), isDraft: words.saysDraft(text))
  }

  private static func words(of subject: String?) -> [PlacedWord] {
    (subject ?? "").split(separator: " ").map { PlacedWord(text: String($0), page: 1, line: 0) }
  }

  /// Each two neighbouring words, without marks, so that misread ones count as far as they go.
  private static func pairs(of text: LooseText) -> [[UInt8]] {
    let words = text.plain.split { !$0.isDigit && !$0.isPlainLetter }.map(Array.init)
    return zip(words, words.dropFirst()).map { $0 + [.space] + $1 }
  }

  /// How much speaks for a document being one of those listed.
  private func score(of tree: DocumentTree, in listing: Listing, isNext: Bool) -> Double {
    let header = tree.header
    var score = (isNext ? Weight.next : 0) + (tree.isDraft && listing.isDraft ? Weight.draft : 0)
    if let symbol = header.symbol {
      let same = listing.symbols.filter { looseKey($0.symbol) == looseKey(symbol) }
      let isNumbered = same.contains { $0.number != nil && Self.plain($0.number) == Self.plain(header.number) }
      // The same symbol with another number is another document.
      if !same.isEmpty, !isNumbered, header.number != nil, same.allSatisfy({ $0.number != nil }) { return 0 }
      score += isNumbered ? Weight.number : same.isEmpty ? 0 : Weight.symbol
    }
    if let type = header.type, !listing.types.isEmpty {
      score += listing.types.contains(type) ? Weight.type : Weight.otherType
    }
    let pairs = Self.pairs(of: LooseText([header.typeName, header.subject].compactMap(\.self).joined(separator: " ")))
    guard pairs.count > 1 else { return score }
    let share = Double(pairs.count(where: listing.pairs.contains)) / Double(pairs.count)
    return share < Weight.leastShare ? score : score + Weight.subject * share
  }

  private static func plain(_ number: String?) -> Substring? { number.map { $0.drop { $0 == "0" } } }

  // MARK: - What a document says itself

  /// `(Ban hành kèm theo Quyết định số 12/QĐ-UBND …)` under the title of a document, where that is the other's number.
  private func belonging(_ texts: [Passage], to cover: DocumentHeader, at index: Int) -> [Tie] {
    guard let number = cover.number, let symbol = cover.symbol else { return [] }
    return texts.prefix(LetterheadLimits.textsOfBelonging).compactMap { passage in
      let text = LooseText(passage.text)
      guard text.plain.contains(.openBracket),
        words.saysBelonging(text),
        passage.words.contains(where: { word in
          DocumentSymbol(ofWord: word.text).map { Self.plain($0.number) == Self.plain(number) && $0.symbol == symbol }
            ?? false
        })
      else { return nil }
      return Tie(cover: index, score: Weight.number, passage: passage, source: EvidenceSource.belonging)
    }
  }
}
