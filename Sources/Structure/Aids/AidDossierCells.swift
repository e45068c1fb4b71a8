internal import DocumentModel
internal import Grammar

extension AidRowDraft {
  /// Reads a cell of a list of dossiers.
  mutating func readDossier(_ cell: Passage, _ role: Vocabulary.Role) {
    switch role {
    case .dossierCode, .numberAndSymbol, .number: dossier.code = named(cell, "code")
    case .title, .subject: dossier.title = named(cell, "title")
    case .keeping: dossier.keeping = named(cell, "keeping")
    case .box: dossier.box = named(cell, "box")
    case .sheetCount: dossier.sheets = count(cell, "sheets")
    case .documentCount: dossier.documents = count(cell, "documents")
    case .period: setPeriod(cell)
    case .startDay: dossier.start = day(cell, AidDate(cell.text), "start")
    case .endDay: dossier.end = day(cell, AidDate(cell.text), "end")
    default: break
    }
  }

  private mutating func setPeriod(_ cell: Passage) {
    let period = AidDate.period(cell.text)
    dossier.start = day(cell, period.start, "start")
    dossier.end = day(cell, period.end, "end")
  }

  private mutating func named(_ cell: Passage, _ name: String) -> String? {
    guard let text = text(cell, name) else { return nil }
    dossier.evidence[name] = row.evidence.removeValue(forKey: name)
    return text
  }

  private mutating func count(_ cell: Passage, _ name: String) -> Int? {
    guard let figures = AidFigures(cell.text), let value = figures.value else {
      row.unread.append(name)
      return nil
    }
    dossier.evidence[name] = cell.aidEvidence(isInferred: figures.isRepaired)
    return value
  }

  /// As far as it is known from the year down; named as unread where a part of it is not.
  private mutating func day(_ cell: Passage, _ read: AidDate?, _ name: String) -> String? {
    if read?.isWhole != true { row.unread.append(name) }
    guard let read, let iso = read.parts.iso else { return nil }
    dossier.evidence[name] = cell.aidEvidence(isInferred: read.isRepaired)
    return iso
  }
}
