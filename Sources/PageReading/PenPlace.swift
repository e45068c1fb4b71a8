internal import DocumentModel
internal import Foundation

/// A place in the head of a paper where a pen may have written figures, between two printed words.
struct PenPlace {
  var field: PenReading.Field
  /// The ends of the printed words on either side, in pixels of the page: as the recogniser has them, which the ink mends.
  var left, right: Double
  /// Whether a slash ends it and not a letter.
  let endsInSlash: Bool
  /// The foot of the line's capitals, and the size of its type.
  var baseline, em: Double
  /// What the recogniser of print read there, and how sure it is of the least sure word; nil for nothing.
  var printed: (text: String, confidence: Confidence)?

  /// Whether so many figures are fewer than the signs that the recogniser of print saw there, whatever it took them for: the cut
  /// has lost some.
  func isCutShort(at figures: Int) -> Bool {
    figures < printed?.text.count(where: { $0.isLetter || $0.isNumber }) ?? 0
  }

  /// Whether the recogniser of print read plain figures and is sure of them.
  var isPlainPrint: Bool {
    guard let printed, printed.confidence >= PenBounds.surePrint else { return false }
    let figures = printed.text.filter { !" .:,".contains($0) }
    return !figures.isEmpty && figures.allSatisfy { $0.isASCII && $0.isNumber }
  }
}

/// Bounds for what is taken for a pen. Sizes are shares of the type's size; a figure of Times is 0.68 high.
enum PenBounds {
  /// Print that is less sure may be a pen's.
  static let surePrint: Confidence = 0.9
  /// Figures that are so much higher than the line's own are a pen's.
  static let tall = 1.18
  /// What is read of a part of the ink is no surer than this.
  static let sureOfPart: Confidence = 0.5
  /// The height of a printed figure.
  static let figure = 0.68
  /// Above and below the foot of the line so much is looked at.
  static let above = 1.35, below = 0.45
  /// Heads stand in this upper part of a page.
  static let head = 0.5
}

/// The words of a line as the letters that they are made of, without marks and capitals, each with where it may stand.
struct PrintedLetters {
  /// One character for each letter, a blank between two words.
  let text: String
  private let words: [Word]
  /// The word of each character and its place there; nil between two.
  private let places: [(word: Int, index: Int)?]

  init(_ words: [Word]) {
    self.words = words.filter { $0.box != nil && !$0.text.isEmpty }
    var text = "", places: [(word: Int, index: Int)?] = []
    for (index, word) in self.words.enumerated() {
      if index > 0 { (text, places) = (text + " ", places + [nil]) }
      for (place, letter) in word.text.enumerated() {
        text.append(Self.plain(letter))
        places.append((index, place))
      }
    }
    (self.text, self.places) = (text, places)
  }

  /// A letter's base: `a` for `Ầ`.
  private static func plain(_ letter: Character) -> Character {
    if letter == "đ" || letter == "Đ" { return letter }
    let base = String(letter).decomposedStringWithCanonicalMapping.unicodeScalars.first.map(Character.init) ?? letter
    return base
  }

  /// Where in its word a character stands.
  func place(at index: Int) -> Int? { places.indices.contains(index) ? places[index]?.index : nil }

  func word(at index: Int) -> Word? {
    places.indices.contains(index) ? places[index].map { words[$0.word] } : nil
  }

  /// Where a printed word ends or begins that fills the characters of a range and is so many ems wide: by its box where it
  /// fills the box, else by its own width from the nearer end of the box. A word whose box is too wide for it has a pen's
  /// ink in it: at its end, or before it where `inkBefore`.
  func edges(
    of range: Range<Int>, em: Double, width: Double, inkBefore: Bool = false
  ) -> (left: Double, right: Double)? {
    guard let first = places[range.lowerBound], let box = words[first.word].box else { return nil }
    let count = words[first.word].text.count, end = first.index + range.count
    let (left, right) = (Double(box.x), Double(box.right))
    let isWhole = first.index == 0 && end >= count && right - left < (width + 0.25) * em
    if isWhole { return (left, right) }
    if first.index == 0, !(inkBefore && end >= count) { return (left, min(right, left + width * em)) }
    if end >= count { return (max(left, right - width * em), right) }
    let step = (right - left) / Double(count)
    let start = left + Double(first.index) * step
    return (start, start + width * em)
  }

  /// The words that lie between two places of the line, those that reach into them included, and the least confidence.
  func printed(after start: Int, before end: Int) -> (text: String, confidence: Confidence)? {
    guard start < end else { return nil }
    let characters = Array(text)
    let inside = String(characters[start..<end])
    let touched = Set((start..<end).compactMap { places[$0]?.word })
    guard let least = Confidence.lowest(of: touched.map { words[$0].confidence }) else { return nil }
    return (inside, least)
  }
}
