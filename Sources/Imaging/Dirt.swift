internal import CTesseract
public import DocumentModel

extension PageImage {
  /// Removes what is no print: specks that stand alone, and solid blobs such as punch holes. A dot or a dash near a
  /// letter is a mark, a full stop or a bullet, and stays.
  public mutating func whitenDirt() throws(Failure) {
    let page = try binarised()
    pixSetMasked(pix, try page.dust().pix, paper)
    try whiten(try page.lonelySpecks())
    try whiten(try page.blobs())
  }

  /// Paints white what a black and white image marks, with a rim for its blurred edge.
  mutating func whiten(_ mask: borrowing PageImage) throws(Failure) {
    let rim = try made(pixDilateBrick(nil, mask.pix, 3, 3))
    pixSetMasked(pix, rim.pix, paper)
  }

  /// Parts smaller than the smallest full stop, wherever they are: beside a letter they would become its mark.
  private func dust() throws(Failure) -> PageImage {
    let side = Int32(dpi * 3 / 200)
    return try made(
      pixSelectBySize(pix, side, side, 8, Int32(L_SELECT_IF_BOTH), Int32(L_SELECT_IF_LTE), nil))
  }

  /// Parts of a black and white page that are near nothing of a letter's height.
  private func lonelySpecks() throws(Failure) -> PageImage {
    let letters = try made(
      pixSelectBySize(
        pix, 0, Int32(dpi * 6 / 100), 8, Int32(L_SELECT_HEIGHT), Int32(L_SELECT_IF_GTE), nil))
    // A bullet stands up to an eighth of an inch before its text; lines are closer than marks to their letters.
    let near = try made(pixDilateBrick(nil, letters.pix, Int32(dpi / 4), Int32(dpi / 12)))
    let seeds = try made(pixAnd(nil, near.pix, pix))
    let kept = try made(pixSeedfillBinary(nil, seeds.pix, pix, 8))
    return try made(pixSubtract(nil, pix, kept.pix))
  }

  /// Parts that are larger than letters both ways and nearly solid: no letter is.
  private func blobs() throws(Failure) -> PageImage {
    let side = Int32(dpi / 7)
    let large = try made(
      pixSelectBySize(pix, side, side, 8, Int32(L_SELECT_IF_BOTH), Int32(L_SELECT_IF_GTE), nil))
    let core = try made(pixOpenBrick(nil, large.pix, side * 2 / 3, side * 2 / 3))
    return try made(pixDilateBrick(nil, core.pix, side / 2, side / 2))
  }
}
