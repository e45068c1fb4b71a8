/// Letters that look like Vietnamese ones and are none: of other alphabets (Cyrillic `а`, Greek `Ο`), of other languages
/// (Icelandic `Ð`), of mathematics and of wide type. Keyboards, converters and recognisers put them into texts, where no
/// word with one of them is found or understood.
public enum Lookalikes {
  /// A line with its letters as Vietnamese has them.
  ///
  /// Letters that are always another form of a Latin one (`ﬁ`, `Ａ`, `𝐀`) are replaced everywhere. Those of other alphabets
  /// are replaced in words that become Latin altogether, and not beside words that are really of that alphabet.
  public static func mended(_ line: String) -> String {
    guard mayHold(line) else { return line }
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map { Word(String($0)) }
    let foreign = Set(words.compactMap(\.foreign))
    return words.map { $0.mended(beside: foreign) }.joined(separator: " ")
  }

  /// Whether a line has any such letter. Nearly none has.
  public static func mayHold(_ line: String) -> Bool {
    line.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0xD0, 0xF0: true
      // What Vietnamese is written with.
      case ..<0x131, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x300...0x309, 0x1E00...0x1EFF: false
      default: forms(of: scalar) != nil || letters[scalar] != nil || isPart(scalar)
      }
    }
  }

  /// A stroke through the letter before, or a letter of the other alphabets, which may have a mark of its own.
  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    [0x335, 0x336].contains(scalar.value) || (0x1CD...0x1D4).contains(scalar.value)
      || [.cyrillic, .greek].contains(alphabet(of: scalar))
  }

  /// Another form of the same Latin letters, digits or signs; nil for a scalar that is none.
  static func forms(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).map { String($0) }
    case 0xFB00...0xFB06, 0x2160...0x217F, 0x1D400...0x1D7FF: nfkc(String(scalar))
    case 0x210A...0x2134: letterlike[scalar]
    default: nil
    }
  }

  /// Letters of mathematics that stand apart from their alphabet.
  private static let letterlike: [Unicode.Scalar: String] = [
    "ℊ": "g", "ℋ": "H", "ℌ": "H", "ℍ": "H", "ℎ": "h", "ℐ": "I", "ℑ": "I", "ℒ": "L", "ℓ": "l", "ℕ": "N", "ℙ": "P",
    "ℚ": "Q", "ℛ": "R", "ℜ": "R", "ℝ": "R", "ℤ": "Z", "ℨ": "Z", "ℬ": "B", "ℭ": "C", "ℯ": "e", "ℰ": "E", "ℱ": "F",
    "ℳ": "M", "ℴ": "o",
  ]

  enum Alphabet { case latin, cyrillic, greek, other }

  static func alphabet(of scalar: Unicode.Scalar) -> Alphabet {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: .latin
    case 0x400...0x52F: .cyrillic
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    default: .other
    }
  }

  static let letters: [Unicode.Scalar: Unicode.Scalar] = {
    let rows: [(String, String)] = [
      // Latin letters of other languages and of phonetics.
      ("ÐðƉɖƊɗ", "ĐđĐđĐđ"), ("ɑɡıȷ\u{30C}", "agij\u{306}"), ("ᴀʙᴄᴅᴇʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡᴢ", "ABCDEHIJKLMNOPRTUVWZ"),
      // Cyrillic.
      ("АВЕЅІЈКМНОРСТУҮХԚԜҺ", "ABESIJKMHOPCTYYXQWH"), ("аеѕіјорсухһԛԝԁӏү", "aesijopcyxhqwdly"),
      // Greek.
      ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"), ("αικνορτυχϲ", "aikvoptuxc"),
    ]
    return Dictionary(
      rows.flatMap { zip($0.0.unicodeScalars, $0.1.unicodeScalars) }
    ) { first, _ in first }
  }()
}

/// A word between spaces.
private struct Word {
  private let text: String
  /// With its letters as Latin ones, as far as they look like such.
  private let latin: String
  private let hasLatin: Bool
  private let isChanged: Bool
  /// The alphabet of letters in it that look like no Latin ones; nil where there are none.
  let foreign: Lookalikes.Alphabet?

  init(_ text: String) {
    let plain = String(
      String.UnicodeScalarView(
        text.unicodeScalars.flatMap { scalar in
          Lookalikes.forms(of: scalar).map { Array($0.unicodeScalars) } ?? [scalar]
        }))
    self.text = plain
    // Marks are taken off, so that `ά` is `α` and its mark, and put on again.
    let scalars = Array(nfd(plain).unicodeScalars)
    let mended = scalars.map { Lookalikes.letters[$0] ?? $0 }
    latin = Self.joiningStrokes(nfc(String(String.UnicodeScalarView(mended))))
    hasLatin = scalars.contains { Lookalikes.alphabet(of: $0) == .latin && Lookalikes.letters[$0] == nil }
    isChanged = latin != nfc(plain)
    let left = mended.first { [.cyrillic, .greek].contains(Lookalikes.alphabet(of: $0)) }
    foreign = left.map(Lookalikes.alphabet)
  }

  /// `đ` as a `d` and a stroke through it.
  private static func joiningStrokes(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { [0x335, 0x336].contains($0.value) }) else { return text }
    return ["\u{335}", "\u{336}"].reduce(text) { text, stroke in
      text.replacing("d" + stroke, with: "đ").replacing("D" + stroke, with: "Đ")
    }
  }

  func mended(beside foreign: Set<Lookalikes.Alphabet>) -> String {
    guard isChanged, self.foreign == nil else { return text }
    if hasLatin || isVietnamese { return isMeant ? latin : text }
    let isOfLine = text.unicodeScalars.contains { foreign.contains(Lookalikes.alphabet(of: $0)) }
    // Small Greek letters alone are signs of formulas.
    return isOfLine || hasSmallGreek ? text : latin
  }

  private var hasSmallGreek: Bool {
    text.unicodeScalars.contains { Lookalikes.alphabet(of: $0) == .greek && $0.properties.isLowercase }
  }

  /// Whether the alphabet is Latin already: `Ð`, whose word is mended wherever it stands.
  private var isVietnamese: Bool {
    text.unicodeScalars.allSatisfy { ![.cyrillic, .greek].contains(Lookalikes.alphabet(of: $0)) }
  }

  /// Letters that other languages and formulas need are kept where they make no Vietnamese syllable: `kadın`, `α-amylase`.
  private var isMeant: Bool {
    let isRare = hasSmallGreek || nfd(text).unicodeScalars.contains { Self.rare.contains($0) }
    return !isRare || lowercased(latin).split { !$0.isLetter }.allSatisfy { Syllable.isValid(String($0)) }
  }

  private static let rare: Set<Unicode.Scalar> = ["ı", "ȷ", "\u{30C}"]
}
