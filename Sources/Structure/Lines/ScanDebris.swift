internal import DocumentModel
internal import Vietnamese

extension Passage {
  /// The passage without the specks that a scan leaves between words, and with `Đ` where an engine read the Icelandic
  /// `Ð`. Dashes, commas, colons and semicolons may be printed ones and are kept.
  var withoutSpecks: Passage {
    Passage(
      words: words.compactMap { word in
        guard !word.text.isSpeck else { return nil }
        var word = word
        word.text = Letters.mendingEth(word.text.withoutLeadingSpeck)
        return word
      })
  }
}

extension String {
  /// Signs that dust and strokes are read as when they stand alone.
  private static let specks: Set<Character> = Set("_'`~^°¬„|=<>\\“”\"‘’.«»®ƒ†‡¦ˆ˜")
  /// Signs that a speck is read as when it touches the first letter of a word.
  private static let leadingSpecks: Set<Character> = Set("._~|†‡⁄¬`")
  private static let ellipsis = "..."

  fileprivate var isSpeck: Bool {
    count <= LineLimits.signsOfSpeck && self != Self.ellipsis && allSatisfy { Self.specks.contains($0) }
  }

  /// `.trước` → `trước`.
  fileprivate var withoutLeadingSpeck: String {
    guard count > 2, let first, let next = dropFirst().first, next.isLetter else { return self }
    return Self.leadingSpecks.contains(first) || (first == "-" && next.isLowercase) ? String(dropFirst()) : self
  }
}
