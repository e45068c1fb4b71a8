internal import DocumentModel
internal import Foundation
internal import Vietnamese

/// Restores lines of one noise: paragraph by paragraph, twice, the second time with what the first told.
struct ParagraphReader {
  /// A unit of the paragraph and the word it is a part of.
  private struct Place {
    var line, word: Int
    /// Into the store's units.
    var unit: Int
  }

  private struct Paragraph {
    var places: [Place] = []
    var steps: [LatticeStep] = []
    var decisions: [Decision] = []
  }

  private let policy: WritingPolicy
  private let terms: TermMatcher
  private var store: CandidateStore
  private var decoder: Decoder

  /// What this and earlier documents found for their words.
  var memo: ReadingMemo.Contents { store.memo }

  init(model: RestorationModel, noise: Noise, terms: [String], memo: ReadingMemo.Contents) {
    policy = WritingPolicy(noise: noise)
    store = CandidateStore(source: model.source(for: noise, terms: terms), memo: memo)
    self.terms = TermMatcher(terms)
    decoder = Decoder(language: model.language)
  }

  /// Restores some paragraphs of a document in their places.
  mutating func restore(_ ranges: [Range<Int>], of lines: inout [Line]) {
    var edits: [Int: [Int: WordEdit]] = [:]
    for paragraph in read(ranges, of: lines) { collect(paragraph, lines, into: &edits) }
    for (line, edits) in edits { apply(edits, to: &lines[line]) }
  }

  /// Tells every word's readings.
  mutating func explain(_ ranges: [Range<Int>], of lines: [Line]) -> [Explanation] {
    decoder.explains = true
    return read(ranges, of: lines).flatMap { paragraph in
      paragraph.places.indices.compactMap { explanation(paragraph, $0, lines) }
    }
  }

  private mutating func read(_ ranges: [Range<Int>], of lines: [Line]) -> [Paragraph] {
    var paragraphs = ranges.flatMap { self.paragraphs($0, lines) }
    let readings = store.readings
    for index in paragraphs.indices {
      paragraphs[index].decisions = decoder.decode(paragraphs[index].steps, readings, cache: nil)
    }
    readAgain(&paragraphs)
    return paragraphs
  }

  private func explanation(_ paragraph: Paragraph, _ index: Int, _ lines: [Line]) -> Explanation? {
    let place = paragraph.places[index], decision = paragraph.decisions[index]
    let unit = store.units[place.unit]
    guard unit.candidates.count > 1, decision.reading >= 0 else { return nil }
    let bytes = Array(lines[place.line].words[place.word].text.utf8)
    let all = [(reading: decision.reading, behind: Float(0))] + decision.others
    let readings = all.prefix(6).map { reading in
      let candidate = store.candidates[Int(reading.reading)]
      return Explanation.Reading(
        text: candidate.text, channel: Double(candidate.cost), behind: Double(reading.behind))
    }
    var seen = String(decoding: bytes[unit.start..<unit.end], as: UTF8.self)
    if decision.isJoined { seen += " " + store.units[paragraph.places[index + 1].unit].text }
    return Explanation(
      line: lines[place.line].number > 0 ? lines[place.line].number : place.line + 1, seen: seen,
      text: policy.keeps(decision, readWith: lines[place.line].words[place.word].confidence) ? seen : readings[0].text,
      noise: policy.noise,
      readings: readings)
  }

  /// The paragraph as lattices, cut where one would grow too long for the search's memory.
  private mutating func paragraphs(_ range: Range<Int>, _ lines: [Line]) -> [Paragraph] {
    var result: [Paragraph] = [], paragraph = Paragraph(), isInitial = true
    for line in range {
      let isHeading = Self.isHeading(lines[line]), fixed = terms.matches(in: lines[line])
      for (index, word) in lines[line].words.enumerated() {
        let units = plan(word, isFirst: index == 0, term: fixed[index])
        let isNext = paragraph.places.last.map { $0.line == line && $0.word == index - 1 } ?? false
        let joined = isNext && word.spaceBefore == " " ? joinedReadings(of: units, after: paragraph) : 0..<0
        for unit in units {
          let plan = store.units[unit]
          paragraph.places.append(Place(line: line, word: index, unit: unit))
          paragraph.steps.append(
            LatticeStep(
              readings: plan.candidates, joined: unit == units.lowerBound ? joined : 0..<0, isInitial: isInitial,
              isHeading: isHeading))
          isInitial = [.stop, .dash, .bracket, .slash].contains(plan.kind)
        }
        if paragraph.places.count >= Self.longest {
          result.append(paragraph)
          paragraph = Paragraph()
        }
      }
    }
    return result + [paragraph]
  }

  /// Readings of a word's beginning together with the word before it, of which it may have been torn.
  private mutating func joinedReadings(of units: Range<Int>, after paragraph: Paragraph) -> Range<Int> {
    guard let first = units.first, let last = paragraph.places.last else { return 0..<0 }
    return store.joinedReadings(last.unit, first)
  }

  /// Most units decoded at once.
  private static let longest = 3000

  private mutating func plan(_ word: Word, isFirst: Bool, term: String?) -> Range<Int> {
    if isFirst, ListMarkers.isMarker(word.text) { return store.literalPlan(for: word.text) }
    if let term { return store.plan(for: word.text, as: term) }
    if policy.noise == .vietnamese, Self.isRomanNumber(word.text) { return store.literalPlan(for: word.text) }
    let isRecognized = policy.noise == .vietnamese && word.confidence < 1
    return store.plan(for: word.text, alternatives: isRecognized ? word.alternatives : nil)
  }

  /// `II`, `IV,`: a number, which is never corrected by what words say around it.
  private static func isRomanNumber(_ text: String) -> Bool {
    let core = text.prefix { $0.isLetter }
    return core.contains("I") && romanValue(core) != nil && text.dropFirst(core.count).allSatisfy(\.isPunctuation)
  }

  /// Whether half of a line's words, two at least, are in capitals.
  private static func isHeading(_ line: Line) -> Bool {
    let capitals = line.words.count { $0.text.count > 1 && CaseShape(of: $0.text) == .upper }
    return capitals > 1 && 2 * capitals >= line.words.count { $0.text.contains(where: \.isLetter) }
  }

  /// The second pass over the paragraphs in which something was close.
  private mutating func readAgain(_ paragraphs: inout [Paragraph]) {
    store.adapt(to: evidence(paragraphs))
    voteOnSymbols(paragraphs)
    var cache = DocumentCache(paragraphs.flatMap(entries))
    let readings = store.readings
    for index in paragraphs.indices {
      let first = entries(of: paragraphs[index])
      for window in Self.windows(paragraphs[index].decisions) {
        cache.enter(Array(first[window]))
        readAgain(&paragraphs[index], window, readings, cache)
      }
    }
  }

  /// Decodes a part of a paragraph again, between words that are certain.
  private mutating func readAgain(
    _ paragraph: inout Paragraph, _ window: Range<Int>, _ readings: [Reading], _ cache: DocumentCache
  ) {
    var context = LanguageModel.Context.start
    for unit in max(0, window.lowerBound - 4)..<window.lowerBound where paragraph.decisions[unit].reading >= 0 {
      context = decoder.context(after: readings[Int(paragraph.decisions[unit].reading)], context)
    }
    var part = Array(paragraph.steps[window])
    for unit in window where Self.isCertain(paragraph.decisions[unit]) {
      Self.fix(&part, unit - window.lowerBound, paragraph.decisions[unit])
    }
    let decisions = decoder.decode(part, readings, after: context, cache: cache)
    for unit in window where !Self.isCertain(paragraph.decisions[unit]) {
      paragraph.decisions[unit] = decisions[unit - window.lowerBound]
    }
  }

  /// Leaves one reading of a unit, or of it and the next.
  private static func fix(_ part: inout [LatticeStep], _ index: Int, _ decision: Decision) {
    let reading = Int(decision.reading), only = reading..<reading + 1
    part[index].readings = decision.isJoined ? 0..<0 : only
    part[index].joined = 0..<0
    if index + 1 < part.count { part[index + 1].joined = decision.isJoined ? only : 0..<0 }
    if decision.isJoined, index + 1 < part.count { part[index + 1].readings = 0..<0 }
  }

  /// Stretches around the words that were close, with enough certain words on both sides to stand alone.
  private static func windows(_ decisions: [Decision]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for (unit, decision) in decisions.enumerated() where decision.margin < closeMargin {
      var window = max(0, unit - 3)..<min(decisions.count, unit + 4)
      if window.lowerBound > 0, decisions[window.lowerBound - 1].isJoined {
        window = window.lowerBound - 1..<window.upperBound
      }
      if decisions[window.upperBound - 1].isJoined { window = window.lowerBound..<window.upperBound + 1 }
      if let last = result.last, last.upperBound >= window.lowerBound {
        result[result.count - 1] = last.lowerBound..<window.upperBound
      } else {
        result.append(window)
      }
    }
    return result
  }

  /// Certain words stay as they are and only lend their context.
  private static func isCertain(_ decision: Decision) -> Bool {
    decision.reading >= 0 && decision.margin >= closeMargin
  }

  /// A word nearer than this to being read otherwise is read a second time, nats.
  private static let closeMargin: Float = 7

  /// Makes a reading of a document symbol cheaper for every other place in which the document has it.
  private mutating func voteOnSymbols(_ paragraphs: [Paragraph]) {
    var votes: [String: Float] = [:]
    for paragraph in paragraphs {
      for (place, decision) in zip(paragraph.places, paragraph.decisions)
      where store.units[place.unit].kind == .code && decision.reading >= 0 {
        let text = store.candidates[Int(decision.reading)].text
        votes[text, default: 0] += 1 - exp(-decision.margin)
        votes[DocumentSymbol.body(of: text), default: 0] += 0.5 * (1 - exp(-decision.margin))
      }
    }
    store.favour { text in 1.5 * log(1 + (votes[text] ?? 0) + (votes[DocumentSymbol.body(of: text)] ?? 0)) }
  }

  /// Words that the first reading was sure of: each distinct one once, as sure as its surest place.
  private func evidence(_ paragraphs: [Paragraph]) -> [(seen: String, meant: String, weight: Float)] {
    var found: [Int32: (unit: Int, weight: Float)] = [:]
    for paragraph in paragraphs {
      for (place, decision) in zip(paragraph.places, paragraph.decisions)
      where decision.reading >= 0 && decision.margin > 3 {
        guard store.candidates[Int(decision.reading)].channel >= 0 else { continue }
        let weight = (found[decision.reading]?.weight ?? 0) + 1 - exp(-decision.margin / 3)
        found[decision.reading] = (place.unit, weight)
      }
    }
    return found.sorted { $0.key < $1.key }.map { candidate, entry in
      (store.units[entry.unit].text, store.candidates[Int(candidate)].text, entry.weight)
    }
  }

  /// Per unit, what was read there and before.
  private func entries(of paragraph: Paragraph) -> [DocumentCache.Entry] {
    var previous = Symbol.boundary
    return paragraph.decisions.map { decision in
      guard decision.reading >= 0 else { return DocumentCache.Entry() }
      let word = store.candidates[Int(decision.reading)].words.0
      defer { previous = word }
      return DocumentCache.Entry(word, after: previous, margin: decision.margin)
    }
  }

  /// Gathers what happens to each word, by line and place in it.
  private func collect(_ paragraph: Paragraph, _ lines: [Line], into edits: inout [Int: [Int: WordEdit]]) {
    for (index, place) in paragraph.places.enumerated() {
      let unit = store.units[place.unit], decision = paragraph.decisions[index]
      if index > 0, paragraph.decisions[index - 1].isJoined { continue }
      let word = lines[place.line].words[place.word]
      let kept = decision.reading < 0 || policy.keeps(decision, readWith: word.confidence)
      let reading = kept || isAsRead(decision, unit) ? nil : store.candidates[Int(decision.reading)].text
      let other = decision.runnerUp < 0 ? nil : store.candidates[Int(decision.runnerUp)].text
      edits[place.line, default: [:]][place.word, default: WordEdit()].add(
        unit.start..<unit.end, text: reading, other: other, margin: certainty(decision))
      if decision.isJoined {
        absorb(paragraph.places[index + 1], into: &edits, isTorn: !kept, margin: certainty(decision))
      }
    }
  }

  /// The second part of a word that was torn.
  private func absorb(
    _ place: Place, into edits: inout [Int: [Int: WordEdit]], isTorn: Bool, margin: Float
  ) {
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

  /// A channel cost above this makes a reading doubtful, nats.
  private static let farFromSeen: Float = 3

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
