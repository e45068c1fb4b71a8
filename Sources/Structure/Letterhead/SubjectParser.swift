internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Reads the lines that say what a document is about and whom it is for.
struct SubjectParser: Sendable {
  private let words: LetterheadWords
  private let labels: SectionLabelReader
  let rules: RuleBook<SubjectSeam, SubjectStep>

  init(_ phrases: Phrases, _ words: LetterheadWords, _ labels: SectionLabelReader) {
    (self.words, self.labels) = (words, labels)
    rules = SubjectRules(phrases, words, labels).book
  }

  /// Reads the subject under the type's name, which is empty where another line of the head follows at once, and the
  /// addressee after it. Gives the index of the next line.
  func subject(_ lines: [FlowLine], from start: Int, first: Passage, into draft: inout HeadDraft) -> Int {
    draft.subject = first
    draft.subjectRule = SubjectRules.underType
    var index = start
    while index < lines.count, index - start < LetterheadLimits.linesOfSubject {
      let line = lines[index]
      let isDraftMark = line.text.isCapitals && words.isDraftMark(line.text)
      if isDraftMark {
        draft.marks.append(line.string)
      } else if !line.text.isOrnament {
        if endsSubject(draft.subject, before: line) { break }
        draft.subject.append(line.passage)
      }
      draft.lastRead = index
      index += 1
    }
    index = passingBody(lines, from: index, into: &draft)
    if index < lines.count, words.endOfAddressing(in: lines[index].text) != nil {
      return addressee(lines, from: index, lines[index].passage, into: &draft)
    }
    return draft.close(at: index)
  }

  private func endsSubject(_ subject: Passage, before line: FlowLine) -> Bool {
    subject.isEmpty ? words.endOfAddressing(in: line.text) != nil : ends(subject, before: line)
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
    draft.subjectRule = SubjectRules.behindAbout
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
    let text = LooseText(draft.subject.text)
    let begin = text.skipping([.space, .colon, .period], from: words.endOfAbout(in: LooseText(first.text)) ?? 0)
    draft.subject = draft.subject.slice(begin..<text.count)
    draft.lastRead = index - 1
    return index
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
      if isEnded, isRunOn { return false }
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

  /// Without the rule under it, which was read as a dash.
  var withoutTrailingDash: Passage {
    var words = self.words
    while let last = words.last?.text, last.allSatisfy({ "-–—_.".contains($0) }) { words.removeLast() }
    return Passage(words: words)
  }
}
