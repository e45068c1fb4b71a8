internal import DocumentModel
internal import Vietnamese

/// Finds a number or a day that the letterhead does not give (written by hand, blank, misread) where the same document
/// is named elsewhere: in its annex's title (`Kèm theo Kế hoạch số 236/KH-UBND ngày 05/8/2025`), or by another document
/// of the dossier.
struct CrossEvidence: Sendable {
  private let words: LetterheadWords

  init(_ words: LetterheadWords) {
    self.words = words
  }

  /// Completes the heads of a dossier's documents; the evidence of what is found says where it comes from.
  func complete(_ documents: inout [OpenDocument]) {
    let isOpen = documents.contains { Self.isOpen($0.tree.header) }
    let symbols = isOpen ? documents.map { Self.symbols(in: $0.tree) } : []
    for index in documents.indices {
      let header = documents[index].tree.header
      guard Self.isOpen(header) else { continue }
      let own = mentions(of: header, among: symbols[index]).filter(\.isAttachment)
      fill(&documents[index], from: own, source: EvidenceSource.annex, certainty: LetterheadCertainty.annex)
      let others = documents.indices.filter { $0 != index }.flatMap { other in
        mentions(of: documents[index].tree.header, among: symbols[other])
      }
      fill(&documents[index], from: others, source: EvidenceSource.cited, certainty: LetterheadCertainty.cited)
    }
  }

  private struct Mention {
    var number: String
    var date: CalendarDate?
    var passage: Passage
    /// It stands in a sentence that says what a paper is attached to.
    var isAttachment: Bool
  }

  /// Whether a head with a symbol misses its number or its day.
  private static func isOpen(_ header: DocumentHeader) -> Bool {
    header.symbol != nil && (header.number == nil || header.date == nil)
  }

  /// A number with a symbol, and where it stands in its text.
  private struct Numbered {
    var symbol: String
    var number: String
    var passage: Passage
    var index: Int
  }

  /// All of a document, found once for the heads of all documents that may be meant.
  private static func symbols(in tree: DocumentTree) -> [Numbered] {
    tree.root.allTexts.flatMap { passage in
      passage.words.enumerated().compactMap { index, word -> Numbered? in
        guard word.text.utf8.contains(where: \.isDigit), let symbol = DocumentSymbol(ofWord: word.text),
          let number = symbol.number
        else { return nil }
        return Numbered(symbol: symbol.symbol, number: number, passage: passage, index: index)
      }
    }
  }

  /// Words that are a number with the document's own symbol.
  private func mentions(of header: DocumentHeader, among symbols: [Numbered]) -> [Mention] {
    symbols.filter { $0.symbol == header.symbol }.map { found in
      let rest = found.passage.words[found.index...]
      return Mention(
        number: found.number, date: rest.dropFirst().prefix(2).lazy.compactMap { Self.date($0.text) }.first,
        passage: Passage(words: Array(rest.prefix(1))),
        isAttachment: words.saysBelonging(LooseText(found.passage.text)))
    }
  }

  private func fill(_ document: inout OpenDocument, from mentions: [Mention], source: String, certainty: Double) {
    // Several numbers for one symbol are several documents: they say nothing about this one.
    guard let first = mentions.first, Set(mentions.map(\.number)).count == 1 else { return }
    let evidence = first.passage.evidence(certainty: certainty, source: source)
    // A draft has no number yet: a number with its symbol is another document's.
    if document.tree.header.number == nil, document.tree.header.evidence["number"] != nil, !document.tree.isDraft {
      document.tree.header.number = first.number
      document.tree.header.evidence["number"] = evidence
      document.missing.removeAll(where: \.isNumber)
      document.tree.findings.append(Finding(.note, .numberElsewhere(first.number), at: first.passage.provenance))
    }
    guard document.tree.header.date == nil, document.tree.header.number == first.number,
      let date = mentions.lazy.compactMap(\.date).first
    else { return }
    document.tree.header.date = date
    document.tree.header.evidence["date"] = evidence
    document.missing.removeAll(where: \.isDay)
  }

  /// The day of a word such as `05/8/2025`; nil for anything else.
  private static func date(_ text: String) -> CalendarDate? {
    let parts = text.split { !($0.isASCII && $0.isNumber) }.compactMap { Int($0) }
    return parts.count == 3 && text.contains("/") ? CalendarDate(year: parts[2], month: parts[1], day: parts[0]) : nil
  }
}

extension DocumentSymbol {
  /// The symbol that is a word of a text, with the signs of its sentence around it.
  init?(ofWord word: String) {
    guard Self.hasJoint(word) else { return nil }
    self.init(word.filter { !"(),;.:".contains($0) })
  }
}
