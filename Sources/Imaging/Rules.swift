internal import CTesseract
public import DocumentModel

/// The straight lines of a page: boxes that are long and thin.
public struct PageRules: Hashable, Sendable {
  public var horizontal: [PixelBox]
  public var vertical: [PixelBox]
}

extension PageImage {
  /// A hairline of a rule is lighter than any letter once the scanner has blurred it.
  private static var ruleThreshold: Int { 180 }

  /// Finds the ruled lines: strokes longer than any letter's, with small gaps closed.
  public func rules() throws(Failure) -> PageRules {
    let page = try binary(threshold: Self.ruleThreshold)
    return PageRules(
      horizontal: try page.lineMask(horizontal: true).componentBoxes().filter { $0.height < dpi / 10 },
      vertical: try page.lineMask(horizontal: false).componentBoxes().filter { $0.width < dpi / 10 })
  }

  /// Paints the rules inside these boxes with paper: a rule that touches letters ruins their line. Outside tables what
  /// looks like a rule may be a word in bold.
  public mutating func eraseRules(in boxes: [PixelBox]) throws(Failure) {
    let page = try binary(threshold: Self.ruleThreshold)
    for horizontal in [true, false] {
      let mask = try page.lineMask(horizontal: horizontal)
      let rim = try made(pixDilateBrick(nil, mask.pix, horizontal ? 1 : 3, horizontal ? 3 : 1))
      let inside = try made(pixCreateTemplate(rim.pix))
      for box in boxes {
        let (x, y) = (Int32(box.x), Int32(box.y))
        pixRasterop(inside.pix, x, y, Int32(box.width), Int32(box.height), PIX_SRC, rim.pix, x, y)
      }
      pixSetMasked(pix, inside.pix, paper)
    }
  }

  /// What is left of a black and white page when everything shorter than a rule is taken away.
  private func lineMask(horizontal: Bool) throws(Failure) -> PageImage {
    // A row of a table may be a single line of text high, a column is never that narrow.
    let length = Int32(horizontal ? dpi / 2 : dpi * 3 / 10), gap = Int32(max(dpi / 40, 3))
    let closed = try made(pixCloseBrick(nil, pix, horizontal ? gap : 1, horizontal ? 1 : gap))
    let opened = try made(pixOpenBrick(nil, closed.pix, horizontal ? length : 1, horizontal ? 1 : length))
    // Steps of a line that is not quite level are one line.
    var mask = try made(pixCloseBrick(nil, opened.pix, horizontal ? gap * 4 : 3, horizontal ? 3 : gap * 4))
    try mask.keepThinParts()
    return mask
  }

  /// Clears what is thicker than a rule on the mean: a word in bold whose letters touch makes a long part, too.
  private mutating func keepThinParts() throws(Failure) {
    for box in try componentBoxes() where try ink(in: box) * 35 > dpi * max(box.width, box.height) {
      try withBox(box) { rectangle in
        _ = pixClearInRect(pix, rectangle)
      }
    }
  }

  /// The boxes of the connected parts of a black and white image.
  func componentBoxes() throws(Failure) -> [PixelBox] {
    var boxes: UnsafeMutablePointer<Boxa>? = pixConnCompBB(pix, 8)
    defer { boxaDestroy(&boxes) }
    guard let held = boxes else { throw Failure(.internalError, .imageOperationFailed) }
    return (0..<boxaGetCount(held)).map { index in
      var x: Int32 = 0, y: Int32 = 0, width: Int32 = 0, height: Int32 = 0
      boxaGetBoxGeometry(held, index, &x, &y, &width, &height)
      return PixelBox(x: Int(x), y: Int(y), width: Int(width), height: Int(height))
    }
  }
}
