internal import CTesseract
public import DocumentModel

extension PageImage {
  /// Reduced so that it fits in a box; one that is smaller stays as it is.
  public func reduced(toFit box: PixelSize) throws(Failure) -> PageImage {
    let factor = min(
      1, Double(box.width) / Double(max(1, size.width)), Double(box.height) / Double(max(1, size.height)))
    // From black and white to grey: letters of three pixels need the levels between.
    let levelled = depth == 1 ? try made(pixConvert1To8(nil, pix, 255, 0)) : try made(pixClone(pix))
    let width = max(1, Int32(Double(size.width) * factor)), height = max(1, Int32(Double(size.height) * factor))
    return try made(pixScaleToSize(levelled.pix, width, height))
  }

  /// How well a JPEG for a screen keeps the page, 1 to 100. Thumbnails and pages under review have the same.
  private static var screenQuality: Int32 { 80 }

  /// As a JPEG for a screen.
  public func jpeg() throws(Failure) -> [UInt8] {
    try encoded { bytes, count in pixWriteMemJpeg(&bytes, &count, pix, Self.screenQuality, 0) }
  }

  /// As a PNG.
  public func png() throws(Failure) -> [UInt8] {
    try encoded { bytes, count in pixWriteMemPng(&bytes, &count, pix, 0) }
  }

  private func encoded(
    _ write: (inout UnsafeMutablePointer<UInt8>?, inout Int) -> Int32
  ) throws(Failure) -> [UInt8] {
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    let status = write(&bytes, &count)
    defer { lept_free(bytes) }
    guard status == 0, let bytes else { throw Failure(.internalError, .imageOperationFailed) }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }
}
