internal import DocumentModel
internal import Vietnamese

/// Makes the lattices of paragraphs: which readings each word has, and which neighbours may be one torn word.
struct LatticeBuilder {
  /// The lattices of one paragraph so far. A new one is begun where one grows too long for the search's memory.
  private struct Draft {
    var finished: [Lattice] = []
    var paragraph = Lattice()
    /// Whether the next unit is at a sentence's start.
    var isInitial = true

    mutating func append(_ place: Lattice.Place, _ plan: UnitPlan, joined: Range<Int>, isHeading: Bool) {
      paragraph.places.append(place)
      paragraph.steps.append(
        LatticeStep(readings: plan.candidates, joined: joined, isInitial: isInitial, isHeading: isHeading))
      isInitial = [.stop, .dash, .bracket, .slash].contains(plan.kind)
    }

    mutating func endWord() {
      guard paragraph.places.count >= SearchLimits.longestLattice else { return }
      finished.append(paragraph)
      paragraph = Lattice()
    }
  }

  private let noise: Noise
  private let terms: TermMatcher

  init(noise: Noise, terms: TermMatcher) {
    self.noise = noise
    self.terms = terms
  }

  /// The lattices of a paragraph: one, or several for a very long one. Readings of words that are new to the store are
  /// added to it.
  func paragraphs(_ range: Range<Int>, of lines: [Line], _ store: inout CandidateStore) -> [Lattice] {
    var draft = Draft()
    for line in range {
      let isHeading = Self.isHeading(lines[line]), fixed = terms.matches(in: lines[line])
      for (index, word) in lines[line].words.enumerated() {
        let units = plan(word, isFirst: index == 0, term: fixed[index], &store)
        let last = draft.paragraph.places.last
        let isNext = last?.line == line && last?.word == index - 1 && word.spaceBefore == " "
        var joined = isNext ? Self.joinedReadings(of: units, after: last, &store) : 0..<0
        for unit in units {
          let place = Lattice.Place(line: line, word: index, unit: unit)
          draft.append(place, store.units[unit], joined: joined, isHeading: isHeading)
          joined = 0..<0
        }
        draft.endWord()
      }
    }
    return draft.finished + [draft.paragraph]
  }

  /// Readings of the first unit of a word together with the unit before it, as one torn word; empty where there is
  /// none.
  private static func joinedReadings(
    of units: Range<Int>, after last: Lattice.Place?, _ store: inout CandidateStore
  ) -> Range<Int> {
    guard let first = units.first, let last else { return 0..<0 }
    return store.joinedReadings(last.unit, first)
  }

  private func plan(_ word: Word, isFirst: Bool, term: String?, _ store: inout CandidateStore) -> Range<Int> {
    // A bar by itself is the rule of a table.
    if isFirst && ListMarkers.isMarker(word.text) || word.text == "|" { return store.literalPlan(for: word.text) }
    if let term { return store.plan(for: word.text, as: term) }
    guard noise == .vietnamese else { return store.plan(for: word.text) }
    if Self.isRomanNumber(word.text) { return store.literalPlan(for: word.text) }
    return store.plan(for: word.text, alternatives: word.confidence < 1 ? word.alternatives : nil)
  }

  /// Whether the text is a Roman number such as `II` or `IV,`, which the words around it must not change.
  private static func isRomanNumber(_ text: String) -> Bool {
    let core = text.prefix { $0.isLetter }
    return core.contains("I") && romanValue(core) != nil && text.dropFirst(core.count).allSatisfy(\.isPunctuation)
  }

  /// Whether half of a line's words, two at least, are in capitals.
  private static func isHeading(_ line: Line) -> Bool {
    // A word that is in capitals has two at least.
    let capitals = line.words.count { CaseShape(of: $0.text) == .upper }
    return capitals > 1 && 2 * capitals >= line.words.count { $0.text.contains(where: \.isLetter) }
  }
}
