internal import DocumentModel
internal import Imaging
internal import PenFigures

extension PageReader {
  /// Figures that a pen wrote into the page's head, read on the picture as it was scanned: cleaning takes coloured ink.
  func penReadings(of page: Page, on raw: borrowing PageImage) throws(Failure) -> [PenReading] {
    guard let pen else { return [] }
    let places = PenPlaces(page).all
    guard !places.isEmpty else { return [] }
    let picture = try raw.grey().turned(by: page.rotation).rotated(by: page.skew)
    var readings: [PenReading] = []
    for place in places {
      if let reading = try reading(at: place, on: picture, by: pen) { readings.append(reading) }
    }
    return readings
  }

  private func reading(
    at place: PenPlace, on picture: borrowing PageImage, by pen: PenFigureReader
  ) throws(Failure) -> PenReading? {
    guard let strip = place.strip(of: picture.size) else { return nil }
    let cut = PenCut(place, in: try picture.cropped(to: strip).greyPixels(), x: strip.x, y: strip.y)
    guard let (figures, box) = cut.figures() else { return nil }
    let isTall = Double(box.height) > PenBounds.tall * PenBounds.figure * place.em
    if place.isPlainPrint && !isTall { return nil }
    let onPage = PixelBox(x: box.x + strip.x, y: box.y + strip.y, width: box.width, height: box.height)
    let values = pen.values(in: figures, as: place.field).map { value in
      let isPart = place.isCutShort(at: value.text.count)
      return PenValue(value.text, confidence: isPart ? min(value.confidence, PenBounds.sureOfPart) : value.confidence)
    }
    return values.isEmpty ? nil : PenReading(field: place.field, box: onPage, values: values)
  }
}

extension PenPlace {
  /// The part of the page that holds the place and the letters beside it; nil where nothing is left of it.
  fileprivate func strip(of size: PixelSize) -> PixelBox? {
    let left = max(0, Int(left - 0.8 * em)), right = min(size.width, Int(right + 1.5 * em))
    let top = max(0, Int(baseline - PenBounds.above * em))
    let bottom = min(size.height, Int(baseline + PenBounds.below * em))
    guard right - left > 8, bottom - top > 8, self.right - self.left < 12 * em else { return nil }
    return PixelBox(x: left, y: top, width: right - left, height: bottom - top)
  }
}
