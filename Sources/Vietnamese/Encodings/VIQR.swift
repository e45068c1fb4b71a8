/// Vietnamese in ASCII (RFC 1456): `^`, `(` and `+` for the letters `â ă ơ`, then a tone as `'`, `` ` ``, `?`, `~`, `.`;
/// `dd` for `đ`; a backslash before a sign that is itself.
enum VIQR {
  private static let shapes: [String: Character] = [
    "a^": "â", "e^": "ê", "o^": "ô", "a(": "ă", "o+": "ơ", "u+": "ư", "o*": "ơ", "u*": "ư", "A^": "Â", "E^": "Ê",
    "O^": "Ô", "A(": "Ă", "O+": "Ơ", "U+": "Ư", "O*": "Ơ", "U*": "Ư", "dd": "đ", "DD": "Đ", "Dd": "Đ", "dD": "Đ",
  ]
  private static let tones: [Character: String] = [
    "`": "\u{300}", "'": "\u{301}", "~": "\u{303}", "?": "\u{309}", ".": "\u{323}",
  ]
  private static let vowels = Set("aeiouyAEIOUYâăêôơưÂĂÊÔƠƯ")

  /// Whether a word has a mark inside, so that it is VIQR or nothing that is written with letters: `Vie^.t`, `pho`ng`.
  static func isMarked(_ word: some StringProtocol) -> Bool {
    let signs = Array(word.utf8)
    return signs.indices.dropLast().contains { index in
      let (sign, next) = (signs[index], signs[index + 1])
      guard vowelBytes.contains(sign) else { return false }
      if next == UInt8(ascii: "^") || next == UInt8(ascii: "+") { return true }
      let isTone = toneBytes.contains(next) || next == UInt8(ascii: "(")
      return isTone && index + 2 < signs.count && letterBytes.contains(signs[index + 2] | 0x20)
    }
  }

  /// Whether a sign may be a mark: words without any need no closer look.
  static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "^", "+", "(", "`", "'", "?", "~", ".": true
    default: false
    }
  }

  private static let vowelBytes = Set("aeiouyAEIOUY".utf8), toneBytes = Set("`'?~.".utf8)
  private static let letterBytes = UInt8(ascii: "a")...UInt8(ascii: "z")

  static func decoded(_ text: String) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    return words.indices.map { index in
      let next = words[(index + 1)...].first { !$0.isEmpty }?.first
      // Headings in capitals have no full stop at their end, but their Roman numbers do; a question seldom stands inside a
      // line.
      let isHeading =
        !words[index].allSatisfy { "IVXLC.".contains($0) } && words[index].count { $0.isUppercase } > 1
        && !words[index].contains(where: \.isLowercase)
      let isQuestion = words[index].hasSuffix("?")
      return word(
        Array(words[index]), endsSentence: !isHeading && (next.map { $0.isUppercase && !isQuestion } ?? true))
    }.joined(separator: " ")
  }

  private static func word(_ signs: [Character], endsSentence: Bool) -> String {
    var result: [Character] = [], hasTone = false, index = 0
    while index < signs.count {
      defer { index += 1 }
      let sign = signs[index], last = result.last ?? " "
      if sign == "\\", index + 1 < signs.count {
        index += 1
        result.append(signs[index])
      } else if let letter = shapes[String([last, sign])] {
        result[result.count - 1] = letter
      } else if let mark = tones[sign], !hasTone, vowels.contains(last),
        !isEnd(sign, after: last, isAtEnd: index == signs.count - 1 && endsSentence)
      {
        result[result.count - 1] = Character(nfc(String(last) + mark))
        hasTone = true
      } else {
        result.append(sign)
        hasTone = hasTone && sign.isLetter
      }
    }
    return nfc(String(result))
  }

  /// A full stop or question mark that ends a sentence: writers seldom put the backslash that RFC 1456 asks for. After
  /// `â`, `ơ` and the like it is a tone, as in `Bộ`.
  private static func isEnd(_ sign: Character, after last: Character, isAtEnd: Bool) -> Bool {
    isAtEnd && (sign == "." || sign == "?") && last.isASCII
  }
}
