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

/// Who wrote the words that a PDF page carries, as far as the page tells.
public enum TextLayerWriter: Sendable, Hashable {
  /// Whoever read a scan, or nobody knows.
  case unknown
  /// The program that made the page: the words are what it shows, in fonts that say which letters they draw.
  case program
  /// The same, and the page says nothing else: no picture, no outlines of letters.
  case programAlone
  /// The program that made the page, over pictures that cover it and may say more.
  case programOverPictures
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
  /// Share of the words that hold a sign which neither Vietnamese nor English writes, 0...1. It is small in a
  /// page of codes and figures, and about a half where a face of the time before Unicode draws other letters.
  public let strange: Double
  public let writer: TextLayerWriter

  public init(_ lines: [Line], writer: TextLayerWriter = .unknown) {
    self.writer = writer
    let all = lines.flatMap(\.words).map(\.text), lettered = all.filter { $0.contains(where: \.isLetter) }
    let plain = lettered.map { String($0.trimmed { !$0.isLetter }) }.filter {
      $0.allSatisfy(\.isLetter) && $0.count > 1
    }
    words = all.count
    wordsOfLetters = lettered.count
    vietnamese = Self.share(of: lettered) { $0.unicodeScalars.contains(where: Self.isVietnameseOnly) }
    strange = Self.share(of: all, where: Self.isStrange)
    syllables = Self.share(of: plain) { Syllable.isValid(lowercased($0)) }
  }

  /// What the figures say of the words.
  public var verdict: TextLayerVerdict {
    if words == 0 { return .absent }
    // What a program wrote is certain in any language, if only its letters are what they seem to be.
    let isCertain = writer != .unknown && strange < Self.mostStrange
    if isCertain, writer == .programAlone || wordsOfLetters >= TextLayerVerdict.fewestWords { return .trusted }
    if wordsOfLetters < TextLayerVerdict.fewestWords { return .overlay }
    return readsAsVietnamese ? .trusted : .unreadable
  }

  /// Whether the words are those of the language, whoever wrote them.
  public var readsAsVietnamese: Bool { vietnamese >= 0.2 && syllables >= 0.8 }

  /// Words of another language, such as names, have foreign letters here and there.
  private static let mostStrange = 0.1

  private static func isStrange(_ word: String) -> Bool {
    word.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x20..<0x7F: false
      case 0x00B0, 0x00B2, 0x00B3, 0x00AB, 0x00BB, 0x00B7, 0x00A0, 0x00D7, 0x00A7: false
      case 0x0300...0x0323, 0x2010...0x27BF, 0x20AB: false
      default: !Self.isVietnamese(scalar)
      }
    }
  }

  private static func isVietnamese(_ scalar: Unicode.Scalar) -> Bool {
    isVietnameseOnly(scalar) || "àáâãèéêìíòóôõùúýăĩũÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĨŨ".unicodeScalars.contains(scalar)
  }

  /// The share of the words for which the condition holds; 1 where there are no words, which must not count against a page.
  private static func share(of words: [String], where holds: (String) -> Bool) -> Double {
    words.isEmpty ? 1 : Double(words.count(where: holds)) / Double(words.count)
  }

  private static func isVietnameseOnly(_ scalar: Unicode.Scalar) -> Bool {
    (0x1EA0...0x1EF9).contains(scalar.value) || "đĐơƠưƯ".unicodeScalars.contains(scalar)
  }
}

extension PDFPageFacts {
  /// Who wrote the words of the page.
  var writer: TextLayerWriter {
    if isNothingButText { return .programAlone }
    return isWritten ? .program : isWrittenOverPictures ? .programOverPictures : .unknown
  }
}
