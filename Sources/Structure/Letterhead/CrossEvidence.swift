internal import DocumentModel
internal import Vietnamese

/// Finds a number or a day that the letterhead does not give (written by hand, blank, misread) where the same document
/// is named elsewhere: in its annex's title (`Kèm theo Kế hoạch số 236/KH-UBND ngày 05/8/2025`), or by another document
/// of the dossier.
struct CrossEvidence {
  /// Completes the heads of a dossier's documents; what is found says where it comes from.
  func complete(_ trees: inout [DocumentTree]) {
    for index in trees.indices
    where trees[index].header.symbol != nil && (trees[index].header.number == nil || trees[index].header.date == nil) {
      let own = mentions(of: trees[index].header, in: trees[index]).filter(\.isAttachment)
      fill(&trees[index], from: own, source: "annex", certainty: 0.9)
      let others = trees.indices.filter { $0 != index }.flatMap { mentions(of: trees[index].header, in: trees[$0]) }
      fill(&trees[index], from: others, source: "cited", certainty: 0.7)
    }
  }

  private struct Mention {
    var number: String
    var date: CalendarDate?
    var passage: Passage
    var isAttachment: Bool
  }

  /// Where a number with the document's own symbol and, before it, its type's name stands.
  private func mentions(of header: DocumentHeader, in tree: DocumentTree) -> [Mention] {
    tree.root.allTexts.flatMap { passage in
      passage.words.enumerated().compactMap { index, word -> Mention? in
        guard word.text.utf8.contains(where: { (0x30...0x39).contains($0) }),
          let symbol = DocumentSymbol(word.text.filter { !"(),;.:".contains($0) }), let number = symbol.number,
          symbol.symbol == header.symbol
        else { return nil }
        return Mention(
          number: number,
          date: passage.words.dropFirst(index + 1).prefix(2).lazy.compactMap { Self.date($0.text) }.first,
          passage: Passage(words: [word]), isAttachment: LooseText(passage.text).firstRange(of: "kem theo") != nil)
      }
    }
  }

  private func fill(_ tree: inout DocumentTree, from mentions: [Mention], source: String, certainty: Double) {
    // Several numbers for one symbol are several documents: none of them is evidence.
    guard let first = mentions.first, Set(mentions.map(\.number)).count == 1 else { return }
    let evidence = first.passage.evidence(certainty: certainty, source: source)
    if tree.header.number == nil, tree.header.evidence["number"] != nil, !isBlank(tree) {
      tree.header.number = first.number
      tree.header.evidence["number"] = evidence
      tree.findings.removeAll { $0.message.code == "number-missing" }
      tree.findings.append(Finding(.note, .numberElsewhere(first.number), at: first.passage.provenance))
    }
    guard tree.header.date == nil, tree.header.number == first.number, let date = mentions.lazy.compactMap(\.date).first
    else { return }
    tree.header.date = date
    tree.header.evidence["date"] = evidence
    tree.findings.removeAll { $0.message.code == "day-missing" }
  }

  /// A draft has no number yet; a number that others have is another document's.
  private func isBlank(_ tree: DocumentTree) -> Bool { tree.isDraft }

  private static func date(_ text: String) -> CalendarDate? {
    let parts = text.split { !($0.isASCII && $0.isNumber) }.compactMap { Int($0) }
    return parts.count == 3 && text.contains("/") ? CalendarDate(year: parts[2], month: parts[1], day: parts[0]) : nil
  }
}

extension SectionNode {
  /// Titles, paragraphs and cells, in reading order.
  fileprivate var allTexts: [Passage] {
    let head =
      label == nil || title.isEmpty
      ? []
      : [
        Passage(
          words: title.split(separator: " ").map {
            PlacedWord(text: String($0), page: evidence?.provenance.page ?? 1, line: evidence?.provenance.line ?? 0)
          })
      ]
    return head
      + content.flatMap { part -> [Passage] in
        switch part {
        case .paragraph(let paragraph): [paragraph.passage]
        case .table(let table): table.rows.flatMap(\.cells)
        case .section(let node): node.allTexts
        }
      }
  }
}
