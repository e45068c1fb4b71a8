internal import CTesseract
public import DocumentModel

/// A page's pixels, packed without loss in a way that PDF knows.
public struct CompressedPixels: Sendable {
  public enum Packing: Sendable {
    /// Black and white, CCITT Group 4. In some, black is 1.
    case fax(blackIsOne: Bool)
    /// Eight bits a sample, deflated.
    case deflated
  }

  public var bytes: [UInt8]
  public var width, height: Int
  /// 1 for grey and black and white, 3 for colour.
  public var components: Int
  public var packing: Packing
}

extension PageImage {
  public func compressed() throws(Failure) -> CompressedPixels {
    var data: UnsafeMutablePointer<L_COMP_DATA>?
    let encoding = Int32(depth == 1 ? L_G4_ENCODE : L_FLATE_ENCODE)
    defer { l_CIDataDestroy(&data) }
    guard pixGenerateCIData(pix, encoding, 0, 0, &data) == 0, let packed = data?.pointee, let start = packed.datacomp
    else { throw Failure(.internalError, .imageOperationFailed) }
    return CompressedPixels(
      bytes: [UInt8](UnsafeBufferPointer(start: start, count: packed.nbytescomp)), width: Int(packed.w),
      height: Int(packed.h), components: Int(packed.spp),
      packing: depth == 1 ? .fax(blackIsOne: packed.minisblack != 0) : .deflated)
  }
}
