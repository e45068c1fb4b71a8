internal import CTesseract
public import DocumentModel

extension PageImage {
  /// How many tall connected parts of ink stand in a word's box: one for each letter or digit that touches no other.
  ///
  /// Marks, full stops and what reaches in from beside the box do not count.
  public func tallParts(in box: PixelBox) throws(Failure) -> Int {
    let rim = max(1, box.height / 10)
    let left = max(0, box.x - rim), top = max(0, box.y - rim)
    let place = PixelBox(
      x: left, y: top, width: min(size.width, box.right + rim) - left, height: min(size.height, box.bottom + rim) - top)
    guard place.width > 0, place.height > 0 else { return 0 }
    let parts = try cropped(to: place).binarised().componentBoxes()
    let inside = parts.filter { $0.x > 0 && $0.right < place.width }
    let tallest = inside.map(\.height).max() ?? 0
    return inside.count { 10 * $0.height > 6 * tallest }
  }
}
