/// A paragraph as the search sees it: a step for each unit, and what was decided for it.
struct Lattice {
  /// A unit of the paragraph and the word it is a part of.
  struct Place {
    var line, word: Int
    /// Into the store's units.
    var unit: Int
  }

  var places: [Place] = []
  var steps: [LatticeStep] = []
  var decisions: [Decision] = []

  /// Per unit, what was read there and before.
  func entries(_ store: CandidateStore) -> [DocumentCache.Entry] {
    var previous = Symbol.boundary
    return decisions.map { decision in
      guard decision.reading >= 0 else { return DocumentCache.Entry() }
      let word = store.candidates[Int(decision.reading)].words.0
      defer { previous = word }
      return DocumentCache.Entry(word, after: previous, margin: decision.margin)
    }
  }

  /// Stretches around the words that were close, with enough certain words on both sides to stand alone.
  var closeStretches: [Range<Int>] {
    var result: [Range<Int>] = []
    for (unit, decision) in decisions.enumerated() where decision.isClose {
      let stretch = stretch(around: unit)
      if let last = result.last, last.upperBound >= stretch.lowerBound {
        result[result.count - 1] = last.lowerBound..<stretch.upperBound
      } else {
        result.append(stretch)
      }
    }
    return result
  }

  /// A unit with three on each side, and the other half of what would be cut in two.
  private func stretch(around unit: Int) -> Range<Int> {
    var first = max(0, unit - 3), end = min(decisions.count, unit + 4)
    if first > 0, decisions[first - 1].isJoined { first -= 1 }
    if decisions[end - 1].isJoined { end += 1 }
    return first..<end
  }

  /// The steps of a stretch, with one reading left where a word is certain.
  func fixedSteps(_ stretch: Range<Int>) -> [LatticeStep] {
    var part = Array(steps[stretch])
    for unit in stretch where decisions[unit].isCertain {
      Self.fix(&part, unit - stretch.lowerBound, decisions[unit])
    }
    return part
  }

  /// Leaves one reading of a unit, or of it and the next.
  private static func fix(_ part: inout [LatticeStep], _ index: Int, _ decision: Decision) {
    let reading = Int(decision.reading), only = reading..<reading + 1
    part[index].readings = decision.isJoined ? 0..<0 : only
    part[index].joined = 0..<0
    if index + 1 < part.count { part[index + 1].joined = decision.isJoined ? only : 0..<0 }
    if decision.isJoined, index + 1 < part.count { part[index + 1].readings = 0..<0 }
  }
}

extension Decision {
  /// A word nearer than this to being read otherwise is read a second time, nats.
  private static let closeMargin: Float = 7

  var isClose: Bool { margin < Self.closeMargin }

  /// Certain words stay as they are and only lend their context.
  var isCertain: Bool { reading >= 0 && !isClose }
}
