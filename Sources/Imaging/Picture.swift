internal import CTesseract
public import DocumentModel

extension PageImage {
  /// The page scaled to exactly this size.
  public func scaled(to size: PixelSize) throws(Failure) -> PageImage {
    if size == self.size { return try made(pixCopy(nil, pix)) }
    // Black and white becomes grey when it gets smaller: thin strokes would break.
    let grey = depth == 1 ? try grey() : try made(pixCopy(nil, pix))
    return try made(pixScaleToSize(grey.pix, Int32(size.width), Int32(size.height)))
  }
}
