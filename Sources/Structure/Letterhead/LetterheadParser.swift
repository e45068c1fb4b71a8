internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Reads the head of a document: bodies, number, place and date, type, subject, addressee.
struct HeaderParser: Sendable {
  /// The head as read, and where the body begins.
  struct Result {
    var header = DocumentHeader()
    var isDraft = false
    var isJoint = false
    var marks: [String] = []
    var bodyStart: Int
    var findings: [Finding] = []
  }

  private let types: DocumentTypes
  private let reader: HeadPieceReader
  private let issuer: IssuerName
  private let subjects: SubjectParser
  /// A head is never longer than this many lines.
  private let reach = 40

  init(_ phrases: Phrases) {
    types = DocumentTypes(phrases)
    let marks = phrases.vocabulary.labels.filter { $0.role == .mark }.map(\.wording)
    reader = HeadPieceReader(types: types, marks: PhraseTable(marks))
    issuer = IssuerName(phrases)
    subjects = SubjectParser(phrases)
  }

  func parse(_ items: ArraySlice<FlowItem>) -> Result {
    let lines = items.prefix(reach).prefix { $0.line != nil }.compactMap(\.line)
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
    for piece in pieces(of: lines, at: index, in: &draft) {
      switch piece {
      case .national: draft.hasLetterhead = true
      case .ornament: break
      case .mark(let mark): draft.marks.append(mark)
      case .number(let symbol, let passage):
        if draft.symbol == nil { draft.symbol = (symbol, passage) }
      case .placeAndDate(let place, let date, let passage):
        if draft.date == nil { draft.date = (place, date, passage) }
      case .capitals(let passage): draft.takeCapitals(passage)
      case .about(let passage): return subjects.about(lines, from: index, passage, into: &draft)
      case .addressee: return subjects.addressee(lines, from: index, into: &draft)
      case .type(let type, let rest, let passage):
        if draft.type != nil { return draft.close(at: index) }
        draft.type = (type, passage)
        return subjects.subject(lines, from: index + 1, first: rest, into: &draft)
      case .other:
        // Stamps and signature lines may stand above the letterhead; below it, the body has begun.
        if !draft.mayHoldNoise || !hasHeadAhead(lines, from: index, in: &draft) { return draft.close(at: index) }
      }
    }
    draft.lastRead = index
    return index + 1
  }

  /// The pieces of a line, cut once however often they are asked for.
  private func pieces(of lines: [FlowLine], at index: Int, in draft: inout HeadDraft) -> [HeadPiece] {
    if let known = draft.pieces[index] { return known }
    let pieces = reader.pieces(of: lines[index])
    draft.pieces[index] = pieces
    return pieces
  }

  private func hasHeadAhead(_ lines: [FlowLine], from index: Int, in draft: inout HeadDraft) -> Bool {
    for next in lines.indices.dropFirst(index + 1).prefix(12) {
      let isHead = pieces(of: lines, at: next, in: &draft).contains { piece in
        switch piece {
        case .national, .number, .type, .placeAndDate, .addressee: true
        default: false
        }
      }
      if isHead { return true }
    }
    return false
  }

  private func result(of draft: HeadDraft, bodyStart: Int) -> Result {
    var draft = draft
    var result = Result(bodyStart: bodyStart)
    result.isJoint = draft.type?.0.isJoint ?? false
    result.isDraft = draft.marks.contains { LooseText($0).begins(with: "du thao") }
    result.marks = draft.marks.filter { !LooseText($0).begins(with: "du thao") && !LooseText($0).begins(with: "den") }
    fillNumber(of: draft, into: &result)
    fillDate(of: draft, into: &result)
    fillIssuer(of: draft, into: &result)
    if !draft.subject.isEmpty {
      draft.subject = draft.subject.withoutTrailingDash
      result.header.subject = draft.subject.text
      result.header.evidence["subject"] = draft.subject.evidence(certainty: 0.95)
    }
    if !draft.addressees.isEmpty {
      result.header.addressee = draft.addressees.map(\.text).joined(separator: "; ")
      result.header.evidence["addressee"] = draft.addressees[0].evidence(certainty: 0.95)
    }
    if draft.symbol == nil, draft.date == nil, !draft.hasLetterhead {
      result.findings.append(Finding(.warning, .headerMissing()))
    }
    return result
  }

  private func fillNumber(of draft: HeadDraft, into result: inout Result) {
    if let (type, passage) = draft.type {
      result.header.type = type.code
      result.header.evidence["type"] = passage.evidence()
    }
    guard let (symbol, passage) = draft.symbol else {
      if draft.type == nil, draft.hasLetterhead, !draft.addressees.isEmpty { result.header.type = "CV" }
      return
    }
    result.header.number = symbol.number
    result.header.symbol = symbol.symbol
    result.header.type = types.code(of: symbol, headed: draft.type?.0)
    for field in ["number", "symbol"] { result.header.evidence[field] = passage.evidence(certainty: 0.95) }
    if result.header.evidence["type"] == nil { result.header.evidence["type"] = passage.evidence(certainty: 0.9) }
    if symbol.number == nil { result.findings.append(Finding(.warning, .numberMissing(), at: passage.provenance)) }
  }

  private func fillDate(of draft: HeadDraft, into result: inout Result) {
    guard let (place, date, passage) = draft.date else { return }
    result.header.place = place.isEmpty ? nil : place.text
    result.header.date = date.date
    result.header.evidence["place"] = place.evidence(certainty: 0.95)
    result.header.evidence["date"] = passage.evidence(certainty: date.date == nil ? 0 : 0.95)
    if date.date == nil { result.findings.append(Finding(.warning, .dayMissing(), at: passage.provenance)) }
  }

  private func fillIssuer(of draft: HeadDraft, into result: inout Result) {
    guard !draft.capitals.isEmpty, let name = issuer.written(draft.capitals.map(\.text), isJoint: result.isJoint) else {
      return
    }
    result.header.issuer = name
    result.header.evidence["issuer"] = Passage(joining: draft.capitals).evidence(certainty: 0.9)
  }
}

/// What has been read of a head so far.
struct HeadDraft {
  var hasLetterhead = false
  var symbol: (DocumentSymbol, Passage)?
  var date: (Passage, LetterheadDate, Passage)?
  var type: (DocumentTypes.Found, Passage)?
  var capitals: [Passage] = []
  var subject = Passage()
  var addressees: [Passage] = []
  var marks: [String] = []
  /// Index of the last line that belongs to the head.
  var lastRead: Int?
  var isComplete = false
  /// By the index of the line.
  var pieces: [Int: [HeadPiece]] = [:]

  /// Nothing of the letterhead proper has been read yet.
  var mayHoldNoise: Bool { type == nil && subject.isEmpty && addressees.isEmpty }

  /// Capitals name the issuing body, unless a number has been read: then they only repeat it above the type.
  mutating func takeCapitals(_ passage: Passage) {
    if symbol == nil, type == nil, capitals.count < 5 { capitals.append(passage) }
  }

  /// The head ends before a line.
  mutating func close(at index: Int) -> Int {
    isComplete = true
    lastRead = index - 1
    return index
  }

  /// The index of the first line of the body.
  func end(of count: Int) -> Int {
    if isComplete || mayHoldNoise == false { return min(count, (lastRead ?? -1) + 1) }
    return hasLetterhead || symbol != nil ? min(count, (lastRead ?? -1) + 1) : 0
  }
}
