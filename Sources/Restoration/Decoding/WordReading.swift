/// A reading without its letters: what the search needs, small and flat.
struct WordReading {
  var first, second, third: UInt16
  /// How many of the words count.
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
  /// Into the store's list.
  var readings: Range<Int>
  /// Readings of this unit and the one before it as one word that was torn.
  var joined: Range<Int> = 0..<0
  /// At a sentence's start, where a capital says nothing.
  var isInitial: Bool
  /// In a line of capitals.
  var isHeading: Bool
}

/// What was decided for a unit.
struct Decision {
  /// Into the store's list; −1 where no path leads through.
  var reading: Int32 = -1
  /// The reading is of this unit and the one after it, which has none of its own.
  var isJoined = false
  /// How much worse the best path is that writes something else here, nats.
  var margin: Float = 99
  /// The same, but that `kế` beside `Kế` does not count for what it costs by itself: that is no doubt about the letters.
  var letterMargin: Float = 99
  /// The next best reading that writes something else; −1 for none.
  var runnerUp: Int32 = -1
  /// How much worse the best path is that leaves what was read, nats; 0 where it was left.
  var keepMargin: Float = 99
  /// How much worse each other reading is, for `explain`.
  var others: [(reading: Int32, behind: Float)] = []
}
