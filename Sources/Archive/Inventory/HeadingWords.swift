/// Headings that say the same with more or fewer words: `Mã hồ sơ giấy gốc (nếu có)`, `Tổng số văn bản trong hồ sơ`,
/// `Số của văn bản`. All are keys, without marks and in small letters.
enum HeadingWords {
  /// The heading as it stands, then with fewer and fewer words, so that the closest form is found first.
  static func forms(_ key: String) -> [String] { [key] + closer(key) + closer(spelled(key)) }

  private static func closer(_ key: String) -> [String] {
    let plain = withoutBrackets(key)
    let bare = bare(plain)
    let short = without(["trong ho so", "cua ho so", "trong van ban"], bare)
    return [plain, bare, short, bareTail(short)]
  }

  /// What lists write short, word by word and in whole phrases.
  private static let words = [
    "hs": "ho so", "vb": "van ban", "tl": "tai lieu", "bq": "bao quan", "sd": "su dung", "nd": "noi dung",
    "cq": "co quan", "bh": "ban hanh", "sl": "so luong", "kh": "ky hieu", "tg": "thoi gian", "th": "thoi han",
    "td": "tieu de", "k/h": "ky hieu", "t/g": "thoi gian",
  ]

  private static func spelled(_ key: String) -> String {
    withoutBrackets(key).split { $0 == " " || $0 == "," || $0 == ";" }.map { words[String($0)] ?? String($0) }
      .joined(separator: " ")
  }

  /// Words that say no more than the rest of a heading does.
  private static let idle: Set<String> = [
    "cua", "va", "cac", "ve", "duoc", "hoac", "trong", "theo", "neu", "co", "cu", "the", "chi", "tiet", "day", "du",
    "so luong", "thong", "tin", "hien", "nay",
  ]

  /// The words that carry the meaning, in any order: `Tên/Tiêu đề hồ sơ`, `Ngày, tháng, năm ban hành`.
  static func meaning(_ key: String) -> Set<String> {
    let parts = spelled(key).split { $0 == " " || $0 == "/" || $0 == "-" || $0 == "–" }.map(String.init)
    return Set(parts).subtracting(idle)
  }

  /// Without brackets, commas, and words that only join others.
  static func bare(_ key: String) -> String {
    let parts = withoutBrackets(key).split { $0 == " " || $0 == "," || $0 == ";" || $0 == "/" }
    return parts.filter { !["cua", "va", "cac"].contains($0) }.joined(separator: " ")
  }

  /// Without a last word that says what the column is of: `ngày tháng năm văn bản`, `chế độ sử dụng hồ sơ`.
  private static func bareTail(_ key: String) -> String {
    for tail in [" van ban", " tai lieu", " vb"] where key.hasSuffix(tail) { return String(key.dropLast(tail.count)) }
    return key
  }

  private static func without(_ phrases: [String], _ key: String) -> String {
    phrases.reduce(key) { key, phrase in key.hasSuffix(" " + phrase) ? String(key.dropLast(phrase.count + 1)) : key }
  }

  private static func withoutBrackets(_ key: String) -> String {
    var result = "", depth = 0
    for character in key {
      switch character {
      case "(", "[": depth += 1
      case ")", "]": depth = max(0, depth - 1)
      default: if depth == 0 { result.append(character) }
      }
    }
    return result.trimmedSpaces
  }
}
