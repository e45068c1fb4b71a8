internal import DocumentModel
internal import Imaging
internal import Recognition

/// Decides how a page is to be turned. As it lies is right until another way reads clearly better: an upright page that
/// is turned is lost, while one that lies on its side is read badly, which leads to a second look.
struct UprightTurn {
  private let judge: LineRereader.Judge
  /// Which way up the strokes of the letters are, degrees clockwise.
  private var guess = 0
  /// What was read so far: a second look does not read again what the first one read.
  private var scores: [Trial: ReadingScore] = [:]

  private struct Trial: Hashable {
    /// The whole page, not only the part with most print.
    var isWhole: Bool
    var turn: Int
  }

  init(judge: @escaping LineRereader.Judge) { self.judge = judge }

  /// Degrees clockwise, before anything has been read: 0, 90, 180 or 270. Strokes that say “as it lies” are believed;
  /// where they say something else, that way and the page as it lies are read.
  mutating func first(
    for image: borrowing PageImage, with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) -> Int {
    let letters = try image.letters()
    guess = try letters.orientation().turn
    return guess == 0 ? 0 : try proven(among: [guess], of: letters, with: &engine)
  }

  /// The same after the page was read as it lies, and badly.
  mutating func second(
    for image: borrowing PageImage, with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) -> Int {
    let turns = [180, 90, 270].sorted { $0 == guess && $1 != guess }
    return try proven(among: turns, of: try image.letters(), with: &engine)
  }

  /// The turn that reads clearly better than none, first in the part of the page that has most print, and where that
  /// proves nothing, as figures do, on the whole page.
  private mutating func proven(
    among turns: [Int], of letters: borrowing PageImage, with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) -> Int {
    let place = try letters.densestPart()
    let part = try letters.cropped(to: place)
    let lying = try score(of: part, Trial(isWhole: false, turn: 0), with: &engine)
    if lying.isGood { return 0 }
    for turn in turns {
      let turned = try score(of: part, Trial(isWhole: false, turn: turn), with: &engine)
      if turned.isClearlyBetter(asItLies: lying), turned.isGood { return turn }
    }
    return try provenOnAll(among: turns, of: letters, with: &engine)
  }

  private mutating func provenOnAll(
    among turns: [Int], of letters: borrowing PageImage, with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) -> Int {
    let lying = try score(of: letters, Trial(isWhole: true, turn: 0), with: &engine)
    if lying.isGood { return 0 }
    for turn in turns {
      let turned = try score(of: letters, Trial(isWhole: true, turn: turn), with: &engine)
      if turned.isClearlyBetter(asItLies: lying) { return turn }
    }
    return 0
  }

  private mutating func score(
    of part: borrowing PageImage, _ trial: Trial, with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) -> ReadingScore {
    if let known = scores[trial] { return known }
    let turned = try part.turned(by: trial.turn)
    engine.begin(turned)
    // As one block: left to itself Tesseract reads lines that run up the page, too, and every way scores well.
    let score = ReadingScore(try engine.lines(in: nil, as: .block), judge: judge)
    scores[trial] = score
    return score
  }
}
