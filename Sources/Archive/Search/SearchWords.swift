internal import Vietnamese

/// The words of a text as search compares them.
struct SearchWords {
  struct Word: Hashable {
    /// Small letters, the tone mark where the newer spelling has it: `hóa` and `hoá` are one word.
    var exact: String
    /// Without marks.
    var plain: String
    var isMarked: Bool { exact != plain }
    /// Scalars of the text.
    var range: Range<Int>
  }

  let words: [Word]

  init(_ text: String) {
    // Nearly all texts are composed already; only one with a mark of its own (U+0300…U+036F) has to be.
    let isComposed = !text.utf8.contains { $0 == 0xCC || $0 == 0xCD }
    let loose = LooseText(isComposed ? text : nfc(text))
    var words: [Word] = [], start = 0
    while start < loose.count {
      guard loose.isWord(at: start) else {
        start += 1
        continue
      }
      var end = start + 1
      while loose.isWord(at: end) { end += 1 }
      words.append(Self.word(of: loose, start..<end))
      start = end
    }
    self.words = words
  }

  private static func word(of loose: LooseText, _ range: Range<Int>) -> Word {
    let bytes = loose.plain[range]
    // 1 stands for a letter of another language: such a word has no plain form of its own.
    if bytes.contains(1) {
      let text = lowercased(loose[range])
      return Word(exact: text, plain: text, range: range)
    }
    let plain = String(decoding: bytes, as: UTF8.self)
    guard loose.scalars[range].contains(where: { $0.value >= 0x80 }) else {
      return Word(exact: plain, plain: plain, range: range)
    }
    let hasCapital = loose.scalars[range].contains { (0x41...0x5A).contains(folded($0).value) }
    let exact = hasCapital ? lowercased(loose[range]) : loose[range]
    let canMove = plain.hasSuffix("oa") || plain.hasSuffix("oe") || plain.hasSuffix("uy")
    return Word(exact: canMove ? placingTone(of: exact, .new) : exact, plain: plain, range: range)
  }

  /// What the index's columns take.
  struct Columns {
    var exact = ""
    var plain = ""
  }

  var columns: Columns {
    var columns = Columns()
    for word in words {
      if !columns.plain.isEmpty { columns.plain += " " }
      columns.plain += word.plain
      guard word.isMarked else { continue }
      if !columns.exact.isEmpty { columns.exact += " " }
      columns.exact += word.exact
    }
    return columns
  }
}
