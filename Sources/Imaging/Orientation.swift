internal import CTesseract
public import DocumentModel

/// How a page lies, and how sure that is.
public struct Orientation: Hashable, Sendable {
  /// Degrees to turn it clockwise so that it stands upright: 0, 90, 180 or 270.
  public var turn: Int
  /// How far the best reading stands out: below 1 it should be checked another way.
  public var certainty: Double
}

extension PageImage {
  /// Of a page's `letters()`, from their strokes: more of them rise above the middle height than hang below it, the more so in
  /// Vietnamese, whose marks stand on top (Leptonica's ascender count).
  public func orientation() throws(Failure) -> Orientation {
    var up: Float = 0, left: Float = 0
    pixOrientDetect(pix, &up, &left, 0, 0)
    let upright = Double(up), sideways = Double(left)
    if abs(upright) >= abs(sideways) {
      return Orientation(turn: upright >= 0 ? 0 : 180, certainty: Self.certainty(upright, over: sideways))
    }
    return Orientation(turn: sideways >= 0 ? 90 : 270, certainty: Self.certainty(sideways, over: upright))
  }

  /// The letters by which it is told how a page lies, black and white at 300 dpi: strokes are looked for as patterns of
  /// that size, and on letters of half of it one sure page in twelve was turned wrong. Rules are removed, since rows
  /// between rules do not read.
  public func letters() throws(Failure) -> PageImage {
    if Self.readingSizes.contains(dpi) { return try withoutLarge() }
    return try scaled(by: 300 / Double(dpi)).withoutLarge()
  }

  /// Black and white, without rules, stamps, pictures and specks.
  private func withoutLarge() throws(Failure) -> PageImage {
    let page = try binarised()
    let largest = Int32(PrintSizes.largestLetter.pixels(at: dpi))
    let smallest = Int32(max(PrintSizes.smallestLetter.pixels(at: dpi), PrintSizes.leastSmallestLetter))
    let small = try made(
      pixSelectBySize(
        page.pix, largest, largest, 8, Int32(L_SELECT_IF_BOTH), Int32(L_SELECT_IF_LTE), nil))
    return try made(
      pixSelectBySize(
        small.pix, smallest, smallest, 8, Int32(L_SELECT_IF_EITHER), Int32(L_SELECT_IF_GTE), nil))
  }

  /// Leptonica's own bounds: a value of 8 and 2.5 times the other are safe.
  private static func certainty(_ best: Double, over other: Double) -> Double {
    min(abs(best) / 8, abs(best) / max(abs(other), 0.1) / 2.5)
  }

  /// The half of the page, or another of so many `parts` in width and height, that holds most ink; the whole page where
  /// that is little.
  public func densestPart(parts: Int = 2) throws(Failure) -> PixelBox {
    let page = try binarised()
    let size = size
    let whole = PixelBox(x: 0, y: 0, width: size.width, height: size.height)
    // A full page of text is about a twentieth ink; a fifth of that is read faster whole than searched.
    if try page.ink(in: whole) * 100 < size.width * size.height { return whole }
    var best = (box: whole, ink: -1)
    let last = 8 - 8 / parts
    for row in 0...last {
      for column in 0...last {
        let box = PixelBox(
          x: size.width * column / 8, y: size.height * row / 8, width: size.width / parts,
          height: size.height / parts)
        let ink = try page.ink(in: box)
        if ink > best.ink { best = (box, ink) }
      }
    }
    return best.box
  }

  /// How many pixels of a black and white image are set inside a box.
  func ink(in box: PixelBox) throws(Failure) -> Int {
    try withBox(box) { rectangle in
      var count: Int32 = 0
      pixCountPixelsInRect(pix, rectangle, &count, nil)
      return Int(count)
    }
  }

  /// Turned clockwise by 0, 90, 180 or 270 degrees.
  public func turned(by degrees: Int) throws(Failure) -> PageImage {
    try made(pixRotateOrth(pix, Int32(degrees / 90 % 4)))
  }

  /// The slope of the text lines in degrees, clockwise positive; 0 where it cannot be told.
  public func skew() throws(Failure) -> Double {
    let page = try binarised()
    var angle: Float = 0, confidence: Float = 0
    let status = pixFindSkewSweepAndSearch(page.pix, &angle, &confidence, 4, 2, 7, 1, 0.01)
    return status == 0 && confidence > 2.5 ? Double(angle) : 0
  }

  /// Turned by a small angle in degrees, clockwise; the corners come in white.
  public func rotated(by degrees: Double) throws(Failure) -> PageImage {
    let radians = Float(degrees * .pi / 180)
    return try made(
      pixRotate(pix, radians, Int32(L_ROTATE_AREA_MAP), Int32(L_BRING_IN_WHITE), 0, 0))
  }
}
