internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// A piece of a body before it is put into its section.
enum BodyPiece {
  /// A number, the text after it, and where the number stands.
  case heading(SectionLabel, Passage, Evidence)
  case paragraph(Paragraph)
  case table(DataTable)
}

/// Joins the lines of a body to headings and paragraphs. Whether a paragraph ends with a line is judged by how full the
/// line is, since lines of a text input have no boxes: a line with room for the next line's first word was ended on
/// purpose.
struct ParagraphBuilder {
  private let labels: PhraseTable<Vocabulary.Role>
  /// How names of bodies begin.
  private let heads: PhraseTable<Bool>
  private let closings: PhraseTable<Bool>
  private let compounds: PhraseTable<Bool>
  private let names: CutNames
  private let tables: TableAssembler
  private let interleaved: InterleavedTable
  private let sectionLabels: SectionLabelReader

  init(_ phrases: Phrases, _ sectionLabels: SectionLabelReader) {
    self.sectionLabels = sectionLabels
    labels = phrases.table(.block)
    heads = phrases.names(.head)
    closings = phrases.table(.closing, .heading)
    compounds = phrases.names(.compound)
    names = CutNames(phrases)
    tables = TableAssembler(phrases)
    interleaved = InterleavedTable(phrases)
  }

  func pieces(of items: ArraySlice<FlowItem>, findings: inout [Finding]) -> [BodyPiece] {
    var state = State(fullWidth: Self.fullWidth(of: items))
    let rebuilt = interleaved.table(in: items, findings: &state.findings)
    add(items.prefix(upTo: rebuilt?.range.lowerBound ?? items.endIndex), to: &state)
    if let rebuilt {
      state.pieces.append(.table(rebuilt.table))
      state.previous = nil
      add(items[rebuilt.range.upperBound...], to: &state)
    }
    findings += state.findings
    return state.pieces
  }

  private func add(_ items: ArraySlice<FlowItem>, to state: inout State) {
    for item in items {
      switch item {
      case .table(let table): state.tables.append(table)
      case .line(let line):
        closeTables(&state)
        add(line, to: &state)
      }
    }
    closeTables(&state)
  }

  private struct State {
    let fullWidth: Int
    var pieces: [BodyPiece] = []
    var tables: [Table] = []
    var sequence = LabelSequence()
    var previous: FlowLine?
    var findings: [Finding] = []
  }

  private func closeTables(_ state: inout State) {
    guard !state.tables.isEmpty else { return }
    for table in tables.assemble(state.tables, findings: &state.findings) { state.pieces.append(.table(table)) }
    state.tables = []
    state.previous = nil
  }

  private func add(_ line: FlowLine, to state: inout State) {
    defer { state.previous = line }
    if line.text.isOrnament { return }
    let unfinished = state.previous.map { isUnfinished($0, before: line, fullWidth: state.fullWidth) } ?? false
    if let (label, rest, evidence) = heading(line, unfinished: unfinished, in: &state) {
      state.pieces.append(.heading(label, rest, evidence))
    } else if let bullet = line.bullet, !isInsideName(bullet.rest, after: state.previous, unfinished) {
      state.pieces.append(.paragraph(Paragraph(bullet: bullet.mark, passage: bullet.rest)))
    } else if let previous = state.previous, goesOn(line, after: previous, in: state, unfinished: unfinished) {
      extend(&state.pieces, with: line.passage)
    } else {
      state.pieces.append(.paragraph(Paragraph(passage: line.passage)))
    }
  }

  /// A section's number at the start of the line, or after a bullet: `- (1) Bố trí …`.
  private func heading(
    _ line: FlowLine, unfinished: Bool, in state: inout State
  ) -> (SectionLabel, Passage, Evidence)? {
    var passage = line.passage
    var candidates = sectionLabels.read(line.text)
    if candidates.isEmpty, let bullet = line.bullet {
      passage = bullet.rest
      candidates = sectionLabels.read(LooseText(passage.text)).filter {
        $0.kind == .parenthesis && $0.text.hasPrefix("(")
      }
    }
    // `(1)` under a dash goes on with the dash's own sentence.
    if case .paragraph(let last)? = state.pieces.last, last.bullet != nil, line.bullet == nil {
      candidates.removeAll { $0.kind == .parenthesis && !state.sequence.isOpen(.parenthesis) }
    }
    guard !candidates.isEmpty,
      let decision = state.sequence.decide(candidates, of: line.replacing(passage), isLikelyText: unfinished)
    else { return nil }
    state.findings += decision.findings
    return (
      decision.label, passage.slice(decision.end..<Int.max).withoutRuleBehind,
      line.passage.evidence(certainty: SectionCertainty.label, source: decision.source)
    )
  }

  /// A dash between the two halves of a name can come to stand at a line's start: `Phòng Văn hóa` / `- Xã hội`.
  private func isInsideName(_ rest: Passage, after previous: FlowLine?, _ unfinished: Bool) -> Bool {
    guard unfinished, let previous else { return false }
    if LooseText(rest.text).scalars.first?.properties.isLowercase ?? false { return true }
    let tail = previous.passage.words.suffix(SectionLimits.wordsAroundDash).map(\.text),
      head = rest.words.prefix(SectionLimits.wordsAroundDash).map(\.text)
    let seam = LooseText((tail + ["-"] + head).joined(separator: " "))
    let dash = tail.joined(separator: " ").unicodeScalars.count + 1
    return compounds.all(in: seam).contains { $0.range.contains(dash) }
  }

  /// The line before stops in the middle of a sentence.
  private func isUnfinished(_ previous: FlowLine, before line: FlowLine, fullWidth: Int) -> Bool {
    if previous.endsSentence { return false }
    if names.isCut(between: previous.passage, line.passage) { return true }
    let last = previous.passage.words.last?.text ?? ""
    if last.hasSuffix(",") || (last.count > 1 && (last.hasSuffix("-") || last.hasSuffix("/"))) { return true }
    return isFull(previous, before: line, fullWidth: fullWidth)
  }

  private func isFull(_ previous: FlowLine, before line: FlowLine, fullWidth: Int) -> Bool {
    let next = line.passage.words.first?.text.unicodeScalars.count ?? 0
    // A letter is about half as wide as its line is high.
    if let room = previous.indent?.right {
      return room < Double(next + 1) * SectionLimits.widthOfLetter + SectionLimits.roomAtEdge
    }
    return (previous.text.count + 1 + next) * 100 >= fullWidth * SectionLimits.fullInHundredths
  }

  private func goesOn(_ line: FlowLine, after previous: FlowLine, in state: State, unfinished: Bool) -> Bool {
    if line.column == .label || line.column == .value { return line.column == .value }
    // `… Mầm non. Các bên` / `phối hợp: …`: the line's end cut the label.
    if unfinished, line.beginsSmall { return true }
    if beginsAssignment(line.text) { return holdsAssignment(state.pieces.last) }
    // A paragraph that closes the document stands under its last section and does not belong to it.
    if previous.endsSentence, line.bullet == nil, closings.match(in: line.text, at: 0) != nil { return false }
    if case .heading(let label, let text, _)? = state.pieces.last, text.isEmpty || label.kind == .annex {
      // The title stands under the number. The brackets under an annex's title say what the annex belongs to.
      return text.isEmpty || (line.text.isCapitals && previous.text.isCapitals)
    }
    if line.beginsSmall || line.bullet != nil { return true }
    if isTitleInCapitals(line, after: previous) { return false }
    let isHeading = if case .heading? = state.pieces.last { true } else { false }
    if previous.endsSentence {
      if let left = line.indent?.left {
        return left < SectionLimits.indentOfParagraph && previous.text.plain.last != .colon
      }
      // A title is no sentence: `…; Trung tâm Phục vụ hành chính công;` goes on.
      if isHeading, previous.text.plain.last == .semicolon { return true }
      return !line.hasGapBefore && isFull(previous, before: line, fullWidth: state.fullWidth)
        && previous.text.plain.last != .colon
    }
    if isHeading, line.text.isCapitals, previous.text.isCapitals { return true }
    return unfinished || line.text.plain.first.map(\.isDigit) ?? false
  }

  /// A line of capitals below a sentence that has ended is a title, numbered or not.
  private func isTitleInCapitals(_ line: FlowLine, after previous: FlowLine) -> Bool {
    previous.endsSentence && line.text.isCapitals && line.text.wordCount > 1 && !previous.text.isCapitals
  }

  private func extend(_ pieces: inout [BodyPiece], with passage: Passage) {
    switch pieces.popLast() {
    case .heading(let label, var text, let evidence)?:
      text.append(passage)
      pieces.append(.heading(label, text, evidence))
    case .paragraph(var paragraph)?:
      paragraph.passage.append(passage)
      pieces.append(.paragraph(paragraph))
    case let piece:
      if let piece { pieces.append(piece) }
      pieces.append(.paragraph(Paragraph(passage: passage)))
    }
  }

  /// `Chủ trì: …` or `(Chủ trì: …` without a bullet; few words with a colon before the name of a body, too.
  private func beginsAssignment(_ text: LooseText) -> Bool {
    let start = text.skipping([.openBracket, .space], from: 0)
    if let match = labels.match(in: text, at: start) {
      let end = text.skipping([.space], from: match.range.upperBound)
      if end < text.count, text.plain[end] == .colon { return true }
    }
    return namesBody(text, behindLabelAt: start)
  }

  /// `Đầu mối thực hiện: Sở Nội vụ`: no body orders another so, and no sentence has so early a colon.
  private func namesBody(_ text: LooseText, behindLabelAt start: Int) -> Bool {
    guard start < text.count, text.scalars[start].isCapital, heads.match(in: text, at: start) == nil,
      let colon = text.firstIndex(of: .colon, from: start), colon - start <= SectionLimits.longestLabelOfBody,
      text.plain[start..<colon].allSatisfy({ $0 != .period && $0 != .comma && $0 != .semicolon && !$0.isDigit }),
      text[start..<colon].split(separator: " ").count > 1
    else { return false }
    let name = text.skipping([.space], from: colon + 1)
    return name > colon + 1 && heads.match(in: text, at: name) != nil
  }

  /// Whether a piece has an assignment behind its work, in its own sentence: the next one goes on with it, whatever line
  /// it begins. Where assignments stand on lines of their own, each is a piece.
  private func holdsAssignment(_ piece: BodyPiece?) -> Bool {
    let passage: Passage
    switch piece {
    case .heading(_, let text, _)?: passage = text
    case .paragraph(let paragraph)?: passage = paragraph.passage
    case .table?, nil: return false
    }
    let text = LooseText(passage.text)
    return !beginsAssignment(text)
      && labels.all(in: text).contains { match in
        let end = text.skipping([.space], from: match.range.upperBound)
        return match.range.lowerBound > 0 && end < text.count && text.plain[end] == .colon
      }
  }

  /// The width, in characters, that the longest lines of a body have: nine lines in ten are no longer.
  private static func fullWidth(of items: ArraySlice<FlowItem>) -> Int {
    let widths = items.compactMap { $0.line?.text.count }.sorted()
    return widths.isEmpty ? SectionLimits.usualWidth : max(SectionLimits.leastWidth, widths[widths.count * 9 / 10])
  }
}
