internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Reads the lines that say what a document is about and whom it is for. They have no mark at their end: the text that
/// follows is known by how it opens.
struct SubjectParser: Sendable {
  private let openings: PhraseTable<Bool>
  private let limit = 16
  /// A line that ends so goes on: the next line is no opening, whatever it begins with.
  private let unfinished: Set<String> = [
    "và", "của", "về", "với", "để", "trong", "trên", "theo", "tại", "cho", "từ", "đến", "các", "những", "là", "bởi",
    "do",
    "giữa",
  ]

  init(_ phrases: Phrases) {
    openings = phrases.table(.opening, .heading)
  }

  /// The subject under the type's name; it can be empty where another head line follows at once.
  func subject(_ lines: [FlowLine], from start: Int, first: Passage, into draft: inout HeadDraft) -> Int {
    draft.subject = first
    var index = start
    while index < lines.count, index - start < limit {
      let line = lines[index]
      if line.text.isOrnament || line.isDraftMark {
        if line.isDraftMark { draft.marks.append(line.string) }
      } else if draft.subject.isEmpty ? line.text.endOfAddressing != nil : ends(draft.subject, before: line) {
        break
      } else {
        draft.subject.append(line.passage)
      }
      draft.lastRead = index
      index += 1
    }
    // An addressee may follow, or the issuing body's name again (Nghị định 30/2020/NĐ-CP, mẫu 1.2).
    while index < lines.count, lines[index].text.isCapitals, SectionLabelReader.read(lines[index].text).isEmpty {
      draft.lastRead = index
      index += 1
    }
    if index < lines.count, lines[index].text.endOfAddressing != nil {
      return addressee(lines, from: index, into: &draft)
    }
    return draft.close(at: index)
  }

  private func ends(_ subject: Passage, before line: FlowLine) -> Bool {
    let text = line.text
    if text.isCapitals || text.endOfAddressing != nil || line.bullet != nil || line.tellsWhatItBelongsTo {
      return true
    }
    if !SectionLabelReader.read(text).isEmpty, text.beginsWithCapital { return true }
    let last = subject.words.last?.text ?? ""
    if last.hasSuffix(",") || line.beginsSmall { return false }
    if last.hasSuffix(".") || last.hasSuffix(";") { return true }
    let opens = text.beginsWithCapital && openings.match(in: text, at: 0) != nil
    if line.hasGapBefore, opens { return true }
    if unfinished.contains(lowercased(last)) { return false }
    return opens || (line.hasGapBefore && text.beginsWithCapital)
  }

  /// `V/v …` of a công văn, under the number.
  func about(_ lines: [FlowLine], from start: Int, _ first: Passage, into draft: inout HeadDraft) -> Int {
    draft.subject = first
    var index = start + 1
    while index < lines.count, index - start < limit {
      let line = lines[index]
      if LetterheadDate(in: line.text) != nil || line.text.endOfAddressing != nil || line.column == .right { break }
      if ends(draft.subject, before: line) { break }
      draft.subject.append(line.passage)
      index += 1
    }
    let text = LooseText(draft.subject.text)
    draft.subject = draft.subject.slice(text.skipping([0x20, 0x3A, 0x2E], from: text.endOfAbout ?? 3)..<text.count)
    draft.lastRead = index - 1
    return index
  }

  /// `Kính gửi: …`, on one line or as a list.
  func addressee(_ lines: [FlowLine], from start: Int, into draft: inout HeadDraft) -> Int {
    let head = lines[start].text
    let rest = lines[start].passage.slice(head.skipping([0x20, 0x3A], from: head.endOfAddressing ?? 8)..<head.count)
    var parts = rest.isEmpty ? [] : [rest]
    var index = start + 1
    while index < lines.count, index - start < limit {
      let line = lines[index]
      if let bullet = line.bullet {
        if !parts.isEmpty, endsList(parts[parts.count - 1]), !rest.isEmpty { break }
        parts.append(bullet.rest)
      } else if parts.isEmpty {
        parts.append(line.passage)
      } else if endsList(parts[parts.count - 1]) || ends(parts[parts.count - 1], before: line) {
        break
      } else {
        parts[parts.count - 1].append(line.passage)
      }
      index += 1
    }
    draft.addressees = parts.map(\.withoutClosingMark).filter { !$0.isEmpty }
    return draft.close(at: index)
  }

  private func endsList(_ part: Passage) -> Bool { part.words.last?.text.hasSuffix(".") ?? false }
}

extension FlowLine {
  /// `(Ban hành kèm theo Quyết định số …)` under a title is no part of it.
  fileprivate var tellsWhatItBelongsTo: Bool {
    ["(ban hanh kem theo", "(kem theo"].contains { text.begins(with: $0) }
  }

  fileprivate var isDraftMark: Bool { text.isCapitals && text.begins(with: "du thao") }
}

extension Passage {
  /// Without the `.`, `;`, `,` or `:` that closes an item of a list.
  var withoutClosingMark: Passage {
    let text = LooseText(self.text)
    let range = text.trimmed(0..<text.count, of: Array(" .;,:_-".utf8))
    return slice(range)
  }

  /// Without the rule under it, read as a dash.
  var withoutTrailingDash: Passage {
    var words = self.words
    while let last = words.last?.text, last.allSatisfy({ "-–—_.".contains($0) }) { words.removeLast() }
    return Passage(words: words)
  }
}
