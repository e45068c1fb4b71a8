internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Reads the lines that say what a document is about and whom it is for.
struct SubjectParser: Sendable {
  private let words: LetterheadWords
  private let grammar: SubjectRules
  let labels: SectionLabelReader
  let rules: RuleBook<SubjectSeam, SubjectStep>

  init(_ phrases: Phrases, _ words: LetterheadWords, _ labels: SectionLabelReader) {
    (self.words, self.labels) = (words, labels)
    grammar = SubjectRules(phrases, words, labels)
    rules = grammar.book
  }

  /// Reads the subject under the type's name, which is empty where another line of the head follows at once, and the
  /// addressee after it. Gives the index of the next line.
  func subject(_ lines: [FlowLine], from start: Int, first: Passage, into draft: inout HeadDraft) -> Int {
    draft.subject = first
    draft.subjectRule = SubjectRules.underType
    var index = start, last: (left: Double, right: Double)?
    while index < lines.count, index - start < LetterheadLimits.linesOfSubject {
      let line = lines[index]
      let isDraftMark = line.text.isCapitals && words.isDraftMark(line.text)
      if isDraftMark {
        draft.marks.append(line.string)
      } else if !line.text.isOrnament {
        if endsSubject(draft.subject, before: line, lastIndent: last) { break }
        draft.subject.append(line.passage)
        last = line.indent
      }
      draft.lastRead = index
      index += 1
    }
    // `(V/v …)` under a title says what it is about, as under the number of a công văn.
    if let end = words.endOfAbout(in: LooseText(draft.subject.text)) {
      draft.subject = subject(draft.subject, from: end)
    }
    index = passingBody(lines, from: index, into: &draft)
    if index < lines.count, words.endOfAddressing(in: lines[index].text) != nil {
      return addressee(lines, from: index, lines[index].passage, into: &draft)
    }
    return draft.close(at: index)
  }

  private func endsSubject(
    _ subject: Passage, before line: FlowLine, lastIndent: (left: Double, right: Double)?
  ) -> Bool {
    if subject.isEmpty { return words.endOfAddressing(in: line.text) != nil }
    return rules.answer(to: SubjectSeam(subject: subject, line: line, lastIndent: lastIndent))?.answer == .ends
  }

  /// Goes past the issuing body's name, which is printed again under the subject of a decision (Nghị định
  /// 30/2020/NĐ-CP, mẫu 1.2).
  private func passingBody(_ lines: [FlowLine], from start: Int, into draft: inout HeadDraft) -> Int {
    var index = start
    while index < lines.count, lines[index].text.isCapitals, labels.read(lines[index].text).isEmpty {
      draft.lastRead = index
      index += 1
    }
    return index
  }

  private func ends(_ subject: Passage, before line: FlowLine) -> Bool {
    rules.answer(to: SubjectSeam(subject: subject, line: line))?.answer == .ends
  }

  /// Reads `V/v …` of a công văn, under the number. Gives the index of the next line.
  func about(_ lines: [FlowLine], from start: Int, _ first: Passage, into draft: inout HeadDraft) -> Int {
    draft.subject = first
    var index = start + 1
    while index < lines.count, index - start < LetterheadLimits.linesOfSubject {
      let line = lines[index]
      if words.date(in: line.text) != nil || words.endOfAddressing(in: line.text) != nil || line.column == .right {
        break
      }
      if ends(draft.subject, before: line) { break }
      draft.subject.append(line.passage)
      index += 1
    }
    let opening = opening(of: LooseText(first.text))
    draft.subjectRule = opening.rule
    draft.subject = subject(draft.subject, from: opening.end)
    draft.lastRead = index - 1
    return index
  }

  /// The rule by which a line opens a công văn's subject, and where its own words begin.
  private func opening(of first: LooseText) -> (rule: String, end: Int) {
    if let end = words.endOfAbout(in: first) { return (SubjectRules.behindAbout, end) }
    // `Về việc` is a part of what is printed; record.md has subjects of công văn without it.
    if let end = words.endOfAboutInFull(in: first) { return (SubjectRules.behindAboutInFull, end) }
    return (SubjectRules.underNumber, 0)
  }

  /// The words of a subject behind its opening, without the brackets that may stand around both.
  private func subject(_ passage: Passage, from end: Int) -> Passage {
    let text = LooseText(passage.text)
    let begin = text.skipping([.space, .colon, .period, .hyphen], from: end)
    let isBracketed = [.openBracket, .openSquareBracket].contains(text.plain.first ?? .space)
    let closing: [UInt8] = isBracketed ? [.space, .closeBracket, .closeSquareBracket] : [.space]
    return passage.slice(text.trimmed(begin..<max(begin, text.count), of: closing))
  }

  /// Reads `Kính gửi: …`, on one line or as a list. Gives the index of the next line.
  func addressee(_ lines: [FlowLine], from start: Int, _ first: Passage, into draft: inout HeadDraft) -> Int {
    let head = LooseText(first.text)
    let begin = head.skipping([.space, .colon], from: words.endOfAddressing(in: head) ?? 0)
    let rest = first.slice(begin..<head.count)
    var parts = rest.isEmpty ? [] : [rest]
    var index = start + 1
    while index < lines.count, index - start < LetterheadLimits.linesOfSubject {
      guard add(lines[index], to: &parts, isRunOn: !rest.isEmpty) else { break }
      index += 1
    }
    draft.addressees = parts.map(\.withoutClosingMark).filter { !$0.isEmpty }
    return draft.close(at: index)
  }

  /// Adds a line to the addressees; false where it is not of their list. `isRunOn`: the first one stands on the line of
  /// `Kính gửi` itself.
  private func add(_ line: FlowLine, to parts: inout [Passage], isRunOn: Bool) -> Bool {
    guard let last = parts.last else {
      parts.append(line.bullet?.rest ?? line.passage)
      return true
    }
    let isEnded = last.words.last?.text.hasSuffix(".") ?? false
    if let bullet = line.bullet {
      // `- Căn cứ …` behind the last of the list.
      if isEnded && isRunOn || grammar.opensText(LooseText(bullet.rest.text)) { return false }
      parts.append(bullet.rest)
      return true
    }
    if isEnded || ends(last, before: line) { return false }
    parts[parts.count - 1].append(line.passage)
    return true
  }
}

extension Passage {
  /// Without the `.`, `;`, `,` or `:` that closes an item of a list.
  var withoutClosingMark: Passage {
    let text = LooseText(self.text)
    let range = text.trimmed(
      0..<text.count, of: [.space, .period, .semicolon, .comma, .colon, .underscore, .hyphen])
    return slice(range)
  }

  /// Without what a stamp leaves before the first word that has a capital: short pieces, of which one at least is no word
  /// of the language (`x- Ề ¡ Xây dựng …`).
  var withoutLeadingStrokes: Passage {
    let short = words.prefix { $0.text.count <= LetterheadLimits.lettersOfStampPiece }
    let isStamp = short.contains { !Syllable.isValid(lowercased($0.text)) && Int($0.text) == nil }
    guard isStamp, short.count <= LetterheadLimits.piecesOfStamp, words.indices.contains(short.count),
      words[short.count].text.first?.isUppercase == true
    else { return self }
    return Passage(words: Array(words[short.count...]))
  }

  /// Without specks and strokes before its first letter; a quotation or a bracket opens a subject.
  var withoutLeadingDust: Passage {
    let text = LooseText(self.text)
    let start = text.skipping(
      [.space, .comma, .period, .semicolon, .colon, .hyphen, .underscore, .apostrophe], from: 0)
    return slice(start..<max(start, text.count))
  }

  /// Without the rule under it, which was read as a dash.
  var withoutTrailingDash: Passage {
    var words = self.words
    while let last = words.last?.text, last.allSatisfy({ "-–—_.".contains($0) }) { words.removeLast() }
    return Passage(words: words)
  }
}
