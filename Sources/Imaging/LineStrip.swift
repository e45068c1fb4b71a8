internal import CTesseract
public import DocumentModel

/// How a line's picture is changed before it is read again.
public enum LineTreatment: String, CaseIterable, Sendable {
  /// The picture stays as it is: the recogniser reads a line alone otherwise than among others.
  case plain
  /// Letters half as large again: for small print.
  case enlarged
  /// Black and white by the light around each letter (Sauvola): for faint or uneven print.
  case sharp
}

/// A part of a page, cut out and treated.
public struct LineStrip: ~Copyable {
  public let image: PageImage
  /// Where it stands on the page.
  public let origin: PixelBox
  /// Its pixels for one of the page's.
  public let scale: Double
}

extension PageImage {
  /// A line's picture with white around it.
  public func strip(_ box: PixelBox, _ treatment: LineTreatment) throws(Failure) -> LineStrip {
    let size = size
    let left = max(0, box.x), top = max(0, box.y)
    let place = PixelBox(
      x: left, y: top, width: min(size.width, box.right) - left, height: min(size.height, box.bottom) - top)
    let part = try cropped(to: place)
    switch treatment {
    case .plain: return LineStrip(image: part, origin: place, scale: 1)
    case .enlarged: return LineStrip(image: try part.scaled(by: 1.5), origin: place, scale: 1.5)
    case .sharp: return LineStrip(image: try part.locallyBinarised(), origin: place, scale: 1)
    }
  }

  private func locallyBinarised() throws(Failure) -> PageImage {
    if depth == 1 { return try made(pixCopy(nil, pix)) }
    var result: UnsafeMutablePointer<Pix>?
    let half = min(PrintSizes.halfWindow.pixels(at: dpi), (min(size.width, size.height) - 3) / 2)
    // 0.34 is Sauvola's own factor for print.
    guard half >= PrintSizes.leastHalfWindow, pixSauvolaBinarize(pix, Int32(half), 0.34, 1, nil, nil, nil, &result) == 0
    else {
      return try made(pixCopy(nil, pix))
    }
    return try made(result)
  }
}
