internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Reads what a deadline's words come to: the last day they allow, and how it is to be kept.
struct DeadlineParser: Sendable {
  /// With their marks: `ngay` (at once) is not `ngày` (day).
  private let markedModes: PhraseTable<Vocabulary.Role>
  /// Those that no other word is spelled like, marks lost or not: `hang thang`.
  private let plainModes: PhraseTable<Vocabulary.Role>
  private let references: ReferenceFinder
  private let dates = DateFinder()
  /// `2025 và những năm tiếp theo` has no last day.
  private let openEnds = PhraseTable(["tiếp theo"])
  private let starts = PhraseTable(["từ ngày", "từ", "kể từ ngày", "sau ngày", "bắt đầu từ"])
  private let before = PhraseTable([
    "trước ngày", "trước", "chậm nhất", "chậm nhất ngày", "không quá ngày", "muộn nhất",
  ])

  init(_ phrases: Phrases) {
    let wordings = phrases.vocabulary.wordings(.time)
    markedModes = PhraseTable(wordings, marked: true)
    plainModes = PhraseTable(wordings.filter { $0.1 == .periodic || $0.1 == .ongoing })
    references = ReferenceFinder(phrases)
  }

  /// The deadline of its words. `issueYear`, when the document was issued: a year far from it is a misreading and gives
  /// no day.
  func parse(_ words: String, issueYear: Int? = nil) -> Deadline {
    let text = LooseText(words)
    let citations = references.citations(in: text).map(\.range)
    let times = dates.dates(in: text).filter { date in
      !citations.contains { $0.overlaps(date.range) } && isPlausible(date.year, issueYear)
    }
    var items = times.indices.compactMap { item(at: $0, of: times, in: text) }
    let matches = modeWords(in: text).filter { match in !citations.contains { $0.overlaps(match.range) } }
    items += matches.compactMap { item(of: $0, in: text, times: times) }
    let isOpen = openEnds.first(in: text) != nil
    let due = isOpen ? nil : items.filter { $0.mode == .date || $0.mode == .range }.compactMap(\.due).max()
    return Deadline(
      text: text[text.trimmed(0..<text.count, of: Array(" .;,".utf8))], due: due, modes: modes(of: items), items: items)
  }

  /// Whether a time's year can be meant in a document of `issueYear`.
  func isPlausible(_ year: Int, _ issueYear: Int?) -> Bool {
    guard let issueYear else { return true }
    return (issueYear - 1...issueYear + 15).contains(year)
  }

  /// The times whose year cannot be meant.
  func implausibleYears(in words: String, issueYear: Int?) -> [Int] {
    let text = LooseText(words)
    let citations = references.citations(in: text).map(\.range)
    return dates.dates(in: text).filter { date in
      !citations.contains { $0.overlaps(date.range) } && !isPlausible(date.year, issueYear)
    }.map(\.year)
  }

  /// Quarters that ran together with their year, `quý 12026`: no day is made of them.
  func unreadableQuarters(in words: String) -> [String] { dates.unreadableQuarters(in: LooseText(words)) }

  /// A time of the deadline was read out of signs that ran together.
  func isDoubtful(_ words: String) -> Bool { dates.dates(in: LooseText(words)).contains(where: \.isDoubtful) }

  // MARK: Times

  /// A time is a day to be done by, or the end of a range; one after `từ` with no end is only a beginning.
  private func item(at index: Int, of times: [FoundDate], in text: LooseText) -> DeadlineItem? {
    let time = times[index]
    let lead = lead(in: text, before: time.range.lowerBound)
    if starts.match(in: text, at: lead)?.range.upperBound == text.trimmed(lead..<time.range.lowerBound).upperBound {
      let goesOn = times.indices.contains(index + 1) && isRange(in: text, from: time, to: times[index + 1])
      return goesOn ? nil : DeadlineItem(mode: .range, start: time.first, precision: time.precision)
    }
    if times.indices.contains(index + 1), isSpan(in: text, from: time, to: times[index + 1]) { return nil }
    if index > 0,
      isRange(in: text, from: times[index - 1], to: time) || isSpan(in: text, from: times[index - 1], to: time)
    {
      return DeadlineItem(
        mode: .range, start: times[index - 1].first, due: time.last, precision: time.precision, bound: .on)
    }
    let isBefore = before.match(in: text, at: lead) != nil
    return DeadlineItem(mode: .date, due: time.last, precision: time.precision, bound: isBefore ? .before : .on)
  }

  /// Where the last one or two words before an offset begin: `trước ngày`, `kể từ ngày`.
  private func lead(in text: LooseText, before end: Int) -> Int {
    let table = [starts, before]
    for offset in stride(from: max(0, end - 18), to: end, by: 1) where text.isBoundary(at: offset) {
      if table.contains(where: {
        $0.match(in: text, at: offset).map { text.skipping([0x20], from: $0.range.upperBound) >= end } ?? false
      }) {
        return offset
      }
    }
    return end
  }

  /// `… đến …` between two times.
  private func isRange(in text: LooseText, from start: FoundDate, to end: FoundDate) -> Bool {
    let between = text[start.range.upperBound..<end.range.lowerBound].split(separator: " ")
    return between.count <= 4 && between.contains { $0 == "đến" || $0 == "tới" || $0 == "den" }
  }

  /// `2025 - 2026`.
  private func isSpan(in text: LooseText, from start: FoundDate, to end: FoundDate) -> Bool {
    let between = text.plain[text.trimmed(start.range.upperBound..<end.range.lowerBound)]
    return start.precision == .year && between.elementsEqual([0x2D])
  }

  // MARK: Modes

  private func modeWords(in text: LooseText) -> [PhraseTable<Vocabulary.Role>.Match] {
    let marked = markedModes.all(in: text)
    let plain = plainModes.all(in: text).filter { match in !marked.contains { $0.range.overlaps(match.range) } }
    return (marked + plain).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func item(of match: PhraseTable<Vocabulary.Role>.Match, in text: LooseText, times: [FoundDate])
    -> DeadlineItem?
  {
    let words = text[match.range]
    switch match.value {
    case .immediate:
      // A `ngày` that lost its mark has a number after it.
      let next = text.skipping([0x20], from: match.range.upperBound)
      return next < text.count && text.plain[next].isDigit ? nil : DeadlineItem(mode: .immediate)
    case .ongoing: return DeadlineItem(mode: .ongoing)
    case .periodic: return DeadlineItem(mode: .periodic, recurrence: lowercased(words))
    case .done: return DeadlineItem(mode: .done)
    case .conditional:
      return DeadlineItem(mode: .conditional, condition: clause(in: text, from: match.range.lowerBound))
    default: return nil
    }
  }

  /// From the condition's first word to the end of its clause.
  private func clause(in text: LooseText, from start: Int) -> String {
    let end = text.plain[start...].firstIndex { $0 == 0x3B || $0 == 0x2E } ?? text.count
    return text[text.trimmed(start..<end)]
  }

  private func modes(of items: [DeadlineItem]) -> [Deadline.Mode] {
    let found = Set(items.map(\.mode))
    return Deadline.Mode.allCases.filter { mode in found.contains { $0.rawValue == mode.rawValue } }
  }
}
