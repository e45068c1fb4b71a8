internal import DocumentModel

extension Passage {
  /// Without the specks that a scan leaves between words, with `Ð`, which engines put for `Đ`, made right. Dashes,
  /// commas, colons and semicolons may be print and stay.
  var withoutSpecks: Passage {
    Passage(
      words: words.compactMap { word in
        guard !word.text.isSpeck else { return nil }
        var word = word
        word.text = word.text.withoutLeadingSpeck.withVietnameseD
        return word
      })
  }
}

extension String {
  private static let specks: Set<Character> = Set("_'`~^°¬„|=<>\\“”\"‘’.«»®ƒ†‡¦ˆ˜")

  fileprivate var isSpeck: Bool {
    count <= 4 && self != "..." && allSatisfy { Self.specks.contains($0) }
  }

  /// `.trước` → `trước`.
  fileprivate var withoutLeadingSpeck: String {
    guard count > 2, let first, let next = dropFirst().first, next.isLetter else { return self }
    return "._~|†‡⁄¬`".contains(first) || (first == "-" && next.isLowercase) ? String(dropFirst()) : self
  }

  fileprivate var withVietnameseD: String {
    guard contains(where: { $0 == "Ð" || $0 == "ð" }) else { return self }
    let text = String(map { $0 == "Ð" ? "Đ" : $0 == "ð" ? "đ" : $0 })
    // An engine that wavers between the two letters prints both.
    return String(
      text.enumerated().filter {
        $0.offset == 0 || !($0.element == "Đ" && text[text.index(text.startIndex, offsetBy: $0.offset - 1)] == "Đ")
      }.map(\.element))
  }
}
