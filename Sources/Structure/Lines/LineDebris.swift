internal import DocumentModel

extension Passage {
  /// A title without the rule or the stroke behind it: `ĐỀ NGHỊ —`. A plain dash is kept: the title may go on behind it
  /// on the next line.
  var withoutRuleBehind: Passage {
    var words = self.words
    while words.count > 1, let last = words.last?.text, last.allSatisfy({ "—–|_=~:.".contains($0) }) {
      words.removeLast()
    }
    return Passage(words: words)
  }
}

extension Line {
  /// A line of a text input without the lone signs that dust at its ends was read as: `; tháng cuối năm`,
  /// `* - Đơn vị chủ trì: …`, `… đất đai của tỉnh. i`. The other words are not changed. A line with boxes is returned
  /// as it is.
  var withoutDebris: Line {
    guard box == nil, words.count > 2 else { return self }
    var line = self
    if isDebris(words[0].text, before: words[1].text) { line.words.removeFirst() }
    if let last = line.words.last, line.words.count > 2,
      isDebris(last.text, after: line.words[line.words.count - 2].text)
    {
      line.words.removeLast()
    }
    return line
  }

  /// A lone sign before a word, or before the dash that lists the line.
  private func isDebris(_ word: String, before next: String) -> Bool {
    guard word.count == 1, let sign = word.first else { return false }
    if ";:,.'`~^°‘’_".contains(sign) { return next.contains(where: \.isLetter) || Self.dashes.contains(next) }
    return sign == "*" && Self.dashes.contains(next)
  }

  /// A lone small letter or sign behind a sentence's end.
  private func isDebris(_ word: String, after previous: String) -> Bool {
    guard word.count == 1, let sign = word.first, previous.count > 1, let end = previous.last else { return false }
    return (end == "." || end == ";")
      && (sign.isLetter && !previous.dropLast().allSatisfy(\.isNumber) || "'`~^°‘’_,".contains(sign))
  }

  private static let dashes: Set<String> = ["-", "–", "—", "+"]
}
