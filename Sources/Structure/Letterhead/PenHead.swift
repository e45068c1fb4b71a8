internal import DocumentModel

/// Takes what a pen wrote into a head: a sure reading fills the field that is empty, every other is proposed. Nothing
/// printed is written over.
struct PenHead {
  /// In the order of the pages.
  private let readings: [(page: Int, reading: PenReading)]

  /// Names the pen as the source of a value.
  static let source = ProposalSource.pen

  init(_ pages: [Page]) {
    readings = pages.flatMap { page in page.penReadings.map { (page.number, $0) } }
  }

  /// Completes the head of a document by the readings in the lines that its number and its day stand in.
  func complete(_ document: inout OpenDocument) {
    let pages = document.tree.firstPage...max(document.tree.firstPage, document.tree.lastPage)
    for (page, reading) in readings where pages.contains(page) {
      let place = Provenance(page: page, line: reading.line, box: reading.box)
      switch reading.field {
      case .number where stands(reading, page, in: document.numberLine):
        fillNumber(of: &document, reading, place)
      case .day where stands(reading, page, in: document.dateLine):
        fill("day", of: &document.tree.header, reading, place) { $0.day = $1 }
      case .month where stands(reading, page, in: document.dateLine):
        fill("month", of: &document.tree.header, reading, place) { $0.month = $1 }
      default: break
      }
    }
    if document.tree.header.date != nil { document.missing.removeAll(where: \.isDay) }
  }

  private func stands(_ reading: PenReading, _ page: Int, in line: Provenance?) -> Bool {
    line.map { $0.page == page && $0.line == reading.line } ?? false
  }

  private func fillNumber(of document: inout OpenDocument, _ reading: PenReading, _ place: Provenance) {
    guard !document.tree.isDraft else { return }
    let isContradicted = takesBackPrint(of: &document, reading, place)
    guard document.tree.header.number == nil else { return }
    if let sure = reading.sureValue, !isContradicted {
      document.tree.header.number = sure.text
      document.tree.header.evidence["number"] = Evidence(
        provenance: place, confidence: sure.confidence, source: Self.source)
      document.tree.header.proposed["number"] = nil
      document.missing.removeAll(where: \.isNumber)
    } else {
      propose(reading, as: "number", in: &document.tree.header, place) { $0 }
    }
  }

  /// Takes a number back that a reader of print was not sure of, where the ink is as high as a pen's and says another: one
  /// of the two is wrong, and a person has to look.
  private func takesBackPrint(of document: inout OpenDocument, _ reading: PenReading, _ place: Provenance) -> Bool {
    guard let number = document.tree.header.number, let evidence = document.tree.header.evidence["number"],
      evidence.source == HeadPieceRules.numberLineRule, evidence.confidence < PenWeights.surePrint,
      let ink = reading.values.first, ink.text != number, ink.confidence >= PenWeights.contradicts
    else { return false }
    document.tree.header.number = nil
    document.tree.header.evidence["number"] = nil
    document.tree.header.propose(
      Proposal(
        value: number, source: PenWeights.source, confidence: min(evidence.confidence, PenWeights.mostOfTaken),
        provenance: place), as: "number")
    document.missing.append(.number(evidence.provenance))
    return true
  }

  private func fill(
    _ part: String, of header: inout DocumentHeader, _ reading: PenReading, _ place: Provenance,
    set: (inout DateParts, Int) -> Void
  ) {
    let field = "dateParts." + part
    guard header.date == nil, header.evidence[field] == nil else { return }
    if let sure = reading.sureValue, let value = Int(sure.text) {
      set(&header.dateParts, value)
      header.evidence[field] = Evidence(provenance: place, confidence: sure.confidence, source: Self.source)
      header.proposed[field] = nil
      header.completeDate(at: place, sure.confidence, source: Self.source)
    } else {
      propose(reading, as: field, in: &header, place) { Int($0).map(String.init) ?? $0 }
    }
  }

  private func propose(
    _ reading: PenReading, as field: String, in header: inout DocumentHeader, _ place: Provenance,
    written: (String) -> String
  ) {
    for value in reading.values {
      header.propose(
        Proposal(value: written(value.text), source: Self.source, confidence: value.confidence, provenance: place),
        as: field)
    }
  }
}

extension OpenDocument {
  /// Where the number stands, or should stand; nil without a line of it.
  fileprivate var numberLine: Provenance? {
    let missing = missing.lazy.compactMap { if case .number(let place) = $0 { place } else { nil } }.first
    return missing ?? tree.header.evidence["symbol"]?.provenance
  }

  fileprivate var dateLine: Provenance? { tree.header.evidence["date"]?.provenance }
}

extension DocumentHeader {
  /// Sets the whole day where all its parts are known and the calendar has it.
  mutating func completeDate(at place: Provenance, _ confidence: Confidence, source: String) {
    guard let whole = dateParts.date else { return }
    date = whole
    evidence["date"] = Evidence(provenance: place, confidence: confidence, source: source)
  }
}
