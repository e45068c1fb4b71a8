internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Reads the rows of a list cell by cell: a cell that cannot be read is named, and the rest of its row stays.
struct AidRowReader {
  private let table: AidTable
  /// Of the column of sheets, and of the column of row numbers: by row.
  private let sheets, ordinals: RisingFigures

  init(_ table: AidTable) {
    self.table = table
    func column(_ role: Vocabulary.Role) -> [String] {
      table.rows.map { row in
        table.column(role).flatMap { row.cells.indices.contains($0) ? row.cells[$0].text : nil } ?? ""
      }
    }
    sheets = RisingFigures(column(.sheet).map { String($0.split { "-–÷/".contains($0) }.first ?? "") })
    ordinals = RisingFigures(column(.index))
  }

  /// Rows of nothing but white are left out.
  func rows(ofDossiers: Bool) -> [AidRow] {
    table.rows.indices.filter { table.rows[$0].cells.contains { !$0.isEmpty } }.map { index in
      let cells = table.rows[index].cells
      let words = cells.flatMap(\.words)
      var draft = AidRowDraft(row: AidRow(evidence: ["row": Passage(words: words).evidence()]))
      for (role, cell) in zip(table.roles, cells) where !cell.isEmpty {
        if let role { read(cell, as: role, at: index, ofDossiers, into: &draft) }
      }
      if ofDossiers { draft.row.dossier = draft.dossier }
      return draft.row
    }
  }

  private func read(
    _ cell: Passage, as role: Vocabulary.Role, at index: Int, _ ofDossiers: Bool, into draft: inout AidRowDraft
  ) {
    switch role {
    case .index: draft.setOrdinal(ordinals.values[index], cell)
    case .note: draft.row.note = draft.text(cell, "note")
    case _ where ofDossiers: draft.readDossier(cell, role)
    case .number: draft.setNumber(cell)
    case .symbol: draft.setSymbol(cell)
    case .numberAndSymbol: draft.setNumberAndSymbol(cell)
    case .typeName: draft.row.typeName = draft.text(cell, "typeName")
    case .day: draft.setDate(cell)
    case .subject: draft.row.subject = draft.text(cell, "subject")
    case .author: draft.row.author = draft.text(cell, "author")
    case .sheet: draft.setSheet(sheets.values[index], cell)
    default: break
    }
  }
}

/// A row while its cells are read.
struct AidRowDraft {
  var row: AidRow
  var dossier = AidDossier()

  /// A text as it stands; nil, and named, where no two letters or figures of it stand together.
  mutating func text(_ cell: Passage, _ name: String) -> String? {
    let letters = cell.text.split { !$0.isLetter && !$0.isNumber }
    guard letters.contains(where: { $0.count > 1 || $0.allSatisfy(\.isNumber) }) else {
      row.unread.append(name)
      return nil
    }
    note(cell, name)
    return cell.text
  }

  mutating func setOrdinal(_ value: RisingFigures.Value?, _ cell: Passage) {
    guard let value else { return row.unread.append("ordinal") }
    row.ordinal = value.number
    note(cell, "ordinal", isInferred: value.isInferred, isDoubted: value.isDoubted)
  }

  mutating func setSheet(_ first: RisingFigures.Value?, _ cell: Passage) {
    let parts = cell.text.split { "-–÷/".contains($0) }.map { AidFigures(String($0)) }
    guard let first, parts.count < 3, let last = parts.last else { return row.unread.append("sheet") }
    let end = parts.count > 1 ? last?.value : first.number
    guard let end, end >= first.number else { return row.unread.append("sheet") }
    row.sheet = end == first.number ? "\(first.number)" : "\(first.number)-\(end)"
    let isInferred = first.isInferred || parts.count > 1 && last?.isRepaired == true
    note(cell, "sheet", isInferred: isInferred, isDoubted: first.isDoubted)
  }

  mutating func setNumber(_ cell: Passage) {
    if cell.text.isSymbol { return setNumberAndSymbol(cell) }
    guard let figures = AidFigures(cell.text) else { return row.unread.append("number") }
    row.number = figures.digits
    note(cell, "number", isInferred: figures.isRepaired)
  }

  mutating func setSymbol(_ cell: Passage) {
    if let both = DocumentSymbol(cell.text), both.number != nil { return setNumberAndSymbol(cell) }
    // A column of symbols leaves the joint to the column before: `QĐ-UBND`.
    guard let symbol = DocumentSymbol("/" + cell.text.trimmed { "/- ".contains($0) }) else {
      return row.unread.append("symbol")
    }
    row.symbol = symbol.symbol
    note(cell, "symbol")
  }

  /// `I2/QĐ-UBND` has the number 12; of a symbol alone the number is not printed.
  mutating func setNumberAndSymbol(_ cell: Passage) {
    let text = cell.text.filter { !$0.isWhitespace }
    let head = text.prefix { !"/-–".contains($0) }
    if let symbol = DocumentSymbol(text), symbol.number != nil || !head.contains(where: \.isFigure) {
      (row.number, row.symbol) = (symbol.number, symbol.symbol)
      note(cell, "symbol")
      return symbol.number == nil ? () : note(cell, "number")
    }
    let figures = AidFigures(String(head)), symbol = DocumentSymbol(String(text.dropFirst(head.count)))
    row.number = figures?.digits
    row.symbol = symbol?.symbol
    if figures == nil {
      row.unread.append("number")
    } else {
      note(cell, "number", isInferred: figures?.isRepaired == true)
    }
    if symbol != nil { return note(cell, "symbol") }
    if head.count < text.count { row.unread.append("symbol") }
  }

  mutating func setDate(_ cell: Passage) {
    guard let read = AidDate(cell.text) else { return row.unread.append("date") }
    (row.dateParts, row.date) = (read.parts, read.parts.date)
    if !read.isWhole { row.unread.append("date") }
    note(cell, "date", isInferred: read.isRepaired)
  }

  /// Keeps where a value stands and how sure it is.
  mutating func note(_ cell: Passage, _ name: String, isInferred: Bool = false, isDoubted: Bool = false) {
    row.evidence[name] = cell.aidEvidence(isInferred: isInferred, isDoubted: isDoubted)
  }
}

extension Passage {
  /// The evidence of a value of an aid: `isInferred` where figures were put right, `isDoubted` where they do not fit.
  func aidEvidence(isInferred: Bool = false, isDoubted: Bool = false) -> Evidence {
    var evidence = evidence(certainty: AidCertainty.cell)
    let most = isInferred ? AidCertainty.repaired : isDoubted ? AidCertainty.doubted : 1
    evidence.confidence = min(evidence.confidence, Confidence(most))
    if isInferred { evidence.source = Evidence.inferred }
    return evidence
  }
}
