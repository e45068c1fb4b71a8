internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// What a line of an interleaved table tells of where rows begin.
struct InterleavedSigns: Sendable {
  struct Sign {
    var beginsWork: Bool
    /// What speaks against a row that begins with the line, in points (see `StartCosts`).
    var startCost: Double
    var opensDeadline: Bool
    var isInDeadline: Bool
  }

  private let verbs: PhraseTable<Bool>
  private let times: InterleavedTimes
  private let costs: StartCosts

  init(_ words: ReadAcrossWords, costs: StartCosts = StartCosts()) {
    verbs = words.verbs
    times = InterleavedTimes(words.times)
    self.costs = costs
  }

  func sign(of line: InterleavedLine, before: InterleavedLine?, next: InterleavedLine?) -> Sign {
    let begins = beginsWork(line)
    let tail = times.tail(of: line)
    var cost = startCost(of: line, begins: begins, tail: tail, next: next)
    if line.startsPage, cost < costs.surelyNone { cost *= costs.firstOfPage }
    if before.map({ $0.raw.text.hasSuffix(".") || $0.raw.text.count < costs.shortLine }) ?? false {
      cost -= costs.afterEnd
    }
    let opens = tail.map { times.opens(line, tail: $0) } ?? times.waitsForEvent(line)
    return Sign(beginsWork: begins, startCost: cost, opensDeadline: opens, isInDeadline: tail != nil)
  }

  private func startCost(of line: InterleavedLine, begins: Bool, tail: Range<Int>?, next: InterleavedLine?) -> Double {
    if begins { return 0 }
    if isCellOnly(line, tail: tail), next.map(beginsWork) ?? false { return costs.cellOnly }
    guard let first = line.body.first(where: \.hasLetters) else { return costs.empty }
    if first.isCapital { return costs.capital }
    return first.isReadable ? costs.small : costs.unread
  }

  /// Hardly a word of work on it: other cells reach over the work's first line.
  private func isCellOnly(_ line: InterleavedLine, tail: Range<Int>?) -> Bool {
    let words = line.tokens[..<(tail?.lowerBound ?? line.tokens.count)].count(where: \.isReadable)
    return line.raw.text.count <= costs.longestCellLine || words < costs.fewestWorkWords
  }

  /// The line begins with a verb in capitals, its row's number before it or not.
  private func beginsWork(_ line: InterleavedLine) -> Bool {
    let words = line.body.drop { !$0.hasLetters || $0.isBar }
    guard words.first?.isCapital ?? false else { return false }
    let text = LooseText(words.prefix(4).map(\.text).joined(separator: " "))
    return verbs.match(in: text, at: 0) != nil
  }
}
