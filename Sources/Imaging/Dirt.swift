internal import CTesseract
public import DocumentModel

extension PageImage {
  /// Removes dirt: specks that stand alone, and solid blobs such as punch holes. A dot or a dash near a
  /// letter is a mark, a full stop or a bullet, and stays.
  public mutating func whitenDirt() throws(Failure) {
    let page = try binarised()
    let parts = try page.componentBoxes()
    for speck in Specks(parts: parts, dpi: dpi).dirt() { try erase(speck) }
    for part in parts where min(part.width, part.height) >= PrintSizes.blob.pixels(at: dpi) {
      try whitenBlob(in: part, of: page)
    }
  }

  /// Paints over the nearly solid area of a part that is larger than letters both ways: letters have no such area.
  private mutating func whitenBlob(in part: PixelBox, of page: borrowing PageImage) throws(Failure) {
    let side = Int32(PrintSizes.blob.pixels(at: dpi))
    let large = try page.cropped(to: part)
    let core = try made(pixOpenBrick(nil, large.pix, side * 2 / 3, side * 2 / 3))
    // Its ragged rim goes along; the box around it would not do, since a border is as large as the page.
    let blob = try made(pixDilateBrick(nil, core.pix, side / 2, side / 2))
    pixSetMaskedGeneral(pix, blob.pix, paper, Int32(part.x), Int32(part.y))
  }
}
