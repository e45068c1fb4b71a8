internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Takes the deadline out of the lines of a row that were read across it: its pieces stand at their ends.
struct InterleavedDeadline: Sendable {
  private let times: InterleavedTimes
  private let words: ReadAcrossTimeWords

  init(_ words: ReadAcrossTimeWords) {
    times = InterleavedTimes(words)
    self.words = words
  }

  /// A deadline as its pieces are printed.
  struct Found: Sendable {
    var passage = Passage()
    /// The work is done by what is left of `Đã hoàn thành`, though the words do not say so.
    var isDoneInferred = false
  }

  /// The deadline of a row, whose words leave its lines.
  func take(from lines: inout [[InterleavedLine.Token]]) -> Found {
    var found = Found()
    var result: [PlacedWord] = []
    for index in lines.indices {
      guard
        let tail = times.tail(of: lines[index], after: result.isEmpty ? nil : result.map(\.text).joined(separator: " "))
      else { continue }
      let piece = Self.printed(lines[index][tail])
      // A second deadline is the next row's.
      if !result.isEmpty, isOpening(piece), isComplete(result) { continue }
      if result.last?.text.isDayOrMonth ?? false, !(piece.first?.isOne(of: words.and) ?? false) { continue }
      result += piece.map(\.word)
      lines[index].removeSubrange(tail)
    }
    found.passage = Passage(words: result)
    if result.isEmpty || !isOpening(result) { addLooseOpening(to: &found, from: &lines) }
    if let first = found.passage.words.first, words.and.contains(LooseText(first.text).plain) {
      addLostDone(to: &found, from: &lines)
    }
    if lacksDone(found.passage) { found.isDoneInferred = true }
    return found
  }

  /// `và thực hiện thường xuyên` goes on with a line of which `hoàn` is left.
  private func addLostDone(to found: inout Found, from lines: inout [[InterleavedLine.Token]]) {
    for index in lines.indices {
      guard let place = lines[index].indices.suffix(3).first(where: { lines[index][$0].isOne(of: words.doneFirst) })
      else { continue }
      let start = max(0, place - 1)
      put(lines[index][start...], before: &found)
      found.isDoneInferred = true
      lines[index].removeSubrange(start...)
      return
    }
  }

  /// `khi Trung ư…`, `… hoàn thành`: a deadline whose other words nobody can read.
  private func addLooseOpening(to found: inout Found, from lines: inout [[InterleavedLine.Token]]) {
    for index in lines.indices {
      let tokens = lines[index]
      if let start = times.event(in: tokens) {
        put(tokens[start...], before: &found)
        lines[index].removeSubrange(start...)
        return
      }
      if found.passage.isEmpty, let bar = tokens.lastIndex(where: \.isBar), bar + 2 < tokens.count,
        tokens.count - bar <= 5, tokens.last?.isOne(of: words.doneSecond) ?? false
      {
        put(tokens[bar...], before: &found)
        found.isDoneInferred = true
        lines[index].removeSubrange(bar...)
        return
      }
    }
  }

  private func put(_ tokens: ArraySlice<InterleavedLine.Token>, before found: inout Found) {
    found.passage = Passage(words: Self.printed(tokens).map(\.word) + found.passage.words)
  }

  /// Without rules of the table and single signs.
  private static func printed(_ tokens: ArraySlice<InterleavedLine.Token>) -> [InterleavedLine.Token] {
    tokens.filter { $0.hasLetters && !$0.isBar }
  }

  private func isOpening(_ words: [PlacedWord]) -> Bool {
    self.words.openings.match(in: LooseText(words.map(\.text).joined(separator: " ")), at: 0) != nil
  }

  private func isOpening(_ piece: [InterleavedLine.Token]) -> Bool {
    (piece.first?.isCapital ?? false) && isOpening(piece.map(\.word))
  }

  private func isComplete(_ words: [PlacedWord]) -> Bool {
    guard let last = words.last?.text else { return false }
    return last.isDayOrMonth || self.words.lastPieces.begin(LooseText(last)) || words.count >= 3
  }

  /// The words say that the work is done but for their first, `Đã`: it was misread, or lost before `hoàn thành và`, or
  /// before two words that say no more.
  private func lacksDone(_ deadline: Passage) -> Bool {
    let text = LooseText(deadline.text), read = deadline.words.map { LooseText($0.text).plain }
    guard words.saysDone.match(in: text, at: 0) == nil else { return false }
    let isSecond =
      read.count > 2 && read[0].count <= 3 && words.doneFirst.contains(read[1]) && words.doneSecond.contains(read[2])
    // `Hoàn thành` with a capital has lost its day instead.
    let isAlone =
      read.count == 2 && words.doneFirst.contains(read[0]) && deadline.words[0].text.first?.isLowercase ?? false
    return isSecond || isAlone || words.doneAnd.begin(text)
  }
}
