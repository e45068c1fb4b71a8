internal import CTesseract
public import DocumentModel

extension PageImage {
  /// The page scaled to exactly this size.
  public func scaled(to size: PixelSize) throws(Failure) -> PageImage {
    if size == self.size { return try made(pixCopy(nil, pix)) }
    // Black and white becomes grey when it gets smaller: thin strokes would break.
    let grey = depth == 1 ? try made(pixConvertTo8(pix, 0)) : try made(pixCopy(nil, pix))
    return try made(pixScaleToSize(grey.pix, Int32(size.width), Int32(size.height)))
  }

  /// As a JPEG for a person to look at.
  public func jpeg(quality: Int = 72) throws(Failure) -> [UInt8] {
    let plain = depth == 1 ? try made(pixConvertTo8(pix, 0)) : try made(pixClone(pix))
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    let status = pixWriteMemJpeg(&bytes, &count, plain.pix, Int32(quality), 0)
    defer { lept_free(bytes) }
    guard status == 0, let bytes else { throw Failure(.internalError, .imageOperationFailed) }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }
}
