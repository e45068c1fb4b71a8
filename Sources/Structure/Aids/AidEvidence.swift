internal import DocumentModel
internal import Grammar

/// What speaks for and against a paper being an aid, weighed for each kind.
struct AidEvidence {
  let tree: DocumentTree
  let lines: [FlowLine]
  let title: AidTitle?
  let tables: [AidTable]

  /// The kind that weighs most, with its weight; nil where none weighs enough.
  func kind(labels: Set<Vocabulary.Role>) -> (Aid.Kind, Double)? {
    let weights = Aid.Kind.allCases.compactMap { kind in
      weight(of: kind, labels).map { (kind, $0 + against) }
    }
    let best = weights.max { $0.1 < $1.1 }
    return best.flatMap { $0.1 >= AidWeights.enough ? $0 : nil }
  }

  /// Nil where the paper lacks what the kind cannot do without: columns for a list, labels for the others.
  private func weight(of kind: Aid.Kind, _ labels: Set<Vocabulary.Role>) -> Double? {
    let own = title.map { $0.kind == kind ? ($0.isNear ? AidWeights.nearTitle : AidWeights.title) : 0 } ?? 0
    switch kind {
    case .documentList, .dossierList:
      // A register of what comes and goes has the same columns; the sheets of a dossier, and how long it is kept, it has not.
      guard own > 0 || tables.contains(where: { Self.isOfDossiers($0, kind) }) else { return nil }
      let isOfDocuments = kind == .documentList
      let weight = listWeight(
        isOfDocuments ? Self.ofDocuments : Self.ofDossiers, rivals: isOfDocuments ? Self.ofDossiers : Self.ofDocuments)
      return weight.map { $0 + own }
    case .cover, .closingSheet:
      let known = labels.intersection(kind == .cover ? Self.onCover : Self.onClosingSheet)
      // Their labels stand in other papers, too: without a title they say nothing.
      guard own > 0, known.count >= (kind == .cover ? AidLimits.fewestLabels : 1), tables.isEmpty else { return nil }
      return own + Double(labels.count) * AidWeights.label
    }
  }

  /// Whether columns that only such lists have make up for a lost title.
  private static func isOfDossiers(_ table: AidTable, _ kind: Aid.Kind) -> Bool {
    if kind == .dossierList { return table.column(.dossierCode) != nil && table.column(.keeping) != nil }
    return table.column(.sheet).map { RisingFigures(firstSheets(table, $0)).isRising } ?? false
  }

  private static func firstSheets(_ table: AidTable, _ column: Int) -> [String] {
    table.texts(column).map { String($0.split { "-–/".contains($0) }.first ?? "") }
  }

  private static let ofDocuments: Set<Vocabulary.Role> = [
    .number, .symbol, .numberAndSymbol, .typeName, .day, .subject, .author, .sheet,
  ]
  private static let ofDossiers: Set<Vocabulary.Role> = [
    .dossierCode, .title, .period, .startDay, .endDay, .keeping, .sheetCount, .documentCount, .box,
  ]
  private static let onCover: Set<Vocabulary.Role> = [
    .fonds, .catalogue, .box, .dossierCode, .startDay, .endDay, .sheetCount, .documentCount, .keeping,
  ]
  private static let onClosingSheet: Set<Vocabulary.Role> = [.sheetCount, .gaps]

  private func listWeight(_ roles: Set<Vocabulary.Role>, rivals: Set<Vocabulary.Role>) -> Double? {
    let weights = tables.map { table -> Double in
      let own = table.roles.compactMap { $0 }.filter(roles.contains)
      let headed = own.filter(table.headed.contains)
      guard own.count > 1, own.count > table.roles.count(where: { $0.map(rivals.contains) ?? false }) else { return 0 }
      let told = Double(headed.count) * AidWeights.heading + Double(own.count - headed.count) * AidWeights.cells
      return told + contents(of: table)
    }
    return weights.max().flatMap { $0 > 0 ? $0 : nil }
  }

  /// What the cells bear out.
  private func contents(of table: AidTable) -> Double {
    var weight = 0.0
    if let day = table.column(.day), table.isMostly(day, { AidDate($0) != nil }) { weight += AidWeights.filled }
    if let symbol = table.column(.numberAndSymbol) ?? table.column(.symbol),
      table.isMostly(symbol, { $0.isSymbol || ("/" + $0).isSymbol })
    {
      weight += AidWeights.filled
    }
    if let sheet = table.column(.sheet) ?? table.column(.sheetCount) {
      if RisingFigures(Self.firstSheets(table, sheet)).isRising { weight += AidWeights.rising }
    }
    return weight
  }

  /// A paper of its own that holds a list, or a table of work, is no list.
  private var against: Double {
    var weight = 0.0
    if isOwn("type") { weight += AidWeights.ownType }
    if isOwn("number") || isOwn("symbol") { weight += AidWeights.ownNumber }
    if lines.reduce(0, { $0 + $1.passage.words.count }) > AidLimits.mostWords { weight += AidWeights.text }
    if tree.root.hasWork { weight += AidWeights.work }
    return weight
  }

  /// Whether a value of the head is the paper's own: what stands below the title of an aid is said of the dossier.
  private func isOwn(_ field: String) -> Bool {
    guard let place = tree.header.evidence[field]?.provenance else { return false }
    guard let title, let first = lines[title.line].passage.provenance else { return true }
    return (place.page, place.line ?? 0) < (first.page, first.line ?? 0)
  }
}

extension SectionNode {
  /// Whether a table under it has a column of those who are to act.
  fileprivate var hasWork: Bool {
    content.contains { part in
      switch part {
      case .table(let table):
        table.columns.contains { [.lead, .cooperating].contains($0.role) && $0.rule != "column.cells" }
      case .section(let node): node.hasWork
      case .paragraph: false
      }
    }
  }
}
