internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Finds the pieces of a deadline at the ends of lines that were read across their columns: `Hoàn thành`, `trong tháng`,
/// `6/2025`.
struct InterleavedTimes: Sendable {
  private let words: ReadAcrossTimeWords
  /// Years that a deadline may name.
  private static let years = 1990...2100

  init(_ words: ReadAcrossTimeWords) { self.words = words }

  /// The tokens at the line's end that belong to a time.
  func tail(of line: InterleavedLine) -> Range<Int>? { tail(of: line.tokens, after: nil) }

  /// `before`: the last piece found above, which may wait for a day or for its own second half.
  func tail(of tokens: [InterleavedLine.Token], after before: String?) -> Range<Int>? {
    let end = (tokens.lastIndex { $0.hasLetters } ?? -1) + 1
    guard end > 0 else { return nil }
    let start = tailStart(of: tokens[..<end], after: before)
    return start < end ? start..<tokens.count : nil
  }

  private func tailStart(of tokens: ArraySlice<InterleavedLine.Token>, after before: String?) -> Int {
    guard let last = tokens.last else { return tokens.startIndex }
    if last.text.isDayOrMonth { return dayStart(of: tokens, after: before) }
    if let year = Int(last.text.filter(\.isNumber)), Self.years.contains(year),
      tokens.dropLast().last.map({ words.year.contains($0.text) }) ?? false
    {
      let rest = tailStart(of: tokens.dropLast(), after: before)
      return min(rest, tokens.endIndex - 2)
    }
    for length in stride(from: min(6, tokens.count), to: 0, by: -1) {
      let piece = tokens.suffix(length)
      guard let first = piece.first, !first.isBar, isTail(piece) else { continue }
      let isAfterBar = tokens.dropLast(length).last?.isBar ?? (tokens.count == length)
      // `thực hiện` ends many a line of the work: alone it is a deadline's piece only where something says so.
      if first.isCapital || length > 1 || tokens.count <= 3 || isAfterBar || waits(before, for: first) {
        return widened(tokens, to: tokens.endIndex - length)
      }
    }
    return tokens.endIndex
  }

  /// `Đã` before `hoàn thành`, however it was read, where it stands alone between two rules.
  private func widened(_ tokens: ArraySlice<InterleavedLine.Token>, to start: Int) -> Int {
    guard start > tokens.startIndex, tokens[start].isOne(of: words.doneFirst), !tokens[start].text.startsCapital else {
      return start
    }
    let before = tokens[start - 1]
    return before.text.count <= 3 && !before.isBar ? start - 1 : start
  }

  /// A day belongs to a deadline where a piece of one stands before it, on its line or above; `từ ngày` / `01/7/2025` in
  /// the work's own sentence does not.
  private func dayStart(of tokens: ArraySlice<InterleavedLine.Token>, after before: String?) -> Int {
    let day = tokens.endIndex - 1
    let rest = tokens.dropLast()
    let start = tailStart(of: rest, after: before)
    if start < day { return start }
    if rest.last?.isOne(of: words.dayWords) ?? false { return tokens.endIndex }
    if waitsForDay(before) { return day }
    return rest.isEmpty ? tokens.endIndex : day
  }

  private func isTail(_ piece: ArraySlice<InterleavedLine.Token>) -> Bool {
    let readings = [piece.map(\.trimmed), piece.map(\.trimmedKey)]
    return readings.contains { words in
      let text = LooseText(words.joined(separator: " "))
      return self.words.tails.match(in: text, at: 0).map { $0.range.upperBound == text.count } ?? false
    }
  }

  /// The piece above needs this one: `… thường` / `xuyên`.
  private func waits(_ before: String?, for next: InterleavedLine.Token) -> Bool {
    if next.text.isDayOrMonth { return waitsForDay(before) }
    return before.map { words.beforeRest.end(LooseText($0.trimmingSigns)) } ?? false
  }

  /// The piece above ends before a day: `… trong tháng`, but not `Đã hoàn thành`.
  private func waitsForDay(_ before: String?) -> Bool {
    guard let before else { return false }
    let text = LooseText(before.trimmingSigns)
    let isDone = words.done.end(text) && !words.done.begin(text)
    return !isDone && words.beforeDay.end(text)
  }

  /// `khi Trung …` at the line's end: a deadline that hangs on an event, the rest of its words misread.
  func waitsForEvent(_ line: InterleavedLine) -> Bool { event(in: line.tokens) != nil }

  func event(in tokens: [InterleavedLine.Token]) -> Int? {
    guard tokens.count > 5 else { return nil }
    return tokens.indices.suffix(4).first { place in
      tokens[place].isOne(of: words.event) && (tokens.dropFirst(place + 1).first?.isCapital ?? false)
    }
  }

  /// A new deadline begins here, and does not go on with one above.
  func opens(_ line: InterleavedLine, tail: Range<Int>) -> Bool {
    let piece = line.tokens[tail].filter { $0.hasLetters }
    guard let first = piece.first else { return false }
    if isDone(piece) { return true }
    let text = LooseText(piece.map(\.trimmed).joined(separator: " "))
    return first.isCapital && words.openings.match(in: text, at: 0) != nil
  }

  /// `Đã hoàn thành`, its first word misread.
  private func isDone(_ piece: [InterleavedLine.Token]) -> Bool {
    piece.count >= 3 && piece[1].isOne(of: words.doneFirst) && piece[2].isOne(of: words.doneSecond)
      && piece[0].text.count <= 3
  }
}

extension String {
  /// `6/2025`, `20/12/2025`.
  var isDayOrMonth: Bool {
    let core = self.filter { !".,;".contains($0) }
    let parts = core.split(separator: "/").map { Int($0) }
    return !parts.contains(nil) && (2...3).contains(parts.count) && (parts.last.flatMap { $0 } ?? 0) > 1900
  }

  fileprivate var startsCapital: Bool { unicodeScalars.first?.isCapital ?? false }
}
