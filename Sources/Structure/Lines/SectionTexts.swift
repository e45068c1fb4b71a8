internal import DocumentModel

extension SectionNode {
  /// Titles, paragraphs and cells, in reading order.
  var allTexts: [Passage] {
    let head = label == nil || title.isEmpty ? [] : [titlePassage]
    return head
      + content.flatMap { part -> [Passage] in
        switch part {
        case .paragraph(let paragraph): [paragraph.passage]
        case .table(let table): table.rows.flatMap(\.cells)
        case .section(let node): node.allTexts
        }
      }
  }

  private var titlePassage: Passage {
    Passage(
      words: title.split(separator: " ").map {
        PlacedWord(text: String($0), page: evidence?.provenance.page ?? 1, line: evidence?.provenance.line ?? 0)
      })
  }
}
