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

  let words: LetterheadWords
  let types: DocumentTypes
  let pieces: HeadPieceReader
  let issuer: IssuerName
  let subjects: SubjectParser

  init(_ phrases: Phrases, _ words: LetterheadWords, _ labels: SectionLabelReader) {
    self.words = words
    types = DocumentTypes(phrases)
    pieces = HeadPieceReader(phrases, words, types)
    issuer = IssuerName(phrases)
    subjects = SubjectParser(phrases, words, labels)
  }

  func parse(_ items: ArraySlice<FlowItem>) -> Result {
    let printed = items.prefix(LetterheadLimits.linesOfHead).prefix { $0.line != nil }.compactMap(\.line)
    let stamp = ReceiptStamp(in: printed, words)
    let lines = stamp.lines.map(\.line)
    var draft = HeadDraft()
    var index = 0
    while index < lines.count, !draft.isComplete {
      index = read(lines, at: index, into: &draft)
    }
    let end = draft.end(of: lines.count)
    let bodyStart = end == 0 ? 0 : stamp.lines[end - 1].index + 1
    var result = result(of: draft, bodyStart: items.startIndex + bodyStart)
    if !stamp.passage.isEmpty {
      result.header.received = stamp.receipt
      result.header.evidence["received"] = stamp.passage.evidence(certainty: LetterheadCertainty.stamp)
    }
    return result
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
      // Below the subject a day is one of the text: `Căn cứ Nghị định số 102/2024/NĐ-CP ngày 30/07/2024`.
      case .placeAndDate where draft.date != nil && !draft.subject.isEmpty: return draft.close(at: index)
      case .placeAndDate(let place, let date): draft.take(read.value((place, date)))
      case .capitals: draft.takeCapitals(read.half.passage)
      case .about: return subjects.about(lines, from: index, read.half.passage, into: &draft)
      case .aboutInFull where expectsAbout(draft):
        return subjects.about(lines, from: index, read.half.passage, into: &draft)
      case .addressee: return subjects.addressee(lines, from: index, read.half.passage, into: &draft)
      // `TRUNG TÂM Y TẾ HƯNG` / `THƯỞNG`: nearly a type, and the number is still to come.
      case .type where read.rule == HeadPieceRules.misreadTypeRule && isAboveNumber(lines, at: index, in: &draft):
        draft.takeCapitals(read.half.passage)
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
    return !isAboveNumber(lines, at: index, in: &draft)
  }

  /// Whether the number or the day of a letterhead, which has had neither, stands a few lines below.
  private func isAboveNumber(_ lines: [FlowLine], at index: Int, in draft: inout HeadDraft) -> Bool {
    if draft.hasNumberLine || draft.date != nil { return false }
    return lines.indices.dropFirst(index + 1).prefix(LetterheadLimits.linesOfBodies).contains { next in
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
}
