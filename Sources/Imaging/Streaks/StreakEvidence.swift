internal import DocumentModel

/// What speaks for a streak and what for a rule. No single sign decides: a streak beside print crosses no letter, one in
/// a gutter runs where a rule would, and a picture that was cut within a table has rules from edge to edge.
struct StreakEvidence: Hashable {
  /// The ends at which it runs through the margin that no printer reaches; whether that margin is blank beside it.
  var blankEnds = 0, printedEnds = 0
  /// Lines of print that it runs through, and lines that have print on both sides of it.
  var crossings = 0, linesBeside = 0
  /// Level rules that end at it.
  var ruleEnds = 0
  /// Other lines of the picture that run through a margin: a table whose margins were cut off has several.
  var companions = 0

  /// A streak from so much on; from the second on it may be one.
  static let sure = 5.0, doubtful = 2.0

  var weight: Double {
    let ends = 3.0 * Double(blankEnds) + Double(printedEnds)
    let across = min(3, Double(crossings) / 2)
    // Rules keep off letters; a line that met so many and touched none has been put between them.
    let keepsOff = linesBeside >= 6 && crossings * 10 < linesBeside ? 2.0 : 0
    return ends + across - keepsOff - min(4, Double(ruleEnds)) - (companions > 2 ? 2 : 0)
  }
}

extension StripField {
  /// The lines that run through a margin, each with what speaks for it. A line that begins and ends within the sheet is a
  /// rule, as long as it may be: dust darkens what passes below it from the first row on.
  func evidence(for lines: [StreakCandidate]) -> [(line: StreakCandidate, evidence: StreakEvidence)] {
    let printed = [true, false].map { marginHasPrint(isTop: $0, besides: lines) }
    var result: [(line: StreakCandidate, evidence: StreakEvidence)] = []
    for line in lines {
      var evidence = StreakEvidence()
      for (isTop, hasPrint) in zip([true, false], printed) where reachesEnd(line, isTop: isTop) {
        if hasPrint { evidence.printedEnds += 1 } else { evidence.blankEnds += 1 }
      }
      if evidence != StreakEvidence() { result.append((line, evidence)) }
    }
    for index in result.indices {
      result[index].evidence.companions = result.count - 1
      addCrossings(of: result[index].line, to: &result[index].evidence)
    }
    return result
  }

  private enum Crossing { case letter, print, ruleEnd }

  private func addCrossings(of line: StreakCandidate, to evidence: inout StreakEvidence) {
    var before: Set<Crossing> = []
    for row in line.strips {
      let now = crossings(of: line, row)
      // What goes on from the strip above has been counted.
      if now.contains(.letter), !before.contains(.letter) { evidence.crossings += 1 }
      if now.contains(.print), !before.contains(.print) { evidence.linesBeside += 1 }
      if now.contains(.ruleEnd), !before.contains(.ruleEnd) { evidence.ruleEnds += 1 }
      before = now
    }
  }

  /// What meets a line on a strip: ink that touches it on both sides, print on both sides, a level rule on one side.
  private func crossings(of line: StreakCandidate, _ row: Int) -> Set<Crossing> {
    let left = line.columns.lowerBound - 1, right = line.columns.upperBound
    let rule = StreakBounds.levelRule.pixels(at: dpi), near = StreakBounds.ruleEnd.pixels(at: dpi)
    let before = shareOfDark(left - rule..<left, row), after = shareOfDark(right + 1..<right + 1 + rule, row)
    let isBefore = before >= StreakBounds.solid, isAfter = after >= StreakBounds.solid
    if isBefore != isAfter {
      let other = isBefore ? right + 1..<right + 1 + near : left - near..<left
      return shareOfDark(other, row) == 0 ? [.ruleEnd] : []
    }
    if isBefore { return [] }
    let reach = StreakBounds.beside.pixels(at: dpi)
    guard shareOfDark(left - reach..<left, row) > 0, shareOfDark(right + 1..<right + 1 + reach, row) > 0
    else { return [] }
    let touches = left > 0 && right + 1 < width && isDark(left - 1, row) && isDark(right + 1, row)
    return touches ? [.print, .letter] : [.print]
  }

  /// Whether a line is seen on the outermost strips that tell: a dark border tells nothing.
  private func reachesEnd(_ line: StreakCandidate, isTop: Bool) -> Bool {
    let x = line.columns.lowerBound + line.columns.count / 2
    let wanted = strips(StreakBounds.unprinted)
    var thin = 0, plain = 0
    for strip in 0..<height where thin + plain < wanted {
      switch place(x, isTop ? strip : height - 1 - strip) {
      case .thin: thin += 1
      case .plain: plain += 1
      case .unclear: break
      }
    }
    return thin + plain > 0 && Double(thin) >= StreakBounds.seen * Double(thin + plain)
  }

  /// Whether print stands in the margin that no printer reaches, besides the lines themselves: the picture was cut.
  private func marginHasPrint(isTop: Bool, besides lines: [StreakCandidate]) -> Bool {
    let margin = strips(StreakBounds.unprinted)
    var dark = 0, all = 0
    let own = Set(lines.flatMap { $0.columns.lowerBound - 2..<$0.columns.upperBound + 2 })
    for strip in 0..<min(margin, height) {
      let row = isTop ? strip : height - 1 - strip
      for x in 0..<width where !own.contains(x) && place(x, row) != .unclear {
        all += 1
        if isDark(x, row) { dark += 1 }
      }
    }
    return Double(dark) > StreakBounds.printInMargin * Double(all)
  }
}
