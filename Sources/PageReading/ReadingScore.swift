internal import DocumentModel

/// What a reading of a page, or of a part of one, is worth as text.
struct ReadingScore: Hashable {
  /// Words of two letters or more, without figures.
  var words = 0
  /// The same, each weighed by how sure it is and by how likely its line is in the document's language.
  var reads = 0.0
  /// Numbers of two figures or more, and the same weighed by how sure they are.
  var figures = 0, numbers = 0.0

  init(_ lines: [Line], judge: LineRereader.Judge) {
    for line in lines {
      let words = line.words.filter(Self.isWord)
      let likely = judge(line).map(Self.likelihood) ?? 0
      for word in words {
        let sure = max(0, 2 * word.confidence.value - 1)
        reads += sure * sure * likely
      }
      self.words += words.count
      let figures = line.words.filter(Self.isNumber)
      self.figures += figures.count
      numbers += figures.reduce(0) { $0 + max(0, 2 * $1.confidence.value - 1) }
    }
  }

  private static func isWord(_ word: Word) -> Bool {
    word.text.count { $0.isLetter } > 1 && !word.text.contains { $0.isNumber }
  }

  private static func isNumber(_ word: Word) -> Bool { word.text.count { $0.isNumber } > 1 }

  /// 1 for a line that reads as the language, 0 for one that cannot be of it.
  private static func likelihood(_ cost: Double) -> Double {
    min(1, max(0, (ReadingBounds.senseless - cost) / (ReadingBounds.senseless - ReadingBounds.fluent)))
  }
}

/// Bounds by which readings are told apart, measured on the sample scans (docs/accuracy.md, “Another try”).
enum ReadingBounds {
  /// The mean confidence of a narrow column's rows that are believed.
  static let sureColumn = 0.6
  /// Nats a word of a line that reads well, and of one that is no text.
  static let fluent = 8.0, senseless = 16.0
  /// Weighed words of a good reading, at least, and their share of all words.
  static let enough = 12.0, goodShare = 0.4
  /// Fewer weighed words and numbers than this are noise; from how many letters on a page has print.
  static let nothing = 1.0, print = 40
  /// Parts of ink of a page that can be looked through for loose words: a dense page of letters and marks has half as many.
  static let mostParts = 16_000
  /// How many times the other's a second way of reading must have.
  static let otherMargin = 1.25
  /// The same of a page without a line that may be a streak.
  static let streakMargin = 1.02
  /// Weighed words that a turned page must have more than this many times those of the page as it lies, more than so
  /// many, and more than so much for each number.
  static let margin = 2.0, proof = 4.0, number = 0.25
}

extension ReadingScore {
  /// Enough sure words that make sense: the page lies as it should and is of the right size and polarity.
  var isGood: Bool {
    reads + numbers > ReadingBounds.enough && reads + numbers > Double(words + figures) * ReadingBounds.goodShare
  }

  /// No word and no number that is sure: noise alone.
  var hasNothing: Bool { reads + numbers < ReadingBounds.nothing }

  /// Whether another reading of the page, lying as it does, has clearly more.
  func isClearlyBetter(than other: ReadingScore) -> Bool {
    reads + numbers > ReadingBounds.proof + ReadingBounds.otherMargin * (other.reads + other.numbers)
  }

  /// Whether the page has more without what may be a streak: by more than what two readings of one page differ.
  func isBetter(than other: ReadingScore) -> Bool {
    reads + numbers > ReadingBounds.streakMargin * (other.reads + other.numbers)
  }

  /// Whether a turned page reads so much better than the page as it lies that it is to be turned. Figures speak for the
  /// lie alone: many read as well upside down, and a page of nothing but figures is left as it lies.
  func isClearlyBetter(asItLies lying: ReadingScore) -> Bool {
    reads > ReadingBounds.proof + ReadingBounds.margin * lying.reads + lying.numbers * ReadingBounds.number
  }
}
