internal import DocumentModel

/// How a page as it was read lies on the page of a PDF.
enum Placement {
  /// From the upright, not deskewed page to the image as the file has it, in pixels, and the image's size; nil for a page
  /// without a size.
  static func toImage(_ page: Page) -> (map: AffineMap, size: PixelSize)? {
    guard let size = page.size, size.width > 0, size.height > 0 else { return nil }
    let width = Double(size.width), height = Double(size.height)
    let turned = PixelSize(width: size.height, height: size.width)
    switch page.rotation {
    case 90: return (AffineMap(0, -1, 1, 0, 0, width), turned)
    case 180: return (AffineMap(-1, 0, 0, -1, width, height), size)
    case 270: return (AffineMap(0, 1, -1, 0, height, 0), turned)
    default: return (.identity, size)
    }
  }

  /// An image of `size` pixels drawn into the unit square that `square` maps to the page.
  static func ofImage(_ size: PixelSize, in square: AffineMap) -> AffineMap {
    AffineMap(1 / Double(size.width), 0, 0, -1 / Double(size.height), 0, 1).then(square)
  }

  /// A page drawn as it is shown, turned by its own `/Rotate`; `box` is its media box.
  static func ofDrawnPage(dpi: Double, box: [Double], rotation: Int) -> AffineMap {
    let points = AffineMap(72 / dpi, 0, 0, 72 / dpi, 0, 0)
    let (left, bottom, right, top) = (box[0], box[1], box[2], box[3])
    switch rotation {
    case 90: return points.then(AffineMap(0, 1, 1, 0, left, bottom))
    case 180: return points.then(AffineMap(-1, 0, 0, 1, right, bottom))
    case 270: return points.then(AffineMap(0, -1, -1, 0, right, top))
    default: return points.then(AffineMap(1, 0, 0, -1, left, top))
    }
  }

  /// The `/Rotate` (0, 90, 180 or 270) that shows upright what a map lays on a page: it follows from the direction in which
  /// the map sends the way down the image.
  static func rotation(showing map: AffineMap) -> Int {
    if abs(map.c) > abs(map.d) { return map.c > 0 ? 90 : 270 }
    return map.d > 0 ? 180 : 0
  }
}
