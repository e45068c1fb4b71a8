internal import DocumentModel
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

  init(_ lines: [Line]) {
    let words = lines.flatMap(\.words).map(\.text)
    if words.isEmpty {
      self = .absent
    } else if words.count(where: { $0.contains(where: \.isLetter) }) < Self.fewestWords {
      self = .overlay
    } else {
      self = Self.readsAsVietnamese(words) ? .trusted : .unreadable
    }
  }

  /// Half the words of Vietnamese carry a letter that only it has (the row U+1EA0, đ, ơ, ư); of what an English engine
  /// or a font without a map made of it, none do. And of the words in small letters that are no abbreviation nearly all
  /// can be a syllable of Vietnamese.
  static func readsAsVietnamese(_ words: [String]) -> Bool {
    let words = words.filter { $0.contains(where: \.isLetter) }
    let vietnamese = words.count { word in word.unicodeScalars.contains(where: isVietnameseOnly) }
    guard vietnamese * 5 >= words.count else { return false }
    let plain = words.map { String($0.trimmingPunctuation) }.filter { $0.allSatisfy(\.isLetter) && $0.count > 1 }
    let syllables = plain.count { Syllable.isValid(lowercased($0)) }
    return syllables * 5 >= plain.count * 4
  }

  private static func isVietnameseOnly(_ scalar: Unicode.Scalar) -> Bool {
    (0x1EA0...0x1EF9).contains(scalar.value) || "đĐơƠưƯ".unicodeScalars.contains(scalar)
  }
}

extension String {
  fileprivate var trimmingPunctuation: Substring {
    let start = drop { !$0.isLetter }
    guard let last = start.lastIndex(where: \.isLetter) else { return "" }
    return start[...last]
  }
}
