internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Reads what a deadline's words come to: the last day they allow, and how it is to be kept.
///
/// Four lists of rules answer its questions: which times are written (`TimeRules`), how each of them binds
/// (`BindingRules`), which days are counted from the day of issue (`CountingRules`), and how the work is to be kept where
/// no day says it (`KeepingRules`).
struct DeadlineParser: Sendable {
  private let words: TimeWords
  private let references: ReferenceFinder
  private let dates: DateFinder
  private let counting: CountingWords
  private let countingBook: RuleBook<CountingPlace, CountedDay>

  init(_ phrases: Phrases) {
    words = TimeWords(phrases)
    counting = CountingWords(phrases)
    countingBook = CountingRules.book(counting)
    references = ReferenceFinder(phrases)
    dates = DateFinder(phrases)
  }

  /// The deadline alone, of words that stand in no document.
  func parse(_ words: String) -> Deadline { read(words).deadline }

  /// The deadline of its words in a document.
  func read(_ words: String, issue: DocumentIssue = DocumentIssue()) -> ReadDeadline {
    let text = LooseText(words)
    let citations = references.citations(in: text).map(\.range)
    let found = dates.times(in: text)
    let times = found.dates.map { date in
      ReadDeadline.Time(date: date, standing: standing(of: date, citations: citations, issue: issue))
    }
    let counted = counted(in: text, issue: issue)
    // The words of a count hold no other time and no condition; `cuối quý IV/2025` does not come back.
    let taken = citations + counted.map(\.range) + found.dates.map(\.range)
    let bound = bindings(of: times.filter { $0.standing == .meant }.map(\.date), in: text)
    let items =
      (bound + counted).sorted { $0.range.lowerBound < $1.range.lowerBound }
      + keeping(in: text).filter { found in !taken.contains { $0.overlaps(found.range) } }
    let decisive = decisive(of: items, in: text)
    return ReadDeadline(
      deadline: deadline(of: text, items, due: decisive?.item.due), times: times, unreadableQuarters: found.unreadable,
      rule: (decisive ?? items.first)?.rule, certainty: certainty(of: items, times))
  }

  private func standing(of date: FoundDate, citations: [Range<Int>], issue: DocumentIssue) -> ReadDeadline.Standing {
    if citations.contains(where: { $0.overlaps(date.range) }) { return .cited }
    return date.period.year.map(issue.allows) ?? true ? .meant : .implausible
  }

  /// The item that states the last day; nil where none does, or the end is left open.
  private func decisive(of items: [FoundItem], in text: LooseText) -> FoundItem? {
    guard words.openEnds.first(in: text) == nil else { return nil }
    let dated = items.filter { ($0.item.mode == .date || $0.item.mode == .range) && $0.item.due != nil }
    guard let last = dated.compactMap(\.item.due).max() else { return nil }
    return dated.first { $0.item.due == last }
  }

  private func deadline(of text: LooseText, _ items: [FoundItem], due: CalendarDate?) -> Deadline {
    let modes = Set(items.map(\.item.mode))
    return Deadline(
      text: text[text.trimmed(0..<text.count, of: .closingSigns)], due: due,
      modes: Deadline.Mode.allCases.filter { mode in modes.contains { $0.rawValue == mode.rawValue } },
      items: items.map(\.item))
  }

  /// As sure as the least sure of what was read; a time that is not meant can still show that the signs are bad.
  private func certainty(of items: [FoundItem], _ times: [ReadDeadline.Time]) -> Double {
    let all = items.map(\.certainty) + times.map(\.date.certainty)
    return items.isEmpty ? TimeCertainty.notUnderstood : all.min() ?? TimeCertainty.notUnderstood
  }

  // MARK: Items

  /// An item with the rule that found it.
  private struct FoundItem {
    var range: Range<Int>
    var item: DeadlineItem
    var rule: String
    var certainty: Double
  }

  private func bindings(of times: [FoundDate], in text: LooseText) -> [FoundItem] {
    times.indices.compactMap { index in
      let bound = BoundTime(text: text, times: times, index: index, words: words)
      guard let found = BindingRules.book.answer(to: bound), case .item(let item) = found.answer else { return nil }
      return FoundItem(range: bound.time.range, item: item, rule: found.rule, certainty: found.certainty)
    }
  }

  private func counted(in text: LooseText, issue: DocumentIssue) -> [FoundItem] {
    var result: [FoundItem] = []
    for offset in 0..<text.count where offset >= result.last?.range.upperBound ?? 0 {
      guard counting.mayBegin(in: text, at: offset),
        let found = countingBook.answer(to: CountingPlace(cursor: Cursor(text, at: offset), issue: issue))
      else { continue }
      let item = DeadlineItem(mode: .date, due: found.answer.due, precision: .day, bound: .on)
      result.append(
        FoundItem(range: offset..<found.answer.end, item: item, rule: found.rule, certainty: found.certainty))
    }
    return result
  }

  private func keeping(in text: LooseText) -> [FoundItem] {
    keepingWords(in: text).compactMap { word in
      guard let found = KeepingRules.book.answer(to: word) else { return nil }
      return FoundItem(range: word.match.range, item: found.answer, rule: found.rule, certainty: found.certainty)
    }
  }

  /// From left to right. Words that lost their marks count where no word with marks stands.
  func keepingWords(in text: LooseText) -> [KeepingWord] {
    let marked = words.keeping.all(in: text)
    let plain = words.plainKeeping.all(in: text).filter { match in
      !marked.contains { $0.range.overlaps(match.range) }
    }
    return (marked + plain).sorted { $0.range.lowerBound < $1.range.lowerBound }
      .map { KeepingWord(text: text, match: $0) }
  }
}
