internal import CTesseract
public import DocumentModel

extension PageImage {
  /// How a cleaned page lies, told without reading it. As it lies is what is believed; only proof says otherwise: lines
  /// that run up the page far more clearly than across it, and strokes that rise on the side that would be the foot.
  /// What is neither proven nor refuted has a certainty below 1.
  public func lying() throws(Failure) -> Orientation {
    let page = try lettersAlone()
    let across = try page.rowEnergy(), down = try page.turned(by: 90).rowEnergy()
    let asItLies = try strokes(of: page, sideways: false), onItsSide = try strokes(of: page, sideways: true)
    // Columns of figures change from row to row as lines of text do, and have strokes both ways: both must say it.
    let isSideways =
      down > LyingBounds.surelySideways * across
      || down > LyingBounds.sideways * across && abs(onItsSide) > max(LyingBounds.strokes, 2 * abs(asItLies))
    if isSideways {
      return Orientation(turn: onItsSide >= 0 ? 90 : 270, certainty: abs(onItsSide) / LyingBounds.sureStrokes)
    }
    let hasLines = down < LyingBounds.level * across
    // Figures are as high below as above: only lines of words prove by their strokes that a page stands on its head.
    if down < LyingBounds.words * across, asItLies <= -LyingBounds.sureStrokes {
      return Orientation(turn: 180, certainty: 1)
    }
    return Orientation(turn: 0, certainty: hasLines ? 1 : 0.5)
  }

  /// How far more strokes rise above the letters than hang below them, as Leptonica counts them, in standard deviations:
  /// on the page as it lies, or turned clockwise by 90 degrees.
  private func strokes(of page: borrowing PageImage, sideways: Bool) throws(Failure) -> Double {
    let level = try page.turned(by: sideways ? 90 : 0)
    var upright: Float = 0
    pixUpDownDetect(level.pix, &upright, 0, 0, 0)
    return Double(upright)
  }

  /// The page in black and white at about 150 dpi, without what is larger or smaller than letters and their marks.
  private func lettersAlone() throws(Failure) -> PageImage {
    let whole = try binarised()
    let isFine = dpi >= PrintSizes.fineScan
    let page = !isFine ? whole : try made(pixReduceRankBinary2(whole.pix, 2, nil))
    let most = Int32(PrintSizes.largestLetterOfLying.pixels(at: isFine ? dpi / 2 : dpi))
    return try page.made(
      pixSelectBySize(page.pix, most, most, 8, Int32(L_SELECT_IF_BOTH), Int32(L_SELECT_IF_LTE), nil))
  }

  /// How much the ink of neighbouring rows differs: far more along lines of text than across them. In eight strips,
  /// since lines that slope are even only over a short way.
  private func rowEnergy() throws(Failure) -> Double {
    let width = max(1, size.width / 8)
    var energy = 0.0
    for strip in 0..<8 {
      let part = try cropped(to: PixelBox(x: strip * width, y: 0, width: width, height: size.height))
      var counts: UnsafeMutablePointer<Numa>? = pixCountPixelsByRow(part.pix, nil)
      defer { numaDestroy(&counts) }
      guard let held = counts else { throw Failure(.internalError, .imageOperationFailed) }
      var before: Float = 0
      for row in 0..<numaGetCount(held) {
        var count: Float = 0
        numaGetFValue(held, row, &count)
        energy += Double((count - before) * (count - before))
        before = count
      }
    }
    return energy
  }
}

/// When a page is said to lie otherwise than upright (docs/accuracy.md, “How a page lies, by its looks”).
private enum LyingBounds {
  /// How many times the ink must change more from row to row down the page than across it: where the strokes agree, and
  /// where nothing else is asked.
  static let sideways = 1.2, surelySideways = 1.8
  /// What it changes at most down a page whose lines run across it, for strokes to be believed.
  static let level = 0.9
  /// The same for lines of words, which are more even across than lists of figures.
  static let words = 0.7
  /// Standard deviations by which strokes say something, and by which they are sure.
  static let strokes = 4.0, sureStrokes = 8.0
}
