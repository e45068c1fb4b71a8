/// A candidate without its letters: small and flat, for the inner loop of the decoder.
struct WordReading {
  var first, second, third: UInt16
  /// How many of the three words there are.
  var count: UInt8
  /// Equal for readings that are written alike.
  var form: UInt16
  var cost, initialCost, outsideHeading, caseCost: Float

  init(_ candidate: Candidate) {
    (first, second, third) = candidate.words
    count = candidate.wordCount
    form = candidate.form
    cost = candidate.cost
    initialCost = candidate.initialCost
    outsideHeading = candidate.outsideHeading
    caseCost = candidate.caseCost
  }
}

/// The readings of one unit.
struct LatticeStep {
  /// Indices into the store's `candidates`.
  var readings: Range<Int>
  /// Readings of this unit and the one before it as one torn word.
  var joined: Range<Int> = 0..<0
  /// Whether it stands at a sentence's start, where any word has a capital.
  var isInitial: Bool
  /// Whether it stands in a line of capitals.
  var isHeading: Bool
}

/// What was decided for a unit.
struct Decision {
  /// Index into the store's `candidates`; −1 where no path leads through.
  var reading: Int32 = -1
  /// Whether the reading covers this unit and the one after it, whose own decision is then empty.
  var isJoined = false
  /// The cost that the best path with another text here has more, nats.
  var margin = Margin.widest
  /// The margin without what a reading costs for the size of its first letter: `kế` beside `Kế` is no doubt about
  /// letters.
  var letterMargin = Margin.widest
  /// The next best reading with another text; −1 where there is none.
  var runnerUp: Int32 = -1
  /// The cost that the best path has more which leaves the text as it was read, nats; 0 where it was left.
  var keepMargin = Margin.widest
  /// The other readings with the cost that each has more, nats, nearest first; filled for `explain` only.
  var others: [(reading: Int32, behind: Float)] = []
}
