internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// What the lines of a paper state of its dossier, put together.
struct AidStatement {
  private(set) var dossier = AidDossier()
  /// Nil where nothing is said of missing numbers.
  private(set) var gaps: [String]?
  /// What labels were found, whether or not anything stands behind them.
  private(set) var labels: Set<Vocabulary.Role> = []

  /// `title` is the line that heads the paper, by its place among the lines; what stands right below a cover's is the
  /// dossier's own title.
  init(_ lines: [FlowLine], title: Int?, isCover: Bool, reader: AidFieldReader) {
    let fields = lines.map { reader.fields(of: $0.passage) }
    for (index, own) in fields.enumerated() {
      for (place, field) in own.enumerated() {
        labels.insert(field.role)
        let isLast = place == own.count - 1
        let below = isLast ? Self.below(index, lines, fields) : []
        take(field, below: below)
      }
    }
    if isCover, dossier.title == nil, let title { setTitle(Passage(joining: Self.below(title, lines, fields))) }
  }

  /// The lines after one that no label opens, as far as a value may go on.
  private static func below(
    _ index: Int, _ lines: [FlowLine], _ fields: [[AidFieldReader.Field]]
  ) -> [Passage] {
    let rest = zip(lines, fields).dropFirst(index + 1).prefix(AidLimits.mostLinesOfValue)
    return rest.prefix { line, own in own.allSatisfy { $0.role == .gaps } && line.page == lines[index].page }
      .map(\.0.passage)
  }

  private mutating func take(_ field: AidFieldReader.Field, below: [Passage]) {
    let value = field.value
    switch field.role {
    case .gaps: setGaps(Passage(joining: [value] + below.prefix { $0.text.first?.isFigure ?? false }))
    case .title: setTitle(Passage(joining: [value] + below))
    case .startDay: set(\.start, "start", value, AidDate(value.text))
    case .endDay: set(\.end, "end", value, AidDate(value.text))
    case .sheetCount, .documentCount: setCounts(field)
    case .dossierCode: set(\.code, "code", value)
    case .box: set(\.box, "box", value)
    case .fonds: set(\.fonds, "fonds", value)
    case .catalogue: set(\.catalogue, "catalogue", value)
    case .keeping: set(\.keeping, "keeping", value)
    default: break
    }
  }

  // MARK: Values

  /// The first that is stated stands.
  private mutating func set(_ field: WritableKeyPath<AidDossier, String?>, _ name: String, _ value: Passage) {
    guard dossier[keyPath: field] == nil, value.text.contains(where: { $0.isLetter || $0.isNumber }) else { return }
    dossier[keyPath: field] = value.text
    dossier.evidence[name] = value.aidEvidence()
  }

  private mutating func set(
    _ field: WritableKeyPath<AidDossier, String?>, _ name: String, _ value: Passage, _ day: AidDate?
  ) {
    guard dossier[keyPath: field] == nil, let day, let iso = day.parts.iso else { return }
    dossier[keyPath: field] = iso
    dossier.evidence[name] = value.aidEvidence(isInferred: day.isRepaired)
  }

  /// Without what it says of missing numbers, which are a field of their own.
  private mutating func setTitle(_ value: Passage) {
    let open = LooseText(value.text).firstIndex(of: .openBracket)
    let hasGaps = labels.contains(.gaps) && open != nil
    set(\.title, "title", hasGaps ? value.slice(0..<(open ?? 0)) : value)
  }

  private mutating func setCounts(_ field: AidFieldReader.Field) {
    let counts = AidCounts(field.value.text, ofDocuments: field.role == .documentCount)
    if dossier.sheets == nil, let sheets = counts.sheets {
      dossier.sheets = sheets.value
      dossier.evidence["sheets"] = field.value.aidEvidence(isInferred: sheets.isRepaired)
    }
    if dossier.documents == nil, let documents = counts.documents {
      dossier.documents = documents.value
      dossier.evidence["documents"] = field.value.aidEvidence(isInferred: documents.isRepaired)
    }
  }

  private mutating func setGaps(_ value: Passage) {
    guard gaps == nil, let stated = StatedGaps(value.text) else { return }
    gaps = stated.runs
    dossier.evidence["gaps"] = value.aidEvidence(isInferred: stated.isRepaired)
  }
}
