internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Reads the head of a document: bodies, number, place and date, type, subject, addressee.
struct LetterheadParser: Sendable {
  /// The head as read, and where the body begins.
  struct Result {
    var header = DocumentHeader()
    var isDraft = false
    var marks: [String] = []
    /// Index of the first item of the body.
    var bodyStart: Int
    /// What the head leaves open and another part of the dossier may say.
    var missing: [MissingValue] = []
    var findings: [Finding] = []
  }

  private let words: LetterheadWords
  private let types: DocumentTypes
  let pieces: HeadPieceReader
  private let issuer: IssuerName
  let subjects: SubjectParser

  init(_ phrases: Phrases, _ words: LetterheadWords, _ labels: SectionLabelReader) {
    self.words = words
    types = DocumentTypes(phrases)
    pieces = HeadPieceReader(phrases, words, types)
    issuer = IssuerName(phrases)
    subjects = SubjectParser(phrases, words, labels)
  }

  func parse(_ items: ArraySlice<FlowItem>) -> Result {
    let lines = items.prefix(LetterheadLimits.linesOfHead).prefix { $0.line != nil }.compactMap(\.line)
    var draft = HeadDraft()
    var index = 0
    while index < lines.count, !draft.isComplete {
      index = read(lines, at: index, into: &draft)
    }
    let end = draft.end(of: lines.count)
    return result(of: draft, bodyStart: items.startIndex + end)
  }

  /// Reads one line, or the several of a subject or an addressee; gives the next line's index.
  private func read(_ lines: [FlowLine], at index: Int, into draft: inout HeadDraft) -> Int {
    for read in pieces(of: lines, at: index, in: &draft) {
      switch read.piece {
      case .national: draft.hasLetterhead = true
      case .ornament: break
      case .mark: draft.marks.append(read.half.passage.text)
      case .number(let symbol): draft.symbol = draft.symbol ?? read.value(symbol)
      case .numberLine: draft.numberLine = draft.numberLine ?? read.half.passage
      case .placeAndDate(let place, let date): draft.date = draft.date ?? read.value((place, date))
      case .capitals: draft.takeCapitals(read.half.passage)
      case .about: return subjects.about(lines, from: index, read.half.passage, into: &draft)
      case .aboutInFull where expectsAbout(draft):
        return subjects.about(lines, from: index, read.half.passage, into: &draft)
      case .addressee: return subjects.addressee(lines, from: index, read.half.passage, into: &draft)
      case .type(let type, let rest):
        if draft.type != nil { return draft.close(at: index) }
        draft.type = read.value(type)
        return subjects.subject(lines, from: index + 1, first: rest, into: &draft)
      case .title where expectsTitle(lines, at: index, in: &draft):
        let (title, next) = title(read, lines, at: index)
        draft.title = title
        draft.lastRead = next - 1
        return subjects.subject(lines, from: next, first: Passage(), into: &draft)
      case .title: draft.takeCapitals(read.half.passage)
      case .other where isUnmarkedAbout(lines, at: index, in: &draft):
        return subjects.about(lines, from: index, read.half.passage, into: &draft)
      case .aboutInFull, .other:
        // Stamps and signature lines may stand above the letterhead; below it, the body has begun.
        if !draft.mayHoldNoise || !hasHeadAhead(lines, from: index, in: &draft) { return draft.close(at: index) }
      }
    }
    draft.lastRead = index
    return index + 1
  }

  /// A công văn says what it is about below its number; a paper with a type or a title says it below that.
  private func expectsAbout(_ draft: HeadDraft) -> Bool {
    draft.hasNumberLine && draft.type == nil && draft.title == nil && draft.subject.isEmpty
  }

  /// A title stands below what opens a letterhead, or opens a paper that has none. Above the number and the day a line that
  /// begins like one is the rest of a name: `TRẠM Y TẾ PHƯỜNG BÌNH` / `BẢNG`.
  private func expectsTitle(_ lines: [FlowLine], at index: Int, in draft: inout HeadDraft) -> Bool {
    let isBelow = draft.hasLetterhead || draft.hasNumberLine || draft.date != nil
    guard draft.type == nil, draft.title == nil, isBelow || draft.capitals.isEmpty else { return false }
    if draft.hasNumberLine || draft.date != nil { return true }
    return !lines.indices.dropFirst(index + 1).prefix(LetterheadLimits.linesOfBodies).contains { next in
      pieces(of: lines, at: next, in: &draft).contains { read in
        switch read.piece {
        case .number, .numberLine, .placeAndDate: true
        default: false
        }
      }
    }
  }

  /// A title with the lines of capitals that go on with it, and the index of the line below.
  private func title(_ first: ReadHeadPiece, _ lines: [FlowLine], at index: Int) -> (ReadValue<Passage>, next: Int) {
    var whole = first.half.passage, next = index + 1
    while next < lines.count, next - index < LetterheadLimits.linesOfBodies, lines[next].text.isCapitals,
      !lines[next].hasGapBefore, !lines[next].text.isOrnament, subjects.labels.read(lines[next].text).isEmpty
    {
      whole.append(lines[next].passage)
      next += 1
    }
    return (first.value(whole), next)
  }

  /// Whether a line under the number, at the left, says what a công văn is about although its `V/v` was not read: it has
  /// the place of it, and the addressee follows.
  private func isUnmarkedAbout(_ lines: [FlowLine], at index: Int, in draft: inout HeadDraft) -> Bool {
    guard expectsAbout(draft), lines[index].isInLeftHalf, lines[index].text.wordCount > 1 else { return false }
    return lines.indices.dropFirst(index + 1).prefix(LetterheadLimits.linesOfAbout).contains { next in
      pieces(of: lines, at: next, in: &draft).contains { if case .addressee = $0.piece { true } else { false } }
    }
  }

  /// The pieces of a line. They are kept, so that looking ahead does not read a line twice.
  private func pieces(of lines: [FlowLine], at index: Int, in draft: inout HeadDraft) -> [ReadHeadPiece] {
    if let known = draft.pieces[index] { return known }
    let read = pieces.pieces(of: lines[index])
    draft.pieces[index] = read
    return read
  }

  private func hasHeadAhead(_ lines: [FlowLine], from index: Int, in draft: inout HeadDraft) -> Bool {
    for next in lines.indices.dropFirst(index + 1).prefix(LetterheadLimits.linesOfNoise) {
      let isHead = pieces(of: lines, at: next, in: &draft).contains { read in
        switch read.piece {
        case .national, .number, .numberLine, .type, .placeAndDate, .addressee: true
        default: false
        }
      }
      if isHead { return true }
    }
    return false
  }

  private func result(of draft: HeadDraft, bodyStart: Int) -> Result {
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
    let known = result.header.dateParts
    if let year = known.year, let month = known.month, let day = known.day {
      result.header.date = CalendarDate(year: year, month: month, day: day)
    }
  }

  private func fillIssuer(of draft: HeadDraft, into result: inout Result) {
    let lines = draft.capitals.map(\.text)
    guard let name = issuer.written(lines, isJoint: draft.type?.value.isJoint ?? false) else { return }
    result.header.issuer = name.text
    result.header.evidence["issuer"] = Passage(joining: draft.capitals).evidence(
      certainty: LetterheadCertainty.capitals, source: name.source)
  }

  private func fillSubject(of draft: HeadDraft, into result: inout Result) {
    if !draft.subject.isEmpty {
      let subject = draft.subject.withoutLeadingDust.withoutTrailingDash
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
