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

  /// The deadline of a row, whose words leave its lines.
  func take(from lines: inout [[InterleavedLine.Token]]) -> Passage {
    var result: [PlacedWord] = []
    for index in lines.indices {
      guard
        let tail = times.tail(of: lines[index], after: result.isEmpty ? nil : result.map(\.text).joined(separator: " "))
      else { continue }
      let piece = lines[index][tail].filter { $0.hasLetters && !$0.isBar }
      // A second deadline is the next row's.
      if !result.isEmpty, isOpening(piece), isComplete(result) { continue }
      if result.last?.text.isDayOrMonth ?? false, !(piece.first?.isOne(of: words.and) ?? false) { continue }
      result += piece.map(\.word)
      lines[index].removeSubrange(tail)
    }
    if result.isEmpty || !isOpening(result) { addLooseOpening(to: &result, from: &lines) }
    if let first = result.first, words.and.contains(LooseText(first.text).plain) {
      addLostDone(to: &result, from: &lines)
    }
    return Passage(words: result).repairedDone
  }

  /// `và thực hiện thường xuyên` goes on with a line of which `hoàn` is left.
  private func addLostDone(to result: inout [PlacedWord], from lines: inout [[InterleavedLine.Token]]) {
    for index in lines.indices {
      guard let place = lines[index].indices.suffix(3).first(where: { lines[index][$0].isOne(of: words.doneFirst) })
      else {
        continue
      }
      let word = lines[index][place].word
      result = Self.done(at: word) + result
      lines[index].removeSubrange(max(0, place - 1)...)
      return
    }
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

  /// `khi Trung ư…`, `… hoàn thành`: a deadline whose other words nobody can read.
  private func addLooseOpening(to result: inout [PlacedWord], from lines: inout [[InterleavedLine.Token]]) {
    for index in lines.indices {
      let tokens = lines[index]
      if let start = times.event(in: tokens) {
        result = tokens[start...].filter { $0.hasLetters && !$0.isBar }.map(\.word) + result
        lines[index].removeSubrange(start...)
        return
      }
      if result.isEmpty, let bar = tokens.lastIndex(where: \.isBar), bar + 2 < tokens.count, tokens.count - bar <= 5,
        tokens.last?.isOne(of: words.doneSecond) ?? false, let place = tokens.last?.word
      {
        result = Self.done(at: place)
        lines[index].removeSubrange(bar...)
        return
      }
    }
  }

  /// `Đã hoàn thành`, of which a part is left at a place.
  private static func done(at place: PlacedWord) -> [PlacedWord] {
    ["Đã", "hoàn", "thành"].map { PlacedWord(text: $0, page: place.page, line: place.line, confidence: 0.3) }
  }
}

extension Passage {
  /// `hoàn thành` with no time after it has lost its `Đã`.
  fileprivate var repairedDone: Passage {
    guard let first = words.first else { return self }
    let text = LooseText(self.text)
    let isSecond = words.count > 2 && first.text.count <= 3 && words[1].text == "hoàn" && words[2].text == "thành"
    let isJoined = text.begins(with: "hoan thanh va") || (first.text.hasPrefix("h") && words.count == 2)
    guard isSecond || isJoined else { return self }
    var done = first
    done.text = "Đã"
    return Passage(words: [done] + (isSecond ? Array(words.dropFirst()) : words))
  }
}
