internal import CTesseract
public import DocumentModel

extension PageImage {
  /// The picture as a file of the kind PGM (`P5`): width, height, 255, a byte a pixel. Every program can read it.
  public func portableGrey() throws(Failure) -> [UInt8] {
    let grey = try grey()
    var data: UnsafeMutablePointer<UInt8>?, count = 0
    defer { lept_free(data) }
    guard pixWriteMem(&data, &count, grey.pix, Int32(IFF_PNM)) == 0, let data else {
      throw Failure(.internalError, .imageOperationFailed)
    }
    // Leptonica writes a comment into the head, which simple readers do not expect.
    let pixels = UnsafeBufferPointer(start: data, count: count).suffix(size.width * size.height)
    return [UInt8]("P5 \(size.width) \(size.height) 255\n".utf8) + pixels
  }
}
