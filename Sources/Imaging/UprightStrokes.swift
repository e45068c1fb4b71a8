internal import CTesseract
public import DocumentModel

extension PageImage {
  /// How many upright strokes as high as capitals stand in a word's box: one for an `I` or `1`, two for an `H`, however
  /// their serifs touch.
  ///
  /// The page must be level.
  public func uprightStrokes(in box: PixelBox) throws(Failure) -> Int {
    let rim = max(1, box.height / 10)
    let left = max(0, box.x - rim), top = max(0, box.y)
    let place = PixelBox(
      x: left, y: top, width: min(size.width, box.right + rim) - left, height: min(size.height, box.bottom) - top)
    guard place.width > 0, place.height > 6 else { return 0 }
    let part = try cropped(to: place).binarised()
    let strokes = try made(pixOpenBrick(nil, part.pix, 1, Int32(place.height * 7 / 10)))
    return try strokes.componentBoxes().count { $0.x > 0 && $0.right < place.width }
  }
}
