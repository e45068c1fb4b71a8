internal import DocumentModel
internal import Vietnamese

/// What the decisions for paragraphs do to the words of lines.
struct LineEdits {
  private let store: CandidateStore
  private let policy: WritingPolicy
  /// By line and place in it.
  private var edits: [Int: [Int: WordEdit]] = [:]

  /// A channel cost above this makes a reading doubtful, nats.
  private static let farFromSeen: Float = 3

  init(_ store: CandidateStore, _ policy: WritingPolicy) { (self.store, self.policy) = (store, policy) }

  /// Gathers what happens to each word of a paragraph.
  mutating func add(_ paragraph: Lattice, of lines: [Line]) {
    for (index, place) in paragraph.places.enumerated() {
      let unit = store.units[place.unit], decision = paragraph.decisions[index]
      if index > 0, paragraph.decisions[index - 1].isJoined { continue }
      let word = lines[place.line].words[place.word]
      let kept = decision.reading < 0 || policy.keeps(decision, readWith: word.confidence)
      let reading = kept || isAsRead(decision, unit) ? nil : store.candidates[Int(decision.reading)].text
      let other = decision.runnerUp < 0 ? nil : store.candidates[Int(decision.runnerUp)].text
      edits[place.line, default: [:]][place.word, default: WordEdit()].add(
        unit.start..<unit.end, text: reading, other: other, margin: certainty(decision))
      if decision.isJoined { absorb(paragraph.places[index + 1], isTorn: !kept, margin: certainty(decision)) }
    }
  }

  /// Writes what was gathered.
  func apply(to lines: inout [Line]) {
    for (line, edits) in edits { apply(edits, to: &lines[line]) }
  }

  /// The second part of a word that was torn.
  private mutating func absorb(_ place: Lattice.Place, isTorn: Bool, margin: Float) {
    let unit = store.units[place.unit]
    edits[place.line, default: [:]][place.word, default: WordEdit()].add(
      unit.start..<unit.end, text: isTorn ? "" : nil, other: nil, margin: margin)
    if isTorn { edits[place.line]?[place.word]?.joinsPrevious = true }
  }

  /// The margin, less where the reading is unknown or far from what was seen.
  private func certainty(_ decision: Decision) -> Float {
    guard decision.reading >= 0 else { return decision.margin }
    let candidate = store.candidates[Int(decision.reading)]
    return min(decision.letterMargin, candidate.ceiling) - max(0, candidate.channel - Self.farFromSeen)
  }

  /// Whether the reading is what was read, but for where its tone stands.
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
