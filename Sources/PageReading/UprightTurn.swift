internal import DocumentModel
internal import Imaging
internal import Recognition

/// Decides how a page is to be turned: by the letters' shapes, and where these do not say, by which way up reads best.
enum UprightTurn {
  /// Degrees clockwise: 0, 90, 180 or 270.
  static func decide(for image: borrowing PageImage, with engine: inout some PageRecogniser & ~Copyable) throws(Failure)
    -> Int
  {
    let letters = try image.letters()
    let guess = try letters.orientation()
    // One in a hundred and fifty pages just above Leptonica's bound lay otherwise; reading costs half a second.
    if guess.certainty >= 1.5 { return guess.turn }
    let part = try letters.cropped(to: try letters.densestPart())
    let found = try best(of: part, startingWith: guess.turn, with: &engine)
    if found.reads >= 2 { return found.turn }
    // Figures, or a heading alone: the densest part has no words, the rest of the page may have some.
    return try best(of: letters, startingWith: guess.turn, with: &engine).turn
  }

  private static func best(
    of part: borrowing PageImage, startingWith guess: Int, with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) -> (turn: Int, reads: Double) {
    // Less than a word is noise, and the strokes know better.
    var best = (turn: guess, reads: 1.0)
    for turn in [0, 180, 90, 270].map({ (guess + $0) % 360 }) {
      let found = try readability(of: part, turnedBy: turn, with: &engine)
      if found.reads > best.reads { best = (turn, found.reads) }
      // A part that reads this much this well is upright; the other ways need not be tried.
      if found.reads > 10, found.mean > 0.75 { break }
    }
    return best
  }

  /// How much of a part reads as words of two letters or longer, times their mean confidence, and that mean. Numbers do
  /// not count: many read as well upside down. Nor do words that are less than half sure: turned letters make many.
  private static func readability(
    of part: borrowing PageImage, turnedBy turn: Int, with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) -> (reads: Double, mean: Double) {
    let turned = try part.turned(by: turn)
    engine.begin(turned)
    // As one block: left to itself Tesseract reads lines that run up the page, too, and every way scores well.
    let words = try engine.lines(in: nil, as: .block).flatMap(\.words)
      .filter { $0.text.count { $0.isLetter } > 1 && !$0.text.contains { $0.isNumber } }
    let mean = words.reduce(0) { $0 + $1.confidence.value } / Double(max(words.count, 1))
    let reads = words.reduce(0) { total, word in
      let sureness = max(0, 2 * word.confidence.value - 1)
      return total + sureness * sureness
    }
    return (reads * mean, mean)
  }
}
