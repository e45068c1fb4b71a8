internal import CTesseract
public import DocumentModel

extension PageImage {
  /// Black ink on white paper, in grey: coloured ink and yellowed paper go with the brightest of the three
  /// channels, uneven light with the background, and what touches the paper's edge with the edge. Dirt stays: a faint
  /// rule is as broken as a row of specks, and rules are looked for first.
  public func cleaned() throws(Failure) -> PageImage {
    if let turned = try withDarkCellsTurned() { return try turned.evened() }
    return try brightestChannel().evened()
  }

  /// The same of a page that was drawn and never scanned: it has no border and no grain, but grounds of its own, which are as
  /// bright as its paper afterwards.
  public func printed() throws(Failure) -> PageImage {
    if let turned = try withDarkCellsTurned() { return try turned.withEvenBackground() }
    return try brightestChannel().withEvenBackground()
  }

  private consuming func evened() throws(Failure) -> PageImage {
    var even = try withEvenBackground()
    try even.whitenBorder()
    return try even.withInkLevel()
  }

  /// The value of blank paper after cleaning. What is removed is painted with it, since a patch brighter than the paper
  /// would have edges of its own.
  var paper: UInt32 { depth == 1 ? 0 : GreyBounds.paper }

  /// A stamp's red and a pen's blue are bright in one channel; black is dark in all three. Of a picture that is grey it is
  /// the picture itself, not a copy, so that nothing may be painted on it.
  func brightestChannel() throws(Failure) -> PageImage {
    switch depth {
    case 32: try made(pixConvertRGBToGrayMinMax(pix, Int32(L_CHOOSE_MAX)))
    case 1: try made(pixConvert1To8(nil, pix, 255, 0))
    default: try made(pixClone(pix))
    }
  }

  /// Paper to one light grey wherever it is, so that one threshold serves the whole page.
  private consuming func withEvenBackground() throws(Failure) -> PageImage {
    guard let even = pixBackgroundNormSimple(pix, nil, nil) else { return try made(pixCopy(nil, pix)) }
    return try made(even)
  }

  /// Removes the scanner's black border and the shadow of the sheet: dark regions that reach the edge of the image
  /// and are far larger than letters.
  private mutating func whitenBorder() throws(Failure) {
    let dark = try binary(threshold: GreyBounds.border)
    guard let touching = pixExtractBorderConnComps(dark.pix, 8) else { return }
    let border = try made(touching)
    let letter = max(PrintSizes.borderLetter.pixels(at: dpi), PrintSizes.leastBorderLetter)
    // Opening leaves what is thicker than a letter; growing it back takes its ragged rim along.
    let core = try border.opened(across: letter / 2, down: letter / 2)
    guard let grown = pixDilateBrick(nil, core.pix, Int32(letter), Int32(letter)) else { return }
    let mask = try made(grown)
    // Held by a name: an image without one is freed before Leptonica has read it.
    let rim = try made(pixDilateBrick(nil, border.pix, 3, 3))
    pixAnd(mask.pix, mask.pix, rim.pix)
    pixSetMasked(pix, mask.pix, paper)
  }

  /// Black and white at a fixed grey level, 0...255; black is set.
  func binary(threshold: Int) throws(Failure) -> PageImage {
    depth == 1 ? try made(pixCopy(nil, pix)) : try made(pixThresholdToBinary(pix, Int32(threshold)))
  }

  /// Which of the boxes of a cleaned page hold print: as much ink as a small digit has. On a blank part Tesseract finds
  /// a threshold in the grain of the paper, and words in what that leaves.
  public func boxesWithPrint(among boxes: [PixelBox]) throws(Failure) -> [Bool] {
    let page = try binary(threshold: GreyBounds.ink)
    var result: [Bool] = []
    for box in boxes { result.append(try page.ink(in: box) * PrintSizes.printParts >= dpi * dpi) }
    return result
  }

  /// Black and white by the page's own two grey levels.
  func binarised() throws(Failure) -> PageImage { try binary(threshold: inkLevel) }

  /// How many parts of ink a recogniser sees that parts the page's greys by Otsu's level: a page's letters and their marks,
  /// or, on a nearly blank page, the grain of its paper.
  public func partsSeen() throws(Failure) -> Int {
    guard depth > 1, let greys = try twoGreys() else { return try binarised().componentBoxes().count }
    return try binary(threshold: greys.parting).componentBoxes().count
  }

  /// Finds the level half way between the page's two greys (Otsu's classes), once for every image that is made of the
  /// page. The level at which the classes part is not used: on a page of black and white it may be anywhere between the
  /// two. On a page that is nearly blank both greys are the paper's grain; there everything that is not far darker becomes
  /// paper, or the grain would be read as print.
  private consuming func withInkLevel() throws(Failure) -> PageImage {
    guard depth > 1 else { return self }
    guard let greys = try twoGreys() else { return self }
    // No grey of its own stands behind a class that is the foot of the other's hill.
    let foot = Int(greys.dark), contrast = greys.bright - greys.dark
    let isGrain =
      greys.histogram.count(in: foot - 2..<foot + 3)
      < greys.histogram.count(in: greys.parting - 2..<greys.parting + 3)
    guard isGrain, contrast < GreyBounds.leastContrast else { return try holding(inkLevel: greys.middle) }
    let level = Int(greys.bright - 3 * contrast)
    let lighter = try binary(threshold: level).inverted()
    pixSetMasked(pix, lighter.pix, paper)
    return try holding(inkLevel: level)
  }

  private func holding(inkLevel: Int) throws(Failure) -> PageImage {
    guard let same = pixClone(pix) else { throw Failure(.internalError, .imageOperationFailed) }
    return PageImage(owning: same, dpi: dpi, inkLevel: inkLevel)
  }

  /// The share of the page's ink that lies inside boxes, 0...1; 1 where there is none.
  public func shareOfInk(inside boxes: [PixelBox]) throws(Failure) -> Double {
    let page = try binarised()
    let all = try page.countOfSet()
    guard all > 0 else { return 1 }
    var inside = 0
    for box in boxes { inside += try page.ink(in: box.inset(by: -PrintSizes.wordRim.pixels(at: dpi))) }
    return min(1, Double(inside) / Double(all))
  }

  /// The share of a part of a page that is dark, 0...1.
  public func shareOfInk(within box: PixelBox) throws(Failure) -> Double {
    let dark = try brightestChannel().binary(threshold: GreyBounds.ink)
    return Double(try dark.ink(in: box)) / Double(max(1, box.width * box.height))
  }

  /// Resolutions that are read as they are.
  static let readingSizes = 250...350

  /// At the size that Tesseract reads best, letters of 30 pixels, which body text has at 300 dpi.
  public consuming func atReadingSize() throws(Failure) -> PageImage {
    Self.readingSizes.contains(dpi) ? self : try scaled(by: 300 / Double(dpi))
  }

  /// Enlarged or reduced by a factor.
  public func scaled(by factor: Double) throws(Failure) -> PageImage {
    guard let scaled = pixScale(pix, Float(factor), Float(factor)) else {
      throw Failure(.internalError, .imageOperationFailed)
    }
    return PageImage(owning: scaled, dpi: Int((Double(dpi) * factor).rounded()), inkLevel: inkLevel)
  }
}
