internal import DocumentModel

/// A field whose evidence lies on a corrected word, and what becomes of it.
struct AffectedField: Hashable {
  let subject: EditSubject
  let before: String
  /// Nil where only a person can say it.
  let after: String?
  let evidence: Evidence
}

/// Finds what of a document was made of a word of a page.
struct AffectedFields {
  let change: WordChange
  /// As it was before the change.
  let page: Page
  let word: Word
  /// Number of the word's line in `text.txt`.
  let line: Int

  /// Nil where the page has no such word.
  init?(_ change: WordChange, on page: Page, place: Int) {
    guard let (line, index) = page.line(at: place) else { return nil }
    self.change = change
    self.page = page
    self.word = line.words[index]
    self.line = line.number
  }

  /// How a value is made of the words under its evidence.
  private enum Making {
    /// The words as they stand.
    case words
    /// The words, with short forms written out.
    case name
    /// Number, symbol and code of the type: parts of words.
    case symbol
    /// A day: of several words.
    case day
  }

  private struct Candidate {
    let subject: EditSubject
    let text: String
    let evidence: Evidence
    let making: Making
    let effect: WordChange.Effect
  }

  /// The affected fields of the head and of the parts; `id` is the document's.
  func fields(of record: DocumentRecord, id: Int64) -> [AffectedField] {
    let head = HeaderField.allCases.compactMap { field in
      candidate(
        EditSubject(.header, id: id, field: field.rawValue), field.text(of: record.document),
        record.document.evidence[field.evidenceName], Self.making(of: field))
    }
    return affected(head) + parts(of: record, id: id).flatMap { affected([$0]) }
  }

  /// The affected fields of a task; `id` is the task's. A title that is also a section's has the section's evidence.
  func fields(of task: TaskRecord, id: Int64, sections: [SectionEntry]) -> [AffectedField] {
    let titles = sections.filter { $0.title == task.title }
    let evidence = { (field: TaskField) in
      field == .title ? (titles.count == 1 ? titles.first?.evidence : nil) : task.evidence[field.evidenceName]
    }
    let candidates = TaskField.allCases.compactMap { field in
      candidate(
        EditSubject(.task, id: id, field: field.rawValue), field.text(of: task), evidence(field), Self.making(of: field)
      )
    }
    return affected(candidates)
  }

  private func parts(of record: DocumentRecord, id: Int64) -> [Candidate] {
    let sections = record.sections.indices.map { (DocumentField.section($0), record.sections[$0].evidence) }
    let targets = record.targets.indices.map { (DocumentField.target($0), record.targets[$0].evidence) }
    let duties = record.assignments.enumerated().flatMap { index, assignment in
      assignment.duties.indices.map { (DocumentField.duty(assignment: index, $0), assignment.evidence) }
    }
    return (sections + targets + duties).compactMap { field, evidence in
      candidate(
        EditSubject(.header, id: id, field: field.name), field.text(of: record) ?? "", evidence, .words)
    }
  }

  /// Nil where the evidence does not lie on the word.
  private func candidate(
    _ subject: EditSubject, _ text: String, _ evidence: Evidence?, _ making: Making
  ) -> Candidate? {
    guard let evidence, lies(word, in: line, on: evidence.provenance) else { return nil }
    return Candidate(
      subject: subject, text: text, evidence: evidence, making: making,
      effect: change.effect(on: text, countOnPage: count(on: evidence.provenance)))
  }

  // MARK: - What becomes of them

  /// What becomes of the candidates of one head, task or part. A word that stands in one field was not made into
  /// another field that has no such word.
  private func affected(_ candidates: [Candidate]) -> [AffectedField] {
    let hasHome = candidates.contains { $0.effect != .absent && $0.making != .day }
    return candidates.compactMap { candidate in
      let after: String?
      switch outcome(of: candidate, hasHome: hasHome) {
      case .made(let text): after = text
      case .unclear: after = nil
      case .absent: return nil
      }
      if after == candidate.text { return nil }
      return AffectedField(
        subject: candidate.subject, before: candidate.text, after: after, evidence: candidate.evidence)
    }
  }

  private func outcome(of candidate: Candidate, hasHome: Bool) -> WordChange.Effect {
    switch candidate.making {
    case .words: candidate.effect
    case .name: candidate.effect == .absent && !hasHome && isShortForm ? .unclear : candidate.effect
    case .symbol: symbolOutcome(of: candidate)
    // The text of a deadline is a field beside its day; the text of a date of issue is not kept.
    case .day where candidate.subject.kind == .task: hasHome ? .unclear : .absent
    case .day: hasHome && !change.before.contains(where: \.isNumber) ? .absent : .unclear
    }
  }

  /// Whether the word may stand in a name for more than itself: `UBND`, `VH-XH`.
  private var isShortForm: Bool { [change.before, change.after].contains { $0.count(where: \.isUppercase) >= 2 } }

  private func symbolOutcome(of candidate: Candidate) -> WordChange.Effect {
    if candidate.effect != .absent { return candidate.effect }
    let isWhole = change.before.contains { $0.isNumber || $0 == "/" || $0 == "-" }
    guard isWhole else { return .absent }
    guard let before = DocumentSymbol(change.before), let after = DocumentSymbol(change.after) else { return .unclear }
    switch candidate.subject.field {
    case HeaderField.number.rawValue where before.number == candidate.text: return .made(after.number ?? "")
    case HeaderField.symbol.rawValue where before.symbol == candidate.text: return .made(after.symbol)
    case HeaderField.type.rawValue where before.parts.first == candidate.text: return .made(after.parts.first ?? "")
    default: return .unclear
    }
  }

  private static func making(of field: HeaderField) -> Making {
    switch field {
    case .place, .subject, .addressee: .words
    case .issuer, .signer: .name
    case .type, .number, .symbol: .symbol
    case .date: .day
    }
  }

  private static func making(of field: TaskField) -> Making {
    switch field {
    case .title, .content, .deadline, .product: .words
    case .lead, .cooperating: .name
    case .due: .day
    }
  }

  // MARK: - Where things lie

  /// How many words like the one before stand where a value was read.
  private func count(on place: Provenance) -> Int {
    page.lines.reduce(0) { sum, line in
      sum + line.words.count { change.isBefore($0.text) && lies($0, in: line.number, on: place) }
    }
  }

  /// By boxes, at least half of the word; by lines where the page has no picture.
  private func lies(_ word: Word, in line: Int, on place: Provenance) -> Bool {
    guard place.page == page.number else { return false }
    guard let box = word.box, let whole = place.box else { return place.line == line }
    let width = box.horizontalOverlap(with: whole), height = box.verticalOverlap(with: whole)
    return width > 0 && height > 0 && width * height * 2 >= box.width * box.height
  }
}

extension HeaderField {
  /// The name under which a record has the evidence of this field.
  var evidenceName: String { self == .signer ? "signer.name" : rawValue }
}

extension TaskField {
  /// The name under which a record has the evidence of this field.
  var evidenceName: String { self == .due ? TaskField.deadline.rawValue : rawValue }
}
