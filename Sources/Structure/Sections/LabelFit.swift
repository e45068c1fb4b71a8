internal import DocumentModel

/// How well a number fits where it stands, from the numbers before it. The order matters, not the distance.
enum LabelFit: Int, Comparable {
  /// It does not head a section.
  case none = 0
  /// The second to fourth number of a list whose first was not seen.
  case far = 2
  /// The first of a new list, or one to three numbers further than the next.
  case possible = 3
  /// Its form makes it a heading at any number: capitals follow it, or a sign stands in the place of its letter.
  case likely = 4
  /// The very next number, or a named label.
  case next = 5
  /// The very next number of a heading in capitals that was misread: it goes before other readings of the same signs.
  case mendedNext = 6

  static func < (a: LabelFit, b: LabelFit) -> Bool { a.rawValue < b.rawValue }

  /// The least fit of a heading, and of one behind an unfinished line, where a number may stand by chance.
  static let needed = LabelFit.far, neededInSentence = LabelFit.likely
}

/// The open headings, outermost first, and how well a number fits behind them.
struct OpenLabels {
  private(set) var labels: [SectionLabel] = []

  /// The last heading of a kind that is still open: a sister of the next one of that kind. Nil where none is.
  func sister(_ kind: SectionLabel.Kind) -> SectionLabel? { labels.last { $0.kind == kind } }

  /// Opens a heading and closes those that it ends.
  mutating func open(_ label: SectionLabel) {
    labels.removeAll { $0.kind >= label.kind || label.kind == .annex }
    labels.append(label)
  }

  func fit(of candidate: LabelCandidate, in line: FlowLine) -> LabelFit {
    switch candidate.kind {
    case .annex, .part, .chapter, .section: .next
    case .article: candidate.ordinal == expected(.article) || sister(.article) == nil ? .next : .far
    case .decimal2, .decimal3: fitsPrefix(candidate) ? sequenceFit(candidate) : .none
    case .roman: romanFit(candidate, of: line)
    // These capitals are Roman numbers.
    case .capital: ["I", "V", "X"].contains(candidate.text) ? .none : sequenceFit(candidate)
    case .letter: letterFit(candidate)
    case .decimal, .parenthesis: sequenceFit(candidate)
    }
  }

  private func expected(_ kind: SectionLabel.Kind) -> Int { (sister(kind)?.ordinal ?? 0) + 1 }

  /// A heading in capitals is one at any number, because pages before it may be lost. `11.` is II only where a heading in
  /// capitals follows it.
  private func romanFit(_ candidate: LabelCandidate, of line: FlowLine) -> LabelFit {
    let fit = sequenceFit(candidate)
    let isCapitals = line.isCapitals(from: candidate.end)
    // `L.` right under `B.`, where the first Roman number is to come.
    if candidate.printed.hasPrefix("L"), candidate.ordinal == 1, labels.last?.kind == .capital { return .possible }
    if !candidate.isClean {
      guard isCapitals, sister(.capital) == nil else { return .none }
      return fit == .next ? .mendedNext : .likely
    }
    if candidate.text.count == 1, !line.text.beginsWithHeadingWord(at: candidate.end) { return .none }
    return isCapitals ? max(fit, .likely) : fit
  }

  private func sequenceFit(_ candidate: LabelCandidate) -> LabelFit {
    let expected = expected(candidate.kind)
    if candidate.ordinal == expected { return .next }
    if candidate.ordinal == 1 { return .possible }
    guard (1...SectionLimits.widestGap).contains(candidate.ordinal - expected) else { return .none }
    return expected > 1 ? .possible : .far
  }

  /// `d` after `d` is a `đ` whose bar was lost; `e` may follow `d`, `g` may follow `e`. A sign that is no small letter may
  /// be any letter, the next one too.
  private func letterFit(_ candidate: LabelCandidate) -> LabelFit {
    guard let sister = sister(.letter) else {
      if candidate.ordinal == 1 { return .next }
      return candidate.ordinal <= SectionLimits.widestGap ? .far : .none
    }
    let isLostBar = candidate.ordinal == sister.ordinal && sister.text == "d"
    if sister.isFollowed(byLetter: candidate.ordinal) || isLostBar { return .next }
    if !candidate.isClean { return .likely }
    if candidate.ordinal == 1 { return .possible }
    return (1...SectionLimits.widestGap + 1).contains(candidate.ordinal - sister.ordinal) ? .possible : .none
  }

  /// `1.3` stands under `1`, or under `I` where the paper counts so, or goes on with `1.2`.
  private func fitsPrefix(_ candidate: LabelCandidate) -> Bool {
    if let sister = sister(candidate.kind), sister.text.hasPrefix(candidate.prefix + ".") { return true }
    return labels.contains { label in
      label.text == candidate.prefix || (label.kind < .decimal && String(label.ordinal) == candidate.prefix)
    }
  }
}
