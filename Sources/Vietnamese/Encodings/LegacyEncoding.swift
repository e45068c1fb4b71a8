/// Encodings of the years before Unicode, in which old files still hold Vietnamese: bytes that a font drew as Vietnamese
/// letters and that every other program shows as Western European ones.
///
/// The more common stand first: of two that explain a text equally well the first is taken.
public enum LegacyEncoding: String, Codable, Sendable, CaseIterable {
  /// TCVN 5712:1993, fonts named `.Vn…`: `Céng hoµ x· héi` is `Cộng hoà xã hội`. Its capitals are fonts of their own.
  case tcvn3
  /// VNI, fonts named `VNI-…`: a letter and a mark after it, `Coäng hoøa xaõ hoäi`.
  case vni
  /// Windows code page 1258: some letters with their marks, five tone marks after their letters.
  case windows1258
  /// RFC 1456: every letter a byte of its own, six capitals among the control characters.
  case viscii
  /// The code page of the Vietnamese Professionals Society, with fourteen capitals among the control characters.
  case vps
  /// The whole code page of TCVN 5712:1993 (VN1), whose capitals are bytes of their own.
  case tcvn5712
  /// Fonts of the polytechnic of Hồ Chí Minh City: a letter and a mark after it, as VNI, with other marks.
  case bkhcm2
  /// RFC 1456, too: marks as signs of ASCII after the letter, `Co^.ng ho`a xa~ ho^.i`.
  case viqr
  /// UTF-8 that was taken for Western European text and written as UTF-8 once more: `Cá»™ng hÃ²a`.
  case doubledUTF8

  /// As people call it.
  public var name: String {
    switch self {
    case .tcvn3: "TCVN3 (ABC)"
    case .vni: "VNI"
    case .windows1258: "Windows-1258"
    case .viscii: "VISCII"
    case .vps: "VPS"
    case .tcvn5712: "TCVN 5712 (VN1)"
    case .bkhcm2: "BK HCM 2"
    case .viqr: "VIQR"
    case .doubledUTF8: "UTF-8 × 2"
    }
  }

  /// The encoding that makes Vietnamese words of the text; nil for one that is Unicode, or not Vietnamese.
  ///
  /// A text with marked words needs four of them to tell, or two where its bytes were not Unicode.
  public static func detect(in text: some StringProtocol, isUnicode: Bool = true) -> LegacyEncoding? {
    let words = EncodedWord.all(in: text, most: 400)
    let plain = EncodedWord.Tally(of: words, in: nil)
    if isUnicode, plain.share >= 0.5 { return nil }
    let tallies = allCases.map { (encoding: $0, tally: EncodedWord.Tally(of: words, in: $0)) }
    return tallies.filter { $0.tally.count >= (isUnicode ? 4 : 2) && $0.tally.share >= 0.8 }
      .max { $0.tally.share < $1.tally.share }?.encoding
  }

  /// The text in Unicode. Characters that the encoding does not use stay.
  public func decoded(_ text: String) -> String {
    if self == .viqr { return VIQR.decoded(text) }
    if text.utf8.allSatisfy({ $0 < 0x80 && ($0 >= 0x20 || $0 == 0x09) }) { return text }
    switch self {
    case .tcvn3: return TCVN3.decoded(text)
    case .vni: return LetterPairs.vni.decoded(nfc(text))
    case .bkhcm2: return LetterPairs.bkhcm2.decoded(nfc(text))
    case .windows1258: return nfc(SingleBytes.replaced(text, by: SingleBytes.windows1258))
    case .viscii: return SingleBytes.replaced(text, by: SingleBytes.viscii)
    case .vps: return SingleBytes.replaced(text, by: SingleBytes.vps)
    case .tcvn5712: return nfc(SingleBytes.replaced(text, by: SingleBytes.tcvn5712))
    case .doubledUTF8: return WesternEuropean.halved(text)
    case .viqr: return text
    }
  }
}
