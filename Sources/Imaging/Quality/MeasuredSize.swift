internal import CTesseract
public import DocumentModel

extension PageImage {
  /// The resolution at which a page is measured. Sizes of letters and specks, lines and light are told as well there as on
  /// three or four times the pixels (docs/performance.md, “Inspecting”).
  public static let measuringDPI = 150

  /// The page for its measures: in grey, the brightest of three channels, at about `measuringDPI` where it is finer. A page
  /// in black and white of less than twice that resolution stays as it is: its pixels cost next to nothing.
  public func atMeasuringSize() throws(Failure) -> PageImage {
    let factor = Double(Self.measuringDPI) / Double(dpi)
    if depth == 1 {
      guard factor <= 0.5, let grey = pixScaleToGray2(pix) else { return try made(pixCopy(nil, pix)) }
      return PageImage(owning: grey, dpi: dpi / 2)
    }
    let grey = try brightestChannel()
    guard factor < 0.9, let small = pixScaleAreaMap(grey.pix, Float(factor), Float(factor)) else { return grey }
    return PageImage(owning: small, dpi: Self.measuringDPI)
  }

  /// How far the edges of print are spread, in pixels of this page; nil for black and white. Measured in the part of a
  /// quarter of the width and height that holds most print, since an edge must not be made smaller before it is measured.
  /// `clean` is the page at its measuring size, after `cleaned()`.
  public func blur(whereDensestOn clean: borrowing PageImage) throws(Failure) -> Double? {
    if depth == 1 { return nil }
    let place = try clean.densestPart(parts: 4).scaled(by: Double(dpi) / Double(clean.dpi))
    let part = try cropped(to: place).cleaned()
    return try part.blur(of: try part.binarised())
  }
}
