internal import CTesseract
public import DocumentModel

extension PageImage {
  /// The streaks that a scanner's dust left on a scan, along either axis: the page may have been turned since. A scan must
  /// not have been levelled yet, since streaks lie as the scanner does and rules as the paper.
  public func streaks() throws(Failure) -> Streaks {
    let grey = try brightestChannel()
    var found = Streaks()
    try grey.addStreaks(to: &found, isLevel: false)
    try grey.turned(by: 90).addStreaks(to: &found, isLevel: true)
    return found
  }

  private func addStreaks(to found: inout Streaks, isLevel: Bool) throws(Failure) {
    let field = try StripField(self)
    for (line, evidence) in field.evidence(for: field.candidates()) {
      let weight = evidence.weight
      let rows = field.rows(of: line, height: size.height)
      let streak = Streak(isLevel: isLevel, columns: line.columns, rows: rows)
      if weight >= StreakEvidence.sure {
        found.sure.append(streak)
      } else if weight >= StreakEvidence.doubtful {
        found.doubtful.append(streak)
      }
    }
  }

  /// A copy without streaks.
  public func without(_ streaks: [Streak]) throws(Failure) -> PageImage {
    var page = try made(pixCopy(nil, pix))
    try page.remove(streaks)
    return page
  }

  /// Takes streaks away, letters that they run through stay.
  public mutating func remove(_ streaks: [Streak]) throws(Failure) {
    let upright = streaks.filter { !$0.isLevel }, level = streaks.filter(\.isLevel)
    if !upright.isEmpty { try lift(upright) }
    if level.isEmpty { return }
    var turned = try turned(by: 90)
    try turned.lift(level)
    self = try turned.turned(by: 270)
  }
}

extension StripField {
  /// The rows of the picture that a line covers; up to the edge from its outermost band on.
  fileprivate func rows(of line: StreakCandidate, height whole: Int) -> Range<Int> {
    let last = line.strips.upperBound >= height ? whole : line.strips.upperBound * step
    return line.strips.lowerBound * step..<last
  }
}
