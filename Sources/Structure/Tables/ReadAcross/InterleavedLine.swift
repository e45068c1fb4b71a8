internal import DocumentModel
internal import Vietnamese

/// A line of a table that was read across its columns, each token with both its readings.
struct InterleavedLine: Sendable {
  struct Token: Sendable {
    var word: PlacedWord
    /// Plain letters and digits, as restored and as read: a garbled name may be nearer to its truth in either.
    var keys: [[UInt8]]
    /// The word without the signs at its ends, as restored and as read.
    var trimmed, trimmedKey: String
    /// A rule of the table that was read as a letter.
    var isBar: Bool
    var isCapital: Bool
    /// Every part of it is a syllable of Vietnamese or a number.
    var isReadable: Bool
    var hasLetters: Bool

    init(_ word: PlacedWord, original: String) {
      self.word = word
      let restored = Self.key(word.text), read = Self.key(original)
      keys = restored == read ? [restored] : [restored, read]
      trimmed = word.text.trimmingSigns
      trimmedKey = String(decoding: read, as: UTF8.self)
      isBar = original == "|" || word.text == "|"
      hasLetters = word.text.contains { $0.isLetter || $0.isNumber }
      let parts = word.text.split { !$0.isLetter && !$0.isNumber }
      isReadable =
        !parts.isEmpty
        && parts.allSatisfy { part in
          part.allSatisfy(\.isNumber) || (part.count > 1 && Syllable.isValid(part.lowercased()))
        }
      isCapital = [word.text, original].contains { $0.unicodeScalars.first?.isCapital ?? false }
    }

    var text: String { word.text }

    /// Bytes that it takes on its line, with the space behind it.
    var width: Int { text.utf8.count + 1 }

    func isOne(of words: PlainWords) -> Bool { keys.contains { words.contains($0) } }

    private static func key(_ text: String) -> [UInt8] {
      // `$&` is an S with a mark.
      LooseText(text).plain.compactMap { byte in
        byte == UInt8(ascii: "$") ? UInt8(ascii: "s") : byte.isAnyLetter || byte.isDigit ? byte : nil
      }
    }
  }

  var tokens: [Token]
  /// It is the first line after a heading that repeats, and so the first of a page.
  var startsPage: Bool
  var hasGapBefore: Bool
  /// The line as it was read, before restoration.
  var raw: Passage
  /// The row's printed number, if one stands at the line's start.
  private(set) var number: Int?
  /// A sign that is no number stands in the number's place.
  private(set) var hasNumberSign = false

  init(_ line: FlowLine, startsPage: Bool) {
    let words = line.passage.words
    let originals = line.originals.count == words.count ? line.originals : words.map(\.text)
    tokens = zip(words, originals).map { Token($0, original: $1) }
    self.startsPage = startsPage
    hasGapBefore = line.hasGapBefore
    raw = Passage(
      words: zip(words, originals).map { word, original in
        PlacedWord(text: original, page: word.page, line: word.line, confidence: word.confidence)
      })
    readNumber(originals.first ?? "")
  }

  /// `12.`, `29,`, `5`, `S5`, `=t`, `%`.
  private mutating func readNumber(_ first: String) {
    let digits = first.prefix { $0.isASCII && $0.isNumber }
    let rest = first.dropFirst(digits.count)
    if (1...2).contains(digits.count), rest.allSatisfy({ ".,|\"".contains($0) }), let value = Int(digits), value > 0 {
      number = value
    } else if first.count <= 3, first != "|", !first.contains(where: \.isLetter) || first.contains(where: \.isNumber) {
      hasNumberSign = true
    }
  }

  /// The tokens after the row's number.
  var body: ArraySlice<Token> { number != nil || hasNumberSign ? tokens.dropFirst() : tokens[...] }
}

extension UInt8 {
  /// A plain byte that is a letter from a to z.
  var isSmallLatin: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }

  /// A plain byte that is a letter: from a to z, or the one byte that stands for all letters of other alphabets.
  var isAnyLetter: Bool { isSmallLatin || self == 1 }
}

extension String {
  /// Without signs at its ends.
  var trimmingSigns: String { String(trimmed { !$0.isLetter && !$0.isNumber }) }
}
