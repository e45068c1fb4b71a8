internal import CTesseract
public import DocumentModel

/// The ruled lines of a page, as boxes and as the pixels that they cover.
public struct RuledLines: ~Copyable {
  public let rules: PageRules
  fileprivate let horizontal: PageImage, vertical: PageImage
}

extension PageImage {
  /// Finds the ruled lines: strokes longer than any letter's, with small gaps closed, and rows of dots between them.
  public func ruledLines() throws(Failure) -> RuledLines {
    let page = try binary(threshold: GreyBounds.rule)
    var horizontal = try page.lineMask(horizontal: true)
    let vertical = try page.lineMask(horizontal: false)
    try horizontal.dropLoose(crossing: try vertical.componentBoxes())
    let widest = PrintSizes.ruleBox.pixels(at: dpi)
    var rules = PageRules(
      horizontal: try horizontal.componentBoxes().filter { $0.height < widest },
      vertical: try vertical.componentBoxes().filter { $0.width < widest })
    if let dotted = try page.dottedRules(beside: rules) {
      pixOr(horizontal.pix, horizontal.pix, dotted.horizontal.pix)
      pixOr(vertical.pix, vertical.pix, dotted.vertical.pix)
      rules.horizontal += dotted.rules.horizontal
      rules.vertical += dotted.rules.vertical
    }
    return RuledLines(rules: rules, horizontal: horizontal, vertical: vertical)
  }

  /// Paints the rules inside these boxes with paper: a rule that touches letters ruins their line. Outside tables what
  /// looks like a rule may be a word in bold.
  public mutating func erase(_ ruled: borrowing RuledLines, in boxes: [PixelBox]) throws(Failure) {
    try eraseMask(ruled.horizontal, rim: (1, 3), in: boxes)
    try eraseMask(ruled.vertical, rim: (3, 1), in: boxes)
  }

  private mutating func eraseMask(
    _ mask: borrowing PageImage, rim: (Int32, Int32), in boxes: [PixelBox]
  ) throws(Failure) {
    let wide = try made(pixDilateBrick(nil, mask.pix, rim.0, rim.1))
    let inside = try made(pixCreateTemplate(wide.pix))
    for box in boxes {
      let (x, y) = (Int32(box.x), Int32(box.y))
      pixRasterop(inside.pix, x, y, Int32(box.width), Int32(box.height), PIX_SRC, wide.pix, x, y)
    }
    pixSetMasked(pix, inside.pix, paper)
  }

  /// What is left of a black and white page when everything shorter than a rule is taken away.
  private func lineMask(horizontal: Bool) throws(Failure) -> PageImage {
    let shortest = PrintSizes.shortestRule
    let length = Int32((horizontal ? shortest.across : shortest.down).pixels(at: dpi))
    let gap = Int32(max(PrintSizes.ruleGap.pixels(at: dpi), PrintSizes.leastRuleGap))
    let closed = try made(pixCloseCompBrickDwa(nil, pix, horizontal ? gap : 1, horizontal ? 1 : gap))
    let opened = try made(pixOpenCompBrickExtendDwa(nil, closed.pix, horizontal ? length : 1, horizontal ? 1 : length))
    // Steps of a line that is not quite level are one line.
    var mask = try made(pixCloseCompBrickDwa(nil, opened.pix, horizontal ? gap * 4 : 3, horizontal ? 3 : gap * 4))
    try mask.keepThinParts()
    return mask
  }

  /// Clears parts that are thicker on the mean than a rule: a word in bold whose letters touch makes a long part, too.
  private mutating func keepThinParts() throws(Failure) {
    let thickest = PrintSizes.thickestRule.exactPixels(at: dpi)
    // The little that is added keeps a part of just that thickness, whatever arithmetic makes of it.
    for box in try componentBoxes()
    where Double(try ink(in: box)) > thickest * Double(max(box.width, box.height)) + 1e-6 {
      try clear(box)
    }
  }

  /// Clears short horizontal parts that meet no vertical one: tops of letters in a row (`phường`) make such parts.
  private mutating func dropLoose(crossing verticals: [PixelBox]) throws(Failure) {
    let reach = max(PrintSizes.ruleMeeting.pixels(at: dpi), PrintSizes.leastRuleMeeting)
    for box in try componentBoxes() where box.width < PrintSizes.longRule.pixels(at: dpi) {
      let wide = box.inset(by: -reach)
      if verticals.contains(where: { $0.horizontalOverlap(with: wide) > 0 && $0.verticalOverlap(with: wide) > 0 }) {
        continue
      }
      try clear(box)
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
