internal import CTesseract
public import DocumentModel

extension PageImage {
  /// How a cleaned page lies, told without reading it. Where the letters' strokes do not say for sure, because there
  /// are few of them, the lines do: first which way they run, then which side of them is up.
  public func lying() throws(Failure) -> Orientation {
    let byStrokes = try orientation()
    if byStrokes.certainty >= 1 { return byStrokes }
    let page = try lettersAlone()
    let across = try page.rowEnergy(), down = try page.turned(by: 90).rowEnergy()
    // Turned clockwise by 90 degrees, lines that ran up the page run across it.
    let turn = across >= down ? 0 : 90
    let level = try page.turned(by: turn)
    var upright: Float = 0
    pixUpDownDetect(level.pix, &upright, 0, 0, 0)
    return Orientation(turn: upright >= 0 ? turn : turn + 180, certainty: byStrokes.certainty)
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
