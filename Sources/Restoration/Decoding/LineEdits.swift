internal import DocumentModel
internal import Vietnamese

/// The changes to the words of lines that follow from the decisions for paragraphs.
struct LineEdits {
  private let store: CandidateStore
  private let policy: WritingPolicy
  /// By index of the line, by index of the word in it.
  private var edits: [Int: [Int: WordEdit]] = [:]

  init(_ store: CandidateStore, _ policy: WritingPolicy) { (self.store, self.policy) = (store, policy) }

  /// Gathers the changes of one paragraph.
  mutating func add(_ paragraph: Lattice, of lines: [Line]) {
    for (index, place) in paragraph.places.enumerated() {
      let unit = store.units[place.unit], decision = paragraph.decisions[index]
      if index > 0, paragraph.decisions[index - 1].isJoined { continue }
      let word = lines[place.line].words[place.word]
      let kept = decision.reading < 0 || policy.keeps(decision, readWith: word.confidence)
      let isPassedOver = kept && decision.reading >= 0 && !isAsRead(decision, unit)
      let reading = kept || isAsRead(decision, unit) ? nil : text(decision.reading)
      // What was passed over is what a person would want to see beside the word.
      let other = isPassedOver ? text(decision.reading) : text(decision.runnerUp)
      edits[place.line, default: [:]][place.word, default: WordEdit()].add(
        unit.start..<unit.end, text: reading, other: other, margin: certainty(decision),
        passedOver: isPassedOver ? decision.keepMargin : 0)
      if decision.isJoined { absorb(paragraph.places[index + 1], isTorn: !kept, margin: certainty(decision)) }
    }
  }

  /// Applies the changes that were gathered.
  func apply(to lines: inout [Line]) {
    for (line, edits) in edits { apply(edits, to: &lines[line]) }
  }

  /// Gathers the change of the second part of a torn word: its letters go over to the first part.
  private mutating func absorb(_ place: Lattice.Place, isTorn: Bool, margin: Float) {
    let unit = store.units[place.unit]
    edits[place.line, default: [:]][place.word, default: WordEdit()].add(
      unit.start..<unit.end, text: isTorn ? "" : nil, other: nil, margin: margin)
    if isTorn { edits[place.line]?[place.word]?.joinsPrevious = true }
  }

  /// What a reading writes; nil where there is none.
  private func text(_ reading: Int32) -> String? { reading < 0 ? nil : store.candidates[Int(reading)].text }

  /// The margin of a decision, nats: lower where the reading is no known word or strays far from what was seen.
  private func certainty(_ decision: Decision) -> Float {
    guard decision.reading >= 0 else { return decision.margin }
    let candidate = store.candidates[Int(decision.reading)]
    return min(decision.letterMargin, candidate.ceiling) - max(0, candidate.channel - WritingPolicy.farFromSeen)
  }

  /// Whether the reading is what was read, apart from the place of its tone mark.
  private func isAsRead(_ decision: Decision, _ unit: UnitPlan) -> Bool {
    let text = store.candidates[Int(decision.reading)].text
    return text == unit.text || text == placingTone(of: unit.text, .old)
  }

  private func apply(_ edits: [Int: WordEdit], to line: inout Line) {
    var words: [Word] = []
    for (index, word) in line.words.enumerated() {
      var restored = edits[index].map { $0.applied(to: word, policy) } ?? [word]
      if edits[index]?.joinsPrevious == true, !words.isEmpty { words[words.count - 1].append(restored.removeFirst()) }
      words += restored
    }
    line.words = words
  }
}
