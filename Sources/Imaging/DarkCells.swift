internal import CTesseract
internal import DocumentModel

/// Sizes and shares by which a dark cell is told: a filled heading of a table with white letters on it.
///
/// Set on drawn tables with the fills of word processors (`DarkCellTests`); nothing of the sample scans is taken for one.
private enum DarkCellBounds {
  /// Dots per inch at which dark cells are looked for: letters are still whole there.
  static let dpi = 100.0
  /// So much darker than paper is dark, grey levels.
  static let darker = 45
  /// A strip of the fill above, below or between words is at least this long and high; letters have none.
  static let strip = (across: 16, down: 3)
  /// Letters within the fill are no larger, pixels.
  static let letter: Int32 = 17
  /// A dark cell's least width and height, pixels, and share of its box and of fill within it.
  static let least = (width: 28, height: 13)
  static let leastOfBox = 0.6, leastFill = 0.5
  /// Letters brighter than the fill cover at least this share of it, and `brighter` times what is darker than it.
  static let leastLetters = 0.01, brighter = 1.5
  /// A letter differs from the fill by this share of what lies between it and white.
  static let contrast = 0.45
  /// Thickness of the rule that is left at the edge of a fill, inches.
  static let rule = 0.012
}

extension PageImage {
  /// A grey page on which white letters on dark cells are black on white, as the others are; nil where it has no dark cell.
  /// A thin rule is left around each, where the fill ended: it parts the cell from the next as a rule would.
  func withDarkCellsTurned() throws(Failure) -> PageImage? {
    let factor = min(1, DarkCellBounds.dpi / Double(dpi))
    let small = try smallGrey(factor)
    let dark = try small.binary(threshold: max(1, try small.paperLevel() - DarkCellBounds.darker))
    let cells = try dark.filledParts()
    var fills: [(box: PixelBox, fill: Int)] = []
    for box in try cells.componentBoxes() {
      if let fill = try small.fill(of: box, cells: cells, dark: dark) {
        fills.append((box, fill))
      } else {
        try cells.clear(box)
      }
    }
    if fills.isEmpty { return nil }
    let page = depth == 8 ? try made(pixCopy(nil, pix)) : try brightestChannel()
    return try page.turned(fills, of: try grey(), in: cells, factor: factor)
  }

  /// In grey and small. What it is made of is freed here: hardly any page needs it again.
  private func smallGrey(_ factor: Double) throws(Failure) -> PageImage {
    let grey = try grey()
    return try made(pixScaleAreaMap(grey.pix, Float(factor), Float(factor)))
  }

  /// The grey that is most frequent on the page's bright half.
  func paperLevel() throws(Failure) -> Int {
    let counts = try histogram().counts
    return (128..<256).max { counts[$0] < counts[$1] } ?? 255
  }

  /// Of what is dark, the parts that are filled: strips longer and higher than a stroke of a letter, and what lies between
  /// them.
  private func filledParts() throws(Failure) -> PageImage {
    let strip = DarkCellBounds.strip, letter = DarkCellBounds.letter
    let strips = try made(pixOpenBrick(nil, pix, Int32(strip.across), Int32(strip.down)))
    return try made(pixCloseBrick(nil, strips.pix, letter, letter))
  }

  /// The grey that fills a part; nil where the part is no dark cell: too small, at the page's edge as a scanner's border
  /// is, or without letters brighter than itself.
  private func fill(
    of box: PixelBox, cells: borrowing PageImage, dark: borrowing PageImage
  ) throws(Failure) -> Int? {
    let least = DarkCellBounds.least, size = size, area = Double(box.width * box.height)
    guard box.width >= least.width, box.height >= least.height, box.x > 2, box.y > 2, box.right < size.width - 2,
      box.bottom < size.height - 2, Double(try cells.ink(in: box)) >= DarkCellBounds.leastOfBox * area,
      Double(try dark.ink(in: box)) >= DarkCellBounds.leastFill * area
    else { return nil }
    let counts = try cropped(to: box.inset(by: 2)).histogram().counts
    let all = counts.reduce(0, +)
    guard let fill = counts.indices.max(by: { counts[$0] < counts[$1] }), fill < 230 else { return nil }
    let bright = fill + Int(Double(255 - fill) * DarkCellBounds.contrast)
    let brighter = counts[bright...].reduce(0, +), darker = counts[..<max(0, fill - 40)].reduce(0, +)
    let isTurned =
      Double(brighter) >= DarkCellBounds.leastLetters * Double(all)
      && Double(brighter) >= DarkCellBounds.brighter * Double(darker)
    return isTurned ? fill : nil
  }

  /// The page with its dark cells, as they are in `grey`, turned about. `cells` are their parts on a page scaled by a factor.
  private consuming func turned(
    _ fills: [(box: PixelBox, fill: Int)], of grey: borrowing PageImage, in cells: borrowing PageImage, factor: Double
  ) throws(Failure) -> PageImage {
    let size = size
    let mask = try made(pixScaleToSize(cells.pix, Int32(size.width), Int32(size.height)))
    // The fill's blurred rim goes along, so that nothing of it is left outside.
    let reach = Int32((1 / factor).rounded(.up))
    let whole = try made(pixDilateBrick(nil, mask.pix, 2 * reach + 1, 2 * reach + 1))
    for (box, fill) in fills {
      let place = box.scaled(by: 1 / factor).inset(by: -Int(reach) - 4)
      let part = try grey.cropped(to: place), within = try whole.cropped(to: place)
      try part.turn(from: fill, within: within)
      pixRasterop(
        pix, Int32(max(0, place.x)), Int32(max(0, place.y)), Int32(part.size.width), Int32(part.size.height),
        PIX_SRC, part.pix, 0, 0)
    }
    // The paper that was turned with the rim is paper again; one thin rule stays at its edge.
    try paint(255, rimOf: whole, width: 2 * reach)
    try paint(0, rimOf: whole, width: Int32(max(2, Int(Double(dpi) * DarkCellBounds.rule))))
    return self
  }

  /// Paints the rim of a mask inwards.
  private func paint(_ grey: UInt32, rimOf mask: borrowing PageImage, width: Int32) throws(Failure) {
    let inner = try made(pixErodeBrick(nil, mask.pix, 2 * width + 1, 2 * width + 1))
    let rim = try made(pixXor(nil, mask.pix, inner.pix))
    pixSetMasked(pix, rim.pix, grey)
  }

  /// The fill becomes white; what is brighter, and a rule that is darker, becomes black.
  private func turn(from fill: Int, within mask: borrowing PageImage) throws(Failure) {
    guard let map = numaCreate(256) else {
      throw Failure(.internalError, .imageOperationFailed)
    }
    for level in 0..<256 {
      let off =
        level > fill
        ? Double(level - fill) / Double(255 - fill) : fill > 70 ? Double(fill - level) / Double(fill) : 0
      numaAddNumber(map, Float(255 * (1 - min(1, off * 1.2))))
    }
    pixTRCMap(pix, mask.pix, map)
    var held: UnsafeMutablePointer<Numa>? = map
    numaDestroy(&held)
  }
}
