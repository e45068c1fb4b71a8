/// Which letter sequences are Vietnamese syllables, by the rules of its spelling.
public enum Syllable {
  private static let onsets = [
    "ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
    "n", "p", "r", "s", "t", "v", "x", "",
  ]

  private static let rimes: Set<String> = Set(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch \
    êm ên ênh êp êt êu êng i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu iêng o oc oi om on ong op ot oong ooc \
    oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oăp oe oen oeo oet ô ôc ôi ôm ôn ông ôp ôt \
    ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uâ uê uêch uênh uên uêu uơ uôc uôi uôm uôn uông uôt \
    uôi uy uya uych uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu \
    y yêm yên yêng yêt yêu ych ynh yt ym yn
    """.split(separator: " ").map(String.init))

  private static let tones: [Unicode.Scalar: (plain: Unicode.Scalar, tone: Int)] = {
    let rows = [
      "aáàảãạ", "ăắằẳẵặ", "âấầẩẫậ", "eéèẻẽẹ", "êếềểễệ", "iíìỉĩị", "oóòỏõọ", "ôốồổỗộ", "ơớờởỡợ", "uúùủũụ",
      "ưứừửữự", "yýỳỷỹỵ",
    ]
    var table: [Unicode.Scalar: (Unicode.Scalar, Int)] = [:]
    for row in rows {
      let scalars = Array(row.unicodeScalars)
      for (tone, scalar) in scalars.enumerated() { table[scalar] = (scalars[0], tone) }
    }
    return table
  }()

  /// Whether a word in small letters (NFC, either tone placement) can be a syllable.
  public static func isValid(_ word: String) -> Bool {
    if word.utf8.count > 18 { return false }
    var plain = String.UnicodeScalarView()
    var tone = 0
    for scalar in word.unicodeScalars {
      let entry = tones[scalar]
      plain.append(entry?.plain ?? scalar)
      if let mark = entry?.tone, mark > 0 {
        if tone > 0 { return false }
        tone = mark
      }
    }
    return isValid(plain: String(plain), tone: tone)
  }

  private static func isValid(plain: String, tone: Int) -> Bool {
    onsets.contains { onset in
      guard plain.hasPrefix(onset) else { return false }
      let rest = String(plain.dropFirst(onset.count))
      return hasRime(onset: onset, rest: rest) && toneFits(rest, tone)
    }
  }

  /// Whether the rest of a syllable after its onset is a rime. `gi` and `qu` share a vowel with the rime: `gìn` is `gi` and
  /// `in`, `quả` is `qu` and `oa`.
  private static func hasRime(onset: String, rest: String) -> Bool {
    switch onset {
    case "gi": rest.isEmpty || rimes.contains(rest) || rimes.contains("i" + rest)
    case "qu": rimes.contains("o" + rest) || rimes.contains("u" + rest) || rimes.contains(rest) && !rest.isEmpty
    default: rimes.contains(rest)
    }
  }

  /// A syllable that ends in a stop carries sắc or nặng only.
  private static func toneFits(_ rest: String, _ tone: Int) -> Bool {
    guard let last = rest.last, "ptc".contains(last) || rest.hasSuffix("ch") else { return true }
    return tone == 1 || tone == 5
  }
}
