internal import DocumentModel
internal import Imaging
internal import Recognition

/// Decides how a page is to be turned. As it lies is right until another way reads clearly better: an upright page that
/// is turned is lost, while one that lies on its side is read badly, which leads to a second look.
struct UprightTurn {
  let judge: LineRereader.Judge

  /// Degrees clockwise, before anything has been read: 0, 90, 180 or 270. Strokes that say “as it lies” are believed;
  /// where they say something else, that way and the page as it lies are read.
  func first(for image: borrowing PageImage, with engine: inout some PageRecogniser & ~Copyable) throws(Failure) -> Int
  {
    let letters = try image.letters()
    let guess = try letters.orientation()
    if guess.turn == 0 { return 0 }
    return try proven(among: [guess.turn], of: letters, with: &engine)
  }

  /// The same after the page was read as it lies, and badly.
  func second(for image: borrowing PageImage, with engine: inout some PageRecogniser & ~Copyable) throws(Failure) -> Int
  {
    let letters = try image.letters()
    let guess = try letters.orientation().turn
    let turns = [180, 90, 270].sorted { $0 == guess && $1 != guess }
    return try proven(among: turns, of: letters, with: &engine)
  }

  /// The turn that reads clearly better than none, first in the part of the page that has most print, and where that
  /// proves nothing, as figures do, on the whole page.
  private func proven(
    among turns: [Int], of letters: borrowing PageImage, with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) -> Int {
    let place = try letters.densestPart()
    let part = try letters.cropped(to: place)
    let lying = try score(of: part, turnedBy: 0, with: &engine)
    if lying.isGood { return 0 }
    for turn in turns {
      let turned = try score(of: part, turnedBy: turn, with: &engine)
      if turned.isClearlyBetter(asItLies: lying), turned.isGood { return turn }
    }
    return try provenOnAll(among: turns, of: letters, with: &engine)
  }

  private func provenOnAll(
    among turns: [Int], of letters: borrowing PageImage, with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) -> Int {
    let lying = try score(of: letters, turnedBy: 0, with: &engine)
    if lying.isGood { return 0 }
    for turn in turns where try score(of: letters, turnedBy: turn, with: &engine).isClearlyBetter(asItLies: lying) {
      return turn
    }
    return 0
  }

  private func score(
    of part: borrowing PageImage, turnedBy turn: Int, with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) -> ReadingScore {
    let turned = try part.turned(by: turn)
    engine.begin(turned)
    // As one block: left to itself Tesseract reads lines that run up the page, too, and every way scores well.
    return ReadingScore(try engine.lines(in: nil, as: .block), judge: judge)
  }
}
