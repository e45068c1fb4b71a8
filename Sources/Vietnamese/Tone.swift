/// Where the tone mark of an open `oa`, `oe`, `uy` stands.
public enum ToneStyle: String, Codable, Sendable, CaseIterable {
  /// `hóa`, `hòe`, `thủy`: over the first vowel, as most printed documents have it.
  case old
  /// `hoá`, `hoè`, `thuỷ`: over the second, as school spelling (1984) has it.
  case new
}

private let oldToNew: [(old: [Character], new: [Character])] = {
  let pairs = [
    ("óa", "oá"), ("òa", "oà"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"), ("óe", "oé"), ("òe", "oè"), ("ỏe", "oẻ"),
    ("õe", "oẽ"), ("ọe", "oẹ"), ("úy", "uý"), ("ùy", "uỳ"), ("ủy", "uỷ"), ("ũy", "uỹ"), ("ụy", "uỵ"),
  ]
  return pairs.map { (Array($0.0), Array($0.1)) }
}()

private let placements: [ToneStyle: [String: [Character]]] = {
  var table: [ToneStyle: [String: [Character]]] = [.old: [:], .new: [:]]
  for (old, new) in oldToNew {
    table[.old]?[String(new)] = old
    table[.new]?[String(old)] = new
  }
  return table
}()

/// The last letters of the endings whose tone mark can move, small and capital, and the five tone marks as combining
/// characters. A word whose last letter is not among them cannot change.
private let lastLetters: Set<Unicode.Scalar> = {
  let letters = oldToNew.flatMap { [$0.old[1], $0.new[1]] }.flatMap { [String($0), $0.uppercased()] }
  return Set((letters + ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]).flatMap(\.unicodeScalars))
}()

private let lastLettersOfASCII = Array("aey".utf8)

/// Whether a word may end in an `oa`, `oe` or `uy`, signs after its last letter left aside. It may say yes for another word;
/// its purpose is to rule most words out quickly.
public func mayMoveTone(in word: String) -> Bool {
  // Most words end in a letter of ASCII, which needs no tables.
  if let last = word.utf8.last, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(last | 0x20) {
    return lastLettersOfASCII.contains(last | 0x20)
  }
  let last = word.unicodeScalars.last { $0.properties.isAlphabetic || (0x300...0x36F).contains($0.value) }
  return last.map(lastLetters.contains) ?? false
}

/// The word with its tone mark where the style puts it. Only the mark of an `oa`, `oe` or `uy` that ends the word can move,
/// and never that of `quý`, whose `u` belongs to the consonant.
public func placingTone(of word: String, _ style: ToneStyle) -> String {
  guard mayMoveTone(in: word), let start = word.index(word.endIndex, offsetBy: -2, limitedBy: word.startIndex) else {
    return word
  }
  let ending = word[start...]
  guard let moved = placements[style]?[lowercased(String(ending))] else { return word }
  if start > word.startIndex, word[word.index(before: start)].lowercased() == "q" { return word }
  let cased = zip(ending, moved).map { $0.isUppercase ? uppercased(String($1)) : String($1) }
  return word[..<start] + cased.joined()
}

/// Which style a word shows; nil for a word that reads the same in both.
public func toneStyle(of word: String) -> ToneStyle? {
  if placingTone(of: word, .old) != word { return .new }
  if placingTone(of: word, .new) != word { return .old }
  return nil
}
