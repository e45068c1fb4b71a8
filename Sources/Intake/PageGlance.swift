public import DocumentModel

extension PageSource {
  /// The page as an image to be measured, not read: a page of a PDF that is to be drawn is drawn no finer than `dpi`.
  ///
  /// - Throws: as `image()`.
  public func glance(atMostDPI dpi: Int) async throws(Failure) -> EncodedImage {
    guard case .drawn(let path, var drawing) = place, drawing.dpi > dpi else { return try await image() }
    drawing.dpiOnPaper = max(1, drawing.dpiOnPaper * dpi / drawing.dpi)
    drawing.dpi = dpi
    drawing.isGrey = false
    return try await PDFPageImage(path: path, page: number, drawing, isScan: isScan).drawn()
  }

  /// Dots per inch of `image()` where a PDF says or decides it, in whose pixels the words have their boxes; nil for an image
  /// file.
  public var layerDPI: Int? {
    switch place {
    case .drawn(_, let drawing): drawing.dpi
    case .embedded(_, let dpi): dpi
    case .file, .frame, .refused: nil
    }
  }
}
