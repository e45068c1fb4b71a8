/// Encodings of the years before Unicode, in which old files still hold Vietnamese: bytes that a font drew as Vietnamese
/// letters and that every other program shows as Western European ones.
public enum LegacyEncoding: String, Codable, Sendable, CaseIterable {
  /// TCVN 5712:1993, fonts named `.Vn…`: `Céng hoµ x· héi` is `Cộng hoà xã hội`. Its capitals are fonts of their own.
  case tcvn3
  /// VNI, fonts named `VNI-…`: a letter and a mark after it, `Coäng hoøa xaõ hoäi`.
  case vni
  /// Windows code page 1258: some letters with their marks, five tone marks after their letters.
  case windows1258

  /// As people call it.
  public var name: String {
    switch self {
    case .tcvn3: "TCVN3 (ABC)"
    case .vni: "VNI"
    case .windows1258: "Windows-1258"
    }
  }

  /// The encoding that makes Vietnamese words of the text; nil for one that is Unicode, or not Vietnamese.
  ///
  /// A text with marked words needs four of them to tell, or two where its bytes were not Unicode.
  public static func detect(in text: some StringProtocol, isUnicode: Bool = true) -> LegacyEncoding? {
    let parts = text.split { character in !character.isLetter && !isLatin(character) }
    let marked: [String] = parts.map { String($0) }.filter { word in !word.utf8.allSatisfy { $0 < 0x80 } }
    let words = Array(marked[..<min(marked.count, 400)])
    if words.count < (isUnicode ? 4 : 2) || isUnicode && share(of: words, decodedBy: nil) >= 0.5 { return nil }
    let shares = allCases.map { (encoding: $0, share: share(of: words, decodedBy: $0)) }
    return shares.filter { $0.share >= 0.8 }.max { $0.share < $1.share }?.encoding
  }

  private static func isLatin(_ character: Character) -> Bool {
    character.unicodeScalars.contains { (0xA1...0xFF).contains($0.value) }
  }

  /// How many of the words are Vietnamese syllables with marks.
  private static func share(of words: [String], decodedBy encoding: LegacyEncoding?) -> Double {
    let right = words.count { word in
      let text = lowercased(encoding?.decoded(word) ?? word).filter(\.isLetter)
      return !text.utf8.allSatisfy { $0 < 0x80 } && Syllable.isValid(text)
    }
    return Double(right) / Double(max(1, words.count))
  }

  /// The text in Unicode. Characters that the encoding does not use stay.
  public func decoded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    switch self {
    case .tcvn3: return decodedCapitals(text)
    case .vni: return decodedPairs(nfc(text))
    case .windows1258: return nfc(replaced(text, by: Self.windows1258Letters))
    }
  }

  /// TCVN3 has one code for a marked letter, small or capital. Whether a word is in capitals is seen from its plain letters
  /// (`HO¹CH`) or, where it has too few of them, from those of the whole line (`KÕ HO¹CH`).
  private func decodedCapitals(_ text: String) -> String {
    let result = replaced(text, by: Self.tcvn3Letters)
    if Self.isInCapitals(text) { return uppercased(result) }
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.contains(where: Self.isInCapitals) else { return result }
    let decoded = result.split(separator: " ", omittingEmptySubsequences: false)
    return zip(words, decoded).map { Self.isInCapitals($0) ? uppercased(String($1)) : String($1) }.joined(
      separator: " ")
  }

  /// One capital may begin a word; two without a small letter are a heading.
  private static func isInCapitals(_ text: some StringProtocol) -> Bool {
    var capitals = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): capitals += 1
      case UInt8(ascii: "a")...UInt8(ascii: "z"): return false
      default: break
      }
    }
    return capitals >= 2
  }

  private func replaced(_ text: String, by letters: [Unicode.Scalar: Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { letters[$0] ?? $0 }))
  }

  private func decodedPairs(_ text: String) -> String {
    var result = ""
    var pending: Character?
    for character in text {
      if let letter = pending {
        if let joined = Self.vniPairs[String([letter, character])] {
          result.append(joined)
          pending = nil
          continue
        }
        result.append(Self.vniLetters[letter] ?? letter)
      }
      pending = character
    }
    if let letter = pending { result.append(Self.vniLetters[letter] ?? letter) }
    return result
  }

  private static let tcvn3Letters: [Unicode.Scalar: Unicode.Scalar] = table(
    from: "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉËÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u{AD}øõö÷ùýúûüþ®¡¢§£¤¥¦",
    to: "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđĂÂĐÊÔƠƯ")

  private static let windows1258Letters = table(
    from: "ÃãÐðÕõÝýþÌÒÞìò", to: "ĂăĐđƠơƯư₫\u{300}\u{309}\u{303}\u{301}\u{323}")

  private static func table(from: String, to: String) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(zip(from.unicodeScalars, to.unicodeScalars)) { first, _ in first }
  }

  /// Letters that stand alone.
  private static let vniLetters: [Character: Character] = [
    "ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "Ô": "Ơ", "Ö": "Ư", "Ñ": "Đ", "Æ": "Ỉ",
    "Ó": "Ĩ", "Ò": "Ị", "Î": "Ỵ",
  ]

  /// A letter and its mark, small and capital.
  private static let vniPairs: [String: Character] = {
    let toned: [(String, String)] = [
      ("a", "áàảãạ"), ("e", "éèẻẽẹ"), ("o", "óòỏõọ"), ("u", "úùủũụ"), ("y", "ýỳỷỹ"), ("ô", "ớờởỡợ"), ("ö", "ứừửữự"),
    ]
    var pairs: [String: Character] = [:]
    for (letter, results) in toned { add(letter, "ùøûõï", results, to: &pairs) }
    add("a", "êéèúüë", "ăắằẳẵặ", to: &pairs)
    for (letter, results) in [("a", "âấầẩẫậ"), ("e", "êếềểễệ"), ("o", "ôốồổỗộ")] {
      add(letter, "âáàåãä", results, to: &pairs)
    }
    return pairs
  }()

  private static func add(_ letter: String, _ marks: String, _ results: String, to pairs: inout [String: Character]) {
    for (mark, result) in zip(marks, results) {
      pairs[letter + String(mark)] = result
      let capital = Character(uppercased(String(result)))
      pairs[uppercased(letter) + uppercased(String(mark))] = capital
      pairs[uppercased(letter) + String(mark)] = capital
    }
  }
}
