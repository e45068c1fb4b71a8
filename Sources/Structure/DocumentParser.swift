public import DocumentModel
public import Grammar
internal import Vietnamese

/// Parses restored pages to documents: the head, the sections with their text and tables, the end matter. Total: any
/// pages give trees and findings.
public struct DocumentParser: Sendable {
  private let headers: HeaderParser
  private let endings: EndMatterParser
  private let paragraphs: ParagraphBuilder
  private let sections: SectionTreeBuilder
  private let issuers: IssuerInference

  public init(_ phrases: Phrases) {
    headers = HeaderParser(phrases)
    endings = EndMatterParser(phrases)
    paragraphs = ParagraphBuilder(phrases)
    sections = SectionTreeBuilder(phrases)
    issuers = IssuerInference(phrases)
  }

  /// The documents of an input, in print order; at least one where there is any text.
  public func parse(_ pages: [Page]) -> [DocumentTree] {
    let furniture = PageFurniture(pages)
    let last = pages.last?.number ?? 1
    let parts = DocumentSplitter().split(furniture.items)
    var trees = parts.enumerated().map { index, items in
      let next = index + 1 < parts.count ? parts[index + 1].first?.page : nil
      let first = index == 0 ? pages.first?.number ?? 1 : items.first?.page ?? 1
      var tree = parse(items)
      tree.firstPage = first
      tree.lastPage = next.map { max(first, $0 - 1) } ?? last
      tree.footnotes = furniture.footnotes.filter { note in
        (tree.firstPage...tree.lastPage).contains(note.words.first?.page ?? 0)
      }
      return tree
    }
    CrossEvidence().complete(&trees)
    return trees
  }

  private func parse(_ items: ArraySlice<FlowItem>) -> DocumentTree {
    let head = headers.parse(items)
    var tree = DocumentTree(
      firstPage: 1, lastPage: 1, header: head.header, isDraft: head.isDraft, marks: head.marks, findings: head.findings)
    let ending = endings.parse(items, from: head.bodyStart)
    let body = items[head.bodyStart..<(ending?.range.lowerBound ?? items.endIndex)]
    let annexes = ending.map { items[$0.range.upperBound...] } ?? []
    let pieces =
      paragraphs.pieces(of: body, findings: &tree.findings) + paragraphs.pieces(of: annexes, findings: &tree.findings)
    tree.root = sections.tree(of: pieces)
    if let ending { fill(ending, into: &tree) }
    if tree.header.issuer == nil { issuers.infer(into: &tree) }
    return tree
  }

  private func fill(_ ending: EndMatterParser.Result, into tree: inout DocumentTree) {
    tree.header.recipients = ending.recipients.map(\.text)
    if !ending.recipients.isEmpty {
      tree.header.evidence["recipients"] = Passage(joining: ending.recipients).evidence(certainty: 0.95)
    }
    // The chief signs at the right, last in print order.
    guard let chief = ending.signers.last else { return }
    tree.header.signer = chief.signer
    tree.header.signers = ending.signers.count > 1 ? ending.signers.map(\.signer) : []
    for (field, passage) in [
      ("signer.authority", chief.authority), ("signer.title", chief.title), ("signer.name", chief.name),
    ]
    where !passage.isEmpty {
      tree.header.evidence[field] = passage.evidence(certainty: 0.95)
    }
  }
}
