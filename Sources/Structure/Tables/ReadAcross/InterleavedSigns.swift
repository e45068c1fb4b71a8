internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// What a line of an interleaved table tells of where rows begin.
struct InterleavedSigns: Sendable {
  struct Sign {
    var beginsWork: Bool
    /// How much speaks against a row that begins with the line.
    var startCost: Double
    var opensDeadline: Bool
    var isInDeadline: Bool
  }

  private let verbs: PhraseTable<Bool>
  private let times: InterleavedTimes

  init(_ phrases: Phrases) {
    verbs = phrases.verbs
    times = InterleavedTimes(phrases)
  }

  func sign(of line: InterleavedLine, before: InterleavedLine?, next: InterleavedLine?) -> Sign {
    let begins = beginsWork(line)
    let tail = times.tail(of: line)
    var cost = startCost(of: line, begins: begins, tail: tail, next: next)
    if line.startsPage, cost < 2 { cost *= 0.7 }
    if before.map({ $0.raw.text.hasSuffix(".") || $0.raw.text.count < 25 }) ?? false { cost -= 0.3 }
    let opens = tail.map { times.opens(line, tail: $0, next: next) } ?? times.waitsForEvent(line)
    return Sign(beginsWork: begins, startCost: cost, opensDeadline: opens, isInDeadline: tail != nil)
  }

  private func startCost(of line: InterleavedLine, begins: Bool, tail: Range<Int>?, next: InterleavedLine?) -> Double {
    if begins { return 0 }
    if isCellOnly(line, tail: tail), next.map(beginsWork) ?? false { return 0.3 }
    guard let first = line.body.first(where: \.hasLetters) else { return 1.5 }
    if first.isCapital { return 0.9 }
    return first.isReadable ? 2.2 : 1.2
  }

  /// Hardly a word of work on it: other cells reach over the work's first line.
  private func isCellOnly(_ line: InterleavedLine, tail: Range<Int>?) -> Bool {
    line.raw.text.count <= 40 || line.tokens[..<(tail?.lowerBound ?? line.tokens.count)].count(where: \.isReadable) < 5
  }

  /// The line begins with a verb in capitals, its row's number before it or not.
  private func beginsWork(_ line: InterleavedLine) -> Bool {
    let words = line.body.drop { !$0.hasLetters || $0.isBar }
    guard words.first?.isCapital ?? false else { return false }
    let text = LooseText(words.prefix(4).map(\.text).joined(separator: " "))
    return verbs.match(in: text, at: 0) != nil
  }
}
