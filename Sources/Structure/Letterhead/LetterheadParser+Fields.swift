internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// What was read of a head, as the fields of the record.
extension LetterheadParser {
  func result(of draft: HeadDraft, bodyStart: Int) -> Result {
    var result = Result(bodyStart: bodyStart)
    let texts = draft.marks.map { (mark: $0, text: LooseText($0)) }
    result.isDraft = texts.contains { words.isDraftMark($0.text) }
    result.marks = texts.filter { !words.isDraftMark($0.text) && !words.isReceiptMark($0.text) }.map(\.mark)
    fillType(of: draft, into: &result)
    fillNumber(of: draft, into: &result)
    fillDate(of: draft, into: &result)
    fillIssuer(of: draft, into: &result)
    fillSubject(of: draft, into: &result)
    if !draft.hasNumberLine, draft.date == nil, !draft.hasLetterhead {
      result.findings.append(Finding(.warning, .headerMissing()))
    }
    return result
  }

  /// The type that heads the document, or that its symbol begins with. A head without both that has a symbol or addresses
  /// somebody is a công văn's, which prints no type.
  private func fillType(of draft: HeadDraft, into result: inout Result) {
    let headed = draft.type
    let coded = draft.symbol.flatMap { types.code(of: $0.value, headed: headed?.value) }
    if let title = draft.title {
      result.header.typeName = title.value.text
      result.header.evidence["typeName"] = title.evidence
    }
    if let type = coded ?? headed?.value.code {
      result.header.type = type
      result.header.evidence["type"] =
        headed?.evidence
        ?? draft.symbol.map { $0.passage.evidence(by: $0.rule, certainty: LetterheadCertainty.impliedType) }
    } else if draft.title == nil,
      let passage = draft.symbol?.passage ?? (draft.hasLetterhead ? draft.addressees.first : nil)
    {
      result.header.type = DocumentTypes.letter
      result.header.evidence["type"] = passage.evidence(
        certainty: LetterheadCertainty.impliedType, source: EvidenceSource.inferred)
    }
  }

  private func fillNumber(of draft: HeadDraft, into result: inout Result) {
    guard let symbol = draft.symbol else {
      if let line = draft.numberLine { result.missing.append(.number(line.provenance)) }
      return
    }
    let folded = types.folded(symbol.value, headed: draft.type?.value)
    result.header.symbol = folded
    result.header.evidence["symbol"] =
      folded == symbol.value.symbol
      ? symbol.evidence
      : symbol.passage.evidence(by: DocumentTypes.folding, certainty: LetterheadCertainty.foldedSymbol)
    result.header.evidence["number"] = symbol.evidence
    if let number = symbol.value.number {
      let pen = PenEvidence(number: number, in: symbol.passage, date: draft.date)
      if pen.isPen {
        result.header.proposed["number"] = pen.proposals(number, from: symbol.evidence)
      } else {
        result.header.number = number
      }
    }
    if result.header.number == nil { result.missing.append(.number(symbol.passage.provenance)) }
  }

  private func fillDate(of draft: HeadDraft, into result: inout Result) {
    guard let read = draft.date else { return }
    let place = read.value.place
    result.header.place = place.isEmpty ? nil : place.text
    result.header.evidence["place"] = place.evidence(by: read.rule, certainty: read.certainty)
    fillDay(read, into: &result)
    let date = result.header.date
    result.header.evidence["date"] = read.passage.evidence(by: read.rule, certainty: date == nil ? 0 : read.certainty)
    if date == nil { result.missing.append(.day(read.passage.provenance)) }
  }

  /// The day, as far as it was read: what is written by pen is proposed, the printed parts stand by themselves.
  private func fillDay(_ read: ReadValue<(place: Passage, date: LetterheadDate)>, into result: inout Result) {
    let date = read.value.date
    let parts: [(name: String, value: Int?, place: Range<Int>, set: (inout DateParts, Int) -> Void)] = [
      ("year", date.year, date.places.year, { $0.year = $1 }),
      ("month", date.month, date.places.month, { $0.month = $1 }),
      ("day", date.day, date.places.day, { $0.day = $1 }),
    ]
    for part in parts {
      guard let value = part.value else { continue }
      let passage = read.passage.slice(part.place)
      let evidence = passage.evidence(by: read.rule, certainty: read.certainty)
      let pen = PenEvidence(figures: passage, of: read)
      if pen.isPen {
        result.header.proposed["dateParts." + part.name] = pen.proposals(String(value), from: evidence)
      } else {
        part.set(&result.header.dateParts, value)
        result.header.evidence["dateParts." + part.name] = evidence
      }
    }
    result.header.date = result.header.dateParts.date
  }

  private func fillIssuer(of draft: HeadDraft, into result: inout Result) {
    let lines = draft.capitals.map(\.text)
    guard let name = issuer.written(lines, isJoint: draft.type?.value.isJoint ?? false) else { return }
    result.header.issuer = name.text
    result.header.evidence["issuer"] = Passage(joining: draft.capitals).evidence(
      certainty: LetterheadCertainty.capitals, source: name.source)
  }

  /// A subject without a field of the stamp of arrival that was read behind it: `… bảo tồn di sản Chuyển:`.
  private func withoutField(_ subject: Passage) -> Passage {
    let text = LooseText(subject.text)
    guard text.plain.last == .colon else { return subject }
    let start = text.plain.indices.first { offset in
      let rest = text.count - 1 - offset
      return text.isWord(at: offset) && text.isBoundary(at: offset) && rest <= LetterheadLimits.lettersOfStampField
        && words.endOfReceiptField(in: LooseText(text[offset..<text.count])) == rest
    }
    return start.map { subject.slice(text.trimmed(0..<$0)) } ?? subject
  }

  private func fillSubject(of draft: HeadDraft, into result: inout Result) {
    if !draft.subject.isEmpty {
      let subject = withoutField(draft.subject).withoutLeadingDust.withoutLeadingStrokes.withoutTrailingDash
      result.header.subject = subject.text
      result.header.evidence["subject"] = subject.evidence(
        by: draft.subjectRule,
        certainty: draft.subjectRule == SubjectRules.underNumber
          ? LetterheadCertainty.bySpot : LetterheadCertainty.introduced)
    }
    guard let first = draft.addressees.first else { return }
    result.header.addressee = draft.addressees.map(\.text).joined(separator: "; ")
    result.header.evidence["addressee"] = first.evidence(
      by: HeadPieceRules.addresseeRule, certainty: LetterheadCertainty.introduced)
  }
}
