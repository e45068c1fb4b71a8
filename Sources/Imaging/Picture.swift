internal import CTesseract
public import DocumentModel

extension PageImage {
  /// The page scaled to exactly this size.
  public func scaled(to size: PixelSize) throws(Failure) -> PageImage {
    if size == self.size { return try made(pixClone(pix)) }
    // Black and white becomes grey when it gets smaller: thin strokes would break.
    guard depth == 1 else { return try made(pixScaleToSize(pix, Int32(size.width), Int32(size.height))) }
    let factor = Float(size.width) / Float(max(1, self.size.width))
    // A large page would take eight times its memory in grey before it is made smaller.
    let levelled = factor < 0.5 ? try made(pixScaleToGray(pix, factor)) : try grey()
    return try made(pixScaleToSize(levelled.pix, Int32(size.width), Int32(size.height)))
  }
}
