public import DocumentModel
public import Grammar
internal import Vietnamese

/// Parses restored pages to documents: the head, the sections with their text and tables, the end matter. Total: any
/// pages give trees and findings.
public struct DocumentParser: Sendable {
  let letterheads: LetterheadParser
  let endings: EndMatterParser
  let labels: SectionLabelReader
  private let paragraphs: ParagraphBuilder
  private let sections: SectionTreeBuilder
  private let issuers: IssuerInference
  private let marks: PrintedMarks
  private let pageWords: PageWords
  private let letterheadWords: LetterheadWords
  private let enclosures: EnclosureFinder
  private let aids: AidReader

  /// A parser that knows the wordings of the dictionaries.
  public init(_ phrases: Phrases) {
    labels = SectionLabelReader(phrases)
    letterheadWords = LetterheadWords(phrases)
    letterheads = LetterheadParser(phrases, letterheadWords, labels)
    enclosures = EnclosureFinder(phrases, letterheadWords)
    endings = EndMatterParser(phrases, labels)
    paragraphs = ParagraphBuilder(phrases, labels)
    sections = SectionTreeBuilder(phrases)
    issuers = IssuerInference(phrases)
    aids = AidReader(phrases)
    marks = PrintedMarks(phrases)
    pageWords = PageWords(phrases)
  }

  /// The documents of an input, in print order; at least one where there is any text. `witnesses` are what is known of the
  /// input from beside its pages; they say something only where it holds one document. `documents` tells how many there are,
  /// and `decided` whether one begins at a page, where a person has said so.
  public func parse(
    _ pages: [Page], witnesses: HeadWitnesses = HeadWitnesses(), documents count: DocumentsOfFile = .auto,
    decided: [Int: Bool] = [:]
  ) -> [DocumentTree] {
    let furniture = PageFurniture(pages, pageWords)
    let last = pages.last?.number ?? 1
    let parts = DocumentSplitter(letterheadWords, letterheads.pieces)
      .split(furniture.items, firstPage: pages.first?.number ?? 1, documents: count, decided: decided)
    var documents = parts.enumerated().map { index, part in
      let next = index + 1 < parts.count ? parts[index + 1].page : nil
      let first = part.page
      var document = parse(part.items)
      document.tree.findings += part.feet.map { Finding(.note, .headAtFoot(), at: $0.provenance) }
      document.tree.firstPage = first
      document.tree.lastPage = next.map { max(first, $0 - 1) } ?? last
      document.tree.footnotes = furniture.footnotes.filter { note in
        (document.tree.firstPage...document.tree.lastPage).contains(note.words.first?.page ?? 0)
      }
      return document
    }
    CrossEvidence(letterheadWords).complete(&documents)
    let pen = PenHead(pages)
    for index in documents.indices { pen.complete(&documents[index]) }
    if documents.count == 1 { witnesses.complete(&documents[0]) }
    for index in documents.indices { documents[index].holdAgainstReceipt() }
    enclosures.tie(&documents)
    return documents.map(\.closed)
  }

  private func parse(_ items: ArraySlice<FlowItem>) -> OpenDocument {
    let head = letterheads.parse(items)
    var tree = DocumentTree(
      firstPage: 1, lastPage: 1, header: head.header, isDraft: head.isDraft, marks: head.marks, findings: head.findings)
    let ending = endings.parse(items, from: head.bodyStart)
    let body = items[head.bodyStart..<(ending?.range.lowerBound ?? items.endIndex)]
    let annexes = ending.map { items[$0.range.upperBound...] } ?? []
    let pieces =
      paragraphs.pieces(of: body, findings: &tree.findings) + paragraphs.pieces(of: annexes, findings: &tree.findings)
    tree.root = sections.tree(of: pieces)
    if let ending { fill(ending, into: &tree) }
    if tree.header.issuer == nil { issuers.infer(into: &tree) } else { writeIssuer(of: &tree) }
    IssuerInitials().mend(&tree.header)
    var document = OpenDocument(tree: tree, missing: head.missing)
    aids.complete(&document, of: items)
    return document
  }

  /// Writes the issuing body's name as the tables and the document's own text do.
  private func writeIssuer(of tree: inout DocumentTree) {
    guard let printed = tree.header.issuer else { return }
    let names = printed.split(separator: "; ").map(String.init), place = tree.header.place
    let paragraphs = OwnText.sentences(tree.root.allParagraphs.map(\.text))
    let subject = OwnText.sentences([tree.header.subject].compactMap(\.self))
    let own = OwnText(paragraphs + OwnText.sentences([place].compactMap(\.self)) + subject, naming: names)
    let bodies = names.map { marks.mended(own.written($0)) }
    tree.header.issuer = bodies.joined(separator: "; ")
    // The italics of the day's line are misread more often than the capitals of the body's name, which count twice.
    let mentions = paragraphs + subject + OwnText.sentences(bodies + bodies)
    writePlace(of: &tree, as: OwnText(mentions, naming: [place].compactMap(\.self)))
    writeSubject(of: &tree, as: paragraphs)
  }

  /// Writes the subject of a scan with the marks that the text has where it says the same words.
  private func writeSubject(of tree: inout DocumentTree, as paragraphs: [[OwnText.Token]]) {
    guard let printed = tree.header.subject, let evidence = tree.header.evidence["subject"],
      evidence.provenance.box != nil, evidence.confidence < 1
    else { return }
    let mended = OwnText(paragraphs, naming: [printed]).withMarks(printed)
    guard mended != printed else { return }
    tree.header.subject = mended
    tree.header.evidence["subject"] = evidence.asInferred
  }

  /// Writes the place as most of the document's mentions of it do: one word of the day's line may have lost a mark.
  private func writePlace(of tree: inout DocumentTree, as mentions: OwnText) {
    guard let printed = tree.header.place, let evidence = tree.header.evidence["place"] else { return }
    let name = printed.withCapitalI, voted = mentions.mostFrequent(name)
    guard voted != printed, lowercased(folded(voted)) == lowercased(folded(name)) else { return }
    tree.header.place = voted
    tree.header.evidence["place"] = evidence.asInferred
  }

  private func fill(_ ending: EndMatterParser.Result, into tree: inout DocumentTree) {
    tree.header.recipients = ending.recipients.map(\.text)
    if !ending.recipients.isEmpty {
      tree.header.evidence["recipients"] = Passage(joining: ending.recipients).evidence(
        by: EndMatterParser.recipients, certainty: EndMatterCertainty.recipients)
    }
    // The chief signs at the right, last in print order.
    guard let chief = ending.signers.last else { return }
    tree.header.signer = chief.signer
    tree.header.signers = ending.signers.count > 1 ? ending.signers.map(\.signer) : []
    for (field, part) in [("authority", chief.authority), ("title", chief.title), ("name", chief.name)]
    where !part.passage.isEmpty {
      tree.header.evidence["signer." + field] = part.passage.evidence(
        by: part.rule, certainty: EndMatterCertainty.signer)
    }
  }
}

extension String {
  /// A place's name begins with a capital: the small `l` that stands there is the `I` of `Ia Hrung`.
  fileprivate var withCapitalI: String { hasPrefix("la ") ? "I" + dropFirst() : self }
}

extension Evidence {
  /// The same place and confidence for a value that was told from elsewhere in the document.
  fileprivate var asInferred: Evidence {
    Evidence(provenance: provenance, confidence: confidence, source: Self.inferred)
  }
}
