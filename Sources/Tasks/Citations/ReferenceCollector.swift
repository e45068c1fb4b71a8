internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Collects the documents that one document cites: each once, in order of first mention, the day where some mention
/// prints it.
struct ReferenceCollector: Sendable {
  /// A cited document and how often each spelling of its symbol was met.
  fileprivate struct Collected {
    var reference: Reference
    var spellings: [(symbol: String, count: Int)]
  }

  private let finder: ReferenceFinder

  init(_ phrases: Phrases) {
    finder = ReferenceFinder(phrases)
  }

  func references(of tree: DocumentTree) -> (references: [Reference], findings: [Finding]) {
    var found: [Collected] = []
    for passage in passages(of: tree) {
      let text = LooseText(passage.text)
      for citation in finder.citations(in: text) where !isOwn(citation, of: tree.header) {
        add(citation, passage.slice(citation.range), to: &found)
      }
    }
    let findings = found.filter { $0.spellings.count > 1 }.map { item in
      Finding(
        .note, .citationSpelledDifferently(item.spellings.map { "\(item.reference.number)/\($0.symbol)" }),
        at: item.reference.evidence.provenance)
    }
    return (found.map(\.mostSpelled), findings)
  }

  private func passages(of tree: DocumentTree) -> [Passage] {
    let subject = Passage(text: tree.header.subject ?? "", at: tree.header.evidence["subject"])
    return [subject] + tree.root.allPassages + tree.footnotes
  }

  /// The document's own number, as its annexes cite it.
  private func isOwn(_ citation: Citation, of header: DocumentHeader) -> Bool {
    citation.symbol.number != nil && citation.symbol.number == header.number && citation.symbol.symbol == header.symbol
      && (citation.date == nil || header.date == nil || citation.date == header.date)
  }

  /// Two days for one number are two documents: each term and each year numbers anew. One letter misread in a symbol
  /// makes no other document of the same number, type and day.
  private func add(_ citation: Citation, _ passage: Passage, to found: inout [Collected]) {
    guard let number = citation.symbol.number else { return }
    let same = found.indices.filter { found[$0].reference.number == number && found[$0].isNear(citation) }
    let known =
      same.first { citation.date == nil || found[$0].reference.date == citation.date }
      ?? same.first { found[$0].reference.date == nil }
    if let known {
      if found[known].reference.date == nil { found[known].reference.date = citation.date }
      return found[known].count(citation.symbol.symbol)
    }
    let reference = Reference(
      type: citation.type.isEmpty ? nil : citation.type, number: number, symbol: citation.symbol.symbol,
      date: citation.date, evidence: passage.evidence(certainty: CitationCertainties.citation))
    found.append(Collected(reference: reference, spellings: [(citation.symbol.symbol, 1)]))
  }
}

extension ReferenceCollector.Collected {
  fileprivate func isNear(_ citation: Citation) -> Bool {
    let own = Array(looseKey(reference.symbol).utf8), other = Array(looseKey(citation.symbol.symbol).utf8)
    if own == other { return true }
    return own.count == other.count && own.count >= CitationLimits.shortestNear && reference.type == citation.type
      && editDistance(own, other, atMost: 1) != nil
  }

  fileprivate mutating func count(_ symbol: String) {
    if let index = spellings.firstIndex(where: { $0.symbol == symbol }) {
      spellings[index].count += 1
    } else {
      spellings.append((symbol, 1))
    }
  }

  /// The reference under the spelling that was met most; of equals, the first.
  fileprivate var mostSpelled: Reference {
    var result = reference
    var best = 0
    for spelling in spellings where spelling.count > best { (result.symbol, best) = spelling }
    return result
  }
}

extension SectionNode {
  /// All text in it in reading order, titles and cells included.
  var allPassages: [Passage] {
    (title.isEmpty ? [] : [Passage(text: title, at: evidence)])
      + content.flatMap { part -> [Passage] in
        switch part {
        case .paragraph(let paragraph): [paragraph.passage]
        case .table(let table): table.rows.flatMap(\.cells)
        case .section(let node): node.allPassages
        }
      }
  }
}
