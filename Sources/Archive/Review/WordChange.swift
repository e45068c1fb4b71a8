internal import Vietnamese

/// A word of a page that was corrected, and what that does to a text that was made of the page's words.
struct WordChange {
  /// As the page had it and has it, with the signs that print sets at its ends.
  let before, after: String

  enum Effect: Hashable {
    /// The word stands in the text once, in one reading only: this is the text with the right one.
    case made(String)
    /// The text has the word more than once, or otherwise spelled: only a person can say what it should read.
    case unclear
    /// The text has no such word.
    case absent
  }

  /// `countOnPage` says how often the word stands where the text was read. A word that stands there oftener than once
  /// may be another than the one in the text.
  func effect(on text: String, countOnPage: Int) -> Effect {
    guard let core = Self.core(before) else { return .absent }
    let words = text.split(whereSeparator: \.isWhitespace)
    let same = words.filter { Self.isSame($0, core) }
    if same.count == 1, countOnPage == 1, let word = same.first, let right = replacement(of: String(word)) {
      return .made(text.replacingCharacters(in: word.startIndex..<word.endIndex, with: right))
    }
    if !same.isEmpty { return .unclear }
    let right = Self.core(after).map { lowercased($0) }
    let alike = words.compactMap { Self.core($0) }.contains { word in
      looseKey(word) == looseKey(core) && lowercased(word) != right
    }
    return alike ? .unclear : .absent
  }

  /// Whether a word, apart from signs and capitals, is this one as it was before.
  func isBefore(_ word: String) -> Bool { Self.core(before).map { Self.isSame(word[...], $0) } ?? false }

  private static func isSame(_ word: Substring, _ core: String) -> Bool {
    self.core(word).map { lowercased($0) == lowercased(core) } ?? false
  }

  /// The right word with the signs and the capitals of the one in the text; nil where these follow no pattern.
  private func replacement(of word: String) -> String? {
    if word == before { return after }
    guard let old = Self.core(word), let before = Self.core(before), let new = Self.core(after) else { return nil }
    let right: String? =
      if old == before {
        new
      } else if old == lowercased(old) {
        lowercased(new)
      } else if old == uppercased(old) {
        uppercased(new)
      } else if old.dropFirst() == lowercased(String(old.dropFirst())) {
        uppercased(String(new.prefix(1))) + lowercased(String(new.dropFirst()))
      } else {
        nil
      }
    return right.map { word.replacing(old, with: $0, maxReplacements: 1) }
  }

  /// A word without the signs at its ends; nil where it has neither letter nor figure.
  private static func core(_ word: some StringProtocol) -> String? {
    func isSign(_ character: Character) -> Bool { !character.isLetter && !character.isNumber }
    guard let start = word.firstIndex(where: { !isSign($0) }), let end = word.lastIndex(where: { !isSign($0) }) else {
      return nil
    }
    return String(word[start...end])
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
