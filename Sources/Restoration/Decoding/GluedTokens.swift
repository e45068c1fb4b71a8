internal import DocumentModel
internal import Vietnamese

/// Cuts tokens of garbled text where print has a space: behind a comma (`Kinh,ngay`), a colon (`S6:68`), the number of a
/// heading (`V.TO CHUC`), before a capital inside (`BanChidao`) and beside a dash that stands by itself elsewhere.
struct GluedTokens {
  /// Whether the document's dashes before items, and between words, stand by themselves.
  private let itemsHaveSpace, dashesHaveSpace: Bool
  private let vocabulary: WordList

  /// Letters on either side of a capital inside a word, at least.
  private static let camelPart = 3
  private static let dashes: Set<Character> = ["-", "–", "+"], pauses: Set<Character> = [",", ";"]
  private static let quotes: Set<Character> = ["'", "‘", "’", "`", "_"]

  init(of lines: [Line], vocabulary: WordList) {
    self.vocabulary = vocabulary
    func isItem(_ line: Line, _ test: (String) -> Bool) -> Bool { line.words.first.map { test($0.text) } ?? false }
    let apart = lines.count { isItem($0) { $0 == "-" || $0 == "+" } }
    let glued = lines.count { isItem($0) { $0.count > 2 && Self.dashes.contains($0[$0.startIndex]) } }
    itemsHaveSpace = apart > glued
    dashesHaveSpace = lines.contains { line in line.words.dropFirst().dropLast().contains { $0.text == "-" } }
  }

  func cut(_ line: inout Line) {
    let isOpen = line.words.enumerated().contains { Self.mayBeCut($1.text, isFirst: $0 == 0) }
    guard isOpen, line.words.contains(where: { $0.text.count > 2 }) else { return }
    var words: [Word] = []
    for (index, word) in line.words.enumerated() {
      let follows = index + 1 < line.words.count && line.words[index + 1].text.first?.isLetter == true
      let text = cut(Self.withoutQuote(word.text, in: line), isFirst: index == 0, isFollowed: follows)
      if text == word.text {
        words.append(word)
      } else {
        var changed = word
        changed.text = text
        words += text.contains(" ") ? changed.divided() : [changed]
      }
    }
    line.words = words
  }

  /// Whether a token has anything at all that is cut or taken off. Most have letters only, and are left after one look.
  private static func mayBeCut(_ text: String, isFirst: Bool) -> Bool {
    var isAfterSmall = false, rest = text.utf8.count
    for byte in text.utf8 {
      rest -= 1
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): isAfterSmall = true
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if isAfterSmall { return true }
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"):
        if rest > 0 { return true }
        isAfterSmall = false
      case UInt8(ascii: "."):
        if isFirst, rest > 0 { return true }
        isAfterSmall = false
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "_"): return true
      // Small letters of Latin-1, the only ones with marks that an English model writes; any other is looked at.
      case 0xC3: isAfterSmall = true
      case 0xA0...0xBF where isAfterSmall: break
      case 0x80...: return true
      default: isAfterSmall = false
      }
    }
    return false
  }

  /// Takes off a quotation mark before a word that nothing closes: `‘dac`, `_phuong`.
  private static func withoutQuote(_ text: String, in line: Line) -> String {
    guard let first = text.first, quotes.contains(first), text.dropFirst().first?.isLetter == true,
      !text.dropFirst().contains(where: quotes.contains),
      !line.words.contains(where: { $0.text != text && $0.text.dropFirst().contains(where: quotes.contains) })
    else { return text }
    return String(text.dropFirst())
  }

  private func cut(_ text: String, isFirst: Bool, isFollowed: Bool) -> String {
    let letters = Array(text)
    if text.contains("@") && text.contains(".") || text.contains("//") || text.hasPrefix("www") { return text }
    var result = "", place = 0
    if isFirst { place = Self.marker(letters, itemsHaveSpace: itemsHaveSpace) }
    if place > 0 { result = String(letters[..<place]) + " " }
    while place < letters.count {
      let letter = letters[place]
      if place > 0, isCamel(letters, at: place) { result.append(" ") }
      if dashesHaveSpace, place == letters.count - 1, letter == "-", isFollowed, Self.endsWord(letters, at: place) {
        result.append(" ")
      }
      result.append(letter)
      place += 1
      if Self.isPause(letters, before: place) {
        result.append(" ")
        if Self.quotes.contains(letters[place]) { place += 1 }
      }
    }
    return result
  }

  /// Characters of a list marker or of the number of a heading at the start that a word follows without a space; 0 where
  /// there is none.
  private static func marker(_ letters: [Character], itemsHaveSpace: Bool) -> Int {
    guard letters.count > 2 else { return 0 }
    if dashes.contains(letters[0]) { return itemsHaveSpace && letters[1].isLetter && letters[2].isLetter ? 1 : 0 }
    guard let point = letters.lastIndex(of: "."), point > 0, point + 2 < letters.count,
      letters[point + 1].isLetter, letters[point + 2].isLetter
    else { return 0 }
    let number = letters[..<point], isFigures = number.allSatisfy { $0.isNumber || $0 == "." } && number[0].isNumber
    return isFigures || romanValue(Substring(String(number))) != nil ? point + 1 : 0
  }

  /// Whether a word or number ends with a comma, semicolon or colon before `place` and a word begins there.
  private static func isPause(_ letters: [Character], before place: Int) -> Bool {
    guard place >= 2, place < letters.count else { return false }
    let sign = letters[place - 1], before = letters[place - 2]
    let next = quotes.contains(letters[place]) && place + 1 < letters.count ? letters[place + 1] : letters[place]
    // Between figures it is a time of day.
    if sign == ":" { return letters[..<place].contains(where: \.isLetter) && (next.isLetter || next.isNumber) }
    return pauses.contains(sign) && (before.isLetter || before.isNumber) && next.isLetter
  }

  private static func endsWord(_ letters: [Character], at place: Int) -> Bool {
    place >= 2 && letters[place - 1].isLetter && letters[place - 2].isLetter && letters[..<place].allSatisfy(\.isLetter)
  }

  /// Whether a capital follows small letters: `BanChidao`. Names that are written so stay.
  private func isCamel(_ letters: [Character], at place: Int) -> Bool {
    guard letters[place].isUppercase, letters[place - 1].isLowercase else { return false }
    let head = letters[..<place].reversed().prefix(while: \.isLetter),
      tail = letters[place...].prefix(while: \.isLetter)
    guard head.count >= Self.camelPart, tail.count >= Self.camelPart, tail.dropFirst().allSatisfy(\.isLowercase) else {
      return false
    }
    return vocabulary.exact(String(head.reversed()) + String(tail)) == nil
  }
}
