/// Letters that grammars name one by one: the alphabet of lists, and what some letters are misread as.
public enum Letters {
  /// The order in which items are lettered: Vietnamese (`đ` after `d`), with the `f`, `j` and `w` of some papers.
  public static let ofLists: [Character] = Array("abcdđefghijklmnopqrstuvwxy")
  /// Letters that many lists leave out: `d)` may be followed by `e)`, `e)` by `g)`, `i)` by `k)`.
  public static let leftOutOfLists: Set<Character> = ["đ", "f", "j"]
  /// What stands in a scan where a list has a letter: `¢)` is a misread `c)`.
  public static let misreadInLists: [Character: Character] = ["¢": "c", "€": "e", "6": "b", "đ": "đ"]
  /// Letters that a nought in a number is misread as.
  public static let misreadNoughts: Set<Character> = Set("OÖÓÒÔØoöóòôø")
  /// Letters and signs that the digits of a Roman number are printed with or misread as.
  public static let romanStrokes: Set<Unicode.Scalar> = Set("IVXLHl1|!][".unicodeScalars)
  /// Small letters that only a Roman number's later digits are misread as.
  public static let smallRomanStrokes: Set<Unicode.Scalar> = Set("vx".unicodeScalars)
  /// What one stroke `I` is misread as.
  public static let misreadOnes: Set<Character> = Set("Ll1|!][")

  /// The text with `Đ` and `đ` where an engine put the Icelandic `Ð` and `ð`; an engine that wavers between the two
  /// prints both, and one of them is left out.
  public static func mendingEth(_ text: String) -> String {
    guard text.contains(where: { $0 == "Ð" || $0 == "ð" }) else { return text }
    let mended = Array(text).map { $0 == "Ð" ? "Đ" : $0 == "ð" ? "đ" : $0 } as [Character]
    return String(mended.indices.filter { $0 == 0 || mended[$0] != "Đ" || mended[$0 - 1] != "Đ" }.map { mended[$0] })
  }
}
