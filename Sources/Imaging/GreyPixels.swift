internal import CTesseract
public import DocumentModel

/// A small part of a page as numbers, row after row: 0 is black, 255 white.
public struct GreyPixels: Sendable, Hashable {
  public let width, height: Int
  public var values: [UInt8]

  /// Values that are missing are white; what is too much is cut off.
  public init(width: Int, height: Int, values: [UInt8]) {
    (self.width, self.height) = (max(0, width), max(0, height))
    let count = self.width * self.height
    self.values = values.prefix(count) + [UInt8](repeating: 255, count: max(0, count - values.count))
  }

  public subscript(x: Int, y: Int) -> UInt8 {
    get { values[y * width + x] }
    set { values[y * width + x] = newValue }
  }
}

extension PageImage {
  /// The picture in greys as numbers.
  public func greyPixels() throws(Failure) -> GreyPixels {
    let grey = try grey()
    let size = grey.size
    guard let words = pixGetData(grey.pix) else { throw Failure(.internalError, .imageOperationFailed) }
    let perLine = Int(pixGetWpl(grey.pix))
    var values: [UInt8] = []
    values.reserveCapacity(size.width * size.height)
    for y in 0..<size.height {
      // Leptonica keeps four pixels in a word, the first in its highest byte.
      for x in 0..<size.width {
        values.append(UInt8(truncatingIfNeeded: words[y * perLine + x / 4] >> (24 - x % 4 * 8)))
      }
    }
    return GreyPixels(width: size.width, height: size.height, values: values)
  }
}
