/// Encodings in which every letter is one byte, described by what Western European programs show for the byte.
enum SingleBytes {
  typealias Table = [Unicode.Scalar: Unicode.Scalar]

  static func replaced(_ text: String, by letters: Table) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { letters[$0] ?? $0 }))
  }

  static let windows1258 = table(from: "ÃãÐðÕõÝýþÌÒÞìò", to: "ĂăĐđƠơƯư₫\u{300}\u{309}\u{303}\u{301}\u{323}")

  static let viscii = codePage(
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
      + "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ",
    controls: [0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"])

  /// A space stands for a byte that is no letter.
  static let vps = codePage(
    "ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ  ỀỂỄỐỒỔỖýỷỵỚỜỞ ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕự"
      + "ầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺ àáâãảạă èéêẽìí ĩẴĐòóôõ Ơụùúủ ỶẼỳ",
    controls: [
      0x02: "Ạ", 0x03: "Ậ", 0x04: "Ặ", 0x05: "Ẹ", 0x06: "Ệ", 0x10: "Ị", 0x11: "Ọ", 0x12: "Ộ", 0x13: "Ợ", 0x14: "Ụ",
      0x15: "Ự", 0x19: "Ỵ", 0x1C: "Ẫ", 0x1D: "Ữ",
    ])

  static let tcvn5712 = codePage(
    "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ ĂÂÊÔƠƯĐăâêôơưđẰ\u{300}\u{309}\u{303}\u{301}\u{323}àảãáạẲằẳẵắẴ"
      + "ẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ",
    controls: [
      0x01: "Ú", 0x02: "Ụ", 0x04: "Ừ", 0x05: "Ử", 0x06: "Ữ", 0x11: "Ứ", 0x12: "Ự", 0x13: "Ỳ", 0x14: "Ỷ", 0x15: "Ỹ",
      0x16: "Ý", 0x17: "Ỵ",
    ])

  /// A table of what stands for the bytes 0x80 to 0xFF, and for some control characters.
  private static func codePage(_ letters: String, controls: [UInt8: Unicode.Scalar]) -> Table {
    var table = Dictionary(
      uniqueKeysWithValues: controls.map { (Unicode.Scalar($0.key), $0.value) } as [(Unicode.Scalar, Unicode.Scalar)])
    for (byte, letter) in zip(UInt8(0x80)...0xFF, letters.unicodeScalars) where letter != " " {
      // Programs show bytes below 0xA0 as control characters or as the signs of Windows.
      table[Unicode.Scalar(byte)] = letter
      table[WesternEuropean.scalar(byte)] = letter
    }
    return table
  }

  static func table(from: String, to: String) -> Table {
    Dictionary(zip(from.unicodeScalars, to.unicodeScalars)) { first, _ in first }
  }
}

/// TCVN3 has one code for a marked letter, small or capital.
enum TCVN3 {
  /// Whether a word is in capitals is seen from its plain letters (`HO¹CH`) or, where it has too few of them, from those
  /// of the whole line (`KÕ HO¹CH`).
  static func decoded(_ text: String) -> String {
    let result = SingleBytes.replaced(text, by: letters)
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    // Symbols are in capitals in any line: `Sè: 27/KH-UBND`.
    if isInCapitals(words.filter { !$0.contains { $0.isASCII && $0.isNumber || $0 == "/" } }.joined()) {
      return uppercased(result)
    }
    guard words.contains(where: isInCapitals) else { return result }
    let decoded = result.split(separator: " ", omittingEmptySubsequences: false)
    return zip(words, decoded).map { isInCapitals($0) ? uppercased(String($1)) : String($1) }.joined(separator: " ")
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

  private static let letters = SingleBytes.table(
    from: "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉËÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u{AD}øõö÷ùýúûüþ®¡¢§£¤¥¦",
    to: "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđĂÂĐÊÔƠƯ")
}
