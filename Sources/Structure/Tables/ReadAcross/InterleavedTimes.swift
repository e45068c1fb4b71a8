internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Finds the pieces of a deadline at the ends of lines that were read across their columns: `Hoàn thành`, `trong tháng`,
/// `6/2025`.
struct InterleavedTimes: Sendable {
  private let tails: PhraseTable<Bool>
  /// What a deadline begins with; other pieces only go on with one.
  private let openings: PhraseTable<Bool>

  init(_ phrases: Phrases) {
    tails = phrases.table(.tail, .tail)
    openings = phrases.table(.tailOpening, .tail)
  }

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
    if let year = Int(last.text.filter(\.isNumber)), (1990...2100).contains(year), tokens.dropLast().last?.text == "năm"
    {
      let rest = tailStart(of: tokens.dropLast(), after: before)
      return min(rest, tokens.endIndex - 2)
    }
    for length in stride(from: min(6, tokens.count), to: 0, by: -1) {
      let piece = tokens.suffix(length)
      guard let first = piece.first, !first.isBar, isTail(piece, tails) else { continue }
      let isAfterBar = tokens.dropLast(length).last?.isBar ?? (tokens.count == length)
      // `thực hiện` ends many a line of the work: alone it is a deadline's piece only where something says so.
      if first.isCapital || length > 1 || tokens.count <= 3 || isAfterBar || waits(before, for: first.text) {
        return widened(tokens, to: tokens.endIndex - length)
      }
    }
    return tokens.endIndex
  }

  /// `Đã` before `hoàn thành`, however it was read, where it stands alone between two rules.
  private func widened(_ tokens: ArraySlice<InterleavedLine.Token>, to start: Int) -> Int {
    guard start > tokens.startIndex, tokens[start].isOne(of: ["hoan"]), !tokens[start].text.startsCapital else {
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
    if rest.last?.isOne(of: ["ngay", "thang"]) ?? false { return tokens.endIndex }
    if waits(before, for: "6/2025") { return day }
    return rest.isEmpty ? tokens.endIndex : day
  }

  private func isTail(_ piece: ArraySlice<InterleavedLine.Token>, _ table: PhraseTable<Bool>) -> Bool {
    let readings = [piece.map(\.trimmed), piece.map(\.trimmedKey)]
    return readings.contains { words in
      let text = LooseText(words.joined(separator: " "))
      return table.match(in: text, at: 0).map { $0.range.upperBound == text.count } ?? false
    }
  }

  private func waits(_ before: String?, for next: String) -> Bool {
    guard let before else { return false }
    let text = LooseText(before.trimmingSigns)
    if next.isDayOrMonth {
      let isDone = text.plain.ends(with: "hoan thanh".utf8) && !text.begins(with: "hoan thanh")
      return !isDone && ["thang", "ngay", "thanh", "nam"].contains { text.plain.ends(with: $0.utf8) }
    }
    return text.plain.ends(with: "thuong".utf8) || text.plain.ends(with: "trung".utf8)
  }

  /// `khi Trung …` at the line's end: a deadline that hangs on an event, the rest of its words misread.
  func waitsForEvent(_ line: InterleavedLine) -> Bool { event(in: line.tokens) != nil }

  func event(in tokens: [InterleavedLine.Token]) -> Int? {
    guard tokens.count > 5 else { return nil }
    return tokens.indices.suffix(4).first { place in
      tokens[place].isOne(of: ["khi"]) && (tokens.dropFirst(place + 1).first?.isCapital ?? false)
    }
  }

  /// A new deadline begins here, and does not go on with one above.
  func opens(_ line: InterleavedLine, tail: Range<Int>, next: InterleavedLine?) -> Bool {
    let piece = line.tokens[tail].filter { $0.hasLetters }
    guard let first = piece.first else { return false }
    if first.text.startsDone(piece) { return true }
    let words = LooseText(piece.map(\.trimmed).joined(separator: " "))
    return first.isCapital && openings.match(in: words, at: 0) != nil
  }
}

extension String {
  /// `6/2025`, `20/12/2025`.
  var isDayOrMonth: Bool {
    let core = self.filter { !".,;".contains($0) }
    let parts = core.split(separator: "/").map { Int($0) }
    return !parts.contains(nil) && (2...3).contains(parts.count) && (parts.last.flatMap { $0 } ?? 0) > 1900
  }

  fileprivate var startsCapital: Bool { unicodeScalars.first?.properties.isUppercase ?? false }

  /// `Đã hoàn thành`, its first word misread.
  fileprivate func startsDone(_ piece: [InterleavedLine.Token]) -> Bool {
    piece.count >= 3 && piece[1].isOne(of: ["hoan"]) && piece[2].isOne(of: ["thanh"]) && count <= 3
  }
}

extension [UInt8] {
  fileprivate func ends(with other: some Collection<UInt8>) -> Bool { suffix(other.count).elementsEqual(other) }
}
