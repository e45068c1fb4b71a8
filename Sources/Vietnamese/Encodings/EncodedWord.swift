/// A word of a text whose encoding is asked for, and how many of such words an encoding explains.
struct EncodedWord {
  /// As the text has it.
  let text: String
  /// Whether it is written with the signs of ASCII alone and yet has marks, as VIQR has them.
  let isASCII: Bool

  /// The words that tell encodings apart: those with bytes beyond ASCII, and those that can only be VIQR.
  static func all(in text: some StringProtocol, most: Int) -> [EncodedWord] {
    var words: [EncodedWord] = []
    for scalars in Array(text.unicodeScalars).split(whereSeparator: isSpace) where words.count < most {
      if scalars.allSatisfy({ (0x20...0x7E).contains($0.value) }) {
        guard scalars.contains(where: VIQR.isSign) else { continue }
        let part = String(String.UnicodeScalarView(scalars))
        if VIQR.isMarked(part) { words.append(EncodedWord(text: part, isASCII: true)) }
      } else {
        words += pieces(scalars).map { EncodedWord(text: String(String.UnicodeScalarView($0)), isASCII: false) }
      }
    }
    return words
  }

  /// Not the wider spaces of Unicode and no line ends beyond ASCII: their bytes are letters in some encodings.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || (0x09...0x0D).contains(scalar.value) || scalar.value == 0xA0
  }

  /// The parts between signs of ASCII: `Q§-UB` is two. Control characters are letters in some encodings.
  private static func pieces(_ part: ArraySlice<Unicode.Scalar>) -> [ArraySlice<Unicode.Scalar>] {
    part.split { (0x20...0x7E).contains($0.value) && !$0.properties.isAlphabetic }.filter { piece in
      piece.contains { !(0x20...0x7E).contains($0.value) }
    }
  }

  /// What an encoding makes of it.
  enum Verdict { case right, wrong, silent }

  /// Signs that stand around words in any encoding.
  private static let around: Set<Unicode.Scalar> = Set("“”‘’–—…•«»°§·²³®©™\"'()[]{}.,;:!?-/".unicodeScalars)

  func verdict(in encoding: LegacyEncoding?) -> Verdict {
    if isOfSigns { return .silent }
    // Only VIQR explains marks in ASCII, and it has no others.
    if isASCII != (encoding == .viqr) { return .wrong }
    let decoded = lowercased(encoding?.decoded(text) ?? nfc(text))
    let letters = decoded.unicodeScalars.filter { !Self.around.contains($0) }
    let word = String(String.UnicodeScalarView(letters))
    if word.utf8.allSatisfy({ $0 < 0x80 }) { return isOfASCII ? .silent : .wrong }
    guard letters.allSatisfy(\.properties.isAlphabetic) else { return .wrong }
    // A word of consonants is a symbol (`QĐ`, `HĐND`) and tells nothing.
    if letters.allSatisfy({ Self.consonants.contains($0) }) { return letters.contains("đ") ? .silent : .wrong }
    return Syllable.isValid(word) ? .right : .wrong
  }

  /// `“Abc”`: nothing beyond ASCII but signs around the word.
  private var isOfASCII: Bool {
    text.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) || Self.around.contains($0) }
  }

  /// The dash of `45–54`: some encoding has a vowel there, which would be a word, but a table of spans is full of such dashes.
  private var isOfSigns: Bool { text.unicodeScalars.allSatisfy { Self.around.contains($0) } }

  private static let consonants: Set<Unicode.Scalar> = Set("bcdđghklmnpqrstvx".unicodeScalars)

  /// How many words an encoding explains.
  struct Tally {
    /// Words that speak for or against it.
    private(set) var count = 0
    private(set) var right = 0

    init(of verdicts: some Sequence<Verdict>) {
      for verdict in verdicts {
        switch verdict {
        case .right: (count, right) = (count + 1, right + 1)
        case .wrong: count += 1
        case .silent: break
        }
      }
    }

    init(of words: [EncodedWord], in encoding: LegacyEncoding?) {
      self.init(of: words.lazy.map { $0.verdict(in: encoding) })
    }

    var wrong: Int { count - right }
    var share: Double { Double(right) / Double(max(1, count)) }
  }
}
