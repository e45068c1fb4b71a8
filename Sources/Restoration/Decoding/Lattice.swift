/// A paragraph as the decoder sees it: for each unit its place, its readings (a step) and what was decided.
struct Lattice {
  /// A unit of the paragraph and the word it is a part of.
  struct Place {
    var line, word: Int
    /// Index into the store's `units`.
    var unit: Int
  }

  var places: [Place] = []
  var steps: [LatticeStep] = []
  var decisions: [Decision] = []

  /// For each unit, the word that was decided for and the one before it.
  func entries(_ store: CandidateStore) -> [DocumentCache.Entry] {
    var previous = Symbol.boundary
    return decisions.map { decision in
      guard decision.reading >= 0 else { return DocumentCache.Entry() }
      let word = store.candidates[Int(decision.reading)].words.0
      defer { previous = word }
      return DocumentCache.Entry(word, after: previous, margin: decision.margin)
    }
  }

  /// Stretches around the units whose decision was close, each with enough neighbours to be decoded without the rest.
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

  /// A unit with its neighbours. Two units that were read as one word are not parted.
  private func stretch(around unit: Int) -> Range<Int> {
    let reach = SearchLimits.secondPassNeighbours
    var first = max(0, unit - reach), end = min(decisions.count, unit + reach + 1)
    if first > 0, decisions[first - 1].isJoined { first -= 1 }
    if decisions[end - 1].isJoined { end += 1 }
    return first..<end
  }

  /// The steps of a stretch; where a word is certain its step has that one reading left.
  func fixedSteps(_ stretch: Range<Int>) -> [LatticeStep] {
    var part = Array(steps[stretch])
    for unit in stretch where decisions[unit].isCertain {
      Self.fix(&part, unit - stretch.lowerBound, decisions[unit])
    }
    return part
  }

  /// Takes all readings but the one decided for from a unit, or from it and the next where that one spans both.
  private static func fix(_ part: inout [LatticeStep], _ index: Int, _ decision: Decision) {
    let reading = Int(decision.reading), only = reading..<reading + 1
    part[index].readings = decision.isJoined ? 0..<0 : only
    part[index].joined = 0..<0
    if index + 1 < part.count { part[index + 1].joined = decision.isJoined ? only : 0..<0 }
    if decision.isJoined, index + 1 < part.count { part[index + 1].readings = 0..<0 }
  }
}

extension Decision {
  /// Whether another reading is near, so that the word is read a second time.
  var isClose: Bool { margin < SearchLimits.closeMargin }

  /// Whether the word keeps its reading on the second pass and is only context for others.
  var isCertain: Bool { reading >= 0 && !isClose }
}
