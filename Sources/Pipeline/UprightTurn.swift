internal import DocumentModel
internal import Imaging
internal import Recognition

/// Decides how a page is to be turned: by the letters' shapes, and where these do not say, by which way up reads best.
enum UprightTurn {
  /// Degrees clockwise: 0, 90, 180 or 270.
  static func decide(for image: borrowing PageImage, with engine: inout TesseractEngine) throws(Failure) -> Int {
    let guess = try image.orientation()
    if guess.certainty >= 1 { return guess.turn }
    let part = try image.cropped(to: try image.densestPart())
    var best = (turn: guess.turn, score: -1.0)
    for turn in [guess.turn, (guess.turn + 180) % 360, (guess.turn + 90) % 360, (guess.turn + 270) % 360] {
      let score = try readability(of: part, turnedBy: turn, with: &engine)
      if score > best.score { best = (turn, score) }
      // A part that reads this well is upright; the other ways need not be tried.
      if score > 20 { break }
    }
    return best.turn
  }

  /// How much of a part reads as words: the sum of the squared confidences of all that are two letters or longer.
  private static func readability(
    of part: borrowing PageImage, turnedBy turn: Int, with engine: inout TesseractEngine
  ) throws(Failure) -> Double {
    let turned = try part.turned(by: turn)
    engine.begin(turned)
    // As one block: left to itself Tesseract reads lines that run up the page, too, and every way scores well.
    let words = try engine.lines(in: nil, as: .block).flatMap(\.words).filter { $0.text.count > 1 }
    return words.reduce(0) { $0 + $1.confidence.value * $1.confidence.value }
  }
}
