internal import CTesseract
internal import DocumentModel

/// Opening and closing of black and white images with bricks, as Leptonica's `pixOpenBrick` and `pixCloseSafeBrick` do it, pixel
/// for pixel. Those lay a copy of the image for every pixel of the brick over it; here each copy is twice as wide as the one
/// before, so that a brick of a hundred pixels takes seven.
extension PageImage {
  /// What is left where a brick of this size fits in.
  func opened(across: Int, down: Int) throws(Failure) -> PageImage {
    let image = try made(pixCopy(nil, pix))
    try image.spread(.shrink, across: across, down: down)
    try image.spread(.grow, across: across, down: down)
    return image
  }

  /// With gaps filled into which no brick of this size fits; what is outside the image is a gap.
  func closed(across: Int, down: Int) throws(Failure) -> PageImage {
    let rim = Int32((max(across, down) + 31) / 32 * 32)
    let wide = try made(pixAddBorder(pix, rim, 0))
    try wide.spread(.grow, across: across, down: down)
    try wide.spread(.shrink, across: across, down: down)
    return try made(pixRemoveBorder(wide.pix, rim))
  }

  private enum Spreading { case grow, shrink }

  private func spread(_ way: Spreading, across: Int, down: Int) throws(Failure) {
    for (length, isAcross) in [(across, true), (down, false)] {
      var reached = 1
      while reached < length {
        let step = min(reached, length - reached)
        try combine(way, x: isAcross ? step : 0, y: isAcross ? 0 : step)
        reached += step
      }
    }
  }

  /// Grows to the right or down, and shrinks from there, so that one undoes where the other leads.
  private func combine(_ way: Spreading, x: Int, y: Int) throws(Failure) {
    let copy = try made(pixCopy(nil, pix)), size = size
    let (x, y, width, height) = (Int32(x), Int32(y), Int32(size.width), Int32(size.height))
    switch way {
    case .grow: pixRasterop(pix, x, y, width - x, height - y, PIX_SRC | PIX_DST, copy.pix, 0, 0)
    case .shrink:
      pixRasterop(pix, 0, 0, width - x, height - y, PIX_SRC & PIX_DST, copy.pix, x, y)
      if x > 0 { pixRasterop(pix, width - x, 0, x, height, PIX_CLR, nil, 0, 0) }
      if y > 0 { pixRasterop(pix, 0, height - y, width, y, PIX_CLR, nil, 0, 0) }
    }
  }
}
