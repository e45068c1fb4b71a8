internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Finds the quantified targets of the goals part: `tối thiểu 80% hồ sơ …`, `14/14 thôn`, `ít nhất 1.500 lượt`.
struct TargetFinder: Sendable {
  private let headings: PhraseTable<Bool>
  private let quantities: QuantityReader
  private let tables: TargetTableReader
  private let and: PhraseTable<Bool>
  private let deadlines: DeadlineParser
  /// What opens the time of a target.
  private let timeMarks: PhraseTable<Bool>
  /// What follows one of these is no part of the target any more.
  private let asides: PhraseTable<Bool>
  /// After one of these, as spelled, no time of the target follows: `làm tiền đề đến năm 2030`.
  private let timeless: Set<String>

  init(_ phrases: Phrases) {
    headings = phrases.table(.goals, .heading)
    quantities = QuantityReader(phrases)
    tables = TargetTableReader(quantities)
    and = phrases.table(.and, .body)
    deadlines = DeadlineParser(phrases)
    timeMarks = phrases.table(.targetTime, .targetTime)
    asides = phrases.table(.aside, .targetTime)
    timeless = phrases.words(.noTimeAfter, .targetTime)
  }

  func targets(of tree: DocumentTree) -> [Target] {
    visit(tree.root, Place(year: tree.header.date?.year))
  }

  /// Where in the document a part stands.
  private struct Place {
    /// The year of issue; nil where it is not known.
    var year: Int?
    /// In an article: what a decision approves may be said in one sentence, its goals among it.
    var isArticle = false
  }

  private func visit(_ node: SectionNode, _ place: Place) -> [Target] {
    if isGoals(node) { return targets(in: node, place, default: nil) }
    var place = place
    if node.label?.kind == .article { place.isArticle = true }
    var isOpen = place.isArticle && goalsAnnounced(in: LooseText(node.title + ":")) != nil
    var isUnderGoals = false
    return node.content.enumerated().flatMap { index, part -> [Target] in
      switch part {
      case .section(let child):
        isUnderGoals = false
        return visit(child, place)
      case .table(let table): return isUnderGoals ? tables.targets(in: table, year: place.year) : []
      case .paragraph(let paragraph):
        if let title = unnumberedTitle(paragraph) {
          isUnderGoals = isGoals(title)
          return []
        }
        if isUnderGoals { return targets(in: paragraph.passage, default: nil) }
        guard place.isArticle else { return [] }
        let isListed = isOpen && (paragraph.bullet != nil || index == 0)
        let stated = isListed ? paragraph.passage : statedGoals(in: paragraph.passage)
        isOpen = isListed || stated?.isEmpty == true
        return stated.map { targets(in: $0, default: nil) } ?? []
      }
    }
  }

  /// What follows `…, với các chỉ tiêu:` in a sentence: empty where the goals stand below it. Nil where none are announced.
  private func statedGoals(in passage: Passage) -> Passage? {
    let text = LooseText(passage.text)
    return goalsAnnounced(in: text).map { passage.slice(text.trimmed($0..<text.count)) }
  }

  /// The place behind the colon that announces goals.
  private func goalsAnnounced(in text: LooseText) -> Int? {
    for match in headings.all(in: text) {
      let behind = match.range.upperBound..<min(text.count, match.range.upperBound + FigureLimits.goalsToColon)
      guard let sign = behind.first(where: { text.plain[$0] != .space && !text.isWord(at: $0) }) else { continue }
      if text.plain[sign] == .colon { return sign + 1 }
    }
    return nil
  }

  /// The text of a paragraph that is a title without a number: a short line with a capital and no mark at its end. Nil for
  /// any other.
  private func unnumberedTitle(_ paragraph: Paragraph) -> LooseText? {
    let text = LooseText(paragraph.text), words = paragraph.passage.words.count
    guard paragraph.bullet == nil, words > 1, words <= FigureLimits.wordsOfUnnumberedTitle,
      text.scalars.first?.properties.isUppercase == true, text.isWord(at: text.count - 1)
    else { return nil }
    return text
  }

  /// `MỤC TIÊU`, `CHỈ TIÊU`, at the title's start or after another word of it; `MỤC ĐÍCH` (purpose) heads no goals.
  private func isGoals(_ node: SectionNode) -> Bool {
    node.label != nil && isGoals(LooseText(node.title))
  }

  private func isGoals(_ text: LooseText) -> Bool {
    headings.first(in: text, upTo: FigureLimits.goalsInHeading) != nil
      || headings.nearest(to: text, in: 0..<text.count) != nil
  }

  /// `due` is the day that the title of an item states for all of it: `a) Năm 2025: …`.
  private func targets(in node: SectionNode, _ place: Place, default due: CalendarDate?) -> [Target] {
    node.content.flatMap { part -> [Target] in
      switch part {
      case .paragraph(let paragraph): targets(in: paragraph.passage, default: due)
      case .section(let child): targets(in: child, place, default: itemDue(child) ?? due)
      case .table(let table): tables.targets(in: table, year: place.year)
      }
    }
  }

  private func itemDue(_ node: SectionNode) -> CalendarDate? {
    node.title.count <= 20 && (node.label?.kind ?? .part) >= .letter ? deadlines.parse(node.title).due : nil
  }

  private func targets(in passage: Passage, default due: CalendarDate?) -> [Target] {
    let text = LooseText(passage.text)
    return sentences(of: text).flatMap { sentence -> [Target] in
      let found = clauses(of: text, in: sentence).map { ($0, quantities.quantities(in: text, range: $0)) }
      let trailing = found.last.map { dueOf(text[$0.0]) } ?? nil
      return found.flatMap { clause, quantities in
        parts(of: clause, around: quantities, in: text).map { range, quantity in
          let own = dueOf(text[range]) ?? (found.count == 1 || quantities.count > 1 ? trailing : nil)
          return target(quantity, passage.slice(trimmedTime(range, in: text)), due: own ?? due)
        }
      }
    }
  }

  private func target(_ quantity: Quantity, _ passage: Passage, due: CalendarDate?) -> Target {
    Target(
      text: passage.text, value: quantity.value, unit: quantity.unit, comparator: quantity.comparator, due: due,
      evidence: passage.evidence(certainty: FigureCertainties.target, source: quantity.rule))
  }

  /// A day that something is to be done by; nil for a beginning (`từ ngày …`) and for what a later clause
  /// adds.
  private func dueOf(_ clause: String) -> CalendarDate? {
    let text = LooseText(clause)
    guard let mark = timeMarks.first(in: text) else { return nil }
    let before = text[0..<mark.range.lowerBound]
    if timeless.contains(where: { before.hasSuffix($0 + " ") }) || asides.first(in: LooseText(before)) != nil {
      return nil
    }
    return deadlines.parse(text[mark.range.lowerBound..<text.count]).due
  }

  /// The clause without the time at its end.
  private func trimmedTime(_ range: Range<Int>, in text: LooseText) -> Range<Int> {
    let marks = Array(" ,.;:".utf8)
    guard let mark = timeMarks.all(in: LooseText(text[range])).last else { return text.trimmed(range, of: marks) }
    let start = range.lowerBound + mark.range.lowerBound
    guard start - range.lowerBound > 12, range.upperBound - start < 40 else { return text.trimmed(range, of: marks) }
    return text.trimmed(range.lowerBound..<start, of: marks)
  }

  // MARK: Cutting

  private func sentences(of text: LooseText) -> [Range<Int>] {
    cut(0..<text.count, of: text) { offset in
      text.plain[offset] == .period && offset + 2 < text.count && text.plain[offset + 1] == .space
        && text.scalars[offset + 2].isCapital
    }
  }

  private func clauses(of text: LooseText, in range: Range<Int>) -> [Range<Int>] {
    cut(range, of: text) { text.plain[$0] == .semicolon }
  }

  /// Cuts a range after the offsets that end a part, brackets left whole.
  private func cut(_ range: Range<Int>, of text: LooseText, where ends: (Int) -> Bool) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound, depth = 0
    for offset in range {
      if text.plain[offset] == .openBracket { depth += 1 }
      if text.plain[offset] == .closeBracket { depth = max(0, depth - 1) }
      if depth == 0, ends(offset) {
        result.append(start..<offset)
        start = offset + 1
      }
    }
    result.append(start..<range.upperBound)
    return result.filter { !$0.isEmpty }
  }

  /// Parts a clause with several quantities at the joint before each further one.
  private func parts(of clause: Range<Int>, around quantities: [Quantity], in text: LooseText) -> [(
    Range<Int>, Quantity
  )] {
    var result: [(Range<Int>, Quantity)] = []
    var start = clause.lowerBound
    for (index, quantity) in quantities.enumerated() {
      var end = clause.upperBound
      if index + 1 < quantities.count {
        end =
          joint(in: text, between: quantity.range.upperBound, and: quantities[index + 1].range.lowerBound)
          ?? clause.upperBound
      }
      result.append((start..<end, quantity))
      if end < clause.upperBound { start = end }
    }
    return result
  }

  /// The last comma or “và” before a quantity.
  private func joint(in text: LooseText, between start: Int, and end: Int) -> Int? {
    for offset in stride(from: end - 1, to: start, by: -1) {
      if text.plain[offset] == .comma { return offset + 1 }
      if text.plain[offset] == .space, let word = and.match(in: text, at: offset + 1)?.range, word.upperBound < end {
        return word.upperBound
      }
    }
    return nil
  }
}
