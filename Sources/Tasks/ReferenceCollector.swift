internal import DocumentModel
internal import Vietnamese

/// Collects the documents that one document cites: each once, in order of first mention, the day where some mention
/// prints it.
struct ReferenceCollector: Sendable {
  private let finder: ReferenceFinder

  init(_ vocabulary: Vocabulary) {
    finder = ReferenceFinder(vocabulary)
  }

  func references(of tree: DocumentTree) -> [Reference] {
    var result: [Reference] = []
    for passage in passages(of: tree) {
      let text = LooseText(passage.text)
      for citation in finder.citations(in: text) where !isOwn(citation, of: tree.header) {
        add(citation, passage.slice(citation.range), to: &result)
      }
    }
    return result
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

  /// Two days for one number are two documents: each term and each year numbers anew.
  private func add(_ citation: Citation, _ passage: Passage, to result: inout [Reference]) {
    guard let number = citation.symbol.number else { return }
    let same = result.indices.filter {
      looseKey(result[$0].symbol) == looseKey(citation.symbol.symbol) && result[$0].number == number
    }
    if let date = citation.date {
      if same.contains(where: { result[$0].date == date }) { return }
      if let undated = same.first(where: { result[$0].date == nil }) {
        result[undated].date = date
        return
      }
    } else if !same.isEmpty {
      return
    }
    result.append(
      Reference(
        type: citation.type.isEmpty ? nil : citation.type, number: number, symbol: citation.symbol.symbol,
        date: citation.date, evidence: passage.evidence(certainty: 0.95)))
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
