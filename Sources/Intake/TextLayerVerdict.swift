public import DocumentModel
internal import Vietnamese

/// Whether the words that a PDF page carries are the page's text, and why.
public enum TextLayerVerdict: String, Sendable, Hashable, Codable {
  /// They are, so far as they show: the page was made by a program, or another tool read it well.
  case trusted
  /// There are none.
  case absent
  /// Too few for a page of text: a signing service's overlay, a page number.
  case overlay
  /// They do not read as Vietnamese: read by a model of another language, or a font that says nothing of its letters.
  case unreadable

  /// Fewer words than this are no text of a page.
  static let fewestWords = 20

  init(_ lines: [Line]) { self = TextLayerReport(lines).verdict }
}

/// The verdict on the words of a page, with what it rests on.
public struct TextLayerReport: Sendable, Hashable {
  /// How many there are, and how many of them hold a letter.
  public let words: Int, wordsOfLetters: Int
  /// Of the words with letters, the share that carries a letter which only Vietnamese has (the row U+1EA0, đ, ơ, ư),
  /// 0...1. Half do; of what an English engine or a font without a map made of it, none do.
  public let vietnamese: Double
  /// Of the words that are nothing but letters, the share that can be a syllable of Vietnamese, 0...1: nearly all.
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

  /// What the figures come to.
  public var verdict: TextLayerVerdict {
    if words == 0 { return .absent }
    if wordsOfLetters < TextLayerVerdict.fewestWords { return .overlay }
    return vietnamese >= 0.2 && syllables >= 0.8 ? .trusted : .unreadable
  }

  /// 1 of none: what is not there speaks against nothing.
  private static func share(of words: [String], where holds: (String) -> Bool) -> Double {
    words.isEmpty ? 1 : Double(words.count(where: holds)) / Double(words.count)
  }

  private static func isVietnameseOnly(_ scalar: Unicode.Scalar) -> Bool {
    (0x1EA0...0x1EF9).contains(scalar.value) || "đĐơƠưƯ".unicodeScalars.contains(scalar)
  }
}
