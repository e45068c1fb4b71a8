internal import DocumentModel
internal import Vietnamese

/// Whether figures of a letterhead were written by pen. An engine that is made for print reads some figure there, seldom
/// the right one, so what it read is proposed and not asserted. No sign proves it; all are weighed together.
struct PenEvidence {
  /// Confidence of the words that hold the figures, 0…1.
  private let confidence: Double
  private let score: Double

  var isPen: Bool { score > PenWeights.threshold }

  /// Of the number in the passage of its line. The same hand writes number and day, so that a day which cannot be read
  /// speaks against the number, too.
  init(number: String, in passage: Passage, date: ReadValue<(place: Passage, date: LetterheadDate)>?) {
    let words = passage.words, index = words.firstIndex { $0.text.contains(number) }
    let height = date?.value.date.heightOfYear(in: date?.passage ?? Passage())
    let isAlone = index.map { words[$0].text == number && $0 + 1 < words.count } ?? false
    let isGlued = index == 0 && words[0].text.first?.isLetter == true && !words[0].text.contains(":")
    let dayIsUnread = date.map { $0.value.date.day == nil } ?? false
    self.init(
      index.map { words[$0] }, height: height,
      more: [
        (dayIsUnread, PenWeights.dayIsUnread), (isAlone, PenWeights.standsApart), (isGlued, PenWeights.isGlued),
      ])
  }

  /// Of the figures of a day, month or year in a passage of its line.
  init(figures: Passage, of read: ReadValue<(place: Passage, date: LetterheadDate)>) {
    let height = read.value.date.heightOfYear(in: read.passage)
    self.init(figures.words.first { $0.text.contains(where: \.isNumber) }, height: height, more: [])
  }

  private init(_ word: PlacedWord?, height: Double?, more: [(holds: Bool, weight: Double)]) {
    confidence = word?.confidence.value ?? 0
    // A text without boxes has no pen.
    guard let word, let box = word.box else {
      score = 0
      return
    }
    let isFigures = word.text.allSatisfy { $0.isASCII && $0.isNumber }
    let isTall = height.map { Double(box.height) > $0 * (isFigures ? PenWeights.tall : PenWeights.tallWord) } ?? false
    let signs =
      more + [
        (isTall, PenWeights.isTall), (confidence < PenWeights.doubted, PenWeights.isDoubted),
        (confidence < PenWeights.muchDoubted, PenWeights.isDoubted),
      ]
    score = signs.filter(\.holds).reduce(0) { $0 + $1.weight }
  }

  /// What was read, to be looked at by a person.
  func proposals(_ value: String, from evidence: Evidence) -> [Proposal] {
    let sure = Confidence(min(confidence, PenWeights.mostConfidence))
    return [Proposal(value: value, source: PenWeights.source, confidence: sure, provenance: evidence.provenance)]
  }
}

/// Signs of the pen and what each weighs. Chosen on the heads of twelve papers by pen and of the samples, which are
/// printed; no sign alone is enough.
enum PenWeights {
  /// More than this is a hand's.
  static let threshold = 3.0
  /// The figures are higher than the printed year by this factor; a word that has figures and capitals (`473/QĐ-UBND`) by
  /// this one, for strokes and hooks are higher than figures.
  static let tall = 1.18, tallWord = 1.5
  static let isTall = 2.0
  /// Confidences below which a word is doubted, and doubted much; each weighs as much.
  static let doubted = 0.9, muchDoubted = 0.75, isDoubted = 1.0
  /// The day beside the number could not be read.
  static let dayIsUnread = 2.0
  /// The number is parted from its symbol.
  static let standsApart = 0.5
  /// The number is written close to the word before it.
  static let isGlued = 1.5
  /// A number that is less sure may be a pen's.
  static let surePrint: Confidence = 0.9
  /// A reading of ink that is less sure contradicts no print: the net was not made for it.
  static let contradicts: Confidence = 0.9
  /// A number that was taken back is proposed with no more than this.
  static let mostOfTaken: Confidence = 0.5
  /// Of what a recogniser of print made of pen, more is not believed.
  static let mostConfidence = 0.3
  static let source = ProposalSource.printReadingOfPen
}

extension LetterheadDate {
  /// The height of the printed year, pixels; nil where it was not read or has no box.
  fileprivate func heightOfYear(in passage: Passage) -> Double? {
    let words = passage.slice(places.year).words
    guard year != nil, let box = words.first(where: { $0.text.count == 4 && Int($0.text) == year })?.box else {
      return nil
    }
    return Double(box.height)
  }
}
