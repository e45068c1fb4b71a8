internal import DocumentModel

/// Restores the paragraphs of one noise in two passes: the second uses what the first taught about the document.
struct ParagraphReader {
  private let policy: WritingPolicy
  private let lattices: LatticeBuilder
  private var store: CandidateStore
  private var decoder: Decoder
  private let contexts: ContextModel?

  /// The readings that this and earlier documents found for their words.
  var memo: ReadingMemo.Contents { store.memo }

  /// `terms` are the user's own; `places` are names of the document's letterhead.
  init(
    model: RestorationModel, noise: Noise, terms: [String], places: [String], memo: ReadingMemo.Contents
  ) {
    policy = WritingPolicy(noise: noise)
    lattices = LatticeBuilder(noise: noise, terms: TermMatcher(terms, places: places))
    store = CandidateStore(source: model.source(for: noise, terms: terms), memo: memo)
    decoder = Decoder(language: model.language)
    contexts = model.contexts
  }

  /// Restores some paragraphs of a document in place; `ranges` are of `lines`.
  mutating func restore(_ ranges: [Range<Int>], of lines: inout [Line]) {
    let paragraphs = read(ranges, of: lines)
    var edits = LineEdits(store, policy)
    for paragraph in paragraphs { edits.add(paragraph, of: lines) }
    edits.apply(to: &lines)
  }

  /// The readings of every word that has more than one.
  mutating func explain(_ ranges: [Range<Int>], of lines: [Line]) -> [Explanation] {
    decoder.explains = true
    return read(ranges, of: lines).flatMap { paragraph in
      paragraph.places.indices.compactMap { explanation(paragraph, $0, lines) }
    }
  }

  private mutating func read(_ ranges: [Range<Int>], of lines: [Line]) -> [Lattice] {
    var paragraphs: [Lattice] = []
    for range in ranges { paragraphs += lattices.paragraphs(range, of: lines, &store) }
    let readings = store.readings
    for index in paragraphs.indices {
      paragraphs[index].decisions = decoder.decode(paragraphs[index].steps, readings, evidence: nil)
    }
    readAgain(&paragraphs)
    return paragraphs
  }

  // MARK: - The second pass

  /// Words before a stretch that are its context: one more than the language model looks back.
  private static let contextUnits = 4

  /// Decodes the stretches again whose decision was close.
  private mutating func readAgain(_ paragraphs: inout [Lattice]) {
    let first = FirstReading(paragraphs, store)
    store.adapt(to: first.sureWords)
    store.favour(first.bonus)
    let entries = paragraphs.map { $0.entries(store) }, all = Array(entries.joined())
    store.favour(DocumentLevel(all, store.vocabulary))
    let stretches = paragraphs.map(\.closeStretches)
    guard stretches.contains(where: { !$0.isEmpty }) else { return }
    let sentence = contexts.map(SentenceContext.init)
    var evidence = Evidence(DocumentCache(all), sentence)
    let readings = store.readings
    for index in paragraphs.indices where !stretches[index].isEmpty {
      sentence?.enter(entries[index].map(\.word))
      for stretch in stretches[index] {
        evidence.enter(stretch, of: entries[index])
        readAgain(&paragraphs[index], stretch, readings, evidence)
      }
    }
  }

  /// Decodes one stretch of a paragraph again; words that are certain keep their reading.
  private mutating func readAgain(
    _ paragraph: inout Lattice, _ stretch: Range<Int>, _ readings: [WordReading], _ evidence: Evidence
  ) {
    var context = LanguageModel.Context.start
    for unit in max(0, stretch.lowerBound - Self.contextUnits)..<stretch.lowerBound
    where paragraph.decisions[unit].reading >= 0 {
      context = decoder.context(after: readings[Int(paragraph.decisions[unit].reading)], context)
    }
    let decisions = decoder.decode(paragraph.fixedSteps(stretch), readings, after: context, evidence: evidence)
    for unit in stretch where !paragraph.decisions[unit].isCertain {
      paragraph.decisions[unit] = decisions[unit - stretch.lowerBound]
    }
  }

  // MARK: - Explanations

  private func explanation(_ paragraph: Lattice, _ index: Int, _ lines: [Line]) -> Explanation? {
    let place = paragraph.places[index], decision = paragraph.decisions[index]
    guard store.units[place.unit].candidates.count > 1, decision.reading >= 0 else { return nil }
    let line = lines[place.line], word = line.words[place.word]
    let readings = readings(of: decision), seen = seen(paragraph, index, in: word)
    return Explanation(
      line: line.number > 0 ? line.number : place.line + 1, seen: seen,
      text: policy.keeps(decision, readWith: word.confidence) ? seen : readings[0].text, noise: policy.noise,
      readings: readings)
  }

  /// The letters that a decision is about: those of one unit, or of two that were read as one word.
  private func seen(_ paragraph: Lattice, _ index: Int, in word: Word) -> String {
    let unit = store.units[paragraph.places[index].unit]
    let seen = String(decoding: Array(word.text.utf8)[unit.start..<unit.end], as: UTF8.self)
    guard paragraph.decisions[index].isJoined else { return seen }
    return seen + " " + store.units[paragraph.places[index + 1].unit].text
  }

  /// The best readings, first the one that was decided for.
  private func readings(of decision: Decision) -> [Explanation.Reading] {
    let all = [(reading: decision.reading, behind: Float(0))] + decision.others
    return all.prefix(SearchLimits.explained).map { reading in
      let candidate = store.candidates[Int(reading.reading)]
      return Explanation.Reading(
        text: candidate.text, channel: Double(candidate.cost), behind: Double(reading.behind))
    }
  }
}
