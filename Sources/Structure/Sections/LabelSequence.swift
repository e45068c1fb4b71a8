internal import DocumentModel
internal import Vietnamese

/// Decides whether a number at a line's start heads a section, by the numbers before it.
struct LabelSequence {
  /// What was decided of a line.
  struct Decision {
    var label: SectionLabel
    /// Where the heading's own text begins, in scalars of the line.
    var end: Int
    /// The source of its evidence: the name of the rule that read the label, or `label-repaired`.
    var source: String
    var findings: [Finding] = []
  }

  /// The rule for a `1.` that was read as `I.`.
  static let oneReadAsRoman = "label.one-read-as-roman"

  private var open = OpenLabels()

  /// A heading of the kind is open: a sister may follow.
  func isOpen(_ kind: SectionLabel.Kind) -> Bool { open.sister(kind) != nil }

  /// The heading among the readings of a line's start; nil where the line heads no section. `isLikelyText`: the line
  /// before is unfinished, so that the number may stand in a sentence by chance.
  mutating func decide(_ candidates: [LabelCandidate], of line: FlowLine, isLikelyText: Bool) -> Decision? {
    let needed = isLikelyText ? LabelFit.neededInSentence : .needed
    let ranked = candidates.map { meant($0, in: line) }.map { ($0, open.fit(of: $0, in: line)) }
      .filter { $0.1 >= needed }
    guard let best = ranked.max(by: { $0.1 < $1.1 })?.0 else { return nil }
    return take(best, isCapitals: line.isCapitals(from: best.end), at: line.passage.provenance)
  }

  /// The candidate, or the `1.` that an `I.` is a misreading of: one below an open Roman number, without capitals, where
  /// no list of figures is open.
  private func meant(_ candidate: LabelCandidate, in line: FlowLine) -> LabelCandidate {
    guard candidate.kind == .roman, candidate.printed.hasPrefix("I"), candidate.ordinal == 1,
      open.sister(.roman) != nil, open.sister(.decimal) == nil, !line.isCapitals(from: candidate.end)
    else { return candidate }
    var number = candidate
    (number.kind, number.text, number.isClean, number.rule) = (.decimal, "1", false, Self.oneReadAsRoman)
    return number
  }

  private mutating func take(_ candidate: LabelCandidate, isCapitals: Bool, at provenance: Provenance?) -> Decision {
    var label = SectionLabel(
      kind: candidate.kind, text: candidate.text, printed: candidate.printed, ordinal: candidate.ordinal)
    if label.kind == .roman { repairRoman(&label, isClean: candidate.isClean, isCapitals: isCapitals) }
    if label.kind == .letter { repairLetter(&label, isClean: candidate.isClean) }
    let isRepaired = label.text != candidate.text
    var findings: [Finding] = []
    if !candidate.isClean || isRepaired {
      findings.append(Finding(.note, .labelRepaired(printed: candidate.printed, label: label.text), at: provenance))
    }
    if let sister = open.sister(label.kind), sister.leavesGap(before: label) {
      findings.append(Finding(.warning, .numberingGap(after: sister.text, before: label.text), at: provenance))
    }
    open.open(label)
    return Decision(
      label: label, end: candidate.end, source: isRepaired ? EvidenceSource.labelRepaired : candidate.rule,
      findings: findings)
  }

  /// A heading in capitals that repeats its sister's number lost a stroke: the second `II.` is III. One that opens the
  /// document with II has a stroke too many: a dash or a dot beside it.
  private func repairRoman(_ label: inout SectionLabel, isClean: Bool, isCapitals: Bool) {
    let last = open.sister(.roman)?.ordinal ?? 0
    let isRepeated = label.ordinal == last || (label.ordinal < last && label.ordinal > 1)
    let isTooLong = open.labels.isEmpty && label.ordinal == 2
    guard isCapitals, isRepeated || isTooLong || (!isClean && label.ordinal != last + 1) else { return }
    label.ordinal = last + 1
    label.text = romanNumeral(label.ordinal)
  }

  /// A letter that lost its bar or was misread is the one after its sister.
  private func repairLetter(_ label: inout SectionLabel, isClean: Bool) {
    guard let sister = open.sister(.letter) else { return }
    let isLostBar = label.text == "d" && sister.text == "d"
    guard isLostBar || (!isClean && !sister.isFollowed(byLetter: label.ordinal)),
      Letters.ofLists.indices.contains(sister.ordinal)
    else { return }
    label.ordinal = sister.ordinal + 1
    label.text = String(Letters.ofLists[sister.ordinal])
  }
}

extension SectionLabel {
  /// Whether the letter of a place, from 1, may follow this one: the next, or the one after it where lists leave the next
  /// out.
  func isFollowed(byLetter place: Int) -> Bool {
    let gap = place - ordinal
    return gap == 1 || (gap == 2 && Letters.leftOutOfLists.contains(Letters.ofLists[ordinal]))
  }

  /// Whether numbers between this label and the next one are missing.
  fileprivate func leavesGap(before next: SectionLabel) -> Bool {
    let gap = next.ordinal - ordinal
    if next.kind == .letter { return gap > 1 && !isFollowed(byLetter: next.ordinal) }
    return gap > 1 && next.kind != .annex
  }
}

extension FlowLine {
  /// What follows an offset is in capitals.
  func isCapitals(from offset: Int) -> Bool { LooseText(text[offset..<text.count]).isCapitals }
}

extension LooseText {
  /// A word of two letters or more with a capital stands there: what follows a Roman digit in a heading. A point follows
  /// it in a name (`V. I. Lê-nin`).
  func beginsWithHeadingWord(at offset: Int) -> Bool {
    offset + 1 < count && isWord(at: offset + 1) && scalars[offset].isCapital
  }
}
