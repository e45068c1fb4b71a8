internal import DocumentModel
internal import Vietnamese

/// The readings of every distinct token of a document, each found once.
struct CandidateStore {
  var candidates: [Candidate] = []
  /// The candidates without their letters, for the decoder.
  var readings: [WordReading] { candidates.map(WordReading.init) }
  private(set) var units: [UnitPlan] = []
  private var plans: [String: Range<Int>] = [:]
  /// By two neighbouring units: their readings as the one word that a space tore, indices into `candidates`.
  var joined: [UnitPair: Range<Int>] = [:]
  var source: any CandidateSource
  let vocabulary: WordList
  let language: LanguageModel
  private var scanner: PieceScanner
  private var pieces: [Piece] = []
  /// Readings that were found for this and earlier documents.
  private(set) var memo: ReadingMemo.Contents

  init(source: some CandidateSource, memo: ReadingMemo.Contents) {
    self.source = source
    self.memo = memo
    (vocabulary, language) = (source.vocabulary, source.language)
    scanner = PieceScanner(signsAreLetters: source.signsAreLetters)
  }

  /// The units of a white-space token, as indices into `units`. The recogniser's other readings of the token (its
  /// alternatives) join those of the channel; they are nil where the text did not come from a recogniser, so that a
  /// missing one says nothing.
  mutating func plan(for token: String, alternatives: [Word.Alternative]? = nil) -> Range<Int> {
    let key = alternatives?.reduce(token + "\t") { "\($0)\t\($1.text)\t\($1.behind)" } ?? token
    if let known = plans[key] { return known }
    let range = makePlan(for: token, alternatives: alternatives)
    plans[key] = range
    return range
  }

  private mutating func makePlan(for token: String, alternatives: [Word.Alternative]?) -> Range<Int> {
    pieces.removeAll(keepingCapacity: true)
    var copy = token
    return copy.withUTF8 { bytes in
      scanner.scan(bytes, 0..<bytes.count, into: &pieces)
      let first = units.count, isSingle = pieces.count { $0.kind.isOpen } == 1
      for piece in pieces {
        addUnit(piece, bytes, alternatives: isSingle || alternatives == nil ? alternatives : [])
        guard isSingle, piece.kind == .word else { continue }
        let last = units.count - 1
        (units[last].opensToken, units[last].closesToken) = (piece.start == 0, piece.end == bytes.count)
        units[last].isFragment = isFragment(units[last].candidates)
      }
      return first..<units.count
    }
  }

  /// The unit of a token that must not be read in another way, such as a list marker.
  mutating func literalPlan(for token: String) -> Range<Int> {
    let symbol = token.hasSuffix(".") ? Symbol.boundary : Symbol.bracket
    return add(Candidate(symbol, cost: 0, text: token), for: token, 0..<token.utf8.count, kind: .bracket)
  }

  /// The unit of a token that holds a word of the user's own list; the marks around the word are left out.
  mutating func plan(for token: String, as term: String) -> Range<Int> {
    let solid = token.unicodeScalars.map { ScalarClass($0.value).isSolid }
    guard let first = solid.firstIndex(of: true), let last = solid.lastIndex(of: true) else {
      return units.count..<units.count
    }
    let scalars = Array(token.unicodeScalars)
    let start = scalars[..<first].reduce(0) { $0 + UTF8.width($1) }
    let length = scalars[first...last].reduce(0) { $0 + UTF8.width($1) }
    let core = String(String.UnicodeScalarView(scalars[first...last]))
    let text = CaseShape(of: core) == .upper && core.count > 1 ? CaseShape.upper.applied(to: term) : term
    return add(Candidate(source.word(for: term), cost: 0, text: text), for: core, start..<start + length, kind: .word)
  }

  private mutating func add(
    _ candidate: Candidate, for text: String, _ range: Range<Int>, kind: Piece.Kind
  ) -> Range<Int> {
    candidates.append(candidate)
    units.append(
      UnitPlan(
        kind: kind, text: text, start: range.lowerBound, end: range.upperBound,
        candidates: candidates.count - 1..<candidates.count))
    return units.count - 1..<units.count
  }

  /// Lets the source learn from a first reading and corrects the costs of all readings.
  mutating func adapt(to evidence: [(seen: String, meant: String, weight: Float)]) {
    source.adapt(to: evidence)
    source.reweigh(&candidates, of: units)
  }

  /// Makes readings of document symbols cheaper by the bonus of each symbol, nats.
  mutating func favour(_ bonus: (String) -> Float) {
    for unit in units where unit.kind == .code && unit.candidates.count > 1 {
      for index in unit.candidates {
        let change = bonus(candidates[index].text)
        candidates[index].cost -= change
        candidates[index].initialCost -= change
      }
    }
  }

  /// Makes readings cheaper that are the level of the document's own body.
  mutating func favour(_ level: DocumentLevel) {
    guard level.isKnown else { return }
    for unit in units where unit.kind == .word && unit.candidates.count > 1 {
      for index in unit.candidates where candidates[index].wordCount == 1 {
        let change = level.bonus(for: candidates[index].words.0)
        candidates[index].cost -= change
        candidates[index].initialCost -= change
      }
    }
  }

  private mutating func addUnit(
    _ piece: Piece, _ bytes: UnsafeBufferPointer<UInt8>, alternatives: [Word.Alternative]?
  ) {
    let first = candidates.count
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[piece.start..<piece.end]), as: UTF8.self)
    switch piece.kind {
    case .word, .mixed, .number, .code: addReadings(of: text, piece.kind)
    default: candidates.append(Candidate(Symbol.of(piece.kind), cost: 0, text: text))
    }
    if let alternatives, piece.kind.isOpen {
      weigh(first, text, by: alternatives, isWord: piece.kind == .word)
      nameForms(first..<candidates.count)
    }
    units.append(
      UnitPlan(
        kind: piece.kind, text: text, start: piece.start, end: piece.end, candidates: first..<candidates.count))
  }

  mutating func addReadings(of text: String, _ kind: Piece.Kind) {
    if let known = memo.readings(of: text, kind) { return candidates.append(contentsOf: known) }
    let first = candidates.count
    source.append(for: text, kind: kind, into: &candidates)
    nameForms(first..<candidates.count)
    memo.keep(candidates[first...], of: text, kind)
  }

  /// Corrects the costs of the readings from `first` on by what the recogniser offered beside `seen`: a reading that it
  /// offered costs at most what `DecoderWeights.Recogniser` says, every other word costs more.
  private mutating func weigh(_ first: Int, _ seen: String, by alternatives: [Word.Alternative], isWord: Bool) {
    let asSeen = placingTone(of: seen, .old)
    // Where a line was cut too low, the marks above its capitals are gone, and the recogniser could not offer them.
    let isBare = seen.isASCII && CaseShape(of: seen) == .upper
    for index in first..<candidates.count where isWord && ![seen, asSeen].contains(candidates[index].text) {
      if isBare, folded(candidates[index].text) == seen { continue }
      candidates[index].cost += DecoderWeights.Recogniser.notOffered
      candidates[index].initialCost += DecoderWeights.Recogniser.notOffered
    }
    for alternative in alternatives {
      let text = placingTone(of: Self.letters(of: alternative.text), .old)
      if text.isEmpty || !text.allSatisfy(\.isLetter) || text == asSeen { continue }
      append(text, cost: Self.cost(of: alternative), first: first)
    }
  }

  private static func cost(of alternative: Word.Alternative) -> Float {
    DecoderWeights.Recogniser.offered + DecoderWeights.Recogniser.perNatBehind * Float(alternative.behind)
  }

  /// Adds a reading that the recogniser offered, or lowers the cost of those that are written so already.
  private mutating func append(_ text: String, cost: Float, first: Int) {
    let known = (first..<candidates.count).filter { candidates[$0].text == text }
    for index in known {
      candidates[index].cost = min(candidates[index].cost, cost)
      candidates[index].initialCost = min(candidates[index].initialCost, cost)
    }
    if known.isEmpty, let word = source.knownWord(text) { candidates.append(Candidate(word, cost: cost, text: text)) }
  }

  /// The word without the signs around it.
  private static func letters(of text: String) -> String {
    String(text.drop { !$0.isLetter }.reversed().drop { !$0.isLetter }.reversed())
  }

  private static func digest(of text: String) -> UInt64 {
    text.utf8.reduce(0) { ($0 ^ UInt64($1)) &* 0x0100_0000_01B3 }
  }

  /// Gives the candidates of one unit their `form`.
  private mutating func nameForms(_ range: Range<Int>) {
    // Numbers that are seldom equal for other letters part most of them faster than letters do.
    let first = range.lowerBound, digests = range.map { Self.digest(of: candidates[$0].text) }
    for index in range {
      let digest = digests[index - first]
      let same = (first..<index).first {
        digests[$0 - first] == digest && candidates[$0].text == candidates[index].text
      }
      candidates[index].form = same.map { candidates[$0].form } ?? UInt16(index - first)
    }
  }
}
