internal import DocumentModel
internal import Vietnamese

/// Decides whether a number at a line's start heads a section, by the numbers before it.
struct LabelSequence {
  /// What was decided of a line.
  struct Decision {
    var label: SectionLabel
    var end: Int
    var findings: [Finding] = []
  }

  /// The open headings, outermost first.
  private var open: [SectionLabel] = []

  /// How far a number may jump and still go on with its sisters.
  private let widestGap = 3

  /// The heading among the readings of a line's start. `isLikelyText`: the line before is unfinished, so that the number
  /// may stand in a sentence by chance.
  mutating func decide(_ candidates: [LabelCandidate], of line: FlowLine, isLikelyText: Bool) -> Decision? {
    let ranked = candidates.map { meant($0, in: line) }.compactMap { candidate -> (LabelCandidate, Int)? in
      let score = score(candidate, of: line)
      return score >= (isLikelyText ? 4 : 1) ? (candidate, score) : nil
    }
    guard let best = ranked.max(by: { $0.1 < $1.1 })?.0 else { return nil }
    let isCapitals = LooseText(line.text[best.end..<line.text.count]).isCapitals
    return take(best, isCapitals: isCapitals, at: line.passage.provenance)
  }

  /// `I.` below an open Roman number, with nothing above both that is new and no capitals, is a misread `1.`.
  private func meant(_ candidate: LabelCandidate, in line: FlowLine) -> LabelCandidate {
    guard candidate.kind == .roman, candidate.printed.hasPrefix("I"), candidate.ordinal == 1, sister(.roman) != nil,
      sister(.decimal) == nil, !LooseText(line.text[candidate.end..<line.text.count]).isCapitals
    else { return candidate }
    var number = candidate
    (number.kind, number.text, number.isClean) = (.decimal, "1", false)
    return number
  }

  /// A heading of the kind is open: a sister may follow.
  func isOpen(_ kind: SectionLabel.Kind) -> Bool { sister(kind) != nil }

  /// The last heading of a kind that is still open: a sister of the next one of that kind.
  private func sister(_ kind: SectionLabel.Kind) -> SectionLabel? { open.last { $0.kind == kind } }

  private func expected(_ candidate: LabelCandidate) -> Int { (sister(candidate.kind)?.ordinal ?? 0) + 1 }

  /// 0: no heading; 5: the very next number; between, the less the sequence asks for it.
  private func score(_ candidate: LabelCandidate, of line: FlowLine) -> Int {
    switch candidate.kind {
    case .annex, .part, .chapter, .section: return 5
    case .article: return candidate.ordinal == expected(candidate) || sister(.article) == nil ? 5 : 2
    case .decimal2, .decimal3: return fitsPrefix(candidate) ? sequenceScore(candidate) : 0
    case .roman:
      return romanScore(candidate, of: line)
    case .capital:
      return candidate.text == "I" || candidate.text == "V" || candidate.text == "X" ? 0 : sequenceScore(candidate)
    case .letter: return letterScore(candidate)
    case .decimal, .parenthesis: return sequenceScore(candidate)
    }
  }

  /// A heading in capitals is one at any number: pages before it may be lost. `11.` is II only where II is next.
  private func romanScore(_ candidate: LabelCandidate, of line: FlowLine) -> Int {
    let score = sequenceScore(candidate)
    let isCapitals = LooseText(line.text[candidate.end..<line.text.count]).isCapitals
    // `L.` right under `B.`, where the first Roman number is to come.
    if candidate.printed.hasPrefix("L"), candidate.ordinal == 1, open.last?.kind == .capital { return 3 }
    if !candidate.isClean { return isCapitals && sister(.capital) == nil ? (score == 5 ? 6 : 4) : 0 }
    if candidate.text.count == 1, !line.text.beginsWithHeadingWord(at: candidate.end) { return 0 }
    return isCapitals ? max(score, 4) : score
  }

  private func sequenceScore(_ candidate: LabelCandidate) -> Int {
    let expected = expected(candidate)
    if candidate.ordinal == expected { return 5 }
    if candidate.ordinal == 1 { return 3 }
    let gap = candidate.ordinal - expected
    if expected > 1 { return (1...widestGap).contains(gap) ? 3 : 0 }
    return (1...widestGap).contains(gap) ? 2 : 0
  }

  /// `d` after `d` is a `đ` whose bar was lost; `e` may follow `d`, `g` may follow `e`. A sign that is no small letter
  /// is whatever comes next.
  private func letterScore(_ candidate: LabelCandidate) -> Int {
    guard let sister = sister(.letter) else { return candidate.ordinal == 1 ? 5 : candidate.ordinal <= 3 ? 2 : 0 }
    if isNext(candidate.ordinal, after: sister) || (candidate.ordinal == sister.ordinal && sister.text == "d") {
      return 5
    }
    if !candidate.isClean { return 4 }
    if candidate.ordinal == 1 { return 3 }
    return (1...widestGap + 1).contains(candidate.ordinal - sister.ordinal) ? 3 : 0
  }

  private func isNext(_ ordinal: Int, after sister: SectionLabel) -> Bool {
    let gap = ordinal - sister.ordinal
    return gap == 1 || (gap == 2 && "đfj".contains(SectionLabelReader.letters[sister.ordinal]))
  }

  /// `1.3` stands under `1`, or under `I` where the paper counts so, or goes on with `1.2`.
  private func fitsPrefix(_ candidate: LabelCandidate) -> Bool {
    if let sister = sister(candidate.kind), sister.text.hasPrefix(candidate.prefix + ".") { return true }
    return open.contains { label in
      label.text == candidate.prefix || (label.kind < .decimal && String(label.ordinal) == candidate.prefix)
    }
  }

  private mutating func take(_ candidate: LabelCandidate, isCapitals: Bool, at provenance: Provenance?) -> Decision {
    var label = SectionLabel(
      kind: candidate.kind, text: candidate.text, printed: candidate.printed, ordinal: candidate.ordinal)
    var findings: [Finding] = []
    if label.kind == .roman { repairRoman(&label, isClean: candidate.isClean, isCapitals: isCapitals) }
    if label.kind == .letter { repair(&label, isClean: candidate.isClean) }
    if !candidate.isClean || label.text != candidate.text {
      findings.append(Finding(.note, .labelRepaired(printed: candidate.printed, label: label.text), at: provenance))
    }
    if let sister = sister(label.kind), isGap(from: sister, to: label) {
      findings.append(Finding(.warning, .numberingGap(after: sister.text, before: label.text), at: provenance))
    }
    open.removeAll { $0.kind >= label.kind || label.kind == .annex }
    open.append(label)
    return Decision(label: label, end: candidate.end, findings: findings)
  }

  /// A heading in capitals that repeats its sister's number lost a stroke: the second `II.` is III. One that opens the
  /// document with II has a stroke too many: a dash or a dot beside it.
  private func repairRoman(_ label: inout SectionLabel, isClean: Bool, isCapitals: Bool) {
    let last = sister(.roman)?.ordinal ?? 0
    let isRepeated = label.ordinal == last || (label.ordinal < last && label.ordinal > 1)
    let isTooLong = open.isEmpty && label.ordinal == 2
    guard isCapitals, isRepeated || isTooLong || (!isClean && label.ordinal != last + 1) else { return }
    label.ordinal = last + 1
    label.text = romanNumeral(label.ordinal)
  }

  private func repair(_ label: inout SectionLabel, isClean: Bool) {
    guard let sister = sister(.letter) else { return }
    let isLostBar = label.text == "d" && sister.text == "d"
    guard isLostBar || (!isClean && !isNext(label.ordinal, after: sister)),
      SectionLabelReader.letters.indices.contains(sister.ordinal)
    else { return }
    label.ordinal = sister.ordinal + 1
    label.text = String(SectionLabelReader.letters[sister.ordinal])
  }

  private func isGap(from sister: SectionLabel, to label: SectionLabel) -> Bool {
    let gap = label.ordinal - sister.ordinal
    if label.kind == .letter { return gap > 1 && !isNext(label.ordinal, after: sister) }
    return gap > 1 && label.kind != .annex
  }
}

extension LooseText {
  /// A heading of one Roman digit must not be an initial in a name (`V. I. Lê-nin`).
  fileprivate func beginsWithHeadingWord(at offset: Int) -> Bool {
    offset + 1 < count && isWord(at: offset + 1) && scalars[offset].properties.isUppercase
  }
}
