public import DocumentModel
internal import Vietnamese

/// Whether the words that a PDF page carries are the page's text, and why.
public enum TextLayerVerdict: String, Sendable, Hashable, Codable {
  /// The words are the page's text as far as they show: a program made the page, or another tool read it well.
  case trusted
  /// The page carries no words.
  case absent
  /// The words are too few for a page of text: a signing service's overlay, a page number.
  case overlay
  /// The words do not read as Vietnamese: a model of another language read them, or their font does not say which letters
  /// its glyphs are.
  case unreadable

  /// A page with fewer words of letters than this carries an overlay at most.
  static let fewestWords = 20
}

/// The verdict on the words of a page, with what it rests on.
public struct TextLayerReport: Sendable, Hashable {
  /// How many there are, and how many of them hold a letter.
  public let words: Int, wordsOfLetters: Int
  /// Share of the words with letters that have a letter of Vietnamese only (U+1EA0 to U+1EF9, đ, ơ, ư), 0...1. It is
  /// about a half in Vietnamese texts, and nothing where an English model read them or the font has no map to Unicode.
  public let vietnamese: Double
  /// Share of the words that are nothing but letters which can be a syllable of Vietnamese, 0...1. It is close to 1 in
  /// Vietnamese texts.
  public let syllables: Double

  public init(_ lines: [Line]) {
    let all = lines.flatMap(\.words).map(\.text), lettered = all.filter { $0.contains(where: \.isLetter) }
    let plain = lettered.map { String($0.trimmed { !$0.isLetter }) }.filter {
      $0.allSatisfy(\.isLetter) && $0.count > 1
    }
    words = all.count
    wordsOfLetters = lettered.count
    vietnamese = Self.share(of: lettered) { $0.unicodeScalars.contains(where: Self.isVietnameseOnly) }
    syllables = Self.share(of: plain) { Syllable.isValid(lowercased($0)) }
  }

  /// What the figures say of the words.
  public var verdict: TextLayerVerdict {
    if words == 0 { return .absent }
    if wordsOfLetters < TextLayerVerdict.fewestWords { return .overlay }
    return vietnamese >= 0.2 && syllables >= 0.8 ? .trusted : .unreadable
  }

  /// The share of the words for which the condition holds; 1 where there are no words, which must not count against a page.
  private static func share(of words: [String], where holds: (String) -> Bool) -> Double {
    words.isEmpty ? 1 : Double(words.count(where: holds)) / Double(words.count)
  }

  private static func isVietnameseOnly(_ scalar: Unicode.Scalar) -> Bool {
    (0x1EA0...0x1EF9).contains(scalar.value) || "đĐơƠưƯ".unicodeScalars.contains(scalar)
  }
}
