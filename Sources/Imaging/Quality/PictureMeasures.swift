internal import CTesseract
public import DocumentModel

extension PageImage {
  /// What the picture of a page says of its quality, without reading it. `clean` is the same page after `cleaned()`;
  /// the slope of the lines is measured on the upright page and left at 0 here.
  public func measures(cleaned clean: borrowing PageImage) throws(Failure) -> PictureMeasures {
    let ink = try clean.binarised()
    let parts = try ink.componentBoxes()
    let letters = parts.filter { Letterform(dpi: dpi).holds($0) }
    let grey = try brightestChannel()
    let levels = try grey.levels(of: ink)
    let specks = Specks(parts: parts, dpi: dpi).dirt().count
    return PictureMeasures(
      dpi: dpi, letters: letters.count, contrast: max(0, levels.paper - levels.ink),
      blur: depth == 1 ? nil : try clean.blur(of: ink), specks: Double(specks) / squareInches,
      border: try grey.shareOfBorder(below: (levels.ink + levels.paper) / 2),
      bleed: try grey.shareOfFaintLetters(beside: ink),
      cutLetters: EdgeLetters(size: size, rim: PrintSizes.edge.pixels(at: dpi)).count(among: letters))
  }

  /// The slope in degrees, clockwise positive, of the lines of a cleaned page that is first to be turned clockwise by 0,
  /// 90, 180 or 270 degrees; up to 15 either way, 0 where it cannot be told.
  public func skew(ofPageTurnedBy turn: Int) throws(Failure) -> Double {
    let page = try binarised().turned(by: turn)
    var angle: Float = 0, confidence: Float = 0
    let status = pixFindSkewSweepAndSearch(page.pix, &angle, &confidence, 4, 2, 15, 1, 0.01)
    // Leptonica says how far to turn the page back.
    return status == 0 && confidence > 2.5 ? -Double(angle) : 0
  }

  private var squareInches: Double { Double(size.width * size.height) / Double(dpi * dpi) }
}

/// The sizes that letters of body text have: 4 to 30 points.
struct Letterform {
  let dpi: Int

  func holds(_ box: PixelBox) -> Bool {
    let heights = PrintSizes.letterHeights, widths = PrintSizes.letterWidths
    return (heights.least.pixels(at: dpi)...heights.most.pixels(at: dpi)).contains(box.height)
      && (widths.least.pixels(at: dpi)...widths.most.pixels(at: dpi)).contains(box.width)
  }
}

/// Letters that the edge of an image cuts through.
struct EdgeLetters {
  let size: PixelSize
  /// Pixels within which a letter is at the edge.
  let rim: Int

  /// How many on the side that has most.
  func count(among letters: [PixelBox]) -> Int {
    [
      letters.count { $0.x <= rim }, letters.count { $0.right >= size.width - rim },
      letters.count { $0.y <= rim }, letters.count { $0.bottom >= size.height - rim },
    ].max() ?? 0
  }
}
